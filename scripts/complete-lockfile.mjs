/**
 * Completes package-lock.json after `npm install`, so that `npm ci` accepts it everywhere.
 *
 * A registry need not serve the builds of optional packages for other platforms. npm then leaves
 * them out of the lockfile, and `npm ci` refuses the lockfile as incomplete. Their names and exact
 * versions stand in `optionalDependencies`, so an entry can be written without the registry: it has
 * no integrity, and a machine of that platform takes what its own registry serves.
 *
 * Exits 1 when a package of this platform lacks its integrity.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const SYSTEMS = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'openharmony', 'sunos', 'win32']
const SYSTEM_ALIASES = { mac: 'darwin', macos: 'darwin', win: 'win32', windows: 'win32' }
const PROCESSORS = ['arm', 'arm64', 'ia32', 'loong64', 'ppc64', 'riscv64', 's390x', 'x64']
const PROCESSOR_ALIASES = { amd64: 'x64', x86_64: 'x64', aarch64: 'arm64', armv7l: 'arm' }

const path = fileURLToPath(new URL('../package-lock.json', import.meta.url))
const lock = JSON.parse(readFileSync(path, 'utf8'))
const packages = lock.packages

const added = []
for (const [location, entry] of Object.entries({ ...packages })) {
  for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
    if (resolve(location, name) !== undefined) continue
    const version = /^(?:npm:.+@)?(\d+\.\d+\.\d+\S*)$/.exec(range)?.[1]
    const platform = platformOf(name)
    if (version === undefined || platform === undefined) {
      console.error(`left out: ${name}@${range} names no exact version or no platform`)
      continue
    }
    const top = `node_modules/${name}`
    const place = packages[top] === undefined ? top : `${location}/${top}`
    packages[place] = { version, ...platform, ...(entry.dev ? { dev: true } : {}), optional: true }
    added.push(place)
  }
}

lock.packages = Object.fromEntries(
  Object.entries(packages).sort(([a], [b]) => a.localeCompare(b, 'en')),
)
if (added.length > 0) writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`)
console.log(`${added.length} entries added for other platforms`)

const unverified = Object.entries(packages)
  .filter(([location, entry]) => location !== '' && !entry.link && fitsHere(entry))
  .filter(([, entry]) => entry.integrity === undefined)
  .map(([location]) => location)
if (unverified.length > 0) {
  console.error(`without integrity: ${unverified.join(', ')}`)
  process.exitCode = 1
}

/** Node's own lookup: the nearest node_modules on the way up. */
function resolve(location, name) {
  for (
    let folder = location;
    ;
    folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))
  ) {
    const candidate = folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`
    if (packages[candidate] !== undefined) return packages[candidate]
    if (folder === '') return undefined
  }
}

/** Platform packages carry it in their name, as in `@scope/tool-linux-arm64-musl`. */
function platformOf(name) {
  const words = name.split(/[/-]/)
  const system = words
    .map((word) => SYSTEM_ALIASES[word] ?? word)
    .find((word) => SYSTEMS.includes(word))
  const processor = words
    .map((word) => PROCESSOR_ALIASES[word] ?? word)
    .find((word) => PROCESSORS.includes(word))
  if (system === undefined || processor === undefined) return undefined
  const libc = words.some((word) => word.startsWith('musl')) ? 'musl' : 'glibc'
  const needsLibc = system === 'linux' && words.some((word) => /^(musl|gnu)/.test(word))
  return { os: [system], cpu: [processor], ...(needsLibc ? { libc: [libc] } : {}) }
}

function fitsHere(entry) {
  const musl =
    process.platform === 'linux' && !process.report.getReport().header.glibcVersionRuntime
  return (
    (entry.os === undefined || entry.os.includes(process.platform)) &&
    (entry.cpu === undefined || entry.cpu.includes(process.arch)) &&
    (entry.libc === undefined || entry.libc.includes(musl ? 'musl' : 'glibc'))
  )
}
