/**
 * The sum of 16 lanes, folded in halves: lane l takes lane l + 8, then + 4, + 2, + 1. The lanes are overwritten.
 *
 * @param lanes 16 partial sums; term i of the whole was added to lane i mod 16, in rising order
 */
export function foldLanes(lanes: Float64Array): number {
  for (let width = 8; width > 0; width >>= 1) {
    for (let lane = 0; lane < width; lane++) lanes[lane]! += lanes[lane + width]!
  }
  return lanes[0]!
}
