import type { ArmRow, Comparison, Report, ToolRow } from '../../protocol/report/report.ts'
import { armsChart } from '../svg/arms-chart.ts'
import { comparisonsChart } from '../svg/comparisons-chart.ts'
import { listToolGains, toolsChart, toolsLegend } from '../svg/tools-chart.ts'
import {
  baselineLabel,
  formatBounds,
  formatFigure,
  formatGoal,
  formatInterval,
} from '../text/describe-report.ts'
import { formatCount, formatDecimal, formatNoun, formatPercent } from '../text/format-number.ts'
import { html, type Markup } from './html.ts'
import { foldedTable, table } from './table.ts'

/** First-attempt success of every arm, as bars and as a table. */
export function armsSection({ arms }: Report): Markup | null {
  if (arms.length === 0) return null
  const baseline = baselineLabel(arms)
  const against = baseline === undefined ? '' : ` against “${baseline}”`
  return html`<section><h2>First-attempt success</h2>
<p>The share of held-out tasks that an agent solves with its first answer, by what stood in its prompt. Whiskers and brackets are 95% intervals; gains are paired${against}.</p>
<div class="scroll">${armsChart(arms)}</div>
${foldedTable('The same as a table, with reward, calls and tokens', {
  caption: 'Arms of the test',
  columns: [
    { header: 'Arm' },
    { header: 'First try', numeric: true },
    { header: '95% CI', numeric: true },
    { header: 'Gain, points', numeric: true },
    { header: 'Own tools', numeric: true },
    { header: 'Others’ tools', numeric: true },
    { header: 'Reward', numeric: true },
    { header: 'Calls', numeric: true },
    { header: 'Prompt tokens', numeric: true },
    { header: 'Trials', numeric: true },
  ],
  rows: arms.map(armCells),
})}</section>`
}

function armCells(arm: ArmRow): (string | null)[] {
  const { low, high } = arm.success
  return [
    arm.label,
    formatPercent(arm.success.value),
    `${formatPercent(low)} to ${formatPercent(high)}`,
    arm.difference === null ? '–' : formatInterval(arm.difference),
    orDash(arm.ownTools, formatPercent),
    orDash(arm.foreignTools, formatPercent),
    orDash(arm.meanReward, (reward) => formatDecimal(reward, 2)),
    orDash(arm.callsPerEpisode, (calls) => formatDecimal(calls, 2)),
    formatCount(arm.promptTokensPerCall),
    formatCount(arm.n),
  ]
}

/** The named figures with their goals. */
export function comparisonsSection({ comparisons }: Report): Markup | null {
  if (comparisons.length === 0) return null
  const judged = comparisons.filter(({ holds }) => holds !== null)
  const met = judged.filter(({ holds }) => holds === true).length
  const chart = comparisonsChart(comparisons)
  const inChart = comparisons.filter(({ unit }) => unit === 'points')
  const others = comparisons.filter(({ unit }) => unit !== 'points')
  return html`<section><h2>Comparisons and goals</h2>
<p>${met} of ${formatNoun(judged.length, 'goal')} met. A difference whose interval contains zero is not clear; the shaded range is what the goal allows.</p>
${chart === null ? null : html`<div class="scroll">${chart}</div>`}
${others.length === 0 ? null : html`<h3>Shares, counts and times</h3>${comparisonTable('Other figures', others)}`}
${inChart.length === 0 ? null : html`<details><summary>The differences as a table</summary>${comparisonTable('Differences', inChart)}</details>`}</section>`
}

function comparisonTable(caption: string, comparisons: readonly Comparison[]): Markup {
  return table({
    caption,
    columns: [
      { header: 'Figure' },
      { header: 'Value', numeric: true },
      { header: '95% CI', numeric: true },
      { header: 'Goal', numeric: true },
      { header: 'Verdict' },
      { header: 'Pairs', numeric: true },
      { header: 'Tools', numeric: true },
    ],
    rows: comparisons.map((each) => [
      each.label,
      formatFigure(each.value, each.unit),
      each.low === null ? '–' : formatBounds(each),
      each.goal === null ? '–' : formatGoal(each),
      verdict(each.holds),
      orDash(each.n, formatCount),
      orDash(each.tools, formatCount),
    ]),
  })
}

function verdict(holds: boolean | null): Markup | string {
  if (holds === null) return '–'
  return holds ? html`<span class="gain">met</span>` : html`<span class="loss">missed</span>`
}

/** What experience changed on each tool, and the rules the tools hide. */
export function toolsSection({ tools }: Report): Markup | null {
  if (tools.length === 0) return null
  const chart = toolsChart(listToolGains(tools))
  return html`<section><h2>Gain per tool</h2>
<p>First-attempt success on each tool, over all agents. Own experience helps only the agent that practised on a tool; sharing carries it to the others.</p>
${chart === null ? null : [toolsLegend(), html`<div class="scroll">${chart}</div>`]}
${foldedTable('The tools, their hidden rules and every arm', {
  caption: 'Tools of the suite',
  columns: [
    { header: 'Tool' },
    { header: 'Practised by' },
    { header: 'Errors' },
    { header: 'House rules' },
    ...armIds(tools).map((header) => ({ header, numeric: true })),
  ],
  rows: tools.map((tool) => [
    tool.name,
    tool.owner ?? '–',
    tool.errorGrade,
    [tool.rules.join('; '), html`<br><span class="by">${tool.kinds.join(', ')}</span>`],
    ...armIds(tools).map((id) => {
      const score = tool.scores.find(({ arm }) => arm === id)
      return score === undefined ? '–' : formatPercent(score.success)
    }),
  ]),
})}</section>`
}

function armIds(tools: readonly ToolRow[]): string[] {
  return [...new Set(tools.flatMap(({ scores }) => scores.map(({ arm }) => arm)))]
}

function orDash(value: number | null, format: (value: number) => string): string {
  return value === null ? '–' : format(value)
}
