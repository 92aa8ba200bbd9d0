import type { Command } from 'commander'
import type { ReadinessCheck } from '../../node/check-readiness.ts'
import { EXIT } from '../exit-codes.ts'
import { addDataDir, addJson } from '../options/shared-options.ts'
import { lookOf, writeData, writeJson } from '../output/terminal.ts'
import { withProgress } from '../output/with-progress.ts'

interface DoctorValues {
  dataDir?: string
  json?: boolean
}

const EXAMPLES = `Examples:
  dso doctor
  dso doctor --json
`

/** Registers `dso doctor`. */
export function addDoctorCommand(program: Command): void {
  const command = program
    .command('doctor')
    .description(
      'Checks what DSO needs and says what to do. Exits with 3 when something is missing.',
    )
    .addHelpText('before', EXAMPLES)
  addJson(addDataDir(command)).action(diagnose)
}

async function diagnose({ dataDir, json = false }: DoctorValues): Promise<void> {
  const { findDataFolder } = await import('../../node/data-folders.ts')
  const { checkReadiness } = await import('../../node/check-readiness.ts')
  const folder = findDataFolder(dataDir)
  const checks = await withProgress(
    { json, detail: () => '' },
    async ({ signal }) => await checkReadiness(folder, { signal }),
  )
  const ready = checks.every(({ ok, needed }) => ok || !needed)
  if (json) writeJson({ ready, dataFolder: folder, checks })
  else writeData(layOut(checks, ready))
  if (!ready) process.exitCode = EXIT.notReady
}

function layOut(checks: readonly ReadinessCheck[], ready: boolean): string {
  const { paint } = lookOf(process.stdout)
  const label = Math.max(...checks.map(({ title }) => title.length)) + 2
  const lines = checks.flatMap(({ ok, needed, title, found, todo }) => {
    const mark = ok ? paint('good', 'ok     ') : needed ? paint('bad', 'missing') : 'absent '
    const line = `${mark}  ${title.padEnd(label)}${found}`
    return todo === undefined ? [line] : [line, `${' '.repeat(9 + label)}${paint('accent', todo)}`]
  })
  const verdict = ready ? 'Ready: dso demo' : 'Not ready: see what to do above.'
  return [...lines, '', paint('strong', verdict)].join('\n')
}
