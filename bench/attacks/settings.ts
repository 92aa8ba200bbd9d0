/** How far the honest are from what they speak of. */
export interface Dispersion {
  /** Name in figures: a hundred times the cosine between two honest vectors. */
  id: string
  /** Length of the noise that an honest vector has, the truth having length 1. */
  spread: number
}

/** The size of the laboratory. */
export interface LaboratorySettings {
  dimension: number
  /** Concepts in the collection that queries search, a multiple of `topics`. */
  concepts: number
  topics: number
  /** Cosine between two concepts of a topic. */
  topicCosine: number
  /** Vectors that are aggregated into one concept. */
  contributors: number
  /** Concepts that are attacked in turn, for the aggregators that run fast. */
  attacked: number
  /** The first of these, for the others. */
  attackedSlowly: number
  /** Queries for each attacked concept. */
  queries: number
  /** Share of the queries that the mean of honest vectors has to answer: sets their noise. */
  cleanRecall: number
  dispersions: readonly Dispersion[]
  /** Liars in percent of the contributors; 0 comes first. */
  faultyPercents: readonly number[]
}

/** What is published. */
export const PUBLISHED_SETTINGS: LaboratorySettings = {
  dimension: 7680,
  concepts: 2000,
  topics: 100,
  topicCosine: 0.7,
  contributors: 100,
  attacked: 150,
  attackedSlowly: 10,
  queries: 10,
  cleanRecall: 0.95,
  dispersions: [
    { id: 'cos61', spread: 0.8 },
    { id: 'cos31', spread: 1.5 },
    { id: 'cos14', spread: 2.5 },
  ],
  faultyPercents: [0, 10, 20, 30, 40, 49],
}

/** Rank that the concept asked for may have at most. */
export const RECALL_AT = 5
