import { html, Markup } from '../../src/report/html/html.ts'
import { STYLESHEET } from '../../src/report/html/stylesheet.ts'
import { table } from '../../src/report/html/table.ts'
import { armsChart } from '../../src/report/svg/arms-chart.ts'
import { formatCount, formatDecimal, formatPercent } from '../../src/report/text/format-number.ts'
import { formatBenchValue } from '../common/figure.ts'
import type { FamilySummary, LearningSummary } from './summary.ts'

/** The whole measurement as one HTML file: inline styles and drawings, no scripts, nothing fetched, every text escaped. */
export function renderReport(summary: LearningSummary): string {
  const { model, families } = summary
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>DSO-bench · DSO</title>
<style>${new Markup(STYLESHEET)}</style>
</head>
<body>
<main>
<p class="eyebrow">DSO-bench · ${model.name}</p>
<h1>What a frozen model learns, and what sharing adds</h1>
<p class="lede">Every share is of held-out tasks solved at the first attempt, greedily. Intervals are 95%, tools resampled before tasks. Every answer behind this page is recorded; the bench computes it again without a model.</p>
${[figuresSection(summary), ...families.map(familySection), costsSection(summary), modesSection(summary), attacksSection(summary), toolsSection(summary)]}
</main>
</body>
</html>
`
  return page.source
}

function figuresSection({ figures }: LearningSummary): Markup {
  const judged = figures.filter(({ holds }) => holds !== null)
  const met = judged.filter(({ holds }) => holds === true).length
  return html`<section><h2>Figures and goals</h2>
<p>${met} of ${judged.length} goals met.</p>
${table({
  caption: 'Figures and goals',
  columns: [
    { header: 'Figure' },
    { header: 'What it is' },
    { header: 'Value', numeric: true },
    { header: '95% CI', numeric: true },
    { header: 'Goal', numeric: true },
    { header: 'Verdict' },
    { header: 'Tasks', numeric: true },
    { header: 'Tools', numeric: true },
  ],
  rows: figures.map(({ id, label, value, unit, low, high, goal, holds, n, tools }) => [
    id,
    label,
    formatBenchValue(value, unit),
    low === null || high === null ? '–' : `${formatDecimal(low, 1)} to ${formatDecimal(high, 1)}`,
    goal ?? '–',
    verdict(holds),
    n === null ? '–' : formatCount(n),
    tools === null ? '–' : formatCount(tools),
  ]),
})}</section>`
}

function verdict(holds: boolean | null): Markup | string {
  if (holds === null) return '–'
  return holds ? html`<span class="gain">met</span>` : html`<span class="loss">missed</span>`
}

function familySection({ suite, seeds, tools, accepted, forms, arms }: FamilySummary): Markup {
  const kinds = Object.entries(forms).map(([form, count]) => `${form} ${count}`)
  return html`<section><h2>${suite}</h2>
<p>${tools} tools in ${seeds.length} universes (seeds ${seeds.join(', ')}); something was let through on ${accepted}. What the gate chose: ${kinds.join(', ')}.</p>
<div class="scroll">${armsChart(
    arms.map(({ arm, label, n, success, low, high, gain, callsPerEpisode, promptTokens }) => ({
      id: arm,
      label,
      n,
      success: { value: success, low, high },
      difference: gain === null ? null : { ...gain, baseline: 'none' },
      ownTools: null,
      foreignTools: null,
      meanReward: null,
      callsPerEpisode,
      promptTokensPerCall: promptTokens,
    })),
  )}</div></section>`
}

function costsSection({ families }: LearningSummary): Markup {
  const show = (value: number | null): string => (value === null ? '–' : formatDecimal(value, 0))
  return html`<section><h2>What it cost</h2>
<p>Practice without anything recorded: rollouts, contrast and gate, for each tool on which something was let through.</p>
${table({
  caption: 'Costs of practice',
  columns: [
    { header: 'Suite' },
    { header: 'Calls', numeric: true },
    { header: 'Calls a lesson', numeric: true },
    { header: 'Tokens a lesson', numeric: true },
    { header: 'Model seconds a lesson', numeric: true },
  ],
  rows: families.map(({ suite, cost, perAccepted }) => [
    suite,
    formatCount(cost.practice.calls),
    show(perAccepted.calls),
    show(perAccepted.tokens),
    show(perAccepted.modelSeconds),
  ]),
})}</section>`
}

function modesSection({ modes }: LearningSummary): Markup | null {
  if (modes === null) return null
  const { verdict: found, best, reference } = modes
  const said =
    best === undefined
      ? 'No mode taught this model anything'
      : `${best} ${found === 'won' ? 'won' : 'leads'}`
  return html`<section><h2>Modes of learning</h2>
<p>The same groups of attempts, the same gate: ${said}. Calls a lesson: ${reference}</p>
${table({
  caption: 'Modes of learning',
  columns: [
    { header: 'Mode' },
    { header: 'Proposed', numeric: true },
    { header: 'Let through', numeric: true },
    { header: 'Calls', numeric: true },
    { header: 'Lessons a hundred calls', numeric: true },
  ],
  rows: modes.modes.map(({ mode, proposals, accepted, calls, perCall }) => [
    mode,
    formatCount(proposals),
    formatCount(accepted),
    formatCount(calls),
    formatDecimal(100 * perCall, 1),
  ]),
})}</section>`
}

function attacksSection({ attacks }: LearningSummary): Markup | null {
  if (attacks.length === 0) return null
  return html`<section><h2>What adversaries offered</h2>
<p>Among 30% adversaries, who also vote. ${attacks.filter(({ used }) => used).length} of ${attacks.length} were used by anybody.</p>
${table({
  caption: 'Hostile lessons',
  columns: [
    { header: 'Suite' },
    { header: 'Tool' },
    { header: 'Text' },
    { header: 'Refused by a text rule' },
    { header: 'Trial, per mille', numeric: true },
    { header: 'Used' },
  ],
  rows: attacks.map(({ suite, domain, text, refusal, score, used }) => [
    suite,
    domain,
    text,
    refusal ?? '–',
    score === null ? '–' : formatCount(score),
    used ? 'yes' : 'no',
  ]),
})}</section>`
}

function toolsSection({ tools }: LearningSummary): Markup {
  const share = (value: number | undefined): string =>
    value === undefined ? '–' : formatPercent(value)
  return html`<section><h2>Every tool</h2>
<details><summary>What was learnt on each, and how each did</summary>${table({
    caption: 'Tools',
    columns: [
      { header: 'Tool' },
      { header: 'Suite' },
      { header: 'Errors' },
      { header: 'Learnt from' },
      { header: 'Let through' },
      { header: 'None', numeric: true },
      { header: 'Own', numeric: true },
      { header: 'Oracle', numeric: true },
      { header: 'What it says' },
    ],
    rows: tools.map(({ name, suite, grade, teaching, form, refused, scores, lessons }) => [
      name,
      suite,
      grade,
      teaching,
      form ?? `none: ${refused ?? ''}`,
      share(scores.none),
      share(scores.own),
      share(scores.oracle),
      lessons.join(' / '),
    ]),
  })}</details></section>`
}
