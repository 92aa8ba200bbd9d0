import type { ExperienceContent, Report } from '../../protocol/report/report.ts'
import { describePoison, FORM_LABELS, sumSlashed } from '../text/describe-report.ts'
import { truncate } from '../text/display-width.ts'
import {
  formatCount,
  formatDecimal,
  formatNoun,
  formatPercent,
  formatSigned,
  formatTokens,
} from '../text/format-number.ts'
import { type Cell, type Column, layoutTable } from '../text/layout-table.ts'
import { toVisibleText } from '../text/to-visible-text.ts'
import { heading, meaning, moreLine, orDash, type Screen, styled } from './screen.ts'

/** Longer lists are cut; the file holds them all. */
const MOST_ROWS = 16
const MOST_ENTRIES = 6

/** Experiences that passed their gate, and what became of them. */
export function experiencesBlock({ experiences, run }: Report, screen: Screen): string[] {
  if (experiences.length === 0) return []
  const columns: Column[] = [
    { header: 'tool', align: 'left', rank: 0, minimum: 16 },
    { header: 'author', align: 'left', rank: 5, minimum: 8 },
    { header: 'form', align: 'left', rank: 3 },
    { header: 'gate', align: 'right', rank: 2 },
    { header: 'P(gain)', align: 'right', rank: 4 },
    { header: 'quality', align: 'right', rank: 1 },
    { header: 'effect on others', align: 'right', rank: 0 },
    { header: 'status', align: 'left', rank: 0 },
  ]
  const shown = experiences.slice(0, MOST_ROWS)
  const rows = shown.map((each): Cell[] => [
    { text: toVisibleText(each.domain) },
    { text: toVisibleText(each.author), style: 'faint' },
    { text: FORM_LABELS[each.form] },
    { text: `+${each.gate.wins} −${each.gate.losses}` },
    { text: formatDecimal(each.gate.probability, 2) },
    { text: orDash(each.quality, formatCount) },
    effectCell(each.effect),
    statusCell(each.status),
  ])
  const unshared = shown.filter(({ reason }) => reason !== null)
  return [
    heading('Experiences', screen),
    ...layoutTable({ columns, rows, ...screen }),
    ...moreLine(experiences.length - MOST_ROWS, screen),
    ...unshared.flatMap(({ domain, reason }) =>
      styled('faint', toVisibleText(`${domain}: ${reason}`), screen, '  '),
    ),
    ...meaning(
      'Gate: held-out tasks won and lost with the experience; quality: the other nodes’ votes in per mille, used from ' +
        `${run.thresholds.useQuality} on; effect: first-attempt success of the other agents on that tool, without → with it.`,
      screen,
    ),
  ]
}

/** Proposals that did not pass. */
export function rejectedBlock({ rejected }: Report, screen: Screen): string[] {
  if (rejected.length === 0) return []
  return [
    heading('Proposals their own author’s gate refused', screen),
    ...entryLines(
      rejected.map((each) => ({ facts: [each.domain, each.agent], ...each })),
      screen,
    ),
    ...meaning('What the agents thought they had learnt, and the holdout did not confirm.', screen),
  ]
}

/** What the poisoner tried and what it cost it. */
export function poisonBlock({ poison }: Report, screen: Screen): string[] {
  if (poison.length === 0) return []
  const entries = poison.map((each) => ({
    ...each,
    facts: [
      each.domain,
      each.author,
      `quality ${orDash(each.quality, formatCount)}`,
      `lost ${formatTokens(each.slashedWei)}`,
      `in ${formatNoun(each.promptsReached, 'prompt')}`,
    ],
  }))
  const harmless = poison.every(({ promptsReached }) => promptsReached === 0)
  const fate = `${describePoison(poison)} It lost ${formatTokens(sumSlashed(poison))}.`
  return [
    heading('The poisoner', screen),
    ...entryLines(entries, screen),
    ...styled(harmless ? 'good' : 'bad', fate, screen, '  '),
  ]
}

/** What someone wrote, what is known about it, and why it was refused, three lines or a few more each. */
function entryLines(
  entries: readonly (ExperienceContent & { facts: readonly string[]; reason: string })[],
  screen: Screen,
): string[] {
  const lines = entries
    .slice(0, MOST_ENTRIES)
    .flatMap((entry) => [
      ...styled('plain', entry.facts.map(toVisibleText).join(' · '), screen, '  '),
      ...styled(
        'faint',
        truncate(`“${contentText(entry)}”`, 2 * screen.width - 16),
        screen,
        '    ',
      ),
      ...styled('plain', toVisibleText(entry.reason), screen, '    '),
    ])
  return [...lines, ...moreLine(entries.length - MOST_ENTRIES, screen)]
}

function effectCell(effect: Report['experiences'][number]['effect']): Cell {
  if (effect === null) return { text: '–', style: 'faint' }
  const points = 100 * (effect.with - effect.without)
  const style = points > 0 ? 'good' : points < 0 ? 'bad' : 'plain'
  const text = `${formatPercent(effect.without)} → ${formatPercent(effect.with)} (${formatSigned(points, 0)})`
  return { text, style }
}

function statusCell(status: Report['experiences'][number]['status']): Cell {
  if (status === 'shared') return { text: 'shared', style: 'good' }
  return status === 'rejected' ? { text: 'rejected', style: 'bad' } : { text: 'kept private' }
}

function contentText({ text, example }: ExperienceContent): string {
  if (text !== null) return toVisibleText(text)
  return example === null ? '–' : toVisibleText(`${example.input} → ${example.output}`)
}
