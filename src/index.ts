/** DSO as a library: a node and the parts it is wired from. The wire formats are in `dso/protocol`. */
export { createLedger, type CreateLedgerOptions } from './chain/create-ledger.ts'
export { type DevChain, startDevChain, type StartDevChainOptions } from './chain/start-dev-chain.ts'
export type { DemoFiles, DemoOptions, DemoProgress, DemoTiming } from './demo/demo-options.ts'
export { type DemoResult, runDemo, type RunDemoOptions } from './demo/run-demo.ts'
export type { MemoryItem } from './learning/memory.ts'
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
export { createNode, type DsoNode, type NodeOptions } from './node/create-node.ts'
export type { NodeEvents } from './node/node-events.ts'
export {
  DEFAULT_MODEL,
  type ModelSource,
  type OpenedModel,
  openModel,
  type OpenModelOptions,
} from './node/open-model.ts'
export type { PractiseOutcome } from './node/practise-domains.ts'
export type { ErrorCode, ErrorDescriptor } from './protocol/error-codes.ts'
export { DsoError, type DsoErrorOptions } from './protocol/errors.ts'
export type { Evidence, Experience, WorkedExample } from './protocol/experience/experience.ts'
export type {
  AnswerFormat,
  BlockCodec,
  BlockStore,
  CallOptions,
  Cassette,
  ChatTurn,
  Clock,
  Completion,
  CompletionRequest,
  EmbeddingCassette,
  Encoder,
  EntryStatus,
  ExperienceRecord,
  Gossip,
  Hex,
  LanguageModel,
  Ledger,
  LedgerCursor,
  LedgerEvent,
  LibraryVersion,
  MessageValidator,
  MessageVerdict,
  ProgressEvent,
  Random,
  RecordStatus,
  RegistryEntry,
  SearchHit,
  Split,
  StakingLedger,
  Store,
  Task,
  TaskSuite,
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
