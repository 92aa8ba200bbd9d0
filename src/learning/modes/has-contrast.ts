import type { Group } from '../collect-group.ts'

/**
 * Whether a group holds both refused and accepted calls, in different rollouts or within one. Rewards that differ imply
 * it; a group of equal rewards, whatever their mean, has nothing to tell. What nobody judged is neither.
 */
export function hasContrast({ episodes }: Pick<Group, 'episodes'>): boolean {
  const outcomes = episodes
    .flatMap(({ attempts }) => attempts)
    .filter(({ verdict }) => verdict.unjudged !== true)
    .map(({ verdict }) => verdict.success)
  return new Set(outcomes).size > 1
}
