import { checkCount } from '../../protocol/aggregate/check-count.ts'
import { DsoError } from '../../protocol/errors.ts'
import { groupAdvantages } from './group-advantages.ts'
import { type VocabularyMap, NO_BIN } from './map-vocabulary.ts'
import type { TokenPrior, TokenPriorRow } from './token-prior.ts'

/** The rollouts of one task. */
export interface TokenGroup {
  /** Element of the schema that the task's context belongs to; negative where it belongs to none. */
  element: number
  rollouts: readonly {
    /** 0…1. */
    reward: number
    /** Tokens of the answer, of the model that was mapped. */
    tokens: ArrayLike<number>
  }[]
}

/** What a prior is estimated from. */
export interface EstimateTokenPriorOptions {
  vocabulary: VocabularyMap
  groups: readonly TokenGroup[]
  /**
   * Groups of an element in which a bin must have been used differently, ≥ 1. One task's values are no habit, and what
   * only one task's answers contain is not to be told to others. Default 2.
   */
  leastGroups?: number
}

/** What cancels out leaves a rounding error, and a rounding error has a sign too. */
const ROUNDING = 1e-12

interface Entry {
  sum: number
  groups: number
}

/**
 * Estimates a token prior from group-relative advantages (seed A §3.1): an entry is the mean over an element's groups of
 * (1 / G) Σ Aᵢ uᵢ, where uᵢ is the share of rollout i's tokens that fall into the bin. It is positive where better
 * rollouts used the bin more than worse ones. Long rollouts count no more than short ones; groups in which all rewards
 * are equal say nothing, and empty rollouts used nothing.
 *
 * The values are no logits yet: their scale is fitted to a teacher's by fitRowScale.
 *
 * @throws DsoError `SAMPLE_EMPTY` for a group without rollouts, `REWARD_OUT_OF_RANGE`, `OPTION_INVALID` for a token that
 *   is not in the vocabulary, an element that is no integer, or `leastGroups`
 */
export function estimateTokenPrior({
  vocabulary,
  groups,
  leastGroups = 2,
}: EstimateTokenPriorOptions): TokenPrior {
  checkCount('leastGroups', leastGroups, { least: 1, most: 1e9 })
  const elements = new Map<number, { groups: number; entries: Map<number, Entry> }>()
  for (const [index, { element, rollouts }] of groups.entries()) {
    if (!Number.isSafeInteger(element)) {
      throw new DsoError('OPTION_INVALID', {
        details: { field: `groups[${index}].element`, element },
      })
    }
    const advantages = groupAdvantages(rollouts.map(({ reward }) => reward))
    if (advantages === undefined || element < 0) continue
    const row = elements.get(element) ?? { groups: 0, entries: new Map<number, Entry>() }
    elements.set(element, row)
    row.groups++
    for (const [bin, excess] of excessUse(rollouts, advantages, vocabulary)) {
      const entry = row.entries.get(bin) ?? { sum: 0, groups: 0 }
      row.entries.set(bin, { sum: entry.sum + excess, groups: entry.groups + 1 })
    }
  }
  const rows = [...elements]
    .toSorted(([a], [b]) => a - b)
    .map(([element, row]) => toRow(element, row, leastGroups))
    .filter(({ bins }) => bins.length > 0)
  return { schema: vocabulary.schema, rows }
}

/** (1 / G) Σ A u of every bin that the group used, without those where it cancels out. */
function excessUse(
  rollouts: TokenGroup['rollouts'],
  advantages: Float64Array,
  { binOf }: VocabularyMap,
): Map<number, number> {
  const use = new Map<number, number>()
  for (const [index, { tokens }] of rollouts.entries()) {
    const worth = advantages[index]! / (rollouts.length * tokens.length)
    for (let i = 0; i < tokens.length; i++) {
      const bin = binOf[tokens[i]!]
      if (bin === undefined) {
        throw new DsoError('OPTION_INVALID', {
          details: { field: `rollouts[${index}].tokens`, token: tokens[i], size: binOf.length },
        })
      }
      if (bin !== NO_BIN) use.set(bin, (use.get(bin) ?? 0) + worth)
    }
  }
  for (const [bin, excess] of use) if (Math.abs(excess) < ROUNDING) use.delete(bin)
  return use
}

function toRow(
  element: number,
  { groups, entries }: { groups: number; entries: Map<number, Entry> },
  leastGroups: number,
): TokenPriorRow {
  const kept = [...entries]
    .map(([bin, { sum, groups: seen }]) => ({ bin, seen, value: Math.fround(sum / groups) }))
    .filter(({ seen, value }) => seen >= leastGroups && Math.abs(value) >= ROUNDING)
    .toSorted((a, b) => a.bin - b.bin)
  return {
    element,
    bins: Uint32Array.from(kept, ({ bin }) => bin),
    values: Float32Array.from(kept, ({ value }) => value),
  }
}
