import { decodeAbiParameters, encodeEventTopics, parseAbi } from 'viem'
import type { ForgeLog } from './forge-report.ts'

/** One measured operation: gas of a whole transaction unless its note says otherwise. */
export interface GasLine {
  name: string
  gas: number
}

/** What an operation should cost at most, and what it is compared with. */
export interface GasGoal {
  name: string
  /** Gas; absent where there is nothing to compare with but the victim. */
  most?: number
  /** The line of the seed's contract, as printed, that does the same. */
  victim?: string
  /** What was measured, where the name does not say it. */
  note?: string
}

/**
 * The operations that must be measured, with the gas that each may cost. A line that is measured and not named here is
 * kept in the snapshot and has no goal.
 */
export const GAS_GOALS: readonly GasGoal[] = [
  { name: 'submit', most: 95_000, victim: 'victim-submit', note: 'bond from the ledger' },
  { name: 'commit', most: 55_000, note: 'one list of scores, whatever its length' },
  {
    name: 'reveal-per-score',
    most: 55_000,
    victim: 'victim-vote',
    note: 'mean over 20 voters with lists of 10',
  },
  { name: 'vote-direct', victim: 'victim-vote', note: 'second of two votes, without commitments' },
  {
    name: 'tally',
    most: 90_000,
    note: 'exact weighted median and both floors, median in the middle of its lane',
  },
  { name: 'tally-worst', note: 'median at the end of its lane' },
  { name: 'finalise', most: 90_000, note: 'after the tally' },
  { name: 'finalise-first-of-epoch', note: 'opens the page of its schema and epoch' },
  { name: 'finalise-with-tally' },
  {
    name: 'slash',
    most: 90_000,
    victim: 'victim-slash',
    note: 'a ruling of the court; insurance and challenger have earned before',
  },
  { name: 'slash-first', note: 'the first of a network' },
  { name: 'slash-low-quality', note: 'with a challenger, after the tally' },
  { name: 'withdraw', most: 70_000 },
  { name: 'bond-deposit' },
  { name: 'challenge' },
  { name: 'court-commit' },
  { name: 'court-open', note: 'a leaf that breaks its schema' },
  { name: 'verdict-21', most: 200_000, note: '21 signers' },
  { name: 'propose-64', victim: 'victim-aggregate-64', note: '64 entries' },
  { name: 'challenge-leaf-64', most: 600_000, note: '33 openings of 30 leaves' },
  { name: 'challenge-leaf-128', most: 1_200_000, note: '65 openings of 30 leaves' },
  { name: 'merkle-verify-8', most: 10_000, note: 'the call alone, depth 8' },
  { name: 'merkle-verify-12', most: 10_000, note: 'the call alone, depth 12' },
  { name: 'merkle-verify-16', most: 10_000, note: 'the call alone, depth 16' },
  { name: 'claim-reward', note: '65,536 leaves' },
  { name: 'governor-propose' },
  { name: 'governor-vote' },
  { name: 'governor-vote-quorum', note: 'the vote that reaches the quorum' },
  { name: 'facade-submit', victim: 'victim-zoo-submit' },
  { name: 'facade-vote', victim: 'victim-zoo-vote' },
]

/** What no contract of this repository does, so that nothing can be measured. */
export const GAS_ABSENT: readonly { name: string; reason: string }[] = [
  { name: 'merkle-verify-20', reason: 'a tree has at most 65,536 leaves, depth 16' },
  { name: 'merkle-verify-24', reason: 'a tree has at most 65,536 leaves, depth 16' },
  { name: 'p256-verify', reason: 'there is no attestation hub yet' },
  { name: 'sgx-quote', reason: 'there is no attestation hub yet' },
  { name: 'groth16-verify', reason: 'no contract verifies such proofs yet' },
  { name: 'semaphore-validate', reason: 'no contract verifies such proofs yet' },
]

/** How much more than in the snapshot a line may cost. */
const TOLERANCE = 0.02

const ABI = parseAbi(['event GasLine(string name, uint256 gas)'])
/** Topic of the event. */
const [TOPIC] = encodeEventTopics({ abi: ABI, eventName: 'GasLine' })

/** The gas lines among the events of a run, by name. @throws RangeError when two tests measure the same line */
export function readGasLines(logs: readonly ForgeLog[]): GasLine[] {
  const lines = logs.flatMap(({ topics, data }) => {
    if (topics[0] !== TOPIC) return []
    const [name, gas] = decodeAbiParameters(ABI[0].inputs, data)
    return [{ name, gas: Number(gas) }]
  })
  const twice = lines.find(
    ({ name }, place) => lines.findIndex((each) => each.name === name) < place,
  )
  if (twice !== undefined) throw new RangeError(`two tests measure ${twice.name}`)
  return lines.toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

/** The snapshot's text. */
export function formatSnapshot(lines: readonly GasLine[]): string {
  return `${JSON.stringify(Object.fromEntries(lines.map(({ name, gas }) => [name, gas])), null, 2)}\n`
}

/**
 * What is wrong with a run against the committed snapshot: lines that cost more than two percent more, that are gone, or
 * that are not in it yet.
 */
export function compareGas(
  lines: readonly GasLine[],
  snapshot: Readonly<Record<string, number>>,
): string[] {
  const measured = new Map(lines.map(({ name, gas }) => [name, gas]))
  const gone = Object.keys(snapshot)
    .filter((name) => !measured.has(name))
    .map((name) => `${name} is in the snapshot and was not measured`)
  const changed = lines.flatMap(({ name, gas }) => {
    const before = snapshot[name]
    if (before === undefined) return [`${name} is not in the snapshot: ${gas}`]
    if (gas <= before * (1 + TOLERANCE)) return []
    return [
      `${name} costs ${gas}, ${((100 * gas) / before - 100).toFixed(1)} % more than ${before}`,
    ]
  })
  return [...gone, ...changed]
}

/** The table of a run: every line beside its goal, the victim's and the snapshot's. */
export function describeGas(
  lines: readonly GasLine[],
  snapshot: Readonly<Record<string, number>>,
): string {
  const measured = new Map(lines.map(({ name, gas }) => [name, gas]))
  const header = ['operation', 'gas', 'goal', '', 'victim', 'snapshot', '']
  const rows = lines
    .filter(({ name }) => !name.startsWith('victim-'))
    .map(({ name, gas }) => {
      const goal = GAS_GOALS.find((each) => each.name === name)
      const most = goal?.most
      return [
        name,
        String(gas),
        most === undefined ? '' : `≤ ${most}`,
        most === undefined ? '' : gas <= most ? 'met' : 'missed',
        goal?.victim === undefined ? '' : String(measured.get(goal.victim) ?? '–'),
        String(snapshot[name] ?? '–'),
        goal?.note ?? '',
      ]
    })
  const widths = header.map((_, column) =>
    Math.max(...[header, ...rows].map((row) => row[column]?.length ?? 0)),
  )
  return [header, ...rows]
    .map((row) =>
      row
        .map((cell, column) => {
          const width = widths[column] ?? 0
          return [1, 2, 4, 5].includes(column) ? cell.padStart(width) : cell.padEnd(width)
        })
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
