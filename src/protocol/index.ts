/** The wire protocol of DSO: pure, synchronous, without I/O. */
export { addVotes, type AddVotesOptions } from './aggregate/add-votes.ts'
export {
  aggregateRobustly,
  type AggregateRobustlyOptions,
  MAX_ROBUST_CODES,
  type RobustVotes,
} from './aggregate/aggregate-robustly.ts'
export {
  assignToCentroids,
  type AssignToCentroidsOptions,
  NO_CENTROID,
} from './aggregate/assign-to-centroids.ts'
export { centredClipping, type CentredClippingOptions } from './aggregate/centred-clipping.ts'
export { type CodeValues, readCodeValues, type TravellingCode } from './aggregate/code-values.ts'
export { countVotes } from './aggregate/count-votes.ts'
export { createVotes } from './aggregate/create-votes.ts'
export { decodeMargins, type DecodeMarginsOptions } from './aggregate/decode-margins.ts'
export { findVoices } from './aggregate/find-voices.ts'
export {
  findWeightedMedoid,
  type FindWeightedMedoidOptions,
} from './aggregate/find-weighted-medoid.ts'
export { geometricMedian, type GeometricMedianOptions } from './aggregate/geometric-median.ts'
export { krum } from './aggregate/krum.ts'
export { majoritySign } from './aggregate/majority-sign.ts'
export { meanVector } from './aggregate/mean-vector.ts'
export { measureCodeDistances } from './aggregate/measure-code-distances.ts'
export { medianVector } from './aggregate/median-vector.ts'
export { mergeVotes } from './aggregate/merge-votes.ts'
export { mixNearest } from './aggregate/mix-nearest.ts'
export {
  type KrumOptions,
  multiKrum,
  type MultiKrumOptions,
  type MultiKrumResult,
} from './aggregate/multi-krum.ts'
export {
  trimmedMeanVector,
  type TrimmedMeanVectorOptions,
} from './aggregate/trimmed-mean-vector.ts'
export { MAX_VOTE_WEIGHT, type VoteTally } from './aggregate/vote-tally.ts'
export {
  weightedIntegerMedian,
  type WeightedIntegerMedianOptions,
} from './aggregate/weighted-integer-median.ts'
export {
  weightedMedianVector,
  type WeightedMedianVectorOptions,
} from './aggregate/weighted-median-vector.ts'
export { type WeightedMedianOptions, weightedMedian } from './aggregate/weighted-median.ts'
export {
  aggregateLeaves,
  type AggregateLeavesOptions,
  hashRawLeaf,
} from './chain/aggregate-leaves.ts'
export {
  chooseOpenings,
  type ChooseOpeningsOptions,
  type ChosenOpenings,
} from './chain/choose-openings.ts'
export {
  computeReward,
  type RewardTerms,
  type RewardWeights,
  SEED_REWARD_WEIGHTS,
} from './chain/compute-reward.ts'
export { deriveVoteSalt, VOTE_SALT_TYPES, type VoteSaltOptions } from './chain/derive-vote-salt.ts'
export { endOfLock } from './chain/end-of-lock.ts'
export { findQuality, type FindQualityOptions, type Quality } from './chain/find-quality.ts'
export { freezeSet, type FrozenSet } from './chain/freeze-set.ts'
export { hashBallots, type SealedBallots } from './chain/hash-ballots.ts'
export {
  encodeProof,
  FAULTS,
  hashChallenge,
  hashProof,
  type SealedChallenge,
} from './chain/hash-challenge.ts'
export { COSIGNATURE_TYPES, type Cosignature, hashCosignature } from './chain/hash-cosignature.ts'
export {
  courtDomain,
  type DomainPlace,
  hashDomain,
  oracleDomain,
  registryDomain,
  type SigningDomain,
} from './chain/hash-domain.ts'
export { hashManifest, type Manifest, MANIFEST_TYPES } from './chain/hash-manifest.ts'
export { EMPTY_SET_HASH, hashMember, type SetMember } from './chain/hash-member.ts'
export { hashRefutation, type SealedRefutation } from './chain/hash-refutation.ts'
export { hashRewardLeaf, type RewardLeaf } from './chain/hash-reward-leaf.ts'
export type { TypedField } from './chain/hash-typed-data.ts'
export { hashVerdict, type Verdict as CaseVerdict, VERDICT_TYPES } from './chain/hash-verdict.ts'
export { type LaneRule, readLeaf, writeLeaf } from './chain/lane-leaf.ts'
export { normaliseTerms, WAD } from './chain/normalise-terms.ts'
export {
  type EmissionShares,
  shareEmission,
  type ShareEmissionOptions,
} from './chain/share-emission.ts'
export { type Ballot, MAX_BALLOTS, sortBallots } from './chain/sort-ballots.ts'
export { type LostBondParts, splitLostBond } from './chain/split-lost-bond.ts'
export { splitRejection } from './chain/split-rejection.ts'
export { type RevenueShares, splitRevenue } from './chain/split-revenue.ts'
export {
  hardenSlashing,
  lowQualityLoss,
  SEED_SLASHING,
  type SlashingProfile,
  type SlashParts,
  splitSlash,
} from './chain/split-slash.ts'
export type { WeightedVote } from './chain/sum-votes.ts'
export { formatTokens, parseTokens } from './chain/tokens.ts'
export { LOCK_UNIT, type LockedDeposit, weighDeposit } from './chain/weigh-deposit.ts'
export { weighEntry, type WeightScale } from './chain/weigh-entry.ts'
export { weighLock, WEEK_SECONDS } from './chain/weigh-lock.ts'
export { backProject } from './codecs/back-project.ts'
export { contract, type ExpansionOptions } from './codecs/contract.ts'
export { type Contribution, contributorSeed } from './codecs/contributor-seed.ts'
export { decodeCentred } from './codecs/decode-centred.ts'
export { decodeDirect16 } from './codecs/decode-direct16.ts'
export { decodeDirect8 } from './codecs/decode-direct8.ts'
export { decodeRsign1, type DecodeRsign1Options } from './codecs/decode-rsign1.ts'
export { decodeRsign1c, type DecodeRsign1cOptions } from './codecs/decode-rsign1c.ts'
export { decodeSign1, type DecodeSign1Options } from './codecs/decode-sign1.ts'
export { decodeTcq1, type DecodeTcq1Options } from './codecs/decode-tcq1.ts'
export { type CodecDescription, decodeVector } from './codecs/decode-vector.ts'
export { type DistilledScale, distilScale, type DistilScaleOptions } from './codecs/distil-scale.ts'
export { type CentredOptions, encodeCentred } from './codecs/encode-centred.ts'
export { encodeDirect16 } from './codecs/encode-direct16.ts'
export { encodeDirect8 } from './codecs/encode-direct8.ts'
export { encodeExpanded } from './codecs/encode-expanded.ts'
export { encodeRsign1, type Rsign1Options } from './codecs/encode-rsign1.ts'
export { encodeRsign1c, type Rsign1cOptions } from './codecs/encode-rsign1c.ts'
export { encodeSign1, type EncodeSign1Options } from './codecs/encode-sign1.ts'
export { encodeTcq1 } from './codecs/encode-tcq1.ts'
export { expand } from './codecs/expand.ts'
export { refineSigns } from './codecs/refine-signs.ts'
export { rotate } from './codecs/rotate.ts'
export { rotateBack } from './codecs/rotate-back.ts'
export { type CentredQuery, prepareCentredQuery, scoreCentred } from './codecs/score-centred.ts'
export type { SpreadOptions } from './codecs/spread.ts'
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
export { rootOfLeaves } from './merkle/root-of-leaves.ts'
export { type VerifyPositionOptions, verifyPosition } from './merkle/verify-position.ts'
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
export type { LogitsModel, NextLogitsRequest, PromptContext } from './ports/logits-model.ts'
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
  Fault,
  Hex,
  Ledger,
  LedgerBalances,
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
export { DIRECT_384, type EmbeddingProfile, SIGN_384, ZIP002_7680 } from './profiles/profile.ts'
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
