import type { Report } from '../../protocol/report/report.ts'
import { timelineChart } from '../svg/timeline-chart.ts'
import { formatSeeds, sumUsage } from '../text/describe-report.ts'
import {
  formatBytes,
  formatCount,
  formatDecimal,
  formatNoun,
  formatSeconds,
} from '../text/format-number.ts'
import { html, type Markup } from './html.ts'
import { foldedTable, table } from './table.ts'

/** Events by stage. */
export function timelineSection({ timeline, run }: Report): Markup | null {
  if (timeline.length === 0) return null
  const poisoners = run.agents.filter(({ role }) => role === 'poisoner').map(({ name }) => name)
  return html`<section><h2>Timeline</h2>
<p>What happened in each stage, over the model time spent so far. Work of the chain and the network takes no model time, so its events stand close together.${poisoners.length === 0 ? null : ' Red marks are the poisoner’s.'}</p>
<div class="scroll">${timelineChart(timeline, new Set(poisoners))}</div>
${foldedTable('Every event in order', {
  caption: 'Events',
  columns: [
    { header: '#' },
    { header: 'Model time', numeric: true },
    { header: 'Stage' },
    { header: 'Agent' },
    { header: 'Event' },
    { header: 'Detail' },
  ],
  rows: timeline.map((each) => [
    each.order,
    formatSeconds(each.modelSeconds),
    each.stage,
    each.agent ?? '–',
    each.event,
    each.detail,
  ]),
})}</section>`
}

/** What the run cost, by stage, and what sharing cost on network and chain. */
export function costsSection({ usage, network, chain }: Report): Markup {
  const total = sumUsage(usage)
  const rows = [...usage, total].map((each) => [
    each.stage,
    formatCount(each.calls),
    formatCount(each.callsReused),
    formatCount(each.predictedCalls),
    formatCount(each.promptTokens),
    formatCount(each.completionTokens),
    formatSeconds(each.modelSeconds),
  ])
  const error = Math.abs(total.calls - total.predictedCalls) / Math.max(1, total.calls)
  return html`<section><h2>Costs</h2>
<p>LLM calls by stage; a reused call was answered before, word for word. The number of calls foretold before the run was off by ${formatDecimal(100 * error, 1)}%.</p>
${table({
  caption: 'LLM usage by stage',
  columns: [
    { header: 'Stage' },
    ...['Calls', 'Reused', 'Predicted', 'Prompt tokens', 'Completion tokens', 'Model time'].map(
      (header) => ({ header, numeric: true }),
    ),
  ],
  rows,
  strongRow: usage.length,
})}
<h3>Network and chain</h3>
<dl class="facts"><dt>Blocks fetched</dt><dd>${formatBytes(network.blockBytesFetched)}</dd>
<dt>Announcements</dt><dd>${formatBytes(network.announcementBytes)} in ${formatNoun(network.messages, 'message')}</dd>
<dt>Registry</dt><dd>${formatNoun(chain.entries, 'submission')}, ${formatNoun(chain.votes, 'vote')}, ${formatNoun(chain.slashed, 'slashed bond')}</dd>
<dt>Gas used</dt><dd>${formatCount(chain.gasUsed)}</dd></dl></section>`
}

/** How to read the figures, and what a reader should know before using them. */
export function readingSection({ notes, run: { thresholds } }: Report): Markup {
  return html`<section><h2>How to read this</h2>
<p>Every arm answers the same held-out tasks with the same frozen model; only the text in its prompt differs.</p>
<ul><li><strong>First try</strong> is the share of tasks solved by the first answer. <strong>Reward</strong> is 1, ½ or ¼ for the first, second or third attempt, 0 for none.</li>
<li><strong>95% intervals</strong> resample tools first and tasks within them second, because the agents learn about tools. They say how far the figure would move with other tools of the same kind.</li>
<li><strong>Own tools</strong> are those an agent practised on; on <strong>others’ tools</strong> it can only know what was shared.</li>
<li><strong>Placebo</strong> puts experiences about other tools into the prompt: whatever it gains is not learning. <strong>Raw errors</strong>, the <strong>template</strong> and <strong>one working call</strong> are memories made without an LLM; an experience should be at least as good. <strong>Oracle</strong> states the true rules: what the model could reach.</li>
<li><strong>P(gain)</strong> is the probability that an experience wins more tasks than it loses, from paired holdout trials. An experience passes its author’s gate from ${thresholds.gateProbability} on.</li>
<li><strong>Quality</strong> is the stake-weighted median of the votes of nodes that tried it themselves, in per mille: others use it from ${thresholds.useQuality} on, and below ${thresholds.slashQuality} the bond is slashed.</li></ul>
${notes.length === 0 ? null : html`<h3>Notes on this run</h3><ul>${notes.map((note) => html`<li>${note}</li>`)}</ul>`}</section>`
}

/** How to get the same figures again. */
export function reproduceSection({ run }: Report): Markup {
  const agents = run.agents.map(({ name, role, tools }) => {
    const what = role === 'poisoner' ? 'poisoner' : tools.join(', ')
    return html`<li><strong>${name}</strong>: ${what}</li>`
  })
  return html`<section><h2>How to reproduce</h2>
<p>The same command with the same weights repeats the run. On other machines a few answers of the model may differ; replayed recordings give the same report byte for byte.</p>
<pre>${run.command}</pre>
<h3>What it ran on</h3>
<dl class="facts"><dt>Suite</dt><dd>${run.suite}, ${formatSeeds(run.seeds)}</dd>
<dt>Model</dt><dd>${run.model.name}<br><code>${run.model.hash}</code></dd>
<dt>Encoder</dt><dd>${run.encoder.name}<br><code>${run.encoder.hash}</code></dd>
<dt>Profile</dt><dd><code>${run.profile}</code></dd>
<dt>Options</dt><dd>${run.options.map(({ name, value }) => `${name} ${value}`).join(', ')}</dd></dl>
<h3>Agents and the tools they practised on</h3><ul>${agents}</ul></section>`
}
