/** The ports: what the decisions need from the outside, as types. Adapters implement them, `node` wires them. */
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
export type { LogitsModel, PromptContext } from './ports/logits-model.ts'
export type { EmbeddingCassette, Encoder } from './ports/encoder.ts'
export type { Split, Task, TaskSuite, Verdict } from './ports/task-suite.ts'
export type { BlockCodec, BlockStore } from './ports/block-store.ts'
export type { Gossip, MessageValidator, MessageVerdict } from './ports/gossip.ts'
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
export type { ModeCountRecord, ModeStore } from './ports/mode-store.ts'
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
