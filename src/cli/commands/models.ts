import type { Command } from 'commander'
import { EXIT } from '../exit-codes.ts'
import { addDataDir, addJson } from '../options/shared-options.ts'
import { lookOf, writeData, writeJson, writeMessage } from '../output/terminal.ts'
import { withProgress } from '../output/with-progress.ts'

interface ModelsValues {
  dataDir?: string
  json?: boolean
}

const EXAMPLES = `Examples:
  dso models ls
  dso models pull qwen2.5-coder-1.5b-instruct-q4_k_m
  dso models verify
`

/** Registers `dso models ls|pull|verify`. */
export function addModelsCommand(program: Command): void {
  const models = program
    .command('models')
    .description('Lists, fetches and checks model weights.')
    .addHelpText('before', EXAMPLES)
  addJson(addDataDir(models.command('ls')))
    .description('Lists the models that can be fetched, and which are here.')
    .action(listModels)
  addJson(addDataDir(models.command('pull')))
    .argument('<name>', 'a name of `dso models ls`')
    .description('Fetches the weights of a model and checks their hashes; resumes what was begun.')
    .action(pullModel)
  addJson(addDataDir(models.command('verify')))
    .argument('[name]', 'a name of `dso models ls`; all that are here if left out')
    .description('Hashes the weights that are here. Exits with 3 when something is amiss.')
    .action(verifyModels)
}

async function open({ dataDir }: ModelsValues) {
  const { findDataFolder } = await import('../../node/data-folders.ts')
  const { manageWeights } = await import('../../node/manage-weights.ts')
  return manageWeights(findDataFolder(dataDir))
}

async function listModels(values: ModelsValues): Promise<void> {
  const listed = await (await open(values)).list()
  if (values.json === true) {
    writeJson(
      listed.map(({ entry: { name, title, kind, licence }, bytes, cached }) => {
        return { name, title, kind, licence, bytes, cached }
      }),
    )
    return
  }
  const { layoutTable } = await import('../../report/text/layout-table.ts')
  const { formatBytes } = await import('../../report/text/format-number.ts')
  const { paint, tableWidth } = lookOf(process.stdout)
  const lines = layoutTable({
    columns: [
      { header: 'name', align: 'left', rank: 0 },
      { header: 'size', align: 'right', rank: 1 },
      { header: 'here', align: 'left', rank: 0 },
      { header: 'licence', align: 'left', rank: 2 },
      { header: 'what it is', align: 'left', rank: 3, minimum: 20 },
    ],
    rows: listed.map(({ entry, bytes, cached }) => [
      { text: entry.name, style: 'strong' },
      { text: formatBytes(bytes) },
      cached ? { text: 'yes', style: 'good' } : { text: 'no', style: 'faint' },
      { text: entry.licence },
      { text: entry.title },
    ]),
    width: tableWidth,
    paint,
  })
  writeData(lines.join('\n'))
  if (listed.some(({ cached }) => !cached)) writeMessage('\nFetch one: dso models pull NAME')
}

async function pullModel(name: string, values: ModelsValues): Promise<void> {
  const weights = await open(values)
  const { entry, paths } = await withProgress(
    { json: values.json === true, detail: () => name },
    async ({ signal, onProgress }) => await weights.pull(name, { signal, onProgress }),
  )
  if (values.json === true) writeJson({ name: entry.name, licence: entry.licence, paths })
  else writeData(Object.values(paths).join('\n'))
}

async function verifyModels(name: string | undefined, values: ModelsValues): Promise<void> {
  const weights = await open(values)
  const here = (await weights.list()).filter(({ cached }) => cached)
  const names = name === undefined ? here.map(({ entry }) => entry.name) : [name]
  const results = []
  for (const each of names) {
    const files = await withProgress(
      { json: values.json === true, detail: () => each },
      async ({ signal, onProgress }) => await weights.verify(each, { signal, onProgress }),
    )
    results.push({ name: each, files })
  }
  if (values.json === true) writeJson(results)
  else {
    for (const { name: model, files } of results)
      for (const { file, state } of files) writeData(`${state.padEnd(9)} ${model}/${file}`)
    if (names.length === 0) writeMessage('No weights are here yet: dso models pull NAME')
  }
  const amiss = results.some(({ files }) => files.some(({ state }) => state !== 'verified'))
  if (amiss) process.exitCode = EXIT.notReady
}
