import type { FormTrial } from '../learning/gate/choose-form.ts'
import type { MemoryItem } from '../learning/memory.ts'
import type { DomainPractice } from '../learning/practise-domain.ts'
import type { WithheldReason } from '../node/practise-domains.ts'
import type { Experience } from '../protocol/experience/experience.ts'
import { decodeExperience } from '../protocol/experience/decode-experience.ts'
import type {
  ExperienceContent,
  ExperienceForm,
  ExperienceRow,
  GateResult,
  PoisonRow,
  RejectedProposal,
} from '../protocol/report/report.ts'
import { mean } from './compare-arms.ts'
import type { SharedEntry } from './share-and-review.ts'
import type { UniverseRun } from './run-universe.ts'

/** Makes a name unique among several seeds. */
type Naming = (name: string) => string

/** A row for every experience that passed its author's gate. */
export function experienceRows(run: UniverseRun, named: Naming): ExperienceRow[] {
  return run.agents.flatMap(({ name: author }) =>
    (run.outcomes.get(author)?.accepted ?? []).map(({ cid, experience }): ExperienceRow => {
      const entry = run.entries.find(({ records }) => records.includes(cid))
      const practice = run.practices.get(experience.domain)
      const verdict = verdictOn(cid, entry, run)
      return {
        ...contentOf(experience, practice),
        cid,
        domain: named(experience.domain),
        author: named(author),
        gate: gateResult(practice),
        quality: entry?.quality ?? null,
        votes:
          entry === undefined
            ? []
            : votesOn(entry).map(({ voter, score }) => ({ voter: named(voter), score })),
        ...verdict,
        effect: effectOn(experience.domain, run),
      }
    }),
  )
}

/** What each reason for keeping nothing of a proposal means. */
const WITHHELD: Readonly<Record<WithheldReason, string>> = {
  empty: 'it says nothing',
  'too-long': 'more words or bytes than an experience may have',
  'not-nfc': 'its Unicode is not in normalisation form C',
  'control-character': 'it holds hidden or control characters',
  url: 'it holds a link or a host name',
  'secret-pattern': 'it holds what looks like a key, a token or a password',
  instruction: 'it speaks to the reading model instead of describing the task',
  secret: 'it would give away what looks like a secret',
  'task-text': 'it would give away words of a task',
  'gold-answer': 'it would give away the answer of a task',
  duplicate: 'the library says so already',
  dropped: 'the library has no room for it',
  'not-proved': 'imported, and no help on held-out tasks',
  'rolled-back': 'the library with it lost more than it gained',
}

/**
 * A row for everything that was proposed and not kept: refused mechanically, at the gate, by the text rules, the leak guard
 * or the library.
 */
export function rejectedProposals(run: UniverseRun, named: Naming): RejectedProposal[] {
  return run.agents.flatMap(({ name }) => {
    const outcome = run.outcomes.get(name)
    if (outcome === undefined) return []
    const row = (domain: string, item: MemoryItem, reason: string): RejectedProposal => ({
      agent: named(name),
      domain: named(domain),
      ...contentOfItem(item),
      reason,
    })
    return [
      ...outcome.practices.flatMap(({ domain, proposals, gate }) => [
        ...proposals.refused.map(({ text, reason }) =>
          row(domain, { text }, `${reason}: refused without a trial`),
        ),
        ...(gate.decision === 'refused' && gate.reason === 'not-proved'
          ? gate.tried.flatMap(({ memory, solved, result }) =>
              memory
                .slice(0, 1)
                .map((item) =>
                  row(
                    domain,
                    item,
                    `solved ${solved} of ${result.n} held-out tasks, not enough to prove a gain`,
                  ),
                ),
            )
          : []),
      ]),
      ...outcome.withheld.map(({ domain, item, reason }) =>
        row(domain, item, `${reason}: ${WITHHELD[reason]}`),
      ),
    ]
  })
}

/** A row for every text of the poisoner. */
export function poisonRows(run: UniverseRun, named: Naming): PoisonRow[] {
  return run.entries
    .filter(({ author }) => author.role === 'poisoner')
    .flatMap((entry) =>
      run.poison.map(({ bytes, promptsReached, reason }, index) => {
        const experience = decodeExperience(bytes)
        return {
          ...contentOf(experience, undefined),
          author: named(entry.author.name),
          domain: named(experience.domain),
          reason,
          quality: entry.quality ?? null,
          // One bond stands behind all records of the entry.
          slashedWei: shareOf(entry.slashedWei, run.poison.length, index).toString(),
          promptsReached,
        }
      }),
    )
}

/** An equal share; what cannot be divided goes to the first, so that the shares sum to the whole. */
function shareOf(whole: bigint, shares: number, index: number): bigint {
  const count = BigInt(shares)
  return whole / count + (index === 0 ? whole % count : 0n)
}

function contentOf(
  experience: Experience,
  practice: DomainPractice | undefined,
): ExperienceContent {
  const gate = practice?.gate
  const copied = gate?.decision === 'accepted' && gate.chosen.form === 'verifier'
  const form: ExperienceForm = copied ? 'verifier' : experience.kind
  return {
    form,
    text: experience.kind === 'example' ? null : experience.text,
    example: experience.kind === 'sentence' ? null : experience.example,
  }
}

function contentOfItem({ text, example }: MemoryItem): ExperienceContent {
  const form = text === undefined ? 'example' : example === undefined ? 'sentence' : 'both'
  return { form, text: text ?? null, example: example ?? null }
}

function gateResult(practice: DomainPractice | undefined): GateResult {
  const gate = practice?.gate
  if (gate?.decision !== 'accepted')
    return { tasks: 0, wins: 0, losses: 0, probability: 0, forms: [] }
  const { result, probability } = gate.chosen
  const best = new Map<ExperienceForm, FormTrial>()
  for (const trial of gate.tried)
    if (trial.solved >= (best.get(trial.form)?.solved ?? 0)) best.set(trial.form, trial)
  const forms = [...best].map(([form, { solved }]) => ({ form, success: solved / gate.n }))
  return { tasks: result.n, wins: result.wins, losses: result.losses, probability, forms }
}

function votesOn({ reviews, hostileScore }: SharedEntry): { voter: string; score: number }[] {
  const votes = reviews.flatMap(({ voter, review }) =>
    review.score === null ? [] : [{ voter, score: review.score }],
  )
  return hostileScore === undefined ? votes : [...votes, { voter: 'poisoner', score: hostileScore }]
}

function verdictOn(
  cid: string,
  entry: SharedEntry | undefined,
  run: UniverseRun,
): Pick<ExperienceRow, 'status' | 'reason'> {
  if (entry === undefined) return { status: 'kept-private', reason: 'never published' }
  const usable = run.usable.get(cid) ?? 0
  if (usable > 0) return { status: 'shared', reason: null }
  return { status: 'rejected', reason: run.refusals.get(cid) ?? 'no other agent uses it' }
}

/** First-attempt success of the agents that did not practise on the tool, with what they received and without. */
function effectOn(domain: string, { scores }: UniverseRun): ExperienceRow['effect'] {
  const of = (arm: 'own' | 'shared'): number[] =>
    scores
      .filter((score) => score.arm === arm && score.domain === domain && !score.own)
      .map(({ success }) => Number(success))
  const withIt = of('shared')
  return withIt.length === 0
    ? null
    : {
        without: mean(of('own')),
        with: mean(withIt),
        n: new Set(scores.filter((score) => score.domain === domain).map(({ taskId }) => taskId))
          .size,
      }
}
