import { type Command, Option } from 'commander'
import type { BondPurpose } from '../../node/chain/operate-bonds.ts'
import { formatTokens } from '../../protocol/chain/tokens.ts'
import { tokenAmount } from '../options/ballot-options.ts'
import { addChainOptions, type ChainValues, runOnNetwork } from '../options/chain-options.ts'
import { wholeNumber } from '../options/parse-number.ts'

interface BondValues extends ChainValues {
  for: BondPurpose
}

interface DepositValues extends BondValues {
  weeks: number
}

const PURPOSES: readonly BondPurpose[] = ['entries', 'votes', 'jury', 'weight']

const EXAMPLES = `Examples:
  dso bond deposit 100
  dso bond deposit 5000 --for weight --weeks 104
  dso bond withdraw 100
  dso bond withdraw
`
const DEPOSIT_EXAMPLES = `Examples:
  dso bond deposit 100
  dso bond deposit 10000 --for votes
  dso bond deposit 5000 --for weight --weeks 104 --dry-run
`
const WITHDRAW_EXAMPLES = `Examples:
  dso bond withdraw 100
  dso bond withdraw
  dso bond withdraw 500 --for weight --json
`
const PURPOSE_HELP = `
entries: AI for submissions, challenges and aggregates. votes: ZOO that a voter bonds. jury: ZOO that a juror bonds.
weight: ZOO that weighs in votes, by 1, 1.5, 2 or 3 with what remains of its lock.`

/** Registers `dso bond deposit|withdraw`. */
export function addBondCommand(program: Command): void {
  const bond = program
    .command('bond')
    .description('Puts tokens in for bonds and weight, and takes them out.')
    .addHelpText('before', EXAMPLES)
  const purpose = () =>
    new Option('--for <purpose>', 'of the tokens').choices(PURPOSES).default('entries')
  const deposit = bond
    .command('deposit')
    .argument('<amount>', 'whole tokens, such as 12.5', tokenAmount)
    .description('Puts tokens in; the first time approves the vault for any amount.')
    .addHelpText('before', DEPOSIT_EXAMPLES)
    .addOption(purpose())
    .addOption(
      new Option('--weeks <n>', 'with --for weight: how long they stay locked')
        .argParser(wholeNumber({ min: 0, max: 208 }))
        .default(0),
    )
    .addHelpText('after', PURPOSE_HELP)
  addChainOptions(deposit).action(depositTokens)
  const withdraw = bond
    .command('withdraw')
    .argument(
      '[amount]',
      'whole tokens to ask for; what is due is paid out if left out',
      tokenAmount,
    )
    .description('Asks for tokens, or pays out what was asked for and earned.')
    .addHelpText('before', WITHDRAW_EXAMPLES)
    .addOption(purpose())
    .addHelpText('after', `${PURPOSE_HELP}\nWhat is asked for waits, so that nobody flees a slash.`)
  addChainOptions(withdraw).action(withdrawTokens)
}

async function depositTokens(amountWei: bigint, values: DepositValues): Promise<void> {
  const { for: purpose, weeks } = values
  await runOnNetwork(values, async (network) => {
    const { depositOnNetwork } = await import('../../node/chain/operate-bonds.ts')
    await depositOnNetwork(network, { purpose, amountWei, weeks })
    const data = { purpose, amountWei, weeks: purpose === 'weight' ? weeks : null }
    return { data, text: `${formatTokens(amountWei)} ${coinOf(purpose)} put in for ${purpose}` }
  })
}

async function withdrawTokens(amountWei: bigint | undefined, values: BondValues): Promise<void> {
  const purpose = values.for
  await runOnNetwork(values, async (network) => {
    const { payOutOnNetwork, requestOnNetwork } = await import('../../node/chain/operate-bonds.ts')
    if (amountWei === undefined) {
      await payOutOnNetwork(network, purpose)
      return { data: { purpose, paidOut: true }, text: 'What was due is paid out' }
    }
    await requestOnNetwork(network, { purpose, amountWei })
    const text = `${formatTokens(amountWei)} ${coinOf(purpose)} asked for; later: dso bond withdraw`
    return { data: { purpose, amountWei, paidOut: false }, text }
  })
}

function coinOf(purpose: BondPurpose): string {
  return purpose === 'entries' ? 'AI' : 'ZOO'
}
