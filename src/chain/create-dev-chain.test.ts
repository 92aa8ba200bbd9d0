import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { connect, createServer } from 'node:net'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { createDevChain, type DevChain } from './create-dev-chain.ts'
import { createLedger } from './create-ledger.ts'
import { PRODUCTION_SETTINGS } from './deploy-settings.ts'
import { HARDENED_PARAMETERS, WEEKLY_TIMING } from './registry-parameters.ts'

const AI = 10n ** 18n
const accounts = [{ name: 'alice', fundWei: 50n * AI, stakeWei: 7n * AI }, { name: 'bob' }] as const
const merkleRoot = `0x${'11'.repeat(32)}` as const

function ledgerOf(chain: DevChain, name: string) {
  const { rpcUrl, chainId, addresses } = chain
  const account = chain.accounts.get(name)?.privateKey ?? '0x'
  return createLedger({ rpcUrl, chainId, ...addresses, account, pollMs: 10 })
}

describe('createDevChain', () => {
  test('the same seed gives the same accounts, addresses, ids and block times', async () => {
    const start = async (byte: number) => {
      await using chain = await createDevChain({ seed: new Uint8Array([byte]), accounts })
      const ledger = ledgerOf(chain, 'alice')
      const id = await ledger.submit({ merkleRoot, cid: 'b', schema: 1n })
      await chain.increaseTime(30)
      const { addresses, accounts: keys } = chain
      // Hashes of blocks hold the chain's own randomness.
      const { events, cursor } = await ledger.readEvents(undefined)
      const { block } = cursor
      return { id, addresses, keys: [...keys], entry: await ledger.getEntry(id), events, block }
    }
    const first = await start(1)
    expect(await start(1)).toEqual(first)
    const other = await start(2)
    expect(other.addresses).not.toEqual(first.addresses)
    expect(other.keys).not.toEqual(first.keys)
  })

  test('accounts are funded and staked as told, on loopback only', async () => {
    await using chain = await createDevChain({ seed: new Uint8Array([1]), accounts })
    expect(await ledgerOf(chain, 'alice').getBalances()).toEqual({
      freeWei: 50n * AI,
      creditWei: 0n,
      stakedWei: 7n * AI,
      zooWei: 1000n * AI,
    })
    expect((await ledgerOf(chain, 'bob').getBalances()).freeWei).toBe(1000n * AI)
    expect(new URL(chain.rpcUrl).hostname).toBe('127.0.0.1')
  })

  test('a port in use is refused', async () => {
    const server = createServer().listen(0, '127.0.0.1')
    await once(server, 'listening')
    const address = server.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    await expect(createDevChain({ seed: new Uint8Array([1]), port })).toRejectDso('PORT_TAKEN')
    server.close()
    await once(server, 'close')
  })

  test('stopping twice is stopping once', async () => {
    const chain = await createDevChain({ seed: new Uint8Array([1]) })
    await Promise.all([chain.stop(), chain.stop()])
    await chain.stop()
    await expect(chain.increaseTime(1)).toRejectDso('CHAIN_EXITED')
  })

  test('after its process died every call says so', async () => {
    const chain = await createDevChain({ seed: new Uint8Array([1]), accounts })
    const ledger = ledgerOf(chain, 'alice')
    await ledger.getBalances()
    process.kill(chain.pid, 'SIGTERM')
    await chain.exited
    await expect(chain.increaseTime(1)).toRejectDso('CHAIN_EXITED')
    await expect(ledger.getBalances()).toRejectDso('CHAIN_UNREACHABLE')
    await chain.stop()
  })

  test('the chain ends with a parent that is killed outright', async () => {
    const module = fileURLToPath(new URL('./create-dev-chain.ts', import.meta.url))
    const script = `
      const { createDevChain } = await import(${JSON.stringify(module)})
      const chain = await createDevChain({ seed: new Uint8Array([1]) })
      console.log(new URL(chain.rpcUrl).port)
    `
    const parent = spawn(process.execPath, ['--input-type=module', '--eval', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const [port] = (await once(createInterface({ input: parent.stdout }), 'line')) as [string]
    const socket = connect(Number(port), '127.0.0.1')
    await once(socket, 'connect')
    parent.kill('SIGKILL')
    // Resolves when the other end is gone.
    socket.on('error', () => undefined)
    await once(socket.resume(), 'close')
    expect(parent.killed).toBe(true)
  })

  test('two accounts of one name are refused', async () => {
    const twice = [{ name: 'alice' }, { name: 'alice' }]
    const start = createDevChain({ seed: new Uint8Array([1]), accounts: twice })
    await expect(start).toRejectDso('OPTION_INVALID')
  })

  test('what open networks are deployed with is within all bounds, and a client sees it', async () => {
    await using chain = await createDevChain({
      seed: new Uint8Array([1]),
      accounts,
      timing: WEEKLY_TIMING,
      parameters: HARDENED_PARAMETERS,
      settings: PRODUCTION_SETTINGS,
    })
    const ledger = ledgerOf(chain, 'alice')
    const id = await ledger.submit({ merkleRoot, cid: 'b', schema: 1n })
    const entry = await ledger.getEntry(id)
    const { challengeSeconds, bondWei } = HARDENED_PARAMETERS
    expect(entry).toMatchObject({ status: 'open', bondWei })
    expect(entry!.challengeEndsAt - entry!.votingEndsAt).toBe(BigInt(challengeSeconds))
    const vote = ledgerOf(chain, 'bob').voteQuality(id, 1)
    await expect(vote).toRejectDso('TRANSACTION_REVERTED')
  })

  test('parameters out of bounds are refused by the contract', async () => {
    const start = createDevChain({ seed: new Uint8Array([1]), votingWindowSeconds: 0 })
    await expect(start).toRejectDso('TRANSACTION_REVERTED')
  })

  test('an aborted start rejects with the reason and leaves no process', async () => {
    const abort = new AbortController()
    const reason = new Error('stopped')
    const lines: string[] = []
    const start = createDevChain({
      seed: new Uint8Array([1]),
      accounts,
      signal: abort.signal,
      logger: {
        debug: (line) => {
          lines.push(line)
          abort.abort(reason)
        },
      },
    })
    await expect(start).rejects.toBe(reason)
    expect(lines.length).toBeGreaterThan(0)
  })
})
