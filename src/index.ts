/** DSO as a library: a node and the parts it is wired from. The wire formats are in `dso/protocol`. */
export {
  type AddressBook,
  type ContractAddresses,
  formatAddressBook,
  type GovernanceAddresses,
  parseAddressBook,
} from './chain/address-book.ts'
export { createLedger, type CreateLedgerOptions } from './chain/create-ledger.ts'
export {
  createDevChain,
  type CreateDevChainOptions,
  type DevChain,
} from './chain/create-dev-chain.ts'
export { followEvents, type FollowEventsOptions } from './chain/follow-events.ts'
export type { DemoFiles, DemoOptions, DemoProgress, DemoTiming } from './demo/demo-options.ts'
export { type DemoResult, runDemo, type RunDemoOptions } from './demo/run-demo.ts'
export {
  consolidateExamples,
  type ConsolidateExamplesOptions,
  type ExampleConsolidation,
} from './learning/consolidate-examples.ts'
export {
  calibrateAlpha,
  type CalibratedAlpha,
  type CalibrateAlphaOptions,
} from './learning/decoding/calibrate-alpha.ts'
export {
  type CombinedLogits,
  combineLogits,
  type CombineLogitsOptions,
  type Expert,
} from './learning/decoding/combine-logits.ts'
export {
  completeWithExperts,
  type CompleteWithExpertsOptions,
  type ExpertCompletion,
} from './learning/decoding/complete-with-experts.ts'
export {
  type DecodingTier,
  isLogitsModel,
  type ModelCapabilities,
  pickTier,
  type Prior,
} from './learning/decoding/decoding-tier.ts'
export {
  type DrawnToken,
  drawWithExperts,
  type DrawWithExpertsOptions,
  type PriorExpert,
} from './learning/decoding/draw-with-experts.ts'
export type { TokenBias } from './learning/decoding/token-bias.ts'
export {
  changeLibrary,
  type ChangeLibraryOptions,
  type LibraryChange,
  type LibraryProposal,
  type LibraryState,
  type RefusedProposal,
} from './learning/library/change-library.ts'
export type { LibraryCaps } from './learning/library/caps.ts'
export { type Conflict, findConflicts } from './learning/library/find-conflicts.ts'
export {
  findStale,
  type FindStaleOptions,
  type StaleExperience,
  type UseHistory,
} from './learning/library/find-stale.ts'
export type {
  FileItem,
  LibraryFormat,
  ReadFile,
  UnreadItem,
} from './learning/library/formats/library-format.ts'
export { formatLibrary, parseLibrary } from './learning/library/formats/parse-library.ts'
export { findRepetitions, type Repetition } from './learning/library/find-repetitions.ts'
export { type LibraryItem, toLibraryItem } from './learning/library/library-item.ts'
export { openLibrary } from './learning/library/open-library.ts'
export {
  readOperations,
  type ReadOperationsResult,
  type TextOperation,
} from './learning/library/read-operations.ts'
export { rollBackLibrary, type RollBackOptions } from './learning/library/roll-back-library.ts'
export type { MemoryItem } from './learning/memory.ts'
export {
  learnByCritique,
  type LearnByCritiqueOptions,
} from './learning/modes/learn-by-critique.ts'
export { learnFromBestWorst } from './learning/modes/learn-from-best-worst.ts'
export { learnInStages, type LearnInStagesOptions } from './learning/modes/learn-in-stages.ts'
export type { LearningMode, ModeInput, ModeOutcome } from './learning/modes/learning-mode.ts'
export {
  type ModeProposals,
  proposeInMode,
  type ProposeInModeOptions,
} from './learning/modes/propose-in-mode.ts'
export {
  type ModeCounts,
  type ModeFigures,
  type ModeRanking,
  type ModeRow,
  rankModes,
  type RankModesOptions,
} from './learning/modes/rank-modes.ts'
export type { DomainPractice, PractiseSettings, PractiseStage } from './learning/practise-domain.ts'
export { renderMemory } from './learning/prior/render-memory.ts'
export { toMemoryItem } from './learning/prior/to-memory-item.ts'
export {
  createEndpointModel,
  type EndpointModelOptions,
} from './models/endpoint/create-endpoint-model.ts'
export { createLlamaModel, type LlamaModelOptions } from './models/llama/create-llama-model.ts'
export { createMiniLmEncoder, type MiniLmOptions } from './models/minilm/create-minilm-encoder.ts'
export {
  createRecordingModel,
  type ModelUsage,
  type RecordingModel,
} from './models/recording/create-recording-model.ts'
export {
  createScriptedModel,
  type ScriptedModelOptions,
} from './models/scripted/create-scripted-model.ts'
export { type ListedWeights, listWeights } from './models/weights/list-weights.ts'
export type { WeightsEntry, WeightsFile, WeightsSource } from './models/weights/manifest.ts'
export {
  type PulledWeights,
  pullWeights,
  type PullWeightsOptions,
} from './models/weights/pull-weights.ts'
export {
  type VerifiedFile,
  verifyWeights,
  type VerifyWeightsOptions,
} from './models/weights/verify-weights.ts'
export { drawInjection, type DrawInjectionOptions } from './learning/credit/draw-injection.ts'
export {
  compareUses,
  type ModelHistories,
  type ReportedTask,
} from './learning/credit/compare-uses.ts'
export { type CreditEstimate, estimateCredit } from './learning/credit/estimate-credit.ts'
export { capExponents } from './learning/credit/cap-exponents.ts'
export type { GateRule } from './learning/gate/gate-rule.ts'
export {
  guardLibrary,
  type GuardLibraryOptions,
  type GuardOutcome,
} from './learning/gate/guard-library.ts'
export type {
  RetrievalEvidence,
  RetrievedExperience,
} from './learning/retrieval/retrieve-experiences.ts'
export type { OutcomeReport, ReportedAttempt } from './learning/traffic/parse-report.ts'
export type {
  PractiseTrafficOptions,
  TrafficPractice,
  TrafficStanding,
  Uncertainty,
} from './learning/traffic/practise-traffic.ts'
export type { TrafficVerifier } from './learning/traffic/to-traffic-groups.ts'
export type { PractiseStoredTrafficOptions, TrafficOutcome } from './node/practise-traffic.ts'
export type { RecallRequest, RecallResult } from './node/recall-task.ts'
export type { ReportedOutcome } from './node/report-outcome.ts'
export {
  createNode,
  type DsoNode,
  type NodeOptions,
  type PractiseOptions,
} from './node/create-node.ts'
export type {
  LibraryCheck,
  LibraryLog,
  LibraryManager,
  PinnedExperience,
  RolledBack,
} from './node/manage-library.ts'
export type { DomainConsolidation } from './node/consolidate-chosen.ts'
export type { ModeYields } from './node/list-mode-yields.ts'
export type { NodeEvents } from './node/node-events.ts'
export {
  DEFAULT_MODEL,
  type ModelSource,
  type OpenedModel,
  openModel,
  type OpenModelOptions,
} from './node/open-model.ts'
export type { PractiseOutcome, WithheldReason } from './node/practise-domains.ts'
export type { ErrorCode, ErrorDescriptor } from './protocol/error-codes.ts'
export { DsoError, type DsoErrorOptions } from './protocol/errors.ts'
export type { Evidence, Experience, WorkedExample } from './protocol/experience/experience.ts'
export type {
  AnswerFormat,
  ArmCounts,
  AttemptRecord,
  BlockCodec,
  BlockStore,
  CallOptions,
  Cassette,
  ChatTurn,
  Clock,
  CreditRecord,
  Completion,
  CompletionRequest,
  EmbeddingCassette,
  Encoder,
  EntryStatus,
  EpisodeRecord,
  ExperienceRecord,
  Gossip,
  Hex,
  JournalEntry,
  JournalOperation,
  LanguageModel,
  LearningStore,
  Ledger,
  LedgerCursor,
  LedgerEvent,
  LibraryCandidate,
  LibraryStore,
  LibraryVersion,
  MessageValidator,
  MessageVerdict,
  ModeCountRecord,
  ModeStore,
  ProgressEvent,
  Random,
  RecallRecord,
  RecordStatus,
  RegistryEntry,
  SearchHit,
  Split,
  StakingLedger,
  Store,
  Task,
  TaskSuite,
  TextHit,
  Verdict,
} from './protocol/ports.ts'
export type { Report } from './protocol/report/report.ts'
export { renderHtml } from './report/render-html.ts'
export { renderTable, type RenderTableOptions } from './report/render-table.ts'
export type { PublishResult } from './sharing/publish-experiences.ts'
export type { EntryReview } from './sharing/review-entry.ts'
export {
  createFileBlockStore,
  type FileBlockStoreOptions,
} from './storage/create-file-block-store.ts'
export { openSqliteStore, type SqliteStoreOptions } from './storage/open-sqlite-store.ts'
export {
  createHouseRulesSuite,
  type HouseRulesOptions,
  type HouseRulesSuite,
} from './tasks/house-rules/create-house-rules-suite.ts'
