import type { ArmRow, Comparison, Report } from '../../protocol/report/report.ts'
import {
  baselineLabel,
  describeHeadline,
  formatBounds,
  formatFigure,
  formatGoal,
  formatInterval,
  formatSeeds,
} from '../text/describe-report.ts'
import { formatCount, formatDecimal, formatNoun, formatPercent } from '../text/format-number.ts'
import { type Cell, type Column, layoutTable } from '../text/layout-table.ts'
import { toVisibleText } from '../text/to-visible-text.ts'
import { heading, meaning, orDash, type Screen, styled } from './screen.ts'

const BAR_WIDTH = 16

/** What the run showed, and what was run. */
export function headlineBlock(report: Report, screen: Screen): string[] {
  const { title, detail } = describeHeadline(report)
  const { run } = report
  const what = [run.suite, run.model.name, formatSeeds(run.seeds)].join(' · ')
  return [
    ...styled('strong', toVisibleText(title), screen, ''),
    ...styled('plain', toVisibleText(detail), screen, ''),
    ...styled('faint', toVisibleText(what), screen, ''),
  ]
}

/** First-attempt success of every arm. */
export function armsBlock({ arms }: Report, screen: Screen): string[] {
  if (arms.length === 0) return []
  const columns: Column[] = [
    { header: 'arm', align: 'left', rank: 0, minimum: 30 },
    { header: '', align: 'left', rank: 6 },
    { header: 'first try', align: 'right', rank: 0 },
    { header: 'gain [95% CI]', align: 'right', rank: 0 },
    { header: 'own', align: 'right', rank: 3 },
    { header: 'others’', align: 'right', rank: 3 },
    { header: 'reward', align: 'right', rank: 2 },
    { header: 'calls', align: 'right', rank: 4 },
    { header: 'tokens', align: 'right', rank: 5 },
  ]
  const rows = arms.map((arm): Cell[] => [
    { text: toVisibleText(arm.label), style: isOurs(arm) ? 'strong' : 'plain' },
    { text: bar(arm.success.value), style: isOurs(arm) ? 'accent' : 'faint' },
    { text: formatPercent(arm.success.value), style: isOurs(arm) ? 'strong' : 'plain' },
    gainCell(arm),
    { text: orDash(arm.ownTools, formatPercent) },
    { text: orDash(arm.foreignTools, formatPercent) },
    { text: orDash(arm.meanReward, (reward) => formatDecimal(reward, 2)) },
    { text: orDash(arm.callsPerEpisode, (calls) => formatDecimal(calls, 2)) },
    { text: formatCount(arm.promptTokensPerCall) },
  ])
  const baseline = baselineLabel(arms)
  const against = baseline === undefined ? '' : ` against “${baseline}”`
  return [
    heading('First-attempt success on held-out tasks', screen),
    ...layoutTable({ columns, rows, ...screen }),
    ...meaning(
      `The share of tasks solved by the first answer; gain in points${against} on the same tasks; own and others’: ` +
        'tools the agent itself practised on, and tools only others did; reward and calls over up to three attempts; ' +
        'tokens of the first prompt.',
      screen,
    ),
  ]
}

/** The named figures with their goals. */
export function comparisonsBlock({ comparisons }: Report, screen: Screen): string[] {
  if (comparisons.length === 0) return []
  const columns: Column[] = [
    { header: 'comparison', align: 'left', rank: 0, minimum: 24 },
    { header: 'value', align: 'right', rank: 0 },
    { header: '95% CI', align: 'right', rank: 1 },
    { header: 'n', align: 'right', rank: 3 },
    { header: 'tools', align: 'right', rank: 3 },
    { header: 'goal', align: 'right', rank: 0 },
    { header: '', align: 'left', rank: 0 },
  ]
  const rows = comparisons.map((each): Cell[] => [
    { text: toVisibleText(each.label) },
    { text: formatFigure(each.value, each.unit), style: 'strong' },
    { text: formatBounds(each) },
    { text: orDash(each.n, formatCount), style: 'faint' },
    { text: orDash(each.tools, formatCount), style: 'faint' },
    { text: formatGoal(each) },
    verdictCell(each),
  ])
  const judged = comparisons.filter(({ holds }) => holds !== null)
  const met = judged.filter(({ holds }) => holds === true).length
  return [
    heading('Comparisons', screen),
    ...layoutTable({ columns, rows, ...screen }),
    ...meaning(
      `${met} of ${formatNoun(judged.length, 'goal')} met; intervals resample tools, then tasks: one that contains 0 ` +
        'shows no clear difference.',
      screen,
    ),
  ]
}

function isOurs({ id }: ArmRow): boolean {
  return id === 'own' || id === 'shared'
}

function bar(rate: number): string {
  const eighths = Math.round(rate * BAR_WIDTH * 8)
  const rest = eighths % 8
  const blocks =
    '█'.repeat(Math.floor(eighths / 8)) + (rest === 0 ? '' : '▏▎▍▌▋▊▉'.charAt(rest - 1))
  return blocks === '' ? '▏' : blocks
}

function gainCell({ difference }: ArmRow): Cell {
  if (difference === null) return { text: '–', style: 'faint' }
  const style = difference.low > 0 ? 'good' : difference.high < 0 ? 'bad' : 'plain'
  return { text: formatInterval(difference), style }
}

function verdictCell({ holds }: Comparison): Cell {
  if (holds === null) return { text: '' }
  return holds ? { text: 'met', style: 'good' } : { text: 'missed', style: 'bad' }
}
