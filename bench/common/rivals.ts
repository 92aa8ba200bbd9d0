import { createRequire } from 'node:module'
import { join } from 'node:path'
import { DsoError } from '../../src/protocol/errors.ts'
import { type BenchPackage, installPackage } from './install-package.ts'
import { type NumpyRival, startNumpy } from './numpy.ts'

/** simsimd's native functions on bit vectors of equal length, one call into C a pair. */
export interface SimsimdRival {
  readonly name: string
  /** Bits that differ. */
  hamming(a: Uint8Array, b: Uint8Array): number
}

/** Where rivals are installed, and what stops that. */
export interface OpenRivalOptions {
  /** Gets `bench/rivals/`. */
  dataFolder: string
  signal?: AbortSignal | undefined
}

const SIMSIMD: BenchPackage = {
  name: 'simsimd',
  version: '6.5.5',
  from: 'npm',
  integrity:
    'sha512-iMZLxr/rWOOhg+L0QimMMvehntzJrPMLizvOXr3VZtQHazskaIRuBtui9QtlZf8iXuPFDBwzLwAdrm/J3U/HwA==',
}

const NUMPY: BenchPackage = { name: 'numpy', version: '2.4.6', from: 'pip' }

/**
 * Opens another project's software to compare with, at a pinned version, installing it on first use.
 *
 * @throws DsoError `RUNTIME_MISSING` where it cannot be had: its figures are then named as not measured
 */
export async function openRival(name: 'simsimd', options: OpenRivalOptions): Promise<SimsimdRival>
export async function openRival(name: 'numpy', options: OpenRivalOptions): Promise<NumpyRival>
export async function openRival(
  name: 'simsimd' | 'numpy',
  { dataFolder, signal }: OpenRivalOptions,
): Promise<SimsimdRival | NumpyRival> {
  const folder = join(dataFolder, 'bench', 'rivals')
  if (name === 'numpy') {
    const modules = await installPackage(NUMPY, { folder, signal })
    return await startNumpy({ modules, version: NUMPY.version })
  }
  return loadSimsimd(await installPackage(SIMSIMD, { folder, signal }))
}

function loadSimsimd(folder: string): SimsimdRival {
  const modules = join(folder, 'node_modules')
  const load = createRequire(join(modules, 'index.js'))
  try {
    // Through the package's own entry a missing binary would quietly become a slow imitation.
    const findBinary = load('node-gyp-build') as (folder: string) => unknown
    const binary = findBinary(join(modules, 'simsimd')) as Pick<SimsimdRival, 'hamming'>
    return { name: `simsimd ${SIMSIMD.version}`, hamming: (a, b) => binary.hamming(a, b) }
  } catch (cause) {
    const details = { package: 'simsimd', reason: `no binary for ${process.platform}` }
    throw new DsoError('RUNTIME_MISSING', { details, cause })
  }
}
