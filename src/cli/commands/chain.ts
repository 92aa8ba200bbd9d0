import type { Command } from 'commander'
import {
  addChainOptions,
  type ChainValues,
  needChainKey,
  runOnNetwork,
} from '../options/chain-options.ts'
import { writeData, writeJson, writeMessage } from '../output/terminal.ts'

interface DeployValues extends ChainValues {
  force?: boolean
}

const EXAMPLES = `Examples:
  dso chain deploy plan.json --dry-run
  dso chain deploy plan.json --rpc https://rpc.example --book network.json
  dso chain status --book network.json
`
const DEPLOY_EXAMPLES = `Examples:
  dso chain deploy plan.json --dry-run
  dso chain deploy plan.json --book network.json --json
`
const STATUS_EXAMPLES = `Examples:
  dso chain status
  dso chain status --rpc http://127.0.0.1:8545 --book network.json --json
`
const PLAN_HELP = `
A plan is JSON; amounts are whole tokens as text:
  {
    "profile": "open",
    "holders": [{ "address": "0x…", "ai": "1000000", "zoo": "1000000" }],
    "insurance": "0x…",
    "governance": {
      "guardian": "0x…", "rewards": "0x…",
      "revenue": { "contributors": "0x…", "operators": "0x…", "research": "0x…" }
    }
  }
open: votes are sealed, by week; hardened parameters. private: votes in the open for "voteSeconds"; seed A's parameters.
Without "governance" the deployer goes on setting parameters and schemas. More: docs/spec/chain.md.
A dry run deploys to a chain of this machine's own, which is thrown away.`

/** Registers `dso chain deploy|status`. */
export function addChainCommand(program: Command): void {
  const chain = program
    .command('chain')
    .description('Deploys a network of contracts, and shows where one stands.')
    .addHelpText('before', EXAMPLES)
  const deploy = chain
    .command('deploy')
    .argument('<plan>', 'JSON file: who holds the tokens and the roles')
    .description('Deploys all contracts of a network and writes its addresses to --book.')
    .addHelpText('before', DEPLOY_EXAMPLES)
    .option('--force', 'replaces a book that is there')
    .addHelpText('after', PLAN_HELP)
  addChainOptions(deploy).action(deployPlan)
  const status = chain
    .command('status')
    .description('Shows what governs a network, how large it is, and what the account has.')
    .addHelpText('before', STATUS_EXAMPLES)
  addChainOptions(status).action(showStatus)
}

async function deployPlan(file: string, values: DeployValues): Promise<void> {
  const { deployNetwork, readDeployPlan } = await import('../../node/chain/deploy-network.ts')
  const { untilInterrupted } = await import('../until-interrupted.ts')
  const { rpc, book: bookFile, dryRun = false, force = false, json = false } = values
  const plan = await readDeployPlan(file)
  const account = needChainKey(process.env)
  const options = { rpcUrl: rpc, account, plan, bookFile, force, dryRun }
  const done = await untilInterrupted(
    async (signal) => await deployNetwork({ ...options, signal }),
    { onStop: () => writeMessage('Stopping …') },
  )
  if (json) {
    const { book, ...rest } = done
    writeJson({ ...book, ...rest, dryRun })
    return
  }
  const { contracts, governance } = done.book
  const lines = Object.entries({ ...contracts, ...governance })
  writeData(lines.map(([name, address]) => `${name.padEnd(16)}${address}`).join('\n'))
  if (done.gas !== null) writeMessage(`Dry run: nothing was sent. It would take ${done.gas} gas.`)
  if (done.bookFile !== null) writeMessage(`Addresses written to ${done.bookFile}`)
}

async function showStatus(values: ChainValues): Promise<void> {
  await runOnNetwork(values, async (network) => {
    const { readNetworkStatus } = await import('../../node/chain/read-network-status.ts')
    const { describeStatus } = await import('../output/chain-view.ts')
    const status = await readNetworkStatus(network)
    return { data: { ...status }, text: describeStatus(status) }
  })
}
