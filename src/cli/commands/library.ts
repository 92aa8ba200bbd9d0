import { type Command, Option } from 'commander'
import type { LibraryManager, PinnedExperience } from '../../node/manage-library.ts'
import type { OpenedAgent } from '../../node/open-agent-store.ts'
import {
  type AgentValues,
  addAgentOptions,
  tellAgent,
  withAgentStore,
} from '../options/agent-options.ts'
import { wholeNumber } from '../options/parse-number.ts'
import { writeData, writeJson, writeMessage } from '../output/terminal.ts'

interface LogValues extends AgentValues {
  limit: number
}

interface RollBackValues extends AgentValues {
  why?: string
}

const EXAMPLES = `Examples:
  dso library log
  dso library rollback 3fa94c01 --why "it made transfers worse"
  dso library pin bafyreih5k2m3n4p5
  dso library check
  dso library modes
`
const LOG_EXAMPLES = `Examples:
  dso library log
  dso library log --agent local --limit 10 --json
`
const ROLL_BACK_EXAMPLES = `Examples:
  dso library rollback 3fa94c01
  dso library rollback 3fa94c01 --agent local --why "it made transfers worse"
  dso library rollback none
`
const PIN_EXAMPLES = `Examples:
  dso library pin bafyreih5k2m3n4p5
  dso library pin bafyreih5k2m3n4p5 --agent local --json
`
const UNPIN_EXAMPLES = `Examples:
  dso library unpin bafyreih5k2m3n4p5
  dso library unpin bafyreih5k2m3n4p5 --agent local --json
`
const MODES_EXAMPLES = `Examples:
  dso library modes
  dso library modes --agent local --json
`
const CHECK_EXAMPLES = `Examples:
  dso library check
  dso library check --agent local --json
`

/** Registers `dso library log|rollback|pin|unpin|check|modes`. */
export function addLibraryCommand(program: Command): void {
  const library = program
    .command('library')
    .description('Shows what was decided about what an agent has learnt, and corrects it.')
    .addHelpText('before', EXAMPLES)
  const log = library
    .command('log')
    .description('Lists the decisions, the newest first: what, why, on what evidence.')
    .addHelpText('before', LOG_EXAMPLES)
    .addOption(
      new Option('--limit <n>', 'most decisions shown')
        .argParser(wholeNumber({ min: 1, max: 1_000_000 }))
        .default(50),
    )
    .addHelpText('after', '\nThe version that is used is marked with *.')
  addAgentOptions(log).action(showLog)
  const rollBack = library
    .command('rollback')
    .argument('<version>', 'of the log; its first characters are enough; none: before the first')
    .description('Makes an earlier version the one that is used. It can be undone the same way.')
    .addHelpText('before', ROLL_BACK_EXAMPLES)
    .option('--why <text>', 'the reason, for the log')
  addAgentOptions(rollBack).action(setBack)
  const pin = library
    .command('pin')
    .argument('<cid>', 'of an experience in the library; its first characters are enough')
    .description('Protects an experience: nothing that is learnt later drops or replaces it.')
    .addHelpText('before', PIN_EXAMPLES)
  addAgentOptions(pin).action(async (cid: string, values: AgentValues) => {
    await setPinned(cid, true, values)
  })
  const unpin = library
    .command('unpin')
    .argument('<cid>', 'of a pinned experience; its first characters are enough')
    .description('Ends the protection of an experience.')
    .addHelpText('before', UNPIN_EXAMPLES)
  addAgentOptions(unpin).action(async (cid: string, values: AgentValues) => {
    await setPinned(cid, false, values)
  })
  const check = library
    .command('check')
    .description('Looks for contradictions, repetitions, and what reports say is of no use.')
    .addHelpText('before', CHECK_EXAMPLES)
    .addHelpText(
      'after',
      '\nIt changes nothing. Of experiences that contradict each other only the best proved one is used or exported.',
    )
  addAgentOptions(check).action(checkLibrary)
  const modes = library
    .command('modes')
    .description('Shows how much each way to learn has yielded with each model, and which has won.')
    .addHelpText('before', MODES_EXAMPLES)
    .addHelpText(
      'after',
      '\nThose that were hardly tried are the first that `dso practise --mode auto` tries. Calls of the gate do not count.',
    )
  addAgentOptions(modes).action(showModes)
}

