import { type Command, Option } from 'commander'
import type { Hex } from '../../protocol/ports.ts'
import {
  addChainOptions,
  chainNumber,
  type ChainValues,
  hexBytes,
  runOnNetwork,
} from '../options/chain-options.ts'
import { wholeNumber } from '../options/parse-number.ts'

interface SubmitValues extends ChainValues {
  root: Hex
  cid: string
  schema: bigint
}

interface ListValues extends ChainValues {
  limit: number
  before?: bigint
}

const EXAMPLES = `Examples:
  dso entry list
  dso entry show 17
  dso entry submit --root 0x1b2c… --cid bafyrei… --schema 1 --dry-run
  dso entry finalise 17
`
const SUBMIT_EXAMPLES = `Examples:
  dso entry submit --root 0x1b2c… --cid bafyrei… --schema 1 --dry-run
  dso entry submit --root 0x1b2c… --cid bafyrei… --schema 1 --json
`
const SHOW_EXAMPLES = `Examples:
  dso entry show 17
  dso entry show 17 --json
`
const LIST_EXAMPLES = `Examples:
  dso entry list
  dso entry list --limit 100 --before 200 --json
`
const FINALISE_EXAMPLES = `Examples:
  dso entry finalise 17
`

/** Registers `dso entry submit|show|list|finalise`. */
export function addEntryCommand(program: Command): void {
  const entry = program
    .command('entry')
    .description('Registers shards on the chain and shows what became of them.')
    .addHelpText('before', EXAMPLES)
  const submit = entry
    .command('submit')
    .description('Registers a shard, and locks its bond out of the deposit or the wallet.')
    .addHelpText('before', SUBMIT_EXAMPLES)
    .addOption(
      new Option('--root <hex>', "Merkle root of the shard's records, 32 bytes")
        .argParser(hexBytes)
        .makeOptionMandatory(),
    )
    .requiredOption('--cid <cid>', 'of the signed shard operation')
    .addOption(
      new Option('--schema <n>', 'of the records').argParser(chainNumber).makeOptionMandatory(),
    )
  addChainOptions(submit).action(submitShard)
  const show = entry
    .command('show')
    .argument('<id>', 'number of the entry', chainNumber)
    .description('Shows one entry.')
    .addHelpText('before', SHOW_EXAMPLES)
  addChainOptions(show).action(showEntry)
  const list = entry
    .command('list')
    .description('Lists entries, the newest first.')
    .addHelpText('before', LIST_EXAMPLES)
    .addOption(
      new Option('--limit <n>', 'most entries shown')
        .argParser(wholeNumber({ min: 1, max: 1000 }))
        .default(20),
    )
    .addOption(
      new Option('--before <id>', 'only those with smaller numbers').argParser(chainNumber),
    )
  addChainOptions(list).action(listEntries)
  const finalise = entry
    .command('finalise')
    .argument('<id>', 'number of the entry', chainNumber)
    .description('Settles an entry whose windows are over: bonds back, or slashed. Anybody may.')
    .addHelpText('before', FINALISE_EXAMPLES)
  addChainOptions(finalise).action(finaliseEntry)
}

async function submitShard(values: SubmitValues): Promise<void> {
  const { root: merkleRoot, cid, schema } = values
  await runOnNetwork(values, async (network) => {
    const { submitToNetwork } = await import('../../node/chain/operate-entries.ts')
    const entry = await submitToNetwork(network, { merkleRoot, cid, schema })
    return {
      data: { entry, merkleRoot, cid, schema },
      text: network.dryRun ? `It would be entry ${entry}` : `Registered as entry ${entry}`,
    }
  })
}

async function showEntry(id: bigint, values: ChainValues): Promise<void> {
  await runOnNetwork(values, async (network) => {
    const { showNetworkEntry } = await import('../../node/chain/operate-entries.ts')
    const { describeEntry, viewEntry } = await import('../output/chain-view.ts')
    const entry = await showNetworkEntry(network, id)
    return { data: { entry: viewEntry(entry) }, text: describeEntry(entry) }
  })
}

async function listEntries(values: ListValues): Promise<void> {
  const { limit, before } = values
  await runOnNetwork(values, async (network) => {
    const { listNetworkEntries } = await import('../../node/chain/operate-entries.ts')
    const { layOutEntries, viewEntry } = await import('../output/chain-view.ts')
    const stretch = { limit, ...(before === undefined ? {} : { before }) }
    const entries = await listNetworkEntries(network, stretch)
    const text = entries.length === 0 ? 'No entries.' : layOutEntries(entries)
    return { data: { entries: entries.map(viewEntry) }, text }
  })
}

async function finaliseEntry(id: bigint, values: ChainValues): Promise<void> {
  await runOnNetwork(values, async (network) => {
    const { finaliseOnNetwork } = await import('../../node/chain/operate-entries.ts')
    const { describeEntry, viewEntry } = await import('../output/chain-view.ts')
    const entry = await finaliseOnNetwork(network, id)
    return { data: { entry: viewEntry(entry) }, text: describeEntry(entry) }
  })
}
