import { getAddress, isAddress } from 'viem'
import { LOCK_UNIT, type LockedDeposit, weighDeposit } from '../protocol/chain/weigh-deposit.ts'
import { DsoError } from '../protocol/errors.ts'
import type { Hex, LedgerBalances } from '../protocol/ports.ts'

/** What an account begins with, in wei. */
export interface MemoryHolder {
  address: Hex
  /** $AI, deposited for bonds. */
  amountWei: bigint
  /** $ZOO in the wallet. Default 1000. */
  zooWei?: bigint
}

interface Account {
  /** $AI in the wallet. */
  walletWei: bigint
  /** $AI in the vault that is not locked. */
  depositWei: bigint
  creditWei: bigint
  /** $ZOO in the wallet. */
  zooWei: bigint
  /** $ZOO in the vault from a block time on, oldest first. */
  stakes: { from: bigint; wei: bigint }[]
  pending: { wei: bigint; releaseAt: bigint }
}

const DEFAULT_ZOO_WEI = 1000n * 10n ** 18n

/**
 * The two vaults (contracts/src/BondVault.sol, contracts/src/LockVault.sol) and the tokens in memory, as far as a ledger
 * reaches them: deposits and locks without a time. Nothing here makes a block. Refusals carry the contracts' names.
 */
export class MemoryVaults {
  readonly #accounts = new Map<Hex, Account>()

  /** @throws DsoError `FORMAT_INVALID` for what is no address */
  constructor(holders: readonly MemoryHolder[]) {
    for (const { address, amountWei, zooWei } of holders) {
      const account = this.#account(normaliseAddress(address))
      account.depositWei += amountWei
      account.zooWei += zooWei ?? DEFAULT_ZOO_WEI
    }
  }

  /** Moves what the free deposit lacks into it; whether anything was moved. */
  depositMissing(address: Hex, requiredWei: bigint): boolean {
    const account = this.#account(address)
    const missing = requiredWei - account.depositWei
    if (missing <= 0n) return false
    if (account.walletWei < missing) throw refused('ERC20InsufficientBalance')
    account.walletWei -= missing
    account.depositWei += missing
    return true
  }

  /** Takes a bond out of the free deposit, which must hold it. */
  lock(address: Hex, amountWei: bigint): void {
    this.#account(address).depositWei -= amountWei
  }

  /** Gives a bond, or what remains of one, back to the free deposit. */
  release(address: Hex, amountWei: bigint): void {
    this.#account(address).depositWei += amountWei
  }

  /** Credits what a slash pays to somebody. */
  credit(address: Hex, amountWei: bigint): void {
    this.#account(address).creditWei += amountWei
  }

  /** Pays credits to the wallet. @throws DsoError `TRANSACTION_REVERTED` */
  claim(address: Hex): void {
    const account = this.#account(address)
    if (account.creditWei === 0n) throw refused('NothingDue')
    account.walletWei += account.creditWei
    account.creditWei = 0n
  }

  /** Deposits $ZOO that counts from `now` on. @throws DsoError `TRANSACTION_REVERTED` */
  stake(address: Hex, amountWei: bigint, now: bigint): void {
    const account = this.#account(address)
    checkWhole(amountWei)
    if (account.zooWei < amountWei) throw refused('ERC20InsufficientBalance')
    account.zooWei -= amountWei
    account.stakes.push({ from: now, wei: stakeOf(account) + amountWei })
  }

  /** Takes $ZOO out of the weight. @throws DsoError `TRANSACTION_REVERTED` */
  requestUnstake(address: Hex, amountWei: bigint, times: { now: bigint; releaseAt: bigint }): void {
    const account = this.#account(address)
    checkWhole(amountWei)
    if (amountWei > stakeOf(account)) throw refused('UnlockedTooSmall')
    account.stakes.push({ from: times.now, wei: stakeOf(account) - amountWei })
    account.pending = { wei: account.pending.wei + amountWei, releaseAt: times.releaseAt }
  }

  /** Pays out $ZOO whose delay is over. @throws DsoError `TRANSACTION_REVERTED` */
  withdraw(address: Hex, now: bigint): void {
    const account = this.#account(address)
    if (account.pending.wei === 0n) throw refused('NothingDue')
    if (now < account.pending.releaseAt) throw refused('StillPending')
    account.zooWei += account.pending.wei
    account.pending = { wei: 0n, releaseAt: 0n }
  }

  /** Weight of an account at the end of a second. */
  weightAt(address: Hex, timepoint: bigint): bigint {
    return weighDeposit(lockedOf(this.#account(address)), timepoint)
  }

  /** Weight of all accounts at the end of a second. */
  totalWeightAt(timepoint: bigint): bigint {
    return [...this.#accounts.values()].reduce(
      (sum, account) => sum + weighDeposit(lockedOf(account), timepoint),
      0n,
    )
  }

  /** What an account has. */
  balancesOf(address: Hex): LedgerBalances {
    const account = this.#account(address)
    const { walletWei, depositWei, creditWei, zooWei } = account
    return { freeWei: walletWei + depositWei, creditWei, stakedWei: stakeOf(account), zooWei }
  }

  #account(address: Hex): Account {
    const known = this.#accounts.get(address)
    if (known !== undefined) return known
    const account: Account = {
      walletWei: 0n,
      depositWei: 0n,
      creditWei: 0n,
      zooWei: 0n,
      stakes: [],
      pending: { wei: 0n, releaseAt: 0n },
    }
    this.#accounts.set(address, account)
    return account
  }
}

/** The checksummed form. @throws DsoError `FORMAT_INVALID` */
export function normaliseAddress(address: Hex): Hex {
  if (!isAddress(address, { strict: false })) {
    throw new DsoError('FORMAT_INVALID', { details: { field: 'address', value: address } })
  }
  return getAddress(address)
}

/** A refusal with the name of the contract's error. */
export function refused(reason: string): DsoError {
  return new DsoError('TRANSACTION_REVERTED', { details: { reason } })
}

function checkWhole(amountWei: bigint): void {
  if (amountWei === 0n) throw refused('AmountZero')
  if (amountWei % LOCK_UNIT !== 0n) throw refused('AmountNotWhole')
}

function stakeOf({ stakes }: Account): bigint {
  return stakes.at(-1)?.wei ?? 0n
}

function lockedOf({ stakes }: Account): LockedDeposit {
  return { deposits: stakes, locks: [] }
}
