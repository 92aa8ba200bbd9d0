import { BondLedger } from './bond-ledger.ts'
import { decide, type Ballot, type CountedVote } from './decide.ts'
import { Refusal } from './refusal.ts'
import {
  DEPOSIT,
  firstParameters,
  LOCKED,
  type Mode,
  type Parameters,
  PLAYERS,
} from './settings.ts'
import { VOTER_BOND, VOTER_DEPOSIT, WEIGHT_PER_TOKEN } from './settings.ts'

/** Where an entry stands, with the contract's numbers. */
const STATUS = {
  none: 0,
  commit: 1,
  reveal: 2,
  scored: 3,
  challenged: 4,
  final: 5,
  slashed: 6,
  expired: 7,
} as const

/** An entry of the model. Accounts are the numbers of players. */
export interface ModelEntry {
  id: number
  root: string
  submitter: number
  submittedAt: number
  parameters: Parameters
  round: number
  /** Start of the voting of a later round. */
  rolledTo: number | undefined
  votes: CountedVote[]
  tallied: boolean
  scored: boolean
  quality: number
  outcome: number
  challenger: number | undefined
  openDisputes: number
  disputeDeadline: number
  ruling: { challenger: number; proof: string } | undefined
}

/** A voter of the model. */
export interface ModelVoter {
  bond: bigint
  epoch: number
  parameters: Parameters
  pending: boolean
  list: { ballots: Ballot[]; salt: bigint } | undefined
}

const WEEK = 7 * 86_400
const HISTORY = 26 * WEEK
const MAX_BALLOTS = 128

/**
 * The registry's state machine, written from its specification and not from its code: entries as records, votes as
 * lists that are sorted and counted. A call either changes the model or throws a {@link Refusal}; `now` is the second in
 * which it is made.
 */
export class RegistryModel {
  readonly mode: Mode
  readonly genesis: number
  readonly entries: ModelEntry[] = []
  readonly voters: ModelVoter[]
  readonly bonds = new BondLedger()
  readonly voterBonds = new BondLedger()
  readonly #locks: { account: number; time: number; weight: bigint }[] = []
  readonly #votedSnapshots = new Set<number>()
  parameters: Parameters
  version = 1
  pausedUntil = 0
  /** Ids of each page, by epoch, in the order of their finalisation. */
  readonly finalIds = new Map<number, number[]>()

  /**
   * @param mode how votes are taken
   * @param genesis second in which the registry was constructed
   * @param lockedAt second in which the players locked what they begin with
   */
  constructor(mode: Mode, genesis: number, lockedAt: number) {
    this.mode = mode
    this.genesis = genesis
    this.parameters = firstParameters(mode)
    this.voters = Array.from({ length: PLAYERS }, () => {
      return { bond: 0n, epoch: 0, parameters: this.parameters, pending: false, list: undefined }
    })
    for (const [account, tokens] of LOCKED.entries()) {
      this.bonds.deposit(account, DEPOSIT)
      if (mode.name === 'batch') {
        this.voterBonds.deposit(account, VOTER_DEPOSIT)
        this.addVoterBond(account, VOTER_BOND)
      }
      if (tokens > 0n) this.lockTokens(account, tokens, lockedAt)
    }
  }

  // Time

  epochAt(time: number): number {
    return 1 + Math.floor((time - this.genesis) / this.mode.epochLength)
  }

  epochStart(epoch: number): number {
    return this.genesis + (epoch - 1) * this.mode.epochLength
  }

  votingStart(entry: ModelEntry): number {
    return entry.rolledTo ?? this.#nextVoting(entry.submittedAt)
  }

  votingEnd(entry: ModelEntry): number {
    return this.votingStart(entry) + this.mode.commitWindow + this.mode.revealWindow
  }

  challengeEnd(entry: ModelEntry): number {
    return this.votingEnd(entry) + entry.parameters.challengeWindow
  }

  snapshot({ submittedAt }: ModelEntry): number {
    const batch = this.mode.name === 'batch'
    return (batch ? this.epochStart(this.epochAt(submittedAt)) : submittedAt) - 1
  }

