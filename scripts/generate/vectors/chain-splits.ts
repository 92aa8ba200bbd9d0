import { splitLostBond } from '../../../src/protocol/chain/split-lost-bond.ts'
import { splitRejection } from '../../../src/protocol/chain/split-rejection.ts'
import { splitRevenue } from '../../../src/protocol/chain/split-revenue.ts'
import { lowQualityLoss, splitSlash } from '../../../src/protocol/chain/split-slash.ts'
import { createDraws, type Draws, toColumns } from './chain-draws.ts'

/** Splits of fees, slashes, lost bonds and rejected proposals. */
export function createChainSplitVectors(): object {
  const draws = createDraws('chain-splits')
  const rows = <T>(count: number, make: () => T): T[] => Array.from({ length: count }, make)
  return {
    description:
      'How money is split, in wei. Of a slash: what an entry below the floor loses of its bond, and where that goes; challenged says whether somebody challenged its quality.',
    revenue: toColumns(
      rows(1000, () => {
        const amount = draws.uint(256)
        return { amount, ...splitRevenue(amount) }
      }),
    ),
    slashes: toColumns(rows(200, () => slashOf(draws))),
    lost: toColumns(
      rows(500, () => {
        const amount = draws.uint(128)
        const { burnedWei: burned, toWinnerWei: toWinner } = splitLostBond(amount)
        return { amount, burned, toWinner }
      }),
    ),
    rejections: toColumns(
      rows(300, () => {
        const bond = draws.uint(106)
        const refuted = draws.oneIn(2)
        const {
          burnedWei: burned,
          bountyWei: bounty,
          pooledWei: pooled,
        } = splitRejection(bond, refuted)
        return { bond, refuted, burned, bounty, pooled }
      }),
    ),
  }
}

function slashOf(draws: Draws) {
  const bond = 2n + draws.uint(64)
  const burnShare = draws.pick([500, 1000, 500 + draws.below(501)])
  const bountyShare = draws.pick([0, 1000 - burnShare, draws.below(1001 - burnShare)])
  const bountyCap = draws.oneIn(2) ? (1n << 96n) - 1n : draws.uint(64)
  const lowQualityShare = draws.pick([0, 1, 500, 1000, draws.below(1001)])
  const challenged = draws.oneIn(2)
  const lost = lowQualityLoss(bond, lowQualityShare)
  const profile = { burnShare, bountyShare, bountyCapWei: bountyCap }
  const {
    burnedWei: burned,
    bountyWei: bounty,
    pooledWei: pooled,
  } = splitSlash(lost, profile, challenged)
  const terms = { bond, burnShare, bountyShare, bountyCap, lowQualityShare, challenged }
  return { ...terms, lost, burned, bounty, pooled }
}
