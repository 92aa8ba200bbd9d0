import { exec, type ExecException } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { repository } from '../lint/files.ts'
import { temporaryFolders } from '../temporary-folders.ts'

const readme = readFileSync(join(repository, 'README.md'), 'utf8')
const temporaryFolder = temporaryFolders()
const home = temporaryFolder()

/** What is done with a command of the README. */
type Treatment =
  /** Run as it stands, or as `as` where it needs weights or an hour; `exits` are the codes that are in order. */
  | { as?: (readings: Readings) => string; exits?: readonly number[]; prints: RegExp }
  | { notRunBecause: string }

/** What earlier commands left, for those that name it. */
interface Readings {
  /** CID of an experience that the demo's first agent holds. */
  cid: string
}

const REPLAY = `npm start -- --replay --out ${join(home, 'runs')}`

/** Every command of the README, in its order: one that is not here fails the first test. */
const COMMANDS: Readonly<Record<string, Treatment>> = {
  'git clone REPOSITORY dso': { notRunBecause: 'it stands for wherever the sources came from' },
  'cd dso': { notRunBecause: 'the tests run there' },
  'npm start': { notRunBecause: 'it fetches 1.1 GB; the next command is the same without weights' },
  'npm start -- --replay': { as: () => REPLAY, prints: /own \+ shared/ },
  'npm start -- --help': { prints: /--replay/ },
  'npm run dso -- practise --suites': { prints: /function-writing/ },
  'npm run dso -- practise --list': { prints: /\w+\.\w+/ },
  'npm run dso -- practise --tool TOOL': {
    as: () => 'npm run dso -- practise --help',
    prints: /--tool/,
  },
  'npm run dso -- ls': { prints: /\bcid\b.*\bstatus\b/ },
  'npm run dso -- show CID': { as: ({ cid }) => `npm run dso -- show ${cid}`, prints: /Evidence/ },
  'npm run dso -- recall "send money abroad"': {
    as: () => 'npm run dso -- recall --help',
    prints: /--limit/,
  },
  'npm run dso -- library log': { prints: /\bversion\b.*\bwhy\b/ },
  'npm run dso -- export --format agents': { prints: /<!-- dso:begin -->/ },
  'npm run dso -- import FILE': {
    as: () => 'npm run dso -- import --help',
    prints: /--domain/,
  },
  'npm run dso -- models ls': { prints: /qwen2\.5-coder-1\.5b/ },
  'npm run dso -- chain deploy PLAN': {
    as: () => 'npm run dso -- chain deploy --help',
    prints: /"governance"/,
  },
  // Without weights it says so, and exits as for anything that is missing.
  'npm run dso -- doctor': { exits: [0, 3], prints: /loopback/ },
  'npm run bench -- demo': { as: () => 'npm run bench -- demo --help', prints: /--seeds/ },
  'npm run bench -- learning --replay': {
    as: () => `npm run bench -- learning --replay --results ${join(home, 'results')}`,
    exits: [0, 1],
    prints: /own-minus-none/,
  },
  'npm run bench': { prints: /^ {2}attacks /m },
  'npm test': { notRunBecause: 'it runs this' },
}

/** Commands of the `sh` blocks in order, each once, without their comments. */
function listCommands(): string[] {
  const blocks = [...readme.matchAll(/^```sh\n(.*?)^```$/gms)].map((match) => match[1] ?? '')
  const lines = blocks.flatMap((block) => block.split('\n'))
  const commands = lines.map((line) => line.replace(/\s+# .*$/, '').trim())
  return [...new Set(commands.filter((command) => command !== ''))]
}

interface Outcome {
  code: number
  stdout: string
  stderr: string
}

async function run(command: string): Promise<Outcome> {
  const env = { ...process.env, DSO_DATA_DIR: join(home, 'data'), NO_COLOR: '1' }
  return await new Promise((resolve) => {
    exec(command, { cwd: repository, env, maxBuffer: 2 ** 26 }, (error, stdout, stderr) => {
      resolve({ code: codeOf(error), stdout, stderr })
    })
  })
}

function codeOf(error: ExecException | null): number {
  return error === null ? 0 : (error.code ?? -1)
}

async function readFromDemo(): Promise<Readings> {
  const { code, stdout, stderr } = await run('npm run --silent dso -- ls --json')
  expect(code === 0 ? [] : [code, stderr]).toEqual([])
  const [first] = JSON.parse(stdout) as { cid: string }[]
  return { cid: first?.cid ?? '' }
}

describe('the commands of the README', () => {
  test('are those that are known here', () => {
    expect(listCommands()).toEqual(Object.keys(COMMANDS))
  })

  test.each(Object.entries(COMMANDS).filter(([, treatment]) => !('notRunBecause' in treatment)))(
    '%s',
    async (command, treatment) => {
      if ('notRunBecause' in treatment) return
      const { as, exits = [0], prints } = treatment
      const typed = as === undefined ? command : as(await namedIn(command))
      const { code, stdout, stderr } = await run(typed)
      expect(exits.includes(code) ? [] : [code, stderr]).toEqual([])
      expect(stdout).toMatch(prints)
    },
  )
})

/** Only what the command needs: the first ones run before there is anything to read. */
async function namedIn(command: string): Promise<Readings> {
  return command.includes('CID') ? await readFromDemo() : { cid: '' }
}
