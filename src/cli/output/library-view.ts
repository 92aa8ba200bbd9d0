import type { LibraryCheck, LibraryLog } from '../../node/manage-library.ts'
import { toVisibleText } from '../../report/text/to-visible-text.ts'
import { layoutTable } from '../../report/text/layout-table.ts'
import { shortCid } from './experience-view.ts'
import { lookOf } from './terminal.ts'

/** Characters of a version that tables show. */
const SHORT_VERSION = 12

/** The beginning of a version's id, enough for `dso library rollback`. */
export function shortVersion(id: string): string {
  return id.slice(0, SHORT_VERSION)
}

/** The decisions as plain data; what is not there is null. */
export function toJsonLog({ version, decisions, total }: LibraryLog) {
  return {
    version: version ?? null,
    total,
    decisions: decisions.map(({ version: led, op, cid, from, why, evidence, run }) => ({
      version: led,
      used: led === version,
      op,
      cid: cid ?? null,
      from,
      why,
      evidence: evidence ?? null,
      run,
    })),
  }
}

type Decision = LibraryLog['decisions'][number]

/** The decisions as a table, one a line. Harmless for terminals, whoever wrote the reasons. */
export function layOutLog({ version, decisions }: LibraryLog): string {
  const { paint, tableWidth } = lookOf(process.stdout)
  const styles = {
    add: 'good',
    update: 'good',
    merge: 'good',
    delete: 'bad',
    keep: 'plain',
    rollback: 'accent',
  } as const
  return layoutTable({
    columns: [
      { header: 'version', align: 'left', rank: 0 },
      { header: 'decision', align: 'left', rank: 0 },
      { header: 'experience', align: 'left', rank: 0 },
      { header: 'in place of', align: 'left', rank: 2 },
      { header: 'why', align: 'left', rank: 0, minimum: 12 },
      { header: 'evidence', align: 'left', rank: 1 },
      { header: 'run', align: 'left', rank: 3 },
    ],
    rows: decisions.map((decision) => [
      {
        text: `${shortVersion(decision.version)}${decision.version === version ? ' *' : ''}`,
        style: decision.version === version ? 'strong' : 'plain',
      },
      { text: decision.op, style: styles[decision.op] },
      { text: decision.cid === undefined ? '–' : shortCid(decision.cid) },
      { text: describeReplaced(decision) },
      { text: toVisibleText(decision.why) },
      { text: describeEvidence(decision) },
      { text: toVisibleText(decision.run) },
    ]),
    width: tableWidth,
    paint,
  }).join('\n')
}

function describeReplaced({ op, from }: Decision): string {
  return from.map(op === 'rollback' ? shortVersion : shortCid).join(' ')
}

function describeEvidence({ evidence }: Decision): string {
  if (evidence === undefined) return ''
  return `+${evidence.wins} −${evidence.losses} of ${evidence.tasks}`
}

const STALE = {
  'turned-against': 'did harm of late',
  'not-useful': 'never helped',
} as const

/** What a check found, for a person. */
export function layOutCheck(found: LibraryCheck): string {
  const { paint } = lookOf(process.stdout)
  const { conflicts, repetitions, stale, own, shared, pinned } = found
  const about = (domain: string): string => paint('strong', toVisibleText(domain))
  const lines = [
    ...conflicts.map(({ domain, subject, used, setAside }) => {
      const others = setAside.map(shortCid).join(', ')
      const what = toVisibleText(subject)
      return `${paint('bad', 'conflict  ')}  ${about(domain)}  ${what}: ${shortCid(used)} is used, not ${others}`
    }),
    ...repetitions.map(({ domain, best, repeated }) => {
      const others = repeated.map(shortCid).join(', ')
      return `${paint('accent', 'repetition')}  ${about(domain)}  ${others}: the same as ${shortCid(best)}`
    }),
    ...stale.map(({ cid, why, uses, model }) => {
      const pairs = `${uses} reported ${uses === 1 ? 'task' : 'tasks'} with it and as many without`
      const by = toVisibleText(model)
      return `${paint('accent', 'stale     ')}  ${shortCid(cid)}  ${STALE[why]}: ${pairs}, by ${by}`
    }),
  ]
  const scope = `${own} own and ${shared} checked experiences, ${pinned.length} pinned`
  return [
    ...(lines.length === 0 ? ['Nothing to look at.'] : lines),
    '',
    paint('faint', scope),
  ].join('\n')
}
