import { DsoError } from '../../protocol/errors.ts'
import type { CreditEstimate } from '../credit/estimate-credit.ts'
import type { MemoryItem } from '../memory.ts'
import { renderMemory } from '../prior/render-memory.ts'
import { chooseDiverse } from './choose-diverse.ts'
import { estimateTokens } from './estimate-tokens.ts'
import { fuseRanks } from './fuse-ranks.ts'

/** An experience that may be used, as the two searches found it. */
export interface RetrievalCandidate {
  cid: string
  domain: string
  item: MemoryItem
  vector: Float32Array
  /** Cosine to the task; undefined where the search by meaning did not find it. */
  cosine: number | undefined
  /** BM25 against the task's words; undefined where no word is shared. */
  bm25: number | undefined
  credit: CreditEstimate
}

/** Why an experience was taken: what each stage said of it. */
export interface RetrievalEvidence {
  /** `all-fit`: everything usable fits, so nothing had to be chosen; `ranked`: it was among the best. */
  reason: 'all-fit' | 'ranked'
  /** Place in the search by meaning, from 1; null where it was not found. */
  vectorRank: number | null
  cosine: number | null
  /** Place in the search by words, from 1; null where no word is shared. */
  textRank: number | null
  bm25: number | null
  /** Both places in one number. */
  fused: number
  /** What the credit multiplied it with, 0…2; 1 where nothing is known. */
  prior: number
  /** Quality of its credit, 0…1, and the tasks that it rests on. */
  quality: number
  trials: number
  /** Largest cosine to what was taken before it; null where nothing was ranked. */
  redundancy: number | null
  /** Tokens that it adds to the prompt, estimated. */
  tokens: number
}

/** An experience that was taken. */
export interface RetrievedExperience {
  cid: string
  domain: string
  item: MemoryItem
  evidence: RetrievalEvidence
}

/** What {@link retrieveExperiences} was asked for. */
export interface RetrieveOptions {
  /** Most tokens of the slot, heading included, ≥ 0. */
  tokenBudget: number
  /** Most experiences, ≥ 0. Default: as many as fit, and 5 where not all do. */
  limit?: number
  /** Whether everything is taken in the given order when it fits, without ranking. Default true. */
  allWhenFit?: boolean
  /** Weight of relevance against diversity, 0…1. Default 0.8. */
  balance?: number
  /** Counts the tokens of a text. Default {@link estimateTokens}. */
  countTokens?: (text: string) => number
}

/** What was found. */
export interface RetrieveResult {
  mode: 'all-fit' | 'ranked'
  taken: RetrievedExperience[]
  /** CIDs left out because they were found to do harm: their whole belief lies below no effect. */
  harmful: string[]
  /** Candidates that were considered. */
  considered: number
  /** Tokens of the rendered slot, estimated. */
  tokens: number
}

/** Experiences taken when not all fit, unless told otherwise. */
const RANKED_LIMIT = 5

/**
 * Chooses what enters a prompt. Harmful experiences are left out first. When all others fit, all are taken: a choice can
 * only lose something. Otherwise the places in both searches are fused, multiplied by what the credit says, and taken one
 * by one, each the most relevant that is unlike what was taken, as long as the budget lasts; one that is too long
 * does not end it.
 *
 * @param candidates in the order in which they stand in a prompt when all fit
 * @throws DsoError `OPTION_INVALID` for a budget or limit that is not ≥ 0
 */
