import type { Report } from '../../protocol/report/report.ts'
import type { Style } from '../text/create-painter.ts'
import { sumUsage } from '../text/describe-report.ts'
import { formatBytes, formatCount, formatNoun, formatSeconds } from '../text/format-number.ts'
import { type Cell, type Column, layoutTable } from '../text/layout-table.ts'
import { toVisibleText } from '../text/to-visible-text.ts'
import { wrapText } from '../text/wrap-text.ts'
import { heading, meaning, type Screen } from './screen.ts'

/** LLM calls by stage, traffic and gas. */
export function costsBlock({ usage, network, chain }: Report, screen: Screen): string[] {
  const columns: Column[] = [
    { header: 'stage', align: 'left', rank: 0, minimum: 12 },
    { header: 'calls', align: 'right', rank: 0 },
    { header: 'reused', align: 'right', rank: 2 },
    { header: 'predicted', align: 'right', rank: 3 },
    { header: 'prompt tokens', align: 'right', rank: 1 },
    { header: 'completion tokens', align: 'right', rank: 1 },
    { header: 'model time', align: 'right', rank: 0 },
  ]
  const total = sumUsage(usage)
  const rows = [...usage, total].map((each): Cell[] => {
    const style: Style = each === total ? 'strong' : 'plain'
    const numbers = [each.calls, each.callsReused, each.predictedCalls]
    return [
      { text: toVisibleText(each.stage), style },
      ...numbers.map((value) => ({ text: formatCount(value), style })),
      { text: formatCount(each.promptTokens), style },
      { text: formatCount(each.completionTokens), style },
      { text: formatSeconds(each.modelSeconds), style },
    ]
  })
  return [
    heading('Costs', screen),
    ...layoutTable({ columns, rows, ...screen }),
    ...meaning(
      `Sharing took ${formatBytes(network.blockBytesFetched)} of blocks, ${formatBytes(network.announcementBytes)} in ` +
        `${formatNoun(network.messages, 'gossip message')}, and ${formatCount(chain.gasUsed)} gas for ` +
        `${formatNoun(chain.entries, 'registry submission')}, ${formatNoun(chain.votes, 'vote')} and ` +
        `${formatNoun(chain.slashed, 'slashed bond')}.`,
      screen,
    ),
  ]
}

/** What a reader should know before using the figures. */
export function notesBlock({ notes }: Report, screen: Screen): string[] {
  if (notes.length === 0) return []
  return [
    heading('Notes', screen),
    ...notes.flatMap((note) => {
      const [first = '', ...rest] = wrapText(toVisibleText(note), screen.width - 4)
      return [`  • ${first}`, ...rest.map((line) => `    ${line}`)]
    }),
  ]
}
