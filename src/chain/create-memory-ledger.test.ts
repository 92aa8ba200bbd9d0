import { keccak256, stringToBytes } from 'viem'
import { expect, test } from 'vitest'
import {
  LEDGER_ACCOUNTS,
  ledgerCompliance,
  type LedgerWorld,
} from '../../test/compliance/ledger.ts'
import { createMemoryLedger } from './create-memory-ledger.ts'
import { deriveDevAccount } from './derive-dev-account.ts'
import { MemoryChain } from './memory-chain.ts'

ledgerCompliance('memory', async () => {
  const accounts = LEDGER_ACCOUNTS.map((account) => ({
    ...account,
    address: deriveDevAccount(new Uint8Array([1]), account.name).address,
  }))
  const chain = new MemoryChain({
    holders: accounts.map(({ address, fundWei, stakeWei, zooWei }) => ({
      address,
      amountWei: fundWei,
      zooWei: stakeWei + zooWei,
    })),
    votingWindowSeconds: 100,
    withdrawalSeconds: 200,
  })
  const ledgers = Object.fromEntries(
    accounts.map(({ name, address }) => [name, createMemoryLedger({ chain, account: address })]),
  ) as LedgerWorld['ledgers']
  for (const { name, stakeWei } of accounts) if (stakeWei > 0n) await ledgers[name].stake(stakeWei)
  return {
    ledgers,
    votingWindowSeconds: 100,
    withdrawalSeconds: 200,
    increaseTime: async (seconds) => chain.increaseTime(seconds),
    stop: async () => undefined,
  }
})

test('an account is the same in every spelling of its address', async () => {
  const address = deriveDevAccount(new Uint8Array([1]), 'alice').address
  const chain = new MemoryChain({ holders: [{ address, amountWei: 25n * 10n ** 18n }] })
  const lower = address.toLowerCase() as typeof address
  const ledger = createMemoryLedger({ chain, account: lower })
  expect(ledger.account).toBe(address)
  const merkleRoot = keccak256(stringToBytes('root'))
  expect(await ledger.submit({ merkleRoot, cid: 'b', schema: 1n })).toBe(1n)
})

test('what is not an address is refused', () => {
  const chain = new MemoryChain({ holders: [] })
  expect(() => createMemoryLedger({ chain, account: '0x12' })).toThrowDso('FORMAT_INVALID')
})

test.each([
  { parameters: { bondWei: 1n } },
  { parameters: { bondWei: 2n ** 96n } },
  { votingWindowSeconds: 0 },
  { votingWindowSeconds: 2_592_001 },
  { parameters: { qMin: 0 } },
  { parameters: { qMin: 1001 } },
  { parameters: { burnShare: 499 } },
  { parameters: { burnShare: 501 } },
  { parameters: { maxRolls: 9 } },
  { parameters: { weightCapBps: 99 } },
  { parameters: { voterBondWei: 1n } },
])('parameters out of bounds are refused as by the contract: %o', (options) => {
  expect(() => new MemoryChain({ holders: [], ...options })).toThrowDso('TRANSACTION_REVERTED')
})
