import { execFile } from 'node:child_process'
import { access, constants, stat, statfs } from 'node:fs/promises'
import { createServer } from 'node:net'
import { dirname } from 'node:path'
import { promisify } from 'node:util'
import { findAnvil } from '../chain/find-anvil.ts'
import { loadRuntime } from '../models/load-runtime.ts'
import type { CallOptions } from '../protocol/ports.ts'
import { openRecording } from '../storage/open-recording.ts'
import { manageWeights, type WeightsManager } from './manage-weights.ts'
import { DEFAULT_MODEL, ENCODER_WEIGHTS, PACKAGE_RECORDING } from './open-model.ts'

/** One thing that DSO needs, and whether it is there. */
export interface ReadinessCheck {
  /** Stable, lower-case with hyphens. */
  id: string
  /** What it is, a few words. */
  title: string
  ok: boolean
  /** Whether `dso demo` cannot run without it. */
  needed: boolean
  /** What was found, or why it is not in order; one line. */
  found: string
  /** What to do about it; undefined when it is in order. */
  todo: string | undefined
}

interface Probe extends Pick<ReadinessCheck, 'id' | 'title' | 'todo'> {
  needed?: false
  /** Says what it found, or throws why it is not in order. */
  look: () => Promise<string>
}

const NEEDED_NODE = 24
/** Room for databases, recordings of calls and the chain's state. */
const WORKING_BYTES = 500_000_000
const PROBE_TIMEOUT_MS = 20_000

/** Looks at everything that `dso demo` needs, without changing or fetching anything. Weights are hashed. */
export async function checkReadiness(
  dataFolder: string,
  options: CallOptions = {},
): Promise<ReadinessCheck[]> {
  const weights = manageWeights(dataFolder)
  const checks: ReadinessCheck[] = []
  for (const { id, title, todo, needed = true, look } of probes(dataFolder, weights, options)) {
    options.signal?.throwIfAborted()
    try {
      checks.push({ id, title, ok: true, needed, found: await look(), todo: undefined })
    } catch (error) {
      options.signal?.throwIfAborted()
      const found = firstLine(error instanceof Error ? error.message : String(error))
      checks.push({ id, title, ok: false, needed, found, todo })
    }
  }
  return checks
}

function probes(dataFolder: string, weights: WeightsManager, options: CallOptions): Probe[] {
  const install = (packages: string): string =>
    `In a clone run \`npm run setup\`; elsewhere \`npm install ${packages}\`.`
  return [
    {
      id: 'node',
      title: 'Node.js',
      todo: `Install Node ${NEEDED_NODE} or later.`,
      look: lookAtNode,
    },
    {
      id: 'data-folder',
      title: 'data folder',
      todo: 'Pass another --data-dir, or set DSO_DATA_DIR.',
      look: async () => await lookAtFolder(dataFolder),
    },
    {
      id: 'free-space',
      title: 'free space',
      todo: 'Free some space, or pass a --data-dir on another disk.',
      look: async () => await lookAtSpace(dataFolder, weights),
    },
    {
      id: 'weights',
      title: 'language model',
      todo: `\`dso models pull ${DEFAULT_MODEL}\` fetches it; \`dso demo --replay\` needs none.`,
      look: async () => await lookAtWeights(DEFAULT_MODEL, weights, options),
    },
    {
      id: 'encoder',
      title: 'sentence encoder',
      todo: `\`dso models pull ${ENCODER_WEIGHTS}\` fetches it; \`dso demo --replay\` needs none.`,
      look: async () => await lookAtWeights(ENCODER_WEIGHTS, weights, options),
    },
    {
      id: 'llama',
      title: 'llama.cpp runtime',
      todo: `${install('node-llama-cpp')} Or use --endpoint URL.`,
      look: lookAtLlama,
    },
    {
      id: 'onnx',
      title: 'ONNX runtime',
      todo: install('onnxruntime-node @huggingface/tokenizers'),
      look: lookAtOnnx,
    },
    {
      id: 'anvil',
      title: 'anvil (local chain)',
      todo: install('@foundry-rs/anvil'),
      look: lookAtAnvil,
    },
    {
      id: 'loopback',
      title: 'loopback port',
      todo: 'Allow this program to listen on 127.0.0.1.',
      look: lookAtLoopback,
    },
    {
      id: 'recording',
      title: 'recorded run',
      needed: false,
      todo: 'Restore recordings/demo.dso; only `dso demo --replay` needs it.',
      look: async () => `${(await openRecording({ path: PACKAGE_RECORDING })).size} answers`,
    },
  ]
}

