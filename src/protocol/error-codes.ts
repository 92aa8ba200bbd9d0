/** One line for the reader of a log, one for the person who has to act. */
export interface ErrorDescriptor {
  /** What happened, without the values (they are in `details`). */
  summary: string
  /** What to do about it. */
  hint: string
}

/** Every code a {@link DsoError} may carry. A code is never renamed or reused once released. */
export const ERROR_CATALOGUE = {
  // Formats and encoding
  BYTES_TOO_LONG: {
    summary: 'The bytes exceed the limit of this format',
    hint: 'Split the content, or refuse the sender.',
  },
  CBOR_NOT_CANONICAL: {
    summary: 'The bytes are not canonical dag-cbor',
    hint: 'Encode with encodeCanonical, and refuse the sender.',
  },
  FORMAT_INVALID: {
    summary: 'The value does not have the required format',
    hint: 'Compare it with docs/spec/formats.md.',
  },
  CID_INVALID: {
    summary: 'The text is not a CIDv1 with sha2-256',
    hint: 'Check the CID; only base32 CIDv1 with sha2-256 is accepted.',
  },
  LENGTH_MISMATCH: {
    summary: 'Two inputs that belong together differ in length',
    hint: 'Pass arrays of equal length.',
  },
  SCORE_OUT_OF_RANGE: {
    summary: 'A score is not an integer in 0…1000',
    hint: 'Scale scores to per mille before use.',
  },
  MEDIAN_EMPTY: {
    summary: 'A weighted median needs at least one positive weight',
    hint: 'Wait for votes, or treat the entry as unscored.',
  },
  WEIGHT_OUT_OF_RANGE: {
    summary:
      'A weight is not an integer in its range, or all weights together are none or too many',
    hint: 'Scale and cap weights before use.',
  },
  SAMPLE_EMPTY: {
    summary: 'A statistic needs at least one observation',
    hint: 'Collect results first, or report the figure as missing.',
  },
  VALUE_NOT_FINITE: {
    summary: 'A number is NaN or infinite',
    hint: 'Check the encoder that produced it.',
  },
  SCALE_INVALID: {
    summary: 'The scale of an embedding code is not a finite positive number',
    hint: 'Check the encoder that produced the vector, or refuse the sender of the code.',
  },
  CODEC_UNKNOWN: {
    summary: 'The codec is not one of this protocol',
    hint: 'Use one of those that docs/spec/codecs.md names.',
  },
  TEXT_REFUSED: {
    summary: 'The text breaks a rule for shared texts',
    hint: 'See docs/spec/formats.md for length, characters and contents.',
  },
  // Signatures and proofs
  SIGNATURE_INVALID: {
    summary: 'The signature does not verify',
    hint: 'Refuse the operation and its sender.',
  },
  KEY_INVALID: {
    summary: 'The key is not a canonical Ed25519 key of full order',
    hint: 'Create a key with createKeyPair.',
  },
  PROOF_INVALID: {
    summary: 'The Merkle proof does not lead to the root',
    hint: 'Refuse the record; fetch it from another source.',
  },
  PROFILE_MISMATCH: {
    summary: 'The code belongs to another profile',
    hint: 'Use the profile that the entry names.',
  },
  SCHEMA_MISMATCH: {
    summary: 'The token prior belongs to another schema',
    hint: 'Fetch the schema that it names, or refuse its sender.',
  },
  // Blocks and storage
  BLOCK_TOO_LARGE: {
    summary: 'The block exceeds the largest allowed size',
    hint: 'Split it; see MAX_BLOCK_BYTES.',
  },
  BLOCK_NOT_FOUND: {
    summary: 'No source holds this block',
    hint: 'Connect to a peer that has it, or try again later.',
  },
  BLOCK_CORRUPT: {
    summary: 'The bytes do not hash to their CID',
    hint: 'The named source is faulty or hostile; fetch from another.',
  },
  STORE_FULL: {
    summary: 'The disk is full; nothing was written',
    hint: 'Free some space and run again; finished work is kept.',
  },
  STORE_CLOSED: {
    summary: 'The store is closed',
    hint: 'Open it again; nothing was written by this call.',
  },
  STORE_CORRUPT: {
    summary: 'The file is damaged or not a database of this kind',
    hint: 'Restore a backup of it, or move it away and run again.',
  },
  STORE_FAILED: {
    summary: 'The storage could not be read or written',
    hint: 'See the cause; check the permissions of the data folder and the disk.',
  },
  STORE_VERSION_NEWER: {
    summary: 'The data folder was written by a newer version',
    hint: 'Use that version, or another --data-dir.',
  },
  DATA_FOLDER_LOCKED: {
    summary: 'Another process uses this data folder',
    hint: 'Stop that process, or pass another --data-dir.',
  },
  OPERATION_OUT_OF_ORDER: {
    summary: 'The operation does not follow its predecessor in the feed',
    hint: 'Fetch the missing operations first.',
  },
  // Search
  INDEX_ID_TAKEN: {
    summary: 'The index already holds a code of this id',
    hint: 'Delete it first, or choose another id.',
  },
  INDEX_FULL: {
    summary: 'The index cannot take more codes',
    hint: 'Split it; an index holds at most 4 GiB of codes.',
  },
  INDEX_CORRUPT: {
    summary: 'The bytes are not an image of a code index',
    hint: 'Build the index again from the codes.',
  },
  // Models
  WEIGHTS_UNKNOWN: {
    summary: 'No weights of this name are in the manifest',
    hint: 'Run `dso models ls` for the names.',
  },
  WEIGHTS_CORRUPT: {
    summary: 'The weights do not have the expected hash or size',
    hint: 'Run `dso models pull NAME` to fetch them again.',
  },
  WEIGHTS_UNREACHABLE: {
    summary: 'No source of the weights could be reached',
    hint: 'Check the connection, or use --replay (recorded run) or --endpoint URL.',
  },
  RUNTIME_MISSING: {
    summary: 'An optional package that this needs is not installed',
    hint: 'Install the package named in the details.',
  },
  MODEL_FAILED: {
    summary: 'The model runtime failed',
    hint: 'See the cause; a smaller --model may fit into memory.',
  },
  BUDGET_REACHED: {
    summary: 'The run may not ask the model any more',
    hint: 'Every answer is kept: the same command goes on from here with a larger --max-calls, or without one.',
  },
  PROMPT_TOO_LONG: {
    summary: 'Prompt and answer do not fit into the context of the model',
    hint: 'Shorten the prompt, or load the model with a larger context.',
  },
  ENDPOINT_UNREACHABLE: {
    summary: 'The model endpoint did not answer',
    hint: 'Check the URL and that the server runs; the run resumes where it stopped.',
  },
  ENDPOINT_REFUSED: {
    summary: 'The model endpoint refused the request',
    hint: 'Check model name and key; see the status in the details.',
  },
  RECORDING_MISS: {
    summary: 'The recording holds no answer for this request',
    hint: 'Use the options it was recorded with, or run without --replay.',
  },
  RECORDING_CORRUPT: {
    summary: 'The recording cannot be read',
    hint: 'Restore it from the repository.',
  },
  RECORDING_READ_ONLY: {
    summary: 'A recording cannot be written to',
    hint: 'Record into a cassette, then write that as a recording.',
  },
  SCRIPT_EXHAUSTED: {
    summary: 'The scripted model has no answer left',
    hint: 'Add answers to the script of this test.',
  },
  // Tasks
  SUITE_UNKNOWN: {
    summary: 'No task suite has this name',
    hint: 'Use one of the known names; `dso practise --suites` describes them.',
  },
  SANDBOX_FAILED: {
    summary: 'The process for model-written code could not be started',
    hint: 'See the details; it needs Node 24, memory, and a free process.',
  },
  // Chain
  CHAIN_UNREACHABLE: {
    summary: 'The chain did not answer',
    hint: 'Check that the node runs; the run resumes where it stopped.',
  },
  CHAIN_EXITED: {
    summary: 'The embedded chain process ended',
    hint: 'Run again; finished model calls are kept.',
  },
  CHAIN_MISMATCH: {
    summary: 'The chain is not the one this node was set up for',
    hint: 'Use the addresses and the --data-dir that belong to this chain.',
  },
  CHAIN_REORGANISED: {
    summary: 'A block whose events were handled already has been replaced',
    hint: 'Read with more confirmations, and build what follows from the events anew.',
  },
  TRANSACTION_REVERTED: {
    summary: 'The contract refused the transaction',
    hint: 'The reason is in the details.',
  },
  // Network
  PORT_TAKEN: { summary: 'The port is in use', hint: 'Choose another port, or 0 for a free one.' },
  PEER_UNREACHABLE: {
    summary: 'The peer did not answer',
    hint: 'Check its address; other peers are tried.',
  },
  MESSAGE_TOO_LARGE: {
    summary: 'The message exceeds the limit of its topic',
    hint: 'Announce a CID instead of the content.',
  },
  PEER_MISBEHAVED: {
    summary: 'The peer broke the protocol',
    hint: 'It is skipped and scored down; other peers are tried.',
  },
  TOPIC_UNKNOWN: {
    summary: 'The topic is not one of this network',
    hint: 'Use one of the topics that the host was created with.',
  },
  NETWORK_STOPPED: {
    summary: 'The host is not running',
    hint: 'Start it first; after a stop, start it again.',
  },
  // Runs
  OPTION_INVALID: {
    summary: 'An option has an invalid value',
    hint: 'See --help for what is allowed.',
  },
  AGENT_UNKNOWN: {
    summary: 'No such agent has data in this folder',
    hint: 'Run `dso demo` or `dso practise` first, or pass --agent with one of the known names.',
  },
  EXPERIENCE_UNKNOWN: {
    summary: 'No single experience here has this CID',
    hint: 'Run `dso ls` for the CIDs; the first characters are enough if they name one alone.',
  },
  RECALL_UNKNOWN: {
    summary: 'No recall of this id is kept here',
    hint: 'Report with the id that recall returned, to the node that returned it.',
  },
  OUTCOME_REPEATED: {
    summary: 'The outcome of this recall was reported already',
    hint: 'Report once; recall again for another try at the task.',
  },
  REWARD_OUT_OF_RANGE: {
    summary: 'A reward is not a number from 0 to 1',
    hint: 'Scale rewards to 0…1, or report `passed` instead.',
  },
  LIBRARY_UNKNOWN: {
    summary: 'The library has no version of this id',
    hint: 'Use the id of a version in its journal.',
  },
  IMPORT_INVALID: {
    summary: 'The file is not a library of this format',
    hint: 'Name its format with --format; docs/reference/library-formats.md shows each one.',
  },
  IMPORT_TOO_LARGE: {
    summary: 'The file is larger than a library may be',
    hint: 'Split it, or import only the part that is needed.',
  },
  NODE_STOPPED: {
    summary: 'The node is not running',
    hint: 'Call start() first, and do not use a node after stop().',
  },
  NODE_TOO_OLD: {
    summary: 'Node 24 or later is needed',
    hint: 'Install Node 24, or run `npm start`, which brings its own.',
  },
} as const satisfies Record<string, ErrorDescriptor>

/** A stable error code. */
export type ErrorCode = keyof typeof ERROR_CATALOGUE
