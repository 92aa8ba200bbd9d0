import type { CallOptions, Hex, StakingLedger } from '../protocol/ports.ts'
import { checkRoot, checkScore, checkSubmission, checkUnsigned } from './check-arguments.ts'
import type { MemoryChain } from './memory-chain.ts'
import { normaliseAddress } from './memory-vaults.ts'
import { isBefore } from './read-events.ts'

/** Whose view of which chain. */
export interface CreateMemoryLedgerOptions {
  /** Shared by all accounts. */
  chain: MemoryChain
  /** Address of the account. */
  account: Hex
}

/**
 * One account's view of a {@link MemoryChain}: the same rules, refusals and events as on an EVM chain.
 *
 * @throws DsoError `FORMAT_INVALID` when the account is not an address
 */
export function createMemoryLedger({ chain, account }: CreateMemoryLedgerOptions): StakingLedger {
  const sender = normaliseAddress(account)

  async function transact<T>(options: CallOptions | undefined, change: () => T): Promise<T> {
    options?.signal?.throwIfAborted()
    return change()
  }

  return {
    account: sender,
    submit: async (entry, options) => {
      checkSubmission(entry)
      return await transact(options, () => chain.submit(sender, entry))
    },
    voteQuality: async (entryId, score, options) => {
      checkScore(score)
      checkUnsigned('entryId', entryId, 256)
      await transact(options, () => chain.voteQuality(sender, entryId, score))
    },
    challenge: async (entryId, options) => {
      checkUnsigned('entryId', entryId, 256)
      await transact(options, () => chain.challenge(sender, entryId))
    },
    finalise: async (entryId, options) => {
      checkUnsigned('entryId', entryId, 256)
      await transact(options, () => chain.finalise(entryId))
    },
    stake: async (amountWei, options) => {
      checkUnsigned('amountWei', amountWei, 256)
      await transact(options, () => chain.stake(sender, amountWei))
    },
    requestUnstake: async (amountWei, options) => {
      checkUnsigned('amountWei', amountWei, 256)
      await transact(options, () => chain.requestUnstake(sender, amountWei))
    },
    withdraw: async (options) => {
      await transact(options, () => chain.withdraw(sender))
    },
    claim: async (options) => {
      await transact(options, () => chain.claim(sender))
    },
    getEntry: async (entryId) => chain.getEntry(entryId),
    findEntry: async (merkleRoot) => {
      checkRoot(merkleRoot)
      return chain.findEntry(sender, merkleRoot)
    },
    getBalances: async () => chain.balancesOf(sender),
    getAnchor: async (options) => {
      options?.signal?.throwIfAborted()
      return chain.anchor
    },
    readEvents: async (cursor, options) => {
      options?.signal?.throwIfAborted()
      const from = cursor ?? { block: 0n, logIndex: 0 }
      const events = chain.events.filter((event) => !isBefore(event, from))
      // Never backwards, should the cursor come from a chain that is further on.
      const next = { block: chain.block + 1n, logIndex: 0 }
      return { events, cursor: from.block > next.block ? from : next }
    },
  }
}