async function lookAtNode(): Promise<string> {
  const { node } = process.versions
  if (Number.parseInt(node, 10) < NEEDED_NODE) throw new Error(`version ${node} is too old`)
  return `version ${node}`
}

async function lookAtFolder(folder: string): Promise<string> {
  const existing = await nearestFolder(folder)
  await access(existing, constants.W_OK)
  return existing === folder ? folder : `${folder} (made when it is needed)`
}

async function lookAtSpace(folder: string, weights: WeightsManager): Promise<string> {
  const { bavail, bsize } = await statfs(await nearestFolder(folder))
  const free = bavail * bsize
  const absent = (await weights.list()).filter(
    ({ entry, cached }) => !cached && [DEFAULT_MODEL, ENCODER_WEIGHTS].includes(entry.name),
  )
  const wanted = absent.reduce((sum, { bytes }) => sum + bytes, WORKING_BYTES)
  if (free < wanted) throw new Error(`${gigabytes(free)} free, ${gigabytes(wanted)} needed`)
  return `${gigabytes(free)} free`
}

async function lookAtWeights(
  name: string,
  weights: WeightsManager,
  options: CallOptions,
): Promise<string> {
  const files = await weights.verify(name, options)
  const bad = files.filter(({ state }) => state !== 'verified')
  if (bad.length > 0) {
    throw new Error(`${name}: ${bad.map(({ file, state }) => `${file} is ${state}`).join(', ')}`)
  }
  return `${name}, verified`
}

async function lookAtLlama(): Promise<string> {
  const { getLlama, LlamaLogLevel } = await loadRuntime(
    'node-llama-cpp',
    async () => await import('node-llama-cpp'),
  )
  const llama = await getLlama({
    gpu: false,
    build: 'never',
    skipDownload: true,
    logLevel: LlamaLogLevel.error,
  })
  const { cpuMathCores } = llama
  await llama.dispose()
  return `loads, ${cpuMathCores} useful cores`
}

async function lookAtOnnx(): Promise<string> {
  await loadRuntime('onnxruntime-node', async () => await import('onnxruntime-node'))
  await loadRuntime('@huggingface/tokenizers', async () => await import('@huggingface/tokenizers'))
  return 'loads'
}

async function lookAtAnvil(): Promise<string> {
  const run = promisify(execFile)
  const { stdout } = await run(findAnvil(), ['--version'], { timeout: PROBE_TIMEOUT_MS })
  return firstLine(stdout)
}

async function lookAtLoopback(): Promise<string> {
  const server = createServer()
  const listening = Promise.withResolvers<void>()
  server.once('error', listening.reject)
  server.listen(0, '127.0.0.1', listening.resolve)
  await listening.promise
  server.close()
  return 'can be bound'
}

/** The folder itself, or its nearest parent that exists. */
async function nearestFolder(folder: string): Promise<string> {
  for (let path = folder; ; path = dirname(path)) {
    const found = await stat(path).catch(() => undefined)
    if (found?.isDirectory() === true) return path
    if (found !== undefined) throw new Error(`${path} is not a folder`)
    if (path === dirname(path)) throw new Error(`${path} does not exist`)
  }
}

function firstLine(text: string): string {
  return (text.trim().split('\n')[0] ?? '').slice(0, 200)
}

function gigabytes(bytes: number): string {
  return `${(bytes / 1e9).toFixed(1)} GB`
}
