import { type Command, InvalidArgumentError, Option } from 'commander'
import type { OpenedNetwork } from '../../node/chain/open-network.ts'
import { DsoError } from '../../protocol/errors.ts'
import type { Hex } from '../../protocol/ports.ts'
import { writeData, writeJson, writeMessage } from '../output/terminal.ts'
import { addJson } from './shared-options.ts'

/** The options of a command that speaks to a chain. */
export interface ChainValues {
  rpc: string
  book: string
  dryRun?: boolean
  json?: boolean
}

/** What a command says: data for `--json`, and lines for a person. */
export interface ChainOutcome {
  data: Readonly<Record<string, unknown>>
  text: string
}

/** Help of the settings that every command of the chain shares. */
const CHAIN_HELP = `
The key of the account that signs comes by environment only: DSO_CHAIN_KEY (secret, 32 bytes in hex).`

/** Adds `--rpc`, `--book`, `--dry-run` and `--json`. */
export function addChainOptions(command: Command): Command {
  command
    .addOption(
      new Option('--rpc <url>', 'JSON-RPC endpoint of the chain')
        .env('DSO_CHAIN_RPC')
        .default('http://127.0.0.1:8545'),
    )
    .addOption(
      new Option('--book <file>', "the network's addresses")
        .env('DSO_CHAIN_BOOK')
        .default('dso-network.json'),
    )
    .option('--dry-run', 'sends nothing, says what would happen on the chain as it stands')
    .addHelpText('after', CHAIN_HELP)
  return addJson(command)
}

/**
 * Runs work on the network that the options name and writes what came of it, with every call that was sent, or would be.
 */
export async function runOnNetwork(
  values: ChainValues,
  work: (network: OpenedNetwork) => Promise<ChainOutcome>,
): Promise<void> {
  const { openNetwork } = await import('../../node/chain/open-network.ts')
  const { rpc, book, dryRun = false, json = false } = values
  const account = readChainKey(process.env)
  const network = await openNetwork({ rpcUrl: rpc, bookFile: book, account, dryRun })
  const { data, text } = await work(network)
  const calls = network.sent.map(({ to, functionName, gasUsed, hash, args }) => {
    return { to, function: functionName, args, gas: gasUsed, transaction: hash ?? null }
  })
  if (json) {
    writeJson({ ...data, dryRun, calls })
    return
  }
  writeData(text)
  if (dryRun) writeMessage('Dry run: nothing was sent.')
  for (const { function: name, gas, transaction } of calls) {
    writeMessage(`${dryRun ? 'Would call' : 'Called'} ${name}: ${gas} gas${suffix(transaction)}`)
  }
}

function suffix(transaction: Hex | null): string {
  return transaction === null ? '' : `, transaction ${transaction}`
}

/** The key that signs; undefined where none is set. @throws DsoError `OPTION_INVALID` for what is no key; never shows it */
export function readChainKey(
  environment: Readonly<Record<string, string | undefined>>,
): Hex | undefined {
  const key = environment['DSO_CHAIN_KEY']
  if (key === undefined || key === '') return undefined
  const digits = key.startsWith('0x') ? key.slice(2) : key
  if (/^[0-9a-fA-F]{64}$/.test(digits)) return `0x${digits}`
  const reason = 'it must be a private key of 32 bytes in hex'
  throw new DsoError('OPTION_INVALID', { details: { variable: 'DSO_CHAIN_KEY', reason } })
}

/** The key that signs. @throws DsoError `OPTION_INVALID` where there is none */
export function needChainKey(environment: Readonly<Record<string, string | undefined>>): Hex {
  const key = readChainKey(environment)
  if (key !== undefined) return key
  const reason = 'the private key of the account that signs is needed'
  throw new DsoError('OPTION_INVALID', { details: { variable: 'DSO_CHAIN_KEY', reason } })
}

/** Parses the number of an entry, a case or an aggregate. */
export function chainNumber(text: string): bigint {
  if (/^[0-9]{1,18}$/.test(text) && BigInt(text) > 0n) return BigInt(text)
  throw new InvalidArgumentError('It must be a whole number from 1.')
}

/** Parses a number that may be 0. */
export function chainNumberOrZero(text: string): bigint {
  if (/^[0-9]{1,18}$/.test(text)) return BigInt(text)
  throw new InvalidArgumentError('It must be a whole number.')
}

/** Parses bytes. */
export function hexBytes(text: string): Hex {
  if (/^0x(?:[0-9a-fA-F]{2})*$/.test(text)) return text as Hex
  throw new InvalidArgumentError('It must be bytes in hex, beginning with 0x.')
}
