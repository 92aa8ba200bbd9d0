import { computeReward } from '../../../src/protocol/chain/compute-reward.ts'
import { WAD } from '../../../src/protocol/chain/normalise-terms.ts'
import { shareEmission } from '../../../src/protocol/chain/share-emission.ts'
import { createDraws, toColumns, toList } from './chain-draws.ts'

/** Rewards in fixed point, and how an emission is shared by them. */
export function createChainRewardVectors(): object {
  const draws = createDraws('chain-reward')
  const signed = () => (draws.oneIn(3) ? -draws.uint(90) : draws.uint(90))
  const weight = (usual: bigint) => draws.pick([usual, draws.uint(64)])
  const cases = Array.from({ length: 1500 }, () => {
    const terms = { information: signed(), utility: signed(), cost: draws.uint(90) }
    const weights = { information: weight(WAD), utility: weight(WAD / 2n), cost: weight(WAD / 10n) }
    return {
      ...terms,
      gamma: weights.information,
      beta: weights.utility,
      lambda: weights.cost,
      reward: computeReward(terms, weights),
    }
  })
  const shared: { reward: bigint; payout: bigint }[] = []
  const epochs = Array.from({ length: 100 }, (_, place) => {
    const emission = draws.uint(96)
    const rewards = Array.from({ length: draws.below(20) }, () => (place === 0 ? -1n : signed()))
    const capPerMille = draws.pick([100, 1000, draws.below(1001)])
    const { payouts, carried } = shareEmission({ emission, rewards, capPerMille })
    for (const [i, reward] of rewards.entries()) shared.push({ reward, payout: payouts[i]! })
    return { emission, capPerMille, count: rewards.length, carried }
  })
  return {
    description:
      'R = floor((gamma · information + beta · utility − lambda · cost) / 10^18), all with 18 decimals. An epoch shares its emission in proportion to max(0, R), each share rounded down and capped; epoch i takes the next count[i] of the shares.',
    cases: toColumns(cases),
    epochs: toColumns(epochs),
    shares: {
      reward: toList(shared.map(({ reward }) => reward)),
      payout: toList(shared.map(({ payout }) => payout)),
    },
  }
}
