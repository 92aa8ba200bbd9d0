import { mkdir, mkdtemp, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { DsoError } from '../../src/protocol/errors.ts'
import { runCommand } from './run-command.ts'

/** A package of another project that a bench needs, at one version. */
export interface BenchPackage {
  name: string
  version: string
  from: 'npm' | 'pip'
  /** What npm's lockfile says of the tarball; only for npm, since pip's files differ from machine to machine. */
  integrity?: string
}

/** Where to install, and what stops it. */
export interface InstallPackageOptions {
  /** Gets a folder for each package; made if absent. */
  folder: string
  signal?: AbortSignal | undefined
  /** Runs npm or pip. @defaultValue `runCommand` */
  run?: typeof runCommand
}

/**
 * Installs a package beside nothing else, unless it is there already: no install script runs, nothing optional comes
 * along, and the clients decide where from. The folder appears only when it is whole.
 *
 * @returns the package's folder; for npm it holds `node_modules`, for pip the modules
 * @throws DsoError `RUNTIME_MISSING` with the command to run by hand and the reason
 */
export async function installPackage(
  wanted: BenchPackage,
  { folder, signal, run = runCommand }: InstallPackageOptions,
): Promise<string> {
  const target = join(folder, `${wanted.name}-${wanted.version}`)
  if (await isFolder(target)) return target
  await mkdir(folder, { recursive: true })
  const partial = await mkdtemp(`${target}-`)
  const { command, args } = commandOf(wanted, partial)
  try {
    // Not in the repository: its npm settings are not meant for this.
    await run(command, args, { cwd: partial, signal })
    if (wanted.integrity !== undefined) await checkIntegrity(wanted, partial)
    await rename(partial, target)
    return target
  } catch (cause) {
    signal?.throwIfAborted()
    const byHand = [command, ...commandOf(wanted, target).args].join(' ')
    throw new DsoError('RUNTIME_MISSING', {
      details: {
        package: `${wanted.name} ${wanted.version} (${wanted.from})`,
        command: byHand,
        reason: cause instanceof Error ? cause.message : String(cause),
      },
      cause,
    })
  } finally {
    await rm(partial, { recursive: true, force: true })
  }
}

function commandOf({ name, version, from }: BenchPackage, folder: string) {
  if (from === 'npm') {
    const flags = ['--ignore-scripts', '--omit=optional', '--no-audit', '--no-fund', '--no-save']
    return { command: 'npm', args: ['install', '--prefix', folder, ...flags, `${name}@${version}`] }
  }
  const flags = ['--no-deps', '--only-binary=:all:', '--no-input', '--disable-pip-version-check']
  const args = ['-m', 'pip', 'install', '--quiet', ...flags, '--target', folder]
  return { command: 'python3', args: [...args, `${name}==${version}`] }
}

/** What npm says it has installed must be what was pinned. */
async function checkIntegrity({ name, integrity }: BenchPackage, folder: string): Promise<void> {
  const lockfile = await readFile(join(folder, 'node_modules', '.package-lock.json'), 'utf8')
  const { packages } = JSON.parse(lockfile) as { packages: Record<string, { integrity?: string }> }
  const found = packages[`node_modules/${name}`]?.integrity
  if (found !== integrity) throw new Error(`${name} came with the hash ${found}`)
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isDirectory() === true
}
