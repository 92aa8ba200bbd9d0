import { type Command, Option } from 'commander'
import type { SearchHit, Store } from '../../protocol/ports.ts'
import {
  type AgentValues,
  addAgentOptions,
  tellAgent,
  withAgentStore,
} from '../options/agent-options.ts'
import { wholeNumber } from '../options/parse-number.ts'
import { lookOf, writeData, writeJson, writeMessage } from '../output/terminal.ts'
import { withProgress } from '../output/with-progress.ts'

interface RecallValues extends AgentValues {
  limit: number
}

const EXAMPLES = `Examples:
  dso recall "send money to an account in Austria"
  dso recall --limit 3 --json "book a room for Friday"
`

/** Registers `dso recall`. */
export function addRecallCommand(program: Command): void {
  const command = program
    .command('recall')
    .argument('<text...>', 'a task, a tool, or any words')
    .description('Finds the experiences nearest to a text, among own and checked ones.')
    .addHelpText('before', EXAMPLES)
    .addOption(
      new Option('--limit <n>', 'most experiences shown')
        .argParser(wholeNumber({ min: 1, max: 100 }))
        .default(5),
    )
  addAgentOptions(command).action(recall)
}

async function recall(words: readonly string[], values: RecallValues): Promise<void> {
  const text = words.join(' ')
  await withAgentStore(values, async (opened, dataFolder) => {
    const hits = await search(text, opened.store, dataFolder, values)
    const { viewExperience } = await import('../output/experience-view.ts')
    if (values.json === true) {
      writeJson(hits.map(({ record, score }) => ({ score, ...viewExperience(record) })))
      return
    }
    tellAgent(opened)
    if (hits.length === 0) writeMessage('It holds no experience yet that it would use.')
    else writeData(await layOut(hits))
  })
}

async function search(
  text: string,
  store: Store,
  dataFolder: string,
  { json = false, limit }: RecallValues,
): Promise<SearchHit[]> {
  const { openEncoder } = await import('../../node/open-model.ts')
  const { recallText } = await import('../../node/recall.ts')
  return await withProgress(
    { json, detail: () => 'sentence encoder' },
    async ({ signal, onProgress, progress }) => {
      const encoder = await openEncoder({ dataFolder, signal, onProgress: showSlow(onProgress) })
      progress.stop()
      try {
        return await recallText(text, limit, { store, encoder }, { signal })
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

async function layOut(hits: readonly SearchHit[]): Promise<string> {
  const { describeEvidence, describeStatus, shortCid, viewExperience } = await import(
    '../output/experience-view.ts'
  )
  const { toVisibleText } = await import('../../report/text/to-visible-text.ts')
  const { wrapText } = await import('../../report/text/wrap-text.ts')
  const { paint, width } = lookOf(process.stdout)
  const blocks = hits.map(({ record, score }) => {
    const view = viewExperience(record)
    const said = [
      ...(view.text === null ? [] : [view.text]),
      ...(view.example === null ? [] : [`${view.example.input} → ${view.example.output}`]),
    ]
    const facts = [shortCid(view.cid), describeStatus(view), describeEvidence(view)].join('  ')
    return [
      `${score.toFixed(2)}  ${paint('strong', view.domain)}  ${paint('faint', facts)}`,
      ...said
        .flatMap((line) => wrapText(toVisibleText(line), Math.max(20, width - 6)))
        .map((line) => `      ${line}`),
    ].join('\n')
  })
  return blocks.join('\n\n')
}
