import { type Command, Option } from 'commander'
import type { FoundExperiences } from '../../node/find-experiences.ts'
import type { Store } from '../../protocol/ports.ts'
import {
  type AgentValues,
  addAgentOptions,
  tellAgent,
  withAgentStore,
} from '../options/agent-options.ts'
import { wholeNumber } from '../options/parse-number.ts'
import { lookOf, writeData, writeJson, writeMessage } from '../output/terminal.ts'
import { withProgress } from '../output/with-progress.ts'
import type { ExperienceView } from '../output/experience-view.ts'

interface RecallValues extends AgentValues {
  limit: number
  about?: string
  model?: string
}

const EXAMPLES = `Examples:
  dso recall "send money to an account in Austria"
  dso recall --limit 3 --json "book a room for Friday"
  dso recall --about payment.send "an account in Austria"
`

/** Registers `dso recall`. */
export function addRecallCommand(program: Command): void {
  const command = program
    .command('recall')
    .argument('<text...>', 'a task, a tool, or any words')
    .description(
      'Finds the experiences nearest to a text by meaning and words, among own and checked ones.',
    )
    .addHelpText('before', EXAMPLES)
    .addOption(
      new Option('--limit <n>', 'most experiences shown')
        .argParser(wholeNumber({ min: 1, max: 100 }))
        .default(5),
    )
    .option('--about <domain>', 'only what is about this tool or domain')
    .option('--model <name>', 'whose credit counts (default: the model that `dso practise` uses)')
  addAgentOptions(command).action(recall)
}

async function recall(words: readonly string[], values: RecallValues): Promise<void> {
  const text = words.join(' ')
  await withAgentStore(values, async (opened, dataFolder) => {
    const { taken, records } = await search(text, opened.store, dataFolder, values)
    const { viewExperience } = await import('../output/experience-view.ts')
    const rows = taken.flatMap(({ cid, evidence }): Row[] => {
      const record = records.get(cid)
      return record === undefined ? [] : [{ view: viewExperience(record), found: evidence }]
    })
    if (values.json === true) {
      writeJson(rows.map(({ view, found }) => ({ score: found.cosine, found, ...view })))
      return
    }
    tellAgent(opened)
    if (rows.length === 0) writeMessage('It holds no experience yet that it would use.')
    else writeData(await layOut(rows))
  })
}

interface Row {
  view: ExperienceView
  /** Why it was taken. */
  found: FoundExperiences['taken'][number]['evidence']
}

async function search(
  text: string,
  store: Store,
  dataFolder: string,
  { json = false, limit, about, model }: RecallValues,
): Promise<FoundExperiences> {
  const { DEFAULT_MODEL, openEncoder } = await import('../../node/open-model.ts')
  const { findExperiences } = await import('../../node/find-experiences.ts')
  return await withProgress(
    { json, detail: () => 'sentence encoder' },
    async ({ signal, onProgress, progress }) => {
      const encoder = await openEncoder({ dataFolder, signal, onProgress: showSlow(onProgress) })
      progress.stop()
      try {
        return await findExperiences(
          text,
          { store, encoder },
          {
            domain: about,
            model: model ?? DEFAULT_MODEL,
            limit,
            signal,
            // A person looks for the nearest, whatever a prompt could hold.
            tokenBudget: Number.MAX_SAFE_INTEGER,
            allWhenFit: false,
          },
        )
      } finally {
        await encoder.close()
      }
    },
  )
}

/** Weights that are here already are only hashed, which takes less than this. */
const QUICK_MS = 500

/** Drops reports while it may be over at once. */
function showSlow<T>(onProgress: (event: T) => void): (event: T) => void {
  const started = performance.now()
  return (event) => {
    if (performance.now() - started >= QUICK_MS) onProgress(event)
  }
}

async function layOut(rows: readonly Row[]): Promise<string> {
  const { describeEvidence, describeStatus, shortCid } = await import(
    '../output/experience-view.ts'
  )
  const { toVisibleText } = await import('../../report/text/to-visible-text.ts')
  const { wrapText } = await import('../../report/text/wrap-text.ts')
  const { paint, width } = lookOf(process.stdout)
  const blocks = rows.map(({ view, found }) => {
    const said = [
      ...(view.text === null ? [] : [view.text]),
      ...(view.example === null ? [] : [`${view.example.input} → ${view.example.output}`]),
    ]
    const facts = [shortCid(view.cid), describeStatus(view), describeEvidence(view)].join('  ')
    const score = found.cosine === null ? '  – ' : found.cosine.toFixed(2)
    return [
      `${score}  ${paint('strong', view.domain)}  ${paint('faint', facts)}`,
      ...said
        .flatMap((line) => wrapText(toVisibleText(line), Math.max(20, width - 6)))
        .map((line) => `      ${line}`),
      `      ${paint('faint', describeFinding(found))}`,
    ].join('\n')
  })
  return blocks.join('\n\n')
}

/** Why it was found, e.g. `meaning 1st, words 3rd (2.41); quality 0.61 from 120 tasks`. */
function describeFinding({ vectorRank, textRank, bm25, quality, trials }: Row['found']): string {
  const places = [
    vectorRank === null ? 'not by meaning' : `meaning ${ordinal(vectorRank)}`,
    textRank === null || bm25 === null
      ? 'no word shared'
      : `words ${ordinal(textRank)} (${bm25.toFixed(2)})`,
  ]
  const worth =
    trials === 0
      ? 'no outcome reported yet'
      : `quality ${quality.toFixed(2)} from ${trials} ${trials === 1 ? 'task' : 'tasks'}`
  return `${places.join(', ')}; ${worth}`
}

function ordinal(rank: number): string {
  const lastTwo = rank % 100
  const ending = lastTwo > 10 && lastTwo < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][rank % 10] ?? 'th')
  return `${rank}${ending}`
}