/** Runs work on the library that the options name; with `write` nobody else may use it meanwhile. */
async function withLibrary(
  values: AgentValues,
  { write }: { write: boolean },
  work: (library: LibraryManager, opened: OpenedAgent) => Promise<void>,
): Promise<void> {
  const { manageLibrary } = await import('../../node/manage-library.ts')
  await withAgentStore(
    values,
    async (opened) => {
      const library = manageLibrary(async (use) => await use(opened.store))
      await work(library, opened)
    },
    { write },
  )
}

async function showLog(values: LogValues): Promise<void> {
  await withLibrary(values, { write: false }, async (library, opened) => {
    const { layOutLog, toJsonLog } = await import('../output/library-view.ts')
    const log = await library.log({ limit: values.limit })
    if (values.json === true) {
      writeJson({ agent: opened.agent.name, ...toJsonLog(log) })
      return
    }
    tellAgent(opened)
    if (log.total === 0) writeMessage('Nothing was decided about its library yet.')
    else {
      writeData(layOutLog(log))
      const left = log.total - log.decisions.length
      if (left > 0) writeMessage(`\n${left} earlier ones by --limit ${log.total}`)
    }
  })
}

async function setBack(version: string, values: RollBackValues): Promise<void> {
  const { why, json } = values
  await withLibrary(values, { write: true }, async (library, { agent }) => {
    const done = await library.rollBack(version, why)
    if (json === true) {
      writeJson({ agent: agent.name, ...done, before: done.before ?? null })
      return
    }
    const { shortVersion } = await import('../output/library-view.ts')
    const now = `version ${shortVersion(done.version)}, ${done.experiences} experiences`
    if (!done.changed) writeData(`Agent ${agent.name} uses it already: ${now}`)
    else {
      writeData(`Agent ${agent.name} now uses ${now}`)
      if (done.before !== undefined) {
        writeMessage(
          `Undo: dso library rollback ${shortVersion(done.before)} --agent ${agent.name}`,
        )
      }
    }
  })
}

async function setPinned(cid: string, pinned: boolean, values: AgentValues): Promise<void> {
  await withLibrary(values, { write: true }, async (library, { agent }) => {
    const done = await library.setPinned(cid, pinned)
    if (values.json === true) writeJson({ agent: agent.name, ...done })
    else writeData(describePin(done, agent.name))
  })
}

function describePin({ cid, pinned, changed }: PinnedExperience, agent: string): string {
  const already = changed ? '' : ' already'
  return pinned
    ? `Pinned${already} for agent ${agent}: ${cid}`
    : `Not pinned any more for agent ${agent}: ${cid}`
}

async function checkLibrary(values: AgentValues): Promise<void> {
  await withLibrary(values, { write: false }, async (library, opened) => {
    const { layOutCheck } = await import('../output/library-view.ts')
    const found = await library.check()
    if (values.json === true) {
      writeJson({ agent: opened.agent.name, ...found, version: found.version ?? null })
      return
    }
    tellAgent(opened)
    writeData(layOutCheck(found))
  })
}

async function showModes(values: AgentValues): Promise<void> {
  await withLibrary(values, { write: false }, async (library, opened) => {
    const { layOutModes, toJsonModes } = await import('../output/modes-view.ts')
    const yields = await library.modes()
    if (values.json === true) {
      writeJson({ agent: opened.agent.name, models: toJsonModes(yields) })
      return
    }
    tellAgent(opened)
    if (yields.length === 0) writeMessage('It has not practised yet.')
    else writeData(layOutModes(yields))
  })
}