  status(entry: ModelEntry | undefined, now: number): number {
    if (entry === undefined) return STATUS.none
    if (entry.outcome !== STATUS.none) return entry.outcome
    if (this.#isDisputed(entry, now)) return STATUS.challenged
    if (entry.tallied) return STATUS.scored
    return now < this.votingStart(entry) + this.mode.commitWindow ? STATUS.commit : STATUS.reveal
  }

  // Calls

  lockTokens(account: number, tokens: bigint, now: number): void {
    this.#locks.push({ account, time: now, weight: tokens * WEIGHT_PER_TOKEN })
  }

  submit(
    account: number,
    entry: { root: string; schema: number; quality: number; bond: bigint },
    now: number,
  ): void {
    if (now < this.pausedUntil) throw new Refusal('SubmissionsPausedUntil')
    if (entry.quality !== 0) throw new Refusal('QualityNotZero')
    if (entry.bond !== 0n && entry.bond !== this.parameters.bond) throw new Refusal('WrongBond')
    if (BigInt(entry.root) === 0n) throw new Refusal('RootZero')
    if (entry.schema !== 1) throw new Refusal('SchemaUnknown')
    const isOwn = ({ root, submitter }: ModelEntry) => root === entry.root && submitter === account
    if (this.entries.some(isOwn)) throw new Refusal('RootTaken')
    this.bonds.lock(account, this.parameters.bond)
    this.entries.push({
      id: this.entries.length + 1,
      root: entry.root,
      submitter: account,
      submittedAt: now,
      parameters: this.parameters,
      round: 0,
      rolledTo: undefined,
      votes: [],
      tallied: false,
      scored: false,
      quality: 0,
      outcome: STATUS.none,
      challenger: undefined,
      openDisputes: 0,
      disputeDeadline: 0,
      ruling: undefined,
    })
  }

  vote(account: number, id: number, score: number, now: number): void {
    if (this.mode.name === 'batch') throw new Refusal('CommitRevealRequired')
    const entry = this.#unsettled(id)
    if (now >= this.votingEnd(entry)) throw new Refusal('VotingClosed')
    if (entry.votes.some(({ voter }) => voter === account)) throw new Refusal('AlreadyVoted')
    entry.votes.push(this.#weigh(entry, account, score, now))
    this.#votedSnapshots.add(this.snapshot(entry))
  }

  commit(account: number, list: { ballots: Ballot[]; salt: bigint }, now: number): void {
    if (this.mode.name === 'direct') throw new Refusal('CommitRevealDisabled')
    const epoch = this.epochAt(now)
    if (now >= this.epochStart(epoch) + this.mode.commitWindow) throw new Refusal('CommitClosed')
    const voter = this.voters[account]!
    const missed = this.#missedPenalty(voter, epoch, now)
    if (voter.epoch === epoch) throw new Refusal('AlreadyCommitted')
    if (voter.bond - (missed ?? 0n) < this.parameters.voterBond)
      throw new Refusal('VoterBondTooSmall')
    this.#takeMissed(account, missed)
    Object.assign(voter, { epoch, parameters: this.parameters, pending: true, list })
  }

  reveal(account: number, ballots: Ballot[], fits: boolean, now: number): void {
    if (this.mode.name === 'direct') throw new Refusal('CommitRevealDisabled')
    if (ballots.length === 0 || ballots.length > MAX_BALLOTS)
      throw new Refusal('BallotCountInvalid')
    const epoch = this.epochAt(now)
    const start = this.epochStart(epoch)
    const opens = start + this.mode.commitWindow
    if (now < opens || now >= opens + this.mode.revealWindow) throw new Refusal('RevealClosed')
    const voter = this.voters[account]!
    if (!voter.pending || voter.epoch !== epoch) throw new Refusal('NoCommitment')
    if (!fits) throw new Refusal('CommitmentMismatch')
    const counted: [ModelEntry, CountedVote][] = []
    let previous = 0
    for (const { id, score } of ballots) {
      if (id <= previous) throw new Refusal('BallotsNotAscending')
      previous = id
      const entry = this.#known(id)
      if (entry.outcome !== STATUS.none) continue
      if (this.votingStart(entry) !== start) throw new Refusal('NotInEpoch')
      counted.push([entry, this.#weigh(entry, account, score, now)])
    }
    voter.pending = false
    for (const [entry, vote] of counted) {
      entry.votes.push(vote)
      this.#votedSnapshots.add(this.snapshot(entry))
    }
  }

  addVoterBond(account: number, amount: bigint): void {
    if (this.mode.name === 'direct') throw new Refusal('NoVoterBonds')
    this.voterBonds.lock(account, amount)
    this.voters[account]!.bond += amount
  }

  removeVoterBond(account: number, amount: bigint, now: number): void {
    const voter = this.voters[account]!
    const missed = this.#missedPenalty(voter, this.epochAt(now), now)
    if (voter.pending && missed === undefined) throw new Refusal('CommitmentOpen')
    if (voter.bond - (missed ?? 0n) < amount) throw new Refusal('VoterBondTooSmall')
    this.#takeMissed(account, missed)
    voter.bond -= amount
    this.voterBonds.release(account, amount)
  }

  challenge(account: number, id: number, now: number): void {
    const entry = this.#unsettled(id)
    if (entry.submitter === account) throw new Refusal('OwnEntry')
    if (entry.challenger !== undefined) throw new Refusal('AlreadyChallenged')
    // Only while nobody can have seen how this round's votes turn out; in direct mode votes are open anyway.
    const span = this.mode.name === 'direct' ? this.mode.revealWindow : this.mode.commitWindow
    if (now >= this.votingStart(entry) + span) throw new Refusal('ChallengeClosed')
    this.bonds.lock(account, challengeBond(entry))
    entry.challenger = account
  }

  tally(id: number, now: number): void {
    const entry = this.#unsettled(id)
    if (!entry.tallied) this.#tally(entry, now)
  }

  finalise(id: number, now: number): void {
    const entry = this.#unsettled(id)
    const before = { ...entry }
    if (!entry.tallied && this.#tally(entry, now) === 'rolled') return
    const refuse = (error: string) => {
      // What is refused has not happened, the tally neither.
      Object.assign(entry, before)
      throw new Refusal(error)
    }
    if (now < this.challengeEnd(entry)) refuse('ChallengeOpen')
    if (this.#isDisputed(entry, now)) refuse('DisputeOpen')
    if (!entry.scored) this.#expire(entry)
    else if (entry.quality >= entry.parameters.qMin) this.#accept(entry, now)
    else this.#slashLowQuality(entry)
  }

  openDispute(id: number, now: number): void {
    const entry = this.#unsettled(id)
    if (now >= this.challengeEnd(entry)) throw new Refusal('ChallengeClosed')
    entry.openDisputes++
    entry.disputeDeadline = now + entry.parameters.disputeTime
  }

  closeDispute(id: number): void {
    const entry = this.#known(id)
    if (entry.openDisputes === 0) throw new Refusal('NoDispute')
    entry.openDisputes--
  }

  slash(id: number, challenger: number, proof: string): void {
    const entry = this.#unsettled(id)
    if (entry.ruling === undefined) throw new Refusal('NotDecided')
    if (entry.ruling.challenger !== challenger) throw new Refusal('WrongChallenger')
    if (entry.ruling.proof !== proof) throw new Refusal('WrongProof')
    entry.outcome = STATUS.slashed
    this.#slashBond(entry, entry.parameters.bond, challenger)
    if (entry.challenger !== undefined) this.bonds.release(entry.challenger, challengeBond(entry))
  }

  setParameters(next: Parameters, isAuthority: boolean): void {
    if (!isAuthority) throw new Refusal('NotAuthority')
    if (next.burnShare < 500) throw new Refusal('ParameterOutOfRange')
    this.parameters = next
    this.version++
  }

  pause(isAuthority: boolean, now: number): void {
    if (!isAuthority) throw new Refusal('NotAuthority')
    if (this.pausedUntil !== 0 && now < this.pausedUntil + WEEK) throw new Refusal('PausedRecently')
    this.pausedUntil = now + WEEK
  }

  /** What {@link EntryView} says of the votes: until the tally the present ones, afterwards what was decided. */
  qualityOf(entry: ModelEntry): { quality: number; scored: boolean } {
    if (entry.tallied) return { quality: entry.quality, scored: entry.scored }
    const { median, voted } = this.#decide(entry)
    return { quality: median, scored: voted }
  }

  // Parts of calls

  #nextVoting(time: number): number {
    return this.mode.name === 'direct' ? time : this.epochStart(this.epochAt(time) + 1)
  }

  #isDisputed({ openDisputes, disputeDeadline }: ModelEntry, now: number): boolean {
    return openDisputes > 0 && now < disputeDeadline
  }

  #known(id: number): ModelEntry {
    const entry = this.entries[id - 1]
    if (entry === undefined) throw new Refusal('EntryUnknown')
    return entry
  }

  #unsettled(id: number): ModelEntry {
    const entry = this.#known(id)
    if (entry.outcome !== STATUS.none) throw new Refusal('EntrySettled')
    return entry
  }

  #weightAt(time: number, account?: number): bigint {
    return this.#locks
      .filter((lock) => lock.time <= time && (account === undefined || lock.account === account))
      .reduce((sum, { weight }) => sum + weight, 0n)
  }

  #weigh(entry: ModelEntry, account: number, score: number, now: number): CountedVote {
    if (score > 1000) throw new Refusal('ScoreOutOfRange')
    if (entry.submitter === account) throw new Refusal('OwnEntry')
    const snapshot = this.snapshot(entry)
    if (snapshot + HISTORY <= now) throw new Refusal('LookupTooOld')
    const cap = (this.#weightAt(snapshot) * BigInt(entry.parameters.weightCapBps)) / 10_000n
    const own = this.#weightAt(snapshot, account)
    const weight = own < cap ? own : cap
    if (weight === 0n) throw new Refusal('NoWeight')
    return { voter: account, score, weight }
  }

  /** What a missed commitment costs; undefined where none was missed. */
  #missedPenalty(voter: ModelVoter, epoch: number, now: number): bigint | undefined {
    if (!voter.pending) return undefined
    const end = this.epochStart(voter.epoch) + this.mode.commitWindow + this.mode.revealWindow
    if (voter.epoch === epoch && now < end) return undefined
    const { missPenalty } = voter.parameters
    return missPenalty < voter.bond ? missPenalty : voter.bond
  }

