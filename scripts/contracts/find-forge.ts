import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** The repository's root folder. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** Path of forge's binary. It lies in the platform package; the wrapper package's install script is not needed. */
export function findForge(): string {
  const architecture = process.arch === 'x64' ? 'amd64' : process.arch
  const executable = process.platform === 'win32' ? 'forge.exe' : 'forge'
  const wrapper = createRequire(import.meta.url).resolve('@foundry-rs/forge/package.json')
  return createRequire(wrapper).resolve(
    `@foundry-rs/forge-${process.platform}-${architecture}/bin/${executable}`,
  )
}

/** The environment that forge needs: solc.sh must find this very Node, an older one does not run TypeScript. */
export function forgeEnvironment(extra: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  return {
    ...process.env,
    PATH: `${path.dirname(process.execPath)}${path.delimiter}${process.env['PATH'] ?? ''}`,
    ...extra,
  }
}
