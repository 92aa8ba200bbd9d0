/** What came of one way to learn on one domain in one run: what the choice of a model's way rests on. */
export interface ModeCountRecord {
  /** Hash of the model. */
  model: string
  /** Name that the model went by, for tables. */
  name: string
  /** Name of the mode. */
  mode: string
  /** Names the run. */
  run: string
  domain: string
  /** Lessons that it proposed, an integer ≥ 0. */
  proposals: number
  /** Those of them that the gate let through, an integer in 0…`proposals`. */
  accepted: number
  /** Model calls that the proposals cost, those answered from a recording included, an integer ≥ 0. */
  calls: number
}

/** The part of a store that remembers what each way to learn has yielded. */
export interface ModeStore {
  /**
   * Keeps counts, one transaction. The same practice again (model, mode, run and domain) takes the place of what was
   * counted before: a run that is repeated or resumed is no new evidence.
   * @throws DsoError `FORMAT_INVALID` for text that is not Unicode, or numbers that are no such counts
   */
  saveModeCounts(counts: readonly ModeCountRecord[]): Promise<void>
  /** Counts in order of model, run, domain and mode: all of them, or those of one model. */
  listModeCounts(filter?: { model?: string }): Promise<ModeCountRecord[]>
}
