/**
 * The first thing that runs after a clone: `npm start` and `npm test` need nothing but Node ≥ 20.
 *
 *   node scripts/bootstrap.mjs ARGUMENTS…             the command line (src/cli/main.ts)
 *   node scripts/bootstrap.mjs --run FILE ARGUMENTS…  another program of this repository
 *   node scripts/bootstrap.mjs --install              nothing: only what follows here
 *
 * It installs what package-lock.json names if that is not there yet, looks for Node ≥ 24 (the
 * install brings one along), and runs the program under it, with its streams, signals and exit code.
 * Plain JavaScript without imports beyond Node's own, because nothing is installed yet.
 */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { constants } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const NEEDED_MAJOR = 24
const NOT_READY = 3 // the exit code for "something this needs is missing"
const repository = fileURLToPath(new URL('..', import.meta.url))
const inRepository = (...parts) => join(repository, ...parts)

const [first, ...rest] = process.argv.slice(2)
const [program, args] =
  first === '--run'
    ? [inRepository(rest[0] ?? ''), rest.slice(1)]
    : [inRepository('src/cli/main.ts'), process.argv.slice(2)]

if (!isInstalled()) install()
const node = findNode()
if (first !== '--install') run(node, [program, ...args])

/** Whether node_modules holds what the lockfile names; npm records there what it installed. */
function isInstalled() {
  const record = inRepository('node_modules/.package-lock.json')
  if (!existsSync(record)) return false
  const wanted = packagesOf(inRepository('package-lock.json'))
  const present = packagesOf(record)
  return Object.entries(wanted).every(([location, { version, optional }]) => {
    if (location === '') return true // the repository itself
    const found = present[location]
    return found === undefined ? optional === true : found.version === version
  })
}

function packagesOf(lockfile) {
  return JSON.parse(readFileSync(lockfile, 'utf8')).packages
}

/**
 * Installs without running any package's install script: none is needed, and some download more.
 * Falls back to `npm install` when npm takes the lockfile for incomplete, which happens when a
 * registry does not serve the builds of optional packages for other platforms (see
 * complete-lockfile.mjs). The versions are exact in either case.
 */
function install() {
  const started = Date.now()
  tell('Installing the packages that DSO needs (the first time only, one to three minutes) …')
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  let result = npm('ci', ...quiet)
  if (result.status !== 0 && result.stderr?.includes('EUSAGE')) {
    result = npm('install', '--no-save', '--prefer-offline', ...quiet)
  }
  if (result.status !== 0) {
    process.stderr.write(result.stderr ?? '')
    stop(`npm could not install the packages${result.error ? `: ${result.error.message}` : ''}.`)
  }
  tell(`Installed in ${Math.round((Date.now() - started) / 1000)} s.`)
}

function npm(...npmArgs) {
  // The npm that called us, on its own Node: never on one that it is about to replace.
  const { npm_execpath: script, npm_node_execpath: node = process.execPath } = process.env
  const options = { cwd: repository, encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] }
  return script?.endsWith('.js')
    ? spawnSync(node, [script, ...npmArgs], options)
    : spawnSync('npm', npmArgs, { ...options, shell: process.platform === 'win32' })
}

/** The Node that the install brought along, or else this one if it is new enough. */
function findNode() {
  const platform = process.platform === 'win32' ? 'win' : process.platform
  const program = process.platform === 'win32' ? 'bin/node.exe' : 'bin/node'
  const brought = inRepository(`node_modules/node-${platform}-${process.arch}`, program)
  const found = [brought, process.execPath].find((node) => majorOf(node) >= NEEDED_MAJOR)
  if (found !== undefined) return found
  return stop(
    `NODE_TOO_OLD: Node ${NEEDED_MAJOR} or later is needed, this is ${process.versions.node}, ` +
      `and the install brings none for ${process.platform}-${process.arch}.\n` +
      `Install Node ${NEEDED_MAJOR} (https://nodejs.org) and run the same command again.`,
  )
}

/** The major version, found by running it: a binary may be there and still not fit this system. */
function majorOf(node) {
  if (node === process.execPath) return Number.parseInt(process.versions.node, 10)
  if (!existsSync(node)) return 0
  const { stdout, status } = spawnSync(node, ['--version'], { encoding: 'utf8' })
  return status === 0 ? Number.parseInt(stdout.slice(1), 10) : 0
}

function run(node, nodeArgs) {
  const path = dirname(node) + delimiter + (process.env.PATH ?? '')
  const child = spawn(node, nodeArgs, { stdio: 'inherit', env: { ...process.env, PATH: path } })

  // A terminal sends Ctrl-C to every process of the group, and npm passes it on to us once more.
  // The child has it already then, so it is only forwarded when no terminal can have sent it.
  const atTerminal = [process.stdin, process.stdout, process.stderr].some((stream) => stream.isTTY)
  process.on('SIGINT', () => atTerminal || child.kill('SIGINT'))
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))

  child.on('error', (error) => stop(`${node} does not start: ${error.message}`))
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? 128 + (constants.signals[signal] ?? 0)
  })
}

function tell(line) {
  process.stderr.write(`${line}\n`)
}

function stop(reason) {
  tell(reason)
  process.exit(NOT_READY)
}
