/** Version of the format below; a reader refuses any other. */
export const REPORT_VERSION = 1

/** In what shape an experience reaches a prompt. `verifier` is the environment's own message, without any LLM. */
export const EXPERIENCE_FORMS = ['sentence', 'example', 'both', 'verifier'] as const
/** One of {@link EXPERIENCE_FORMS}. */
export type ExperienceForm = (typeof EXPERIENCE_FORMS)[number]

/** How much a tool's error says: it states the rule, hints at it, or only refuses. */
export const ERROR_GRADES = ['explicit', 'vague', 'silent'] as const
/** One of {@link ERROR_GRADES}. */
export type ErrorGrade = (typeof ERROR_GRADES)[number]

/** Where an experience ended: on other agents' nodes, with its author alone, or voted down. */
export const EXPERIENCE_STATUSES = ['shared', 'kept-private', 'rejected'] as const
/** One of {@link EXPERIENCE_STATUSES}. */
export type ExperienceStatus = (typeof EXPERIENCE_STATUSES)[number]

/** Units of a comparison: `points` are differences of percentages, `percent` a percentage itself. */
export const COMPARISON_UNITS = ['points', 'percent', 'ratio', 'count', 'minutes'] as const
/** One of {@link COMPARISON_UNITS}. */
export type ComparisonUnit = (typeof COMPARISON_UNITS)[number]

/**
 * The result of one run, the content of `report.json`: plain data without wall-clock times, so that a replay of the
 * same recordings gives the same bytes. Rates are in [0, 1], differences in points (−100…100), quality in per mille,
 * amounts of $AI in wei as decimal text. Nothing is optional: what does not apply is null.
 */
export interface Report {
  v: typeof REPORT_VERSION
  /** What was run, on what. */
  run: RunInfo
  /** One row per arm of the test, in the order to be shown. */
  arms: ArmRow[]
  /** The named differences and shares, with goals where there are any. */
  comparisons: Comparison[]
  /** What the agents were tested on, and how each arm did there. */
  tools: ToolRow[]
  /** Experiences that passed their author's own gate, whatever became of them afterwards. */
  experiences: ExperienceRow[]
  /** What the agents proposed and their own gate refused. */
  rejected: RejectedProposal[]
  /** What the poisoner published. */
  poison: PoisonRow[]
  /** Traffic of all nodes together. */
  network: NetworkCosts
  /** What the registry saw. */
  chain: ChainCosts
  /** LLM calls by stage, in the order of the run. */
  usage: StageUsage[]
  /** What happened, in order. */
  timeline: TimelineEvent[]
  /** Sentences a reader should know before using the figures: what fell short, what was skipped. */
  notes: string[]
}

/** What was run, on what. */
export interface RunInfo {
  /** The command that repeats this run, as typed. */
  command: string
  /** Options in effect, given or default, in the order of the help text. */
  options: { name: string; value: string }[]
  /** Task suite with version, e.g. `api-house-rules/1`. */
  suite: string
  /** Seeds pooled in this report. */
  seeds: number[]
  model: NamedHash
  encoder: NamedHash
  /** CID or name of the embedding profile. */
  profile: string
  thresholds: Thresholds
  agents: AgentInfo[]
}

/** The numbers that decided what was shared, used and slashed. */
export interface Thresholds {
  /** P(gain > 0) from which an experience passes its author's gate. */
  gateProbability: number
  /** Quality in per mille from which other nodes use an experience. */
  useQuality: number
  /** Quality in per mille below which the bond is slashed. */
  slashQuality: number
}

/** Weights or an endpoint, identified. */
export interface NamedHash {
  name: string
  /** SHA-256, 64 lower-case hex digits. */
  hash: string
}

/** One agent of the run. */
export interface AgentInfo {
  /** Unique within the report; other fields refer to it. */
  name: string
  role: 'honest' | 'poisoner'
  /** Names of the tools it practises on. */
  tools: string[]
}

/** A value with its 95 % confidence interval. */
export interface Estimate {
  value: number
  low: number
  high: number
}

/**
 * How one arm did on the held-out tasks. Renderers give a meaning to the ids `none`, `own`, `shared`, `unverified`,
 * `placebo` and `oracle`; others are shown as plain memories.
 */
export interface ArmRow {
  /** Lower-case letters, digits and hyphens. */
  id: string
  /** For tables, at most a few words. */
  label: string
  /** Pairs of agent and task. */
  n: number
  /** Rate of tasks solved by the first attempt. */
  success: Estimate
  /** Mean of the graded reward over an episode of up to three attempts; null where retries were not run. */
  meanReward: number | null
  /** Mean attempts per episode; null where retries were not run. */
  callsPerEpisode: number | null
  /** Mean tokens of the first prompt, memory included. */
  promptTokensPerCall: number
  /** Success on tools the agent practised on; null where the split does not apply. */
  ownTools: number | null
  /** Success on other agents' tools; null where the split does not apply. */
  foreignTools: number | null
  /** Paired difference in points against another arm; null for the baseline itself. */
  difference: (Estimate & { baseline: string }) | null
}

