import { Refusal } from './refusal.ts'
import { UNBONDING } from './settings.ts'

/** What one account has in a vault. */
export interface Holding {
  free: bigint
  locked: bigint
  credits: bigint
  unbonding: bigint
  releaseAt: number
}

/** The vault of bonds in memory: one module, the registry. Accounts are numbers, {@link INSURANCE} is one of them. */
export class BondLedger {
  readonly #holdings = new Map<number, Holding>()
  unburned = 0n

  /** The account's books, which may be changed. */
  of(account: number): Holding {
    let found = this.#holdings.get(account)
    if (found === undefined) {
      found = { free: 0n, locked: 0n, credits: 0n, unbonding: 0n, releaseAt: 0 }
      this.#holdings.set(account, found)
    }
    return found
  }

  /** All that the vault owes. */
  get owed(): bigint {
    return [...this.#holdings.values()].reduce(
      (sum, { free, locked, credits, unbonding }) => sum + free + locked + credits + unbonding,
      this.unburned,
    )
  }

  deposit(account: number, amount: bigint): void {
    if (amount === 0n) throw new Refusal('AmountZero')
    this.of(account).free += amount
  }

  requestWithdrawal(account: number, amount: bigint, now: number): void {
    if (amount === 0n) throw new Refusal('AmountZero')
    const holding = this.of(account)
    if (amount > holding.free) throw new Refusal('FreeTooSmall')
    holding.free -= amount
    holding.unbonding += amount
    holding.releaseAt = now + UNBONDING
  }

  withdraw(account: number, now: number): void {
    const holding = this.of(account)
    if (holding.unbonding === 0n) throw new Refusal('NothingDue')
    if (now < holding.releaseAt) throw new Refusal('StillUnbonding')
    holding.unbonding = 0n
    holding.releaseAt = 0
  }

  claim(account: number): void {
    const holding = this.of(account)
    if (holding.credits === 0n) throw new Refusal('NothingDue')
    holding.credits = 0n
  }

  burn(): void {
    if (this.unburned === 0n) throw new Refusal('NothingDue')
    this.unburned = 0n
  }

  lock(account: number, amount: bigint): void {
    const holding = this.of(account)
    if (amount > holding.free) throw new Refusal('FreeTooSmall')
    holding.free -= amount
    holding.locked += amount
  }

  release(account: number, amount: bigint): void {
    const holding = this.of(account)
    holding.locked -= amount
    holding.free += amount
  }

  slash(account: number, burned: bigint, winner: number, bounty: bigint, pooled: bigint): void {
    this.of(account).locked -= burned + bounty + pooled
    this.unburned += burned
    if (bounty > 0n) this.of(winner).credits += bounty
    if (pooled > 0n) this.of(INSURANCE).credits += pooled
  }
}

/** Who takes the insurance share of a slash. */
export const INSURANCE = -1
