import type { PractiseLocallyResult } from '../../node/practise-locally.ts'
import { formatCount, formatSeconds } from '../../report/text/format-number.ts'
import { toVisibleText } from '../../report/text/to-visible-text.ts'
import { lookOf } from './terminal.ts'

/** What practice led to, as plain data. */
export function toJsonPractice({ suite, model, outcome, usage }: PractiseLocallyResult) {
  return {
    suite,
    model,
    domains: outcome.practices.map(({ domain, gate, evidence, mode, modes }) => ({
      domain,
      mode,
      modes,
      decision: gate.decision,
      reason: gate.decision === 'refused' ? gate.reason : null,
      ...(hasFailedPins(gate) ? { failedPins: listFailedPins(gate) } : {}),
      form: gate.decision === 'accepted' ? gate.chosen.form : null,
      firstAttemptRate: evidence.firstAttemptRate,
      holdout: { tasks: gate.n, without: gate.baselineSolved, with: solvedWith(gate) },
      accepted: outcome.accepted
        .filter(({ experience }) => experience.domain === domain)
        .map(({ cid }) => cid),
      withheld: outcome.withheld
        .filter((each) => each.domain === domain)
        .map(({ reason }) => reason),
    })),
    consolidations: outcome.consolidations,
    ...(outcome.guard === undefined ? {} : { guard: outcome.guard }),
    usage,
  }
}

type Guard = NonNullable<PractiseLocallyResult['outcome']['guard']>

const OBJECTIONS = {
  'nothing-tried': 'there are no fresh tasks to try it on',
  'not-proved': 'it gained too little on fresh tasks',
  'more-lost': 'it lost more than it gained on fresh tasks',
  'pinned-lost': 'it lost pinned tasks',
} as const

function describeGuard({ decision, reason, result, lostPins = [] }: Guard): string {
  const figures = `${result.wins} better, ${result.losses} worse of ${result.n} fresh tasks`
  if (decision === 'kept') return `the library with it: ${figures}`
  const pins = lostPins.length === 0 ? '' : ` (${lostPins.join(', ')})`
  const why = reason === undefined ? '' : `${OBJECTIONS[reason]}${pins}; `
  return `nothing of it is kept: ${why}${figures}`
}

type Gate = PractiseLocallyResult['outcome']['practices'][number]['gate']

function hasFailedPins(gate: Gate): boolean {
  return gate.decision === 'refused' && gate.reason === 'pinned-failed'
}

function listFailedPins(gate: Gate): string[] {
  return [...new Set(gate.tried.flatMap(({ failedPins = [] }) => failedPins))]
}

function solvedWith(gate: Gate): number | null {
  return gate.decision === 'accepted' ? gate.chosen.solved : null
}

type Practice = PractiseLocallyResult['outcome']['practices'][number]

/** Says nothing where only the contrast pair was asked, as ever. */
function describeModes({ mode, modes }: Practice): string[] {
  if (modes.length === 1 && mode === 'contrast-pair') return []
  const yields = modes.map((each) => `${each.mode} ${each.accepted} of ${each.proposals}`)
  return [`lessons proved, by mode: ${yields.join(', ')}`]
}

type Consolidation = PractiseLocallyResult['outcome']['consolidations'][number]

function describeConsolidation({ decision, tokensBefore, tokensAfter }: Consolidation): string {
  return decision === 'consolidated'
    ? `examples consolidated: about ${tokensBefore} → ${tokensAfter} tokens`
    : `examples kept: ${KEPT[decision]}`
}

const KEPT = {
  'too-few-examples': 'they are too few',
  'too-few-tasks': 'there are too few held-out tasks to show that nothing is lost',
  'nothing-proposed': 'the model found no rule in them',
  'saves-nothing': 'the rule is as long as they are',
  loses: 'a held-out task went worse with the rule',
} as const

const REFUSALS = {
  'nothing-to-gain': 'it solves every held-out task without help',
  'nothing-proposed': 'no attempt worked, so there was nothing to learn from',
  'not-proved': 'no form helped enough on held-out tasks',
  'pinned-failed': 'a pinned task failed with every form that helped',
} as const

/** What practice led to, for a person: a paragraph for each tool. Harmless for terminals. */
export function layOutPractice({ outcome, usage, suite }: PractiseLocallyResult): string {
  const { paint } = lookOf(process.stdout)
  const lines = outcome.practices.flatMap((practice) => {
    const { domain, gate } = practice
    if (gate.decision === 'refused') {
      const pins = hasFailedPins(gate) ? `: ${listFailedPins(gate).join(', ')}` : ''
      const why = toVisibleText(`${REFUSALS[gate.reason]}${pins}`)
      return [`${paint('bad', 'refused ')}  ${paint('strong', domain)}  ${why}`]
    }
    const { form, solved } = gate.chosen
    const gain = `${gate.baselineSolved} → ${solved} of ${gate.n} held-out tasks, as ${form}`
    const kept = outcome.accepted.filter(({ experience }) => experience.domain === domain)
    const withheld = outcome.withheld.filter((each) => each.domain === domain)
    return [
      `${paint('good', 'accepted')}  ${paint('strong', domain)}  ${gain}`,
      ...kept.flatMap(({ experience }) => [
        ...(experience.kind === 'example' ? [] : [experience.text]),
        ...(experience.kind === 'sentence'
          ? []
          : [`${experience.example.input} → ${experience.example.output}`]),
      ]),
      ...withheld.map(({ reason }) => `withheld: ${reason}`),
      ...describeModes(practice),
      ...outcome.consolidations.filter((each) => each.domain === domain).map(describeConsolidation),
    ].map((line, index) => (index === 0 ? line : `          ${toVisibleText(line)}`))
  })
  const { guard } = outcome
  if (guard !== undefined) {
    const style = guard.decision === 'kept' ? 'good' : 'bad'
    lines.push(`${paint(style, 'guard   ')}  ${toVisibleText(describeGuard(guard))}`)
  }
  const cost =
    `${formatCount(usage.callsMade)} model calls, ${formatCount(usage.callsReused)} answered ` +
    `from before, ${formatSeconds(usage.modelMs / 1000)} of model time; ${suite}`
  return [...lines, '', paint('faint', cost)].join('\n')
}
