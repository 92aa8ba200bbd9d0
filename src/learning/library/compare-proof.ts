import type { Evidence } from '../../protocol/experience/experience.ts'

/**
 * Orders evidence, the better proved first: by the lower bound of the gain, then by wins minus losses, then by how much
 * was tried. 0 when nothing tells them apart.
 */
export function compareProof(a: Evidence, b: Evidence): number {
  return b.gainLower - a.gainLower || b.wins - b.losses - (a.wins - a.losses) || b.tasks - a.tasks
}