export function retrieveExperiences(
  candidates: readonly RetrievalCandidate[],
  options: RetrieveOptions,
): RetrieveResult {
  const { tokenBudget, allWhenFit = true, countTokens = estimateTokens } = options
  for (const [option, value] of Object.entries({ tokenBudget, limit: options.limit ?? 0 })) {
    if (!(value >= 0)) throw new DsoError('OPTION_INVALID', { details: { option, value } })
  }
  const harmful = candidates.filter(({ credit }) => credit.trials > 0 && credit.upper < 0)
  const usable = candidates.filter((candidate) => !harmful.includes(candidate))
  const slot = (items: readonly MemoryItem[]): number => countTokens(renderMemory(items))
  const allFit =
    allWhenFit &&
    usable.length <= (options.limit ?? Infinity) &&
    slot(usable.map(({ item }) => item)) <= tokenBudget
  const mode = allFit ? 'all-fit' : 'ranked'
  const limit = options.limit ?? (allFit ? Infinity : RANKED_LIMIT)

  const evidenceOf = rankAll(candidates)
  const byCid = new Map(usable.map((candidate) => [candidate.cid, candidate]))
  const order = allFit
    ? usable.map(({ cid }) => ({ cid, redundancy: null }))
    : rank(usable, evidenceOf, limit, options.balance)
  const taken: RetrievedExperience[] = []
  for (const { cid, redundancy } of order) {
    if (taken.length === limit) break
    const { domain, item } = byCid.get(cid)!
    const items = taken.map((each) => each.item)
    const tokens = slot([...items, item]) - slot(items)
    if (!allFit && slot([...items, item]) > tokenBudget) continue
    taken.push({
      cid,
      domain,
      item,
      evidence: { ...evidenceOf(cid), reason: mode, redundancy, tokens },
    })
  }
  return {
    mode,
    taken,
    harmful: harmful.map(({ cid }) => cid),
    considered: candidates.length,
    tokens: slot(taken.map(({ item }) => item)),
  }
}

type Ranked = Omit<RetrievalEvidence, 'reason' | 'redundancy' | 'tokens'>

function rankAll(candidates: readonly RetrievalCandidate[]): (cid: string) => Ranked {
  const listOf = (score: (candidate: RetrievalCandidate) => number | undefined): string[] =>
    candidates
      .filter((candidate) => score(candidate) !== undefined)
      .toSorted((a, b) => score(b)! - score(a)! || (a.cid < b.cid ? -1 : 1))
      .map(({ cid }) => cid)
  const byVector = listOf(({ cosine }) => cosine)
  const byText = listOf(({ bm25 }) => bm25)
  const placeIn = (list: readonly string[]): Map<string, number> =>
    new Map(list.map((cid, index) => [cid, index + 1]))
  const [vectorRanks, textRanks] = [placeIn(byVector), placeIn(byText)]
  const fused = fuseRanks([byVector, byText])
  const byCid = new Map(candidates.map((candidate) => [candidate.cid, candidate]))
  return (cid) => {
    const { cosine, bm25, credit } = byCid.get(cid)!
    return {
      vectorRank: vectorRanks.get(cid) ?? null,
      cosine: cosine ?? null,
      textRank: textRanks.get(cid) ?? null,
      bm25: bm25 ?? null,
      fused: fused.get(cid) ?? 0,
      // Twice the probability that the task with it is the one that succeeds, if one of a pair does.
      prior: 2 / (1 + Math.exp(-credit.logOdds)),
      quality: credit.quality,
      trials: credit.trials,
    }
  }
}

/** Candidates that diversity chooses among, for each that may be taken: far below, newness would beat relevance. */
const SHORTLIST = 4

function rank(
  usable: readonly RetrievalCandidate[],
  evidenceOf: (cid: string) => Ranked,
  limit: number,
  balance: number | undefined,
): { cid: string; redundancy: number }[] {
  const valued = usable
    .map(({ cid, vector }) => {
      const { fused, prior } = evidenceOf(cid)
      return { id: cid, vector, relevance: fused * prior }
    })
    .filter(({ relevance }) => relevance > 0)
    .toSorted((a, b) => b.relevance - a.relevance || (a.id < b.id ? -1 : 1))
  const shortlist = valued.slice(0, SHORTLIST * Math.ceil(limit))
  return chooseDiverse(shortlist, balance === undefined ? {} : { balance }).map(
    ({ id, redundancy }) => ({ cid: id, redundancy }),
  )
}
