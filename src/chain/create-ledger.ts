import { hexToBytes } from 'viem'
import { DsoError } from '../protocol/errors.ts'
import type { Hex, StakingLedger } from '../protocol/ports.ts'
import { claimCredits } from './bonds/claim-credits.ts'
import { readBondAccount } from './bonds/read-bond-account.ts'
import { checkRoot } from './check-arguments.ts'
import { bondVaultAbi } from './generated/bond-vault.ts'
import { dsoTokenAbi } from './generated/dso-token.ts'
import { experienceRegistryAbi } from './generated/experience-registry.ts'
import { lockVaultAbi } from './generated/lock-vault.ts'
import { lockTokens } from './locks/lock-tokens.ts'
import { readLockAccount } from './locks/read-lock-account.ts'
import { requestLockWithdrawal } from './locks/request-lock-withdrawal.ts'
import { withdrawLocked } from './locks/withdraw-locked.ts'
import { type ChainClient, openSession, type OpenSessionOptions } from './open-session.ts'
import { lastConfirmed, readEvents } from './read-events.ts'
import { challengeQuality } from './registry/challenge-quality.ts'
import { finaliseEntry } from './registry/finalise-entry.ts'
import { findEntry } from './registry/find-entry.ts'
import { readEntry } from './registry/read-entry.ts'
import { submitEntry } from './registry/submit-entry.ts'
import { voteQuality } from './registry/vote-quality.ts'

/** Where the registry is and who speaks to it. */
export interface CreateLedgerOptions extends Omit<OpenSessionOptions, 'verify'> {
  /** Address of the ExperienceRegistry; its vaults are asked of it. */
  registry: Hex
  /** Address of the token that bonds are paid in. */
  token: Hex
  /** Blocks below the head that events are read up to; 0 (default) only where blocks are never replaced. */
  confirmations?: number
}

/** What a registry names. */
interface RegistryParts {
  deployedBlock: bigint
  /** Vault of bonds. */
  bonds: Hex
  /** Vault of locks. */
  locks: Hex
  /** Token of the locks. */
  governanceToken: Hex
}

/**
 * One account's view of the experience registry on an EVM chain.
 *
 * Writes of one ledger are sent one after the other and settle when their receipt is there. The contract's refusal is
 * `TRANSACTION_REVERTED` with the name of its error in `details.reason`. Bonds come out of the account's deposit in the
 * vault; what that lacks is deposited on the way. The first deposit and the first stake approve their vault for any amount,
 * once: it pulls tokens only in calls of the account itself. Aborting a write that was already sent stops the wait, not the
 * transaction. The first call checks chain id and contracts.
 *
 * @throws DsoError from every call: `CHAIN_MISMATCH`, `CHAIN_UNREACHABLE`
 */
export function createLedger(options: CreateLedgerOptions): StakingLedger {
  const { registry, token, confirmations = 0 } = options
  let known: RegistryParts | undefined
  const session = openSession({
    ...options,
    verify: async (client) => {
      known = await findParts(client, options)
    },
  })

  async function parts(): Promise<RegistryParts> {
    return await session.query(async () => {
      if (known === undefined) throw new Error('a session that has not asked for its contracts')
      return known
    })
  }

  async function bonded() {
    return { registry, bonds: { vault: (await parts()).bonds, token } }
  }

  async function balanceOf(of: Hex): Promise<bigint> {
    const args = [session.account] as const
    return await session.read({ address: of, abi: dsoTokenAbi, functionName: 'balanceOf', args })
  }

  return {
    account: session.account,

    submit: async (entry, call) => await submitEntry(session, await bonded(), entry, call),

    voteQuality: async (entryId, score, call) => {
      await voteQuality(session, registry, { entryId, score }, call)
    },

    challenge: async (entryId, call) => {
      await challengeQuality(session, await bonded(), entryId, call)
    },

    finalise: async (entryId, call) => await finaliseEntry(session, registry, entryId, call),

    stake: async (amountWei, call) => {
      const { locks: vault, governanceToken } = await parts()
      await lockTokens(session, { vault, token: governanceToken }, { amountWei }, call)
    },

    requestUnstake: async (amountWei, call) => {
      await requestLockWithdrawal(session, (await parts()).locks, amountWei, call)
    },

    withdraw: async (call) => await withdrawLocked(session, (await parts()).locks, call),

    claim: async (call) => await claimCredits(session, (await parts()).bonds, call),

    getEntry: async (entryId) => await readEntry(session, registry, entryId),

    findEntry: async (merkleRoot) => {
      checkRoot(merkleRoot)
      return await findEntry(session, registry, merkleRoot)
    },

    getBalances: async () => {
      const { bonds, locks, governanceToken } = await parts()
      const [walletWei, bondAccount, lockAccount, zooWei] = await Promise.all([
        balanceOf(token),
        readBondAccount(session, bonds),
        readLockAccount(session, locks),
        balanceOf(governanceToken),
      ])
      return {
        freeWei: walletWei + bondAccount.freeWei,
        creditWei: bondAccount.creditWei,
        stakedWei: lockAccount.depositWei,
        zooWei,
      }
    },

    getAnchor: async (call) => {
      call?.signal?.throwIfAborted()
      return await session.query(async (client) => {
        const blockNumber = await lastConfirmed(client, confirmations)
        const { hash } = await client.getBlock({ blockNumber })
        return { chainId: options.chainId, block: Number(blockNumber), hash: hexToBytes(hash) }
      })
    },

    readEvents: async (cursor, call) => {
      const { deployedBlock } = await parts()
      const where = { registry, deployedBlock, cursor, confirmations, ...call }
      return await session.query((client) => readEvents(client, where))
    },
  }
}

async function findParts(
  client: ChainClient,
  { registry, token }: CreateLedgerOptions,
): Promise<RegistryParts> {
  if ((await client.getCode({ address: registry })) === undefined) {
    throw new DsoError('CHAIN_MISMATCH', { details: { registry, found: 'no contract' } })
  }
  const at = { address: registry, abi: experienceRegistryAbi } as const
  const [deployedBlock, bonds, locks] = await Promise.all([
    client.readContract({ ...at, functionName: 'deployedBlock' }),
    client.readContract({ ...at, functionName: 'bonds' }),
    client.readContract({ ...at, functionName: 'locks' }),
  ])
  const [expected, governanceToken] = await Promise.all([
    client.readContract({ address: bonds, abi: bondVaultAbi, functionName: 'token' }),
    client.readContract({ address: locks, abi: lockVaultAbi, functionName: 'token' }),
  ])
  if (expected.toLowerCase() !== token.toLowerCase()) {
    throw new DsoError('CHAIN_MISMATCH', { details: { token, expected } })
  }
  return { deployedBlock, bonds, locks, governanceToken }
}
