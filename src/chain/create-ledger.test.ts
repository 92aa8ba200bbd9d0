import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  LEDGER_ACCOUNTS,
  ledgerCompliance,
  type LedgerWorld,
} from '../../test/compliance/ledger.ts'
import { createDevChain, type DevChain } from './create-dev-chain.ts'
import { createLedger } from './create-ledger.ts'

const seed = new Uint8Array([1])

ledgerCompliance('EVM', async () => {
  const chain = await createDevChain({
    seed,
    accounts: LEDGER_ACCOUNTS,
    votingWindowSeconds: 100,
    settings: { lockWithdrawalSeconds: 200 },
  })
  const ledgers = Object.fromEntries(
    LEDGER_ACCOUNTS.map(({ name }) => [name, ledgerOf(chain, name)]),
  ) as LedgerWorld['ledgers']
  return {
    ledgers,
    votingWindowSeconds: 100,
    withdrawalSeconds: 200,
    increaseTime: chain.increaseTime,
    stop: chain.stop,
  }
})

function ledgerOf(chain: DevChain, name: string) {
  const account = chain.accounts.get(name)
  if (account === undefined) throw new Error(`no account ${name}`)
  const { rpcUrl, chainId, addresses } = chain
  return createLedger({ rpcUrl, chainId, ...addresses, account: account.privateKey, pollMs: 10 })
}

describe('createLedger', () => {
  let chain: DevChain
  let key: `0x${string}`

  beforeAll(async () => {
    chain = await createDevChain({ seed, accounts: [{ name: 'alice' }] })
    key = chain.accounts.get('alice')?.privateKey ?? '0x'
  })
  afterAll(async () => {
    await chain.stop()
  })

  test('another chain id is a mismatch', async () => {
    const { rpcUrl, addresses } = chain
    const ledger = createLedger({ rpcUrl, chainId: 5, ...addresses, account: key })
    await expect(ledger.getBalances()).toRejectDso('CHAIN_MISMATCH')
  })

  test('an address without a registry is a mismatch, and so is another token', async () => {
    const { rpcUrl, chainId, addresses } = chain
    const nowhere = '0x00000000000000000000000000000000000000aa'
    const base = { rpcUrl, chainId, account: key }
    const noRegistry = createLedger({ ...base, registry: nowhere, token: addresses.token })
    await expect(noRegistry.getBalances()).toRejectDso('CHAIN_MISMATCH')
    const otherToken = createLedger({ ...base, registry: addresses.registry, token: nowhere })
    await expect(otherToken.getBalances()).toRejectDso('CHAIN_MISMATCH')
    const { token } = addresses
    const another = createLedger({ ...base, registry: token, token })
    await expect(another.readEvents(undefined)).toRejectDso('CHAIN_MISMATCH')
  })

  test('an endpoint that is gone is unreachable for every call', async () => {
    const gone = await createDevChain({ seed, accounts: [{ name: 'alice' }] })
    const ledger = ledgerOf(gone, 'alice')
    await ledger.getBalances()
    await gone.stop()
    const merkleRoot = `0x${'11'.repeat(32)}` as const
    await expect(ledger.submit({ merkleRoot, cid: 'b', schema: 1n })).toRejectDso(
      'CHAIN_UNREACHABLE',
    )
    await expect(ledger.readEvents(undefined)).toRejectDso('CHAIN_UNREACHABLE')
    await expect(ledger.getEntry(1n)).toRejectDso('CHAIN_UNREACHABLE')
  })
})