  #takeMissed(account: number, penalty: bigint | undefined): void {
    if (penalty === undefined) return
    const voter = this.voters[account]!
    voter.pending = false
    voter.bond -= penalty
    this.voterBonds.slash(account, penalty, account, 0n, 0n)
  }

  #decide(entry: ModelEntry) {
    const snapshot = this.snapshot(entry)
    const supply = this.#votedSnapshots.has(snapshot) ? this.#weightAt(snapshot) : 0n
    return decide(entry.votes, supply, entry.parameters)
  }

  #tally(entry: ModelEntry, now: number): 'rolled' | 'tallied' {
    if (now < this.votingEnd(entry)) throw new Refusal('VotingOpen')
    const { decided, median } = this.#decide(entry)
    if (!decided && entry.round < entry.parameters.maxRolls) {
      entry.round++
      entry.rolledTo = this.#nextVoting(now)
      entry.votes = []
      return 'rolled'
    }
    Object.assign(entry, { tallied: true, scored: decided, quality: median })
    return 'tallied'
  }

  #expire(entry: ModelEntry): void {
    entry.outcome = STATUS.expired
    this.bonds.release(entry.submitter, entry.parameters.bond)
    if (entry.challenger !== undefined) this.bonds.release(entry.challenger, challengeBond(entry))
  }

  #accept(entry: ModelEntry, now: number): void {
    entry.outcome = STATUS.final
    const epoch = this.epochAt(now)
    this.finalIds.set(epoch, [...(this.finalIds.get(epoch) ?? []), entry.id])
    this.bonds.release(entry.submitter, entry.parameters.bond)
    if (entry.challenger === undefined) return
    const lost = challengeBond(entry)
    this.bonds.slash(entry.challenger, lost - lost / 2n, entry.submitter, lost / 2n, 0n)
  }

  #slashLowQuality(entry: ModelEntry): void {
    entry.outcome = STATUS.slashed
    const { bond, lowQualityShare } = entry.parameters
    const lost = (bond * BigInt(lowQualityShare) + 999n) / 1000n
    this.#slashBond(entry, lost, entry.challenger)
    this.bonds.release(entry.submitter, bond - lost)
    if (entry.challenger !== undefined) this.bonds.release(entry.challenger, challengeBond(entry))
  }

  #slashBond(entry: ModelEntry, lost: bigint, challenger: number | undefined): void {
    const { burnShare, bountyShare, bountyCap } = entry.parameters
    const pooled = (lost * BigInt(1000 - burnShare - bountyShare)) / 1000n
    const share = challenger === undefined ? 0n : (lost * BigInt(bountyShare)) / 1000n
    const bounty = share < bountyCap ? share : bountyCap
    this.bonds.slash(
      entry.submitter,
      lost - pooled - bounty,
      challenger ?? entry.submitter,
      bounty,
      pooled,
    )
  }
}

/** Half of the bond, rounded up. */
function challengeBond({ parameters: { bond } }: ModelEntry): bigint {
  return bond - bond / 2n
}
