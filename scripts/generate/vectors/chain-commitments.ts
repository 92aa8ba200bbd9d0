import { freezeSet } from '../../../src/protocol/chain/freeze-set.ts'
import { hashBallots } from '../../../src/protocol/chain/hash-ballots.ts'
import { FAULTS, hashChallenge } from '../../../src/protocol/chain/hash-challenge.ts'
import { hashRefutation } from '../../../src/protocol/chain/hash-refutation.ts'
import { weighEntry } from '../../../src/protocol/chain/weigh-entry.ts'
import type { Fault } from '../../../src/protocol/ports.ts'
import { createDraws, type Draws, toColumns } from './chain-draws.ts'

const CASES = 300

/** Commitments to votes, challenges and refutations; weights and hashes of the sets that are aggregated. */
export function createChainCommitmentVectors(): object {
  const draws = createDraws('chain-commitments')
  const place = { chainId: 31_337, verifyingContract: draws.hex(20) }
  const rows = <T>(count: number, make: (index: number) => T): T[] =>
    Array.from({ length: count }, (_, index) => make(index))
  const ballots: { id: bigint; score: number }[] = []
  const members: { id: bigint; merkleRoot: string; bond: bigint; quality: number }[] = []
  return {
    description:
      'Hashes that contracts and clients must agree on. contract is registry, court and oracle at once. List i takes the next count[i] ballots, set i the next count[i] members. A lane of 2^256 − 1 stands for a leaf that breaks its schema. weights: of one entry in units of 10^9 wei.',
    chainId: place.chainId,
    contract: place.verifyingContract,
    lists: toColumns(
      rows(CASES, (index) => {
        const count = index === 0 ? 128 : 1 + draws.below(6)
        let id = 0n
        const own = rows(count, () => {
          id += 1n + draws.uint(20)
          return { id, score: draws.below(1001) }
        })
        ballots.push(...own)
        const sealed = { epoch: draws.uint(40), voter: draws.hex(20), salt: draws.hex(32) }
        return { count, ...sealed, hash: hashBallots(place, { ...sealed, ballots: own }) }
      }),
    ),
    challenges: toColumns(
      rows(CASES, () => {
        const fault = draws.pick(Object.keys(FAULTS) as Fault[])
        const payload = draws.hex(draws.below(33))
        const sealed = { entryId: draws.uint(32), challenger: draws.hex(20), salt: draws.hex(32) }
        const hash = hashChallenge(place, { ...sealed, fault, payload })
        return { ...sealed, fault: FAULTS[fault], payload, hash }
      }),
    ),
    refutations: toColumns(
      rows(CASES, () => {
        const lane = draws.oneIn(4) ? undefined : draws.below(1024)
        const sealed = {
          id: draws.uint(32),
          leafIndex: draws.below(4096),
          above: lane !== undefined && draws.oneIn(2),
          challenger: draws.hex(20),
          salt: draws.hex(32),
        }
        const hash = hashRefutation(place, { ...sealed, lane })
        return { ...sealed, lane: lane ?? (1n << 256n) - 1n, hash }
      }),
    ),
    weights: toColumns(
      rows(1000, () => {
        const scale = scaleOf(draws)
        const [bond, quality] = [draws.uint(96), draws.below(1001)]
        return { ...scale, bond, quality, weight: weighEntry(scale, bond, quality) }
      }),
    ),
    sets: toColumns(
      rows(60, () => {
        const scale = scaleOf(draws)
        const own = rows(draws.below(9), () => ({
          id: draws.uint(32),
          merkleRoot: draws.hex(32),
          bondWei: draws.uint(96),
          quality: draws.below(1001),
        }))
        for (const { bondWei: bond, ...rest } of own) members.push({ ...rest, bond })
        const { setHash, frozenHash, total, largestBondWei: largestBond } = freezeSet(scale, own)
        return { ...scale, count: own.length, setHash, frozenHash, total, largestBond }
      }),
    ),
    ballots: toColumns(ballots),
    members: toColumns(members),
  }
}

function scaleOf(draws: Draws) {
  return { cap: 1n + draws.uint(55), qLow: draws.pick([100, 500, 1000, 100 + draws.below(901)]) }
}