/** What a comparison should reach; both bounds are inclusive. */
export interface Goal {
  min: number | null
  max: number | null
}

/** One named figure. */
export interface Comparison {
  /** Stable name, e.g. `shared-minus-own`. */
  id: string
  /** What it says, in words. */
  label: string
  value: number
  /** Bounds of the 95 % interval; both null where none was computed. */
  low: number | null
  high: number | null
  unit: ComparisonUnit
  /** Pairs it rests on; null where it is not a mean over pairs. */
  n: number | null
  /** Tools it rests on. */
  tools: number | null
  goal: Goal | null
  /** Whether the value meets the goal ({@link meetsGoal}); null without one. */
  holds: boolean | null
}

/** A tool of the suite and how each arm did on its tasks. */
export interface ToolRow {
  name: string
  /** Agent that practised on it; null where nobody did. */
  owner: string | null
  errorGrade: ErrorGrade
  /** The house rules, as sentences. */
  rules: string[]
  /** Kinds of the rules, e.g. `date-order`, `bracket`. */
  kinds: string[]
  /** One entry per arm that was tested on it. */
  scores: { arm: string; n: number; success: number }[]
}

/** What an experience says. Written by other people's models: data, never instructions or markup. */
export interface ExperienceContent {
  form: ExperienceForm
  /** The sentence; null for a bare example. */
  text: string | null
  /** A request and the call that was accepted; null for a bare sentence. */
  example: { input: string; output: string } | null
}

/** An experience that passed its author's gate. */
export interface ExperienceRow extends ExperienceContent {
  /** Content address of the record. */
  cid: string
  /** What it is about: the tool's name. */
  domain: string
  /** Agent that learnt it. */
  author: string
  gate: GateResult
  /** Stake-weighted median of the votes in per mille; null while nobody has voted. */
  quality: number | null
  votes: { voter: string; score: number }[]
  status: ExperienceStatus
  /** Why it is not shared; null when it is. */
  reason: string | null
  /** First-attempt success of other agents on its tool's test tasks; null where it was not tested. */
  effect: { without: number; with: number; n: number } | null
}

/** The paired holdout trial an experience had to pass. */
export interface GateResult {
  tasks: number
  /** Tasks that succeeded only with it. */
  wins: number
  /** Tasks that succeeded only without it. */
  losses: number
  /** P(gain > 0) of the form that was kept. */
  probability: number
  /** Success of every form that was tried, the kept one among them. */
  forms: { form: ExperienceForm; success: number }[]
}

/** A proposal its own author's gate refused. */
export interface RejectedProposal extends ExperienceContent {
  agent: string
  domain: string
  /** One sentence. */
  reason: string
}

/** What the poisoner published and what became of it. */
export interface PoisonRow extends ExperienceContent {
  author: string
  domain: string
  /** One sentence: which check caught it. */
  reason: string
  /** Final quality in per mille; null where it was refused before any vote. */
  quality: number | null
  /** Its share of the bond lost, in wei: one bond stands behind all records of an entry. */
  slashedWei: string
  /** Prompts of verifying agents it stood in. */
  promptsReached: number
}

/** Traffic of all nodes together. */
export interface NetworkCosts {
  /** Bytes of gossip payloads sent. */
  announcementBytes: number
  /** Bytes of blocks fetched by CID. */
  blockBytesFetched: number
  /** Gossip messages sent. */
  messages: number
}

/** What the registry saw. */
export interface ChainCosts {
  entries: number
  votes: number
  slashed: number
  gasUsed: number
}

/** LLM work of one stage. */
export interface StageUsage {
  stage: string
  /** Calls really made (or read from a recording). */
  calls: number
  /** Calls answered by an earlier identical one. */
  callsReused: number
  /** Calls the dry run foretold. */
  predictedCalls: number
  promptTokens: number
  completionTokens: number
  /** Sum of the calls' durations when they were really made. */
  modelSeconds: number
}

/** Something that happened. */
export interface TimelineEvent {
  /** Position, from 0, without gaps. */
  order: number
  /** LLM seconds spent when it happened: the run's clock. */
  modelSeconds: number
  stage: string
  /** Agent concerned; null for the run as a whole. */
  agent: string | null
  /** What happened, a few words. */
  event: string
  detail: string
}

/** Whether a value lies within a goal's bounds. */
export function meetsGoal(value: number, { min, max }: Goal): boolean {
  return (min === null || value >= min) && (max === null || value <= max)
}
