import type { Report } from '../../protocol/report/report.ts'
import {
  describeHeadline,
  formatRange,
  formatSeeds,
  sumSlashed,
  sumUsage,
} from '../text/describe-report.ts'
import {
  formatCount,
  formatNoun,
  formatPercent,
  formatSeconds,
  formatSigned,
  formatTokens,
} from '../text/format-number.ts'
import { html, type Markup } from './html.ts'

/** What happened, in one sentence with the numbers, and the four figures behind it. */
export function summarySection(report: Report): Markup {
  const { run } = report
  const { title, detail } = describeHeadline(report)
  return html`<header><p class="eyebrow">DSO report · ${run.suite} · ${run.model.name} · ${formatSeeds(run.seeds)}</p>
<h1>${title}</h1>
<p class="lede">${detail}</p>
<dl class="tiles">${tiles(report)}</dl></header>`
}

function tiles({ arms, experiences, rejected, poison, usage, run }: Report): Markup[] {
  const shared = arms.find(({ id }) => id === 'shared')
  const total = sumUsage(usage)
  const sharedCount = experiences.filter(({ status }) => status === 'shared').length
  const honest = run.agents.filter(({ role }) => role === 'honest').length
  const list: Markup[] = []
  if (shared !== undefined) {
    const { difference } = shared
    const gain =
      difference === null
        ? formatNoun(shared.n, 'trial')
        : `${formatSigned(difference.value, 0)} points, 95% CI ${formatRange(difference.low, difference.high)}`
    list.push(tile('Solved at the first try', formatPercent(shared.success.value), gain))
  }
  list.push(
    tile(
      'Experiences shared',
      formatCount(sharedCount),
      `by ${formatNoun(honest, 'agent')}; ${formatNoun(rejected.length, 'proposal')} refused by their own gate`,
    ),
  )
  if (poison.length > 0) {
    const reached = poison.filter(({ promptsReached }) => promptsReached > 0).length
    list.push(
      tile(
        'Poisoned texts in prompts',
        `${reached} of ${poison.length}`,
        `${formatTokens(sumSlashed(poison))} of bond lost`,
      ),
    )
  }
  list.push(
    tile(
      'Model time',
      formatSeconds(total.modelSeconds),
      `${formatNoun(total.calls, 'call')}, ${formatCount(total.callsReused)} more reused`,
    ),
  )
  return list
}

function tile(name: string, value: string, note: string): Markup {
  return html`<div><dt>${name}</dt><dd>${value}<small>${note}</small></dd></div>
`
}
