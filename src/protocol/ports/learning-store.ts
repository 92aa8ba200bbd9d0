/** What was offered to one task. It is written before the task is tried, so that the outcome can be credited. */
export interface RecallRecord {
  /** 32 lower-case hex characters. */
  id: string
  /** The task as it was recalled for. */
  task: string
  /** What the task is about, where the agent knew. */
  domain: string | undefined
  /** The model that was to do the task. */
  model: string
  /** What was found for it, in the prompt's order; what is not `injected` was left out by the draw. */
  offered: readonly { cid: string; injected: boolean }[]
}

/** One answer of an agent and what is known of it. */
export interface AttemptRecord {
  answer: string
  /** Whether it was accepted; undefined where nobody said. */
  passed: boolean | undefined
  /** What the environment said to it; empty for nothing. */
  message: string
  /** Correctness of parts of the answer, by name, where it is known. */
  fields: Readonly<Record<string, boolean>>
}

/** A task that an agent did, as it was reported. */
export interface EpisodeRecord {
  /** The recall that it answers; one episode a recall. */
  recallId: string
  task: string
  domain: string | undefined
  model: string
  /** In the order in which they were made, at least one. */
  attempts: readonly AttemptRecord[]
  /** 0…1000. */
  reward: number
  /** Embedding of the task's text. */
  embedding: Float32Array
}

/** Outcomes of tasks in one arm. */
export interface ArmCounts {
  trials: number
  /** Sum of the rewards, 0…1000 each. */
  rewards: number
}

/** What became of tasks that an experience was found for, with it in the prompt and without. */
export interface CreditRecord {
  /** CID of the experience. */
  cid: string
  /** The model that did the tasks. */
  model: string
  with: ArmCounts
  without: ArmCounts
}

/** How much a store keeps for credit and traffic. */
export interface LearningLimits {
  /** Recalls; older ones are forgotten, and so cannot be reported on. */
  recalls: number
  /** Episodes; older ones are forgotten, their credit stays. */
  episodes: number
}

/** What every store keeps unless told otherwise. */
export const LEARNING_LIMITS: LearningLimits = { recalls: 10_000, episodes: 10_000 }

/** The part of a node's memory that credit and learning from traffic need. */
export interface LearningStore {
  /**
   * Keeps a recall; the newest 10,000 stay.
   * @throws DsoError `FORMAT_INVALID` for text that is not Unicode, or an id that is taken
   */
  saveRecall(recall: RecallRecord): Promise<void>
  /** One recall; undefined when it never was or is forgotten. */
  getRecall(id: string): Promise<RecallRecord | undefined>

  /**
   * Keeps the episode of a recall and adds to the credits, in one transaction; the newest 10,000 stay. A
   * refused one adds nothing.
   * @throws DsoError `RECALL_UNKNOWN`, `OUTCOME_REPEATED`, `FORMAT_INVALID`, `SCORE_OUT_OF_RANGE`, `VALUE_NOT_FINITE`
   */
  saveEpisode(episode: EpisodeRecord, credits: readonly CreditRecord[]): Promise<void>
  /** Episodes in the order of saving, all of them or those of one domain. */
  listEpisodes(filter?: { domain?: string }): Promise<EpisodeRecord[]>

  /** What is known of experiences under a model, in the order of the CIDs; those nobody reported on are left out. */
  listCredits(model: string, cids: readonly string[]): Promise<CreditRecord[]>
}
