import { createRequire } from 'node:module'
import { DsoError } from '../protocol/errors.ts'

/**
 * Path of the anvil binary that the platform package carries; its wrapper package and install script are not needed.
 *
 * @throws DsoError `RUNTIME_MISSING` when the optional package is not installed
 */
export function findAnvil(): string {
  const architecture = process.arch === 'x64' ? 'amd64' : process.arch
  const executable = process.platform === 'win32' ? 'anvil.exe' : 'anvil'
  try {
    const wrapper = createRequire(import.meta.url).resolve('@foundry-rs/anvil/package.json')
    return createRequire(wrapper).resolve(
      `@foundry-rs/anvil-${process.platform}-${architecture}/bin/${executable}`,
    )
  } catch (cause) {
    throw new DsoError('RUNTIME_MISSING', { details: { package: '@foundry-rs/anvil' }, cause })
  }
}
