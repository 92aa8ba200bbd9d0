import { type Command, Option } from 'commander'
import { DsoError } from '../../protocol/errors.ts'
import {
  addChainOptions,
  chainNumber,
  chainNumberOrZero,
  type ChainValues,
  runOnNetwork,
} from '../options/chain-options.ts'
import { wholeNumber } from '../options/parse-number.ts'

interface LeavesValues extends ChainValues {
  leaves: string
}

interface ProposeValues extends LeavesValues {
  schema: bigint
  epoch: bigint
  page: bigint
  cid: string
  to?: string
}

interface ChallengeValues extends ChainValues {
  leaves?: string
  aggregate?: string
  request?: number
}

const EXAMPLES = `Examples:
  dso aggregate propose --schema 4 --epoch 12 --leaves leaves --cid bafyrei… --to aggregate.leaves
  dso aggregate verify 3 --leaves leaves
  dso aggregate challenge 3 --leaves leaves --aggregate aggregate.leaves
`
const PROPOSE_EXAMPLES = `Examples:
  dso aggregate propose --schema 4 --epoch 12 --leaves leaves --cid bafyrei… --dry-run
  dso aggregate propose --schema 4 --epoch 12 --page 1 --leaves leaves --cid bafyrei… --to aggregate.leaves
`
const VERIFY_EXAMPLES = `Examples:
  dso aggregate verify 3 --leaves leaves
  dso aggregate verify 3 --leaves leaves --json
`
const CHALLENGE_EXAMPLES = `Examples:
  dso aggregate challenge 3 --leaves leaves --aggregate aggregate.leaves --dry-run
  dso aggregate challenge 3 --request 0
`
const LEAVES_HELP = `
--leaves names a folder: FOLDER/17.leaves holds the leaves of entry 17, one after the other. Each file is checked against
its entry's root on chain.`

/** Registers `dso aggregate propose|verify|challenge`. */
export function addAggregateCommand(program: Command): void {
  const aggregate = program
    .command('aggregate')
    .description('Proposes, checks and refutes aggregates of final entries.')
    .addHelpText('before', EXAMPLES)
  const propose = aggregate
    .command('propose')
    .description('Computes the aggregate of a closed page of final entries and proposes it.')
    .addHelpText('before', PROPOSE_EXAMPLES)
    .addOption(
      new Option('--schema <n>', 'of the entries').argParser(chainNumber).makeOptionMandatory(),
    )
    .addOption(
      new Option('--epoch <n>', 'in which they became final')
        .argParser(chainNumber)
        .makeOptionMandatory(),
    )
    .addOption(
      new Option('--page <n>', 'of 128 entries each').argParser(chainNumberOrZero).default(0n, '0'),
    )
    .requiredOption('--leaves <folder>', "with the entries' leaves")
    .requiredOption('--cid <cid>', "where others can read the aggregate's leaves")
    .option('--to <file>', "gets the aggregate's leaves, one after the other")
    .addHelpText('after', LEAVES_HELP)
  addChainOptions(propose).action(proposePage)
  const verify = aggregate
    .command('verify')
    .argument('<id>', 'number of the aggregate', chainNumber)
    .description('Computes an aggregate anew: right, wrong, or unknown where leaves are missing.')
    .addHelpText('before', VERIFY_EXAMPLES)
    .requiredOption('--leaves <folder>', "with the entries' leaves")
    .addHelpText('after', LEAVES_HELP)
  addChainOptions(verify).action(verifyAggregate)
  const challenge = aggregate
    .command('challenge')
    .argument('<id>', 'number of the aggregate', chainNumber)
    .description('Refutes an aggregate by its first wrong element, or asks for a leaf.')
    .addHelpText('before', CHALLENGE_EXAMPLES)
    .option('--leaves <folder>', "with the entries' leaves; some may be missing")
    .option('--aggregate <file>', "the aggregate's own leaves, one after the other")
    .addOption(
      new Option('--request <index>', 'instead: asks for a leaf that nobody hands out').argParser(
        wholeNumber({ min: 0, max: 65_535 }),
      ),
    )
    .addHelpText('after', LEAVES_HELP)
  addChainOptions(challenge).action(challengeAggregate)
}

async function proposePage(values: ProposeValues): Promise<void> {
  const { schema, epoch, page, leaves, cid, to } = values
  await runOnNetwork(values, async (network) => {
    const { proposeOnNetwork } = await import('../../node/chain/operate-aggregates.ts')
    const proposal = { schema, epoch, page, leavesFolder: leaves, cid, to }
    const done = await proposeOnNetwork(network, proposal)
    const { aggregateId: aggregate, root, members, file } = done
    return {
      data: { aggregate, root, members, file: file ?? null },
      text: `Aggregate ${aggregate} of ${members.length} entries: ${root}`,
    }
  })
}

async function verifyAggregate(id: bigint, values: LeavesValues): Promise<void> {
  await runOnNetwork(values, async (network) => {
    const { verifyOnNetwork } = await import('../../node/chain/operate-aggregates.ts')
    const found = await verifyOnNetwork(network, id, values.leaves)
    const { verdict, aggregate, members, rightRoot, missing } = found
    const why = {
      right: `its root follows from ${members.length} entries`,
      wrong: `its root must be ${rightRoot ?? ''}`,
      unknown: `the leaves of entries ${missing.join(', ')} are missing`,
    }
    return {
      data: { id, verdict, aggregate, members, rightRoot: rightRoot ?? null, missing },
      text: `Aggregate ${id} (${aggregate.status}) is ${verdict}: ${why[verdict]}`,
    }
  })
}

async function challengeAggregate(id: bigint, values: ChallengeValues): Promise<void> {
  const { leaves, aggregate, request } = values
  if (request !== undefined) {
    await requestLeaf(id, request, values)
    return
  }
  if (leaves === undefined || aggregate === undefined) {
    const reason = 'needed, unless --request asks for a leaf'
    throw new DsoError('OPTION_INVALID', {
      details: { option: leaves === undefined ? '--leaves' : '--aggregate', reason },
    })
  }
  await runOnNetwork(values, async (network) => {
    const { refuteOnNetwork } = await import('../../node/chain/challenge-aggregate.ts')
    const sources = { aggregateId: id, leavesFolder: leaves, aggregateFile: aggregate }
    const refuted = await refuteOnNetwork(network, sources)
    const text =
      refuted === null
        ? `Nothing in aggregate ${id} can be refuted with these leaves`
        : `Refuted aggregate ${id} at leaf ${refuted.leaf}${refuted.lane === null ? '' : `, lane ${refuted.lane}`}`
    return { data: { aggregate: id, refuted }, text }
  })
}

async function requestLeaf(id: bigint, leaf: number, values: ChainValues): Promise<void> {
  await runOnNetwork(values, async (network) => {
    const { requestOfAggregate } = await import('../../node/chain/challenge-aggregate.ts')
    await requestOfAggregate(network, { aggregateId: id, leaf })
    return { data: { aggregate: id, requested: leaf }, text: `Asked for leaf ${leaf}` }
  })
}
