/** The wire protocol of DSO: pure, synchronous, without I/O. */
export { type WeightedMedianOptions, weightedMedian } from './aggregate/weighted-median.ts'
export { createKeyPair, type KeyPair } from './crypto/create-key-pair.ts'
export { signBytes } from './crypto/sign-bytes.ts'
export { verifySignature } from './crypto/verify-signature.ts'
export { computeCid } from './encoding/compute-cid.ts'
export { type DecodeCanonicalOptions, decodeCanonical } from './encoding/decode-canonical.ts'
export { decodeHex } from './encoding/decode-hex.ts'
export { encodeCanonical } from './encoding/encode-canonical.ts'
export { encodeHex } from './encoding/encode-hex.ts'
export { parseCid } from './encoding/parse-cid.ts'
export type { ErrorCode, ErrorDescriptor } from './error-codes.ts'
export { DsoError, type DsoErrorOptions } from './errors.ts'
export { checkExample } from './experience/check-example.ts'
export { checkText, MAX_TEXT_WORDS } from './experience/check-text.ts'
export {
  createLeakGuard,
  type LeakGuard,
  type LeakGuardOptions,
  type LeakReason,
} from './experience/create-leak-guard.ts'
export { decodeExperience } from './experience/decode-experience.ts'
export { encodeExperience } from './experience/encode-experience.ts'
export {
  type Evidence,
  type Experience,
  MAX_EXAMPLE_BYTES,
  MAX_EXPERIENCE_BYTES,
  MAX_TEXT_BYTES,
  type WorkedExample,
} from './experience/experience.ts'
export type { TextRefusal, TextVerdict } from './experience/text-rules.ts'
export { buildMerkleTree, type MerkleTree } from './merkle/build-merkle-tree.ts'
export { createProof } from './merkle/create-proof.ts'
export { type VerifyProofOptions, verifyProof } from './merkle/verify-proof.ts'
export {
  createOperation,
  type CreateOperationOptions,
  type EncodedOperation,
} from './operation/create-operation.ts'
export { decodeOperation } from './operation/decode-operation.ts'
export {
  type Anchor,
  MAX_OPERATION_BYTES,
  MAX_SHARD_RECORDS,
  type Operation,
  type OperationContent,
  type RetractBody,
  type ShardBody,
} from './operation/operation.ts'
export type { CallOptions, ProgressEvent } from './ports/call-options.ts'
export type { Clock } from './ports/clock.ts'
export type { Random } from './ports/random.ts'
export type {
  AnswerFormat,
  Cassette,
  ChatTurn,
  Completion,
  CompletionRequest,
  LanguageModel,
} from './ports/language-model.ts'
export type { EmbeddingCassette, Encoder } from './ports/encoder.ts'
export type { Split, Task, TaskSuite, Verdict } from './ports/task-suite.ts'
export { MAX_BLOCK_BYTES, type BlockCodec, type BlockStore } from './ports/block-store.ts'
export {
  MAX_MESSAGE_BYTES,
  type Gossip,
  type MessageValidator,
  type MessageVerdict,
} from './ports/gossip.ts'
export type {
  EntryStatus,
  Hex,
  Ledger,
  LedgerCursor,
  LedgerEvent,
  RegistryEntry,
  StakingLedger,
} from './ports/ledger.ts'
export type {
  JournalEntry,
  JournalOperation,
  LibraryCandidate,
  LibraryStore,
  LibraryVersion,
} from './ports/library-store.ts'
export type {
  ExperienceRecord,
  RecordStatus,
  SearchHit,
  Store,
  TextHit,
} from './ports/store.ts'
export type {
  ArmCounts,
  AttemptRecord,
  CreditRecord,
  EpisodeRecord,
  LearningStore,
  RecallRecord,
} from './ports/learning-store.ts'
export { decodeEmbedding } from './profiles/decode-embedding.ts'
export { encodeEmbedding } from './profiles/encode-embedding.ts'
export { findProfile } from './profiles/find-profile.ts'
export { DIRECT_384, type EmbeddingProfile, SIGN_384 } from './profiles/profile.ts'
export {
  createShard,
  type CreateShardOptions,
  type EncodedRecord,
  type Shard,
} from './shard/create-shard.ts'
export {
  type ShardRefusal,
  type ShardVerdict,
  type VerifyShardOptions,
  verifyShard,
} from './shard/verify-shard.ts'
export { cosine } from './vector/cosine.ts'
