import type { ExperienceContent, ExperienceRow, Report } from '../../protocol/report/report.ts'
import { formsChart } from '../svg/forms-chart.ts'
import { describePoison, FORM_LABELS, sumSlashed } from '../text/describe-report.ts'
import {
  formatCount,
  formatDecimal,
  formatNoun,
  formatPercent,
  formatSigned,
  formatTokens,
} from '../text/format-number.ts'
import { html, type Markup } from './html.ts'
import { foldedTable } from './table.ts'

const STATUS = {
  shared: { label: 'shared', tone: 'good' },
  'kept-private': { label: 'kept private', tone: 'open' },
  rejected: { label: 'voted down', tone: 'bad' },
} as const

/** What each experience says, how it passed its gate, how the others judged it and what it did. */
export function experiencesSection({ experiences, rejected }: Report): Markup {
  return html`<section><h2>What each experience did</h2>
<p>Every experience won more held-out tasks than it lost before its author let it out. The others tried it themselves and voted; the effect is their first-attempt success on its tool, without and with it.</p>
${experiences.length === 0 ? html`<p>No proposal passed its gate.</p>` : html`<div class="cards">${experiences.map(experienceCard)}</div>`}
${rejectedTable(rejected)}</section>`
}

function experienceCard(experience: ExperienceRow, index: number): Markup {
  const { domain, author, form, gate, status, reason, cid } = experience
  const { label, tone } = STATUS[status]
  return html`<article class="${tone}"><header><h4>${domain}</h4><span class="by">by ${author}</span><span class="tags"><span class="tag">${FORM_LABELS[form]}</span><span class="tag ${tone}">${label}</span></span></header>
${contentMarkup(experience)}
${reason === null ? null : html`<p class="reason">${reason}</p>`}
<dl class="facts"><dt>Gate</dt><dd>${formatNoun(gate.wins, 'win')}, ${gate.losses === 1 ? '1 loss' : `${formatCount(gate.losses)} losses`} on ${formatNoun(gate.tasks, 'task')}; P(gain) ${formatDecimal(gate.probability, 2)}</dd>
<dt>Votes</dt><dd>${votesText(experience)}</dd>
<dt>Effect</dt><dd>${effectMarkup(experience)}</dd>
<dt>CID</dt><dd><code title="${cid}">${shortCid(cid)}</code></dd></dl>
${formsChart(`forms-${index}`, gate, form)}</article>
`
}

function contentMarkup({ text, example }: ExperienceContent): Markup[] {
  const parts = []
  if (text !== null) parts.push(html`<blockquote>${text}</blockquote>`)
  if (example !== null) {
    parts.push(
      html`<dl class="facts call"><dt>request</dt><dd>${example.input}</dd><dt>accepted</dt><dd>${example.output}</dd></dl>`,
    )
  }
  return parts
}

function votesText({ quality, votes }: ExperienceRow): string {
  if (votes.length === 0) return 'none'
  const each = votes.map(({ voter, score }) => `${voter} ${score}`).join(', ')
  return quality === null ? each : `${quality} of 1000 · ${each}`
}

function effectMarkup({ effect }: ExperienceRow): Markup | string {
  if (effect === null) return 'not tested on others'
  const points = 100 * (effect.with - effect.without)
  const tone = points > 0 ? 'gain' : points < 0 ? 'loss' : 'by'
  return html`${formatPercent(effect.without)} → ${formatPercent(effect.with)}, <span class="${tone}">${formatSigned(points, 0)} points</span> (${formatNoun(effect.n, 'trial')})`
}

function shortCid(cid: string): string {
  return cid.length <= 24 ? cid : `${cid.slice(0, 12)}…${cid.slice(-8)}`
}

function rejectedTable(rejected: Report['rejected']): Markup | null {
  if (rejected.length === 0) return null
  return foldedTable(
    `${formatNoun(rejected.length, 'proposal')} that did not pass their author’s gate`,
    {
      caption: 'What the agents thought they had learnt, and the holdout did not confirm',
      columns: [
        { header: 'Tool' },
        { header: 'Agent' },
        { header: 'Form' },
        { header: 'Proposal' },
        { header: 'Why not' },
      ],
      rows: rejected.map((each) => [
        each.domain,
        each.agent,
        FORM_LABELS[each.form],
        contentMarkup(each),
        each.reason,
      ]),
    },
  )
}

/** What the poisoner tried and what it cost it. */
export function poisonSection({ poison }: Report): Markup | null {
  if (poison.length === 0) return null
  const cards = poison.map(
    (
      each,
    ) => html`<article class="bad"><header><h4>${each.domain}</h4><span class="by">by ${each.author}</span><span class="tags"><span class="tag">${FORM_LABELS[each.form]}</span></span></header>
${contentMarkup(each)}
<p class="reason">${each.reason}</p>
<dl class="facts"><dt>Quality</dt><dd>${each.quality === null ? 'never voted on' : `${each.quality} of 1000`}</dd>
<dt>Bond lost</dt><dd>${formatTokens(each.slashedWei)}</dd>
<dt>In prompts</dt><dd><span class="${each.promptsReached === 0 ? 'gain' : 'loss'}">${formatNoun(each.promptsReached, 'prompt')}</span></dd></dl></article>
`,
  )
  return html`<section><h2>The poisoner</h2>
<p>${describePoison(poison)} It lost ${formatTokens(sumSlashed(poison))}. The texts below are quoted as they were published.</p>
<div class="cards narrow">${cards}</div></section>`
}
