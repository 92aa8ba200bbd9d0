import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const architecture = process.arch === 'x64' ? 'amd64' : process.arch
const executable = process.platform === 'win32' ? 'forge.exe' : 'forge'
const forgePackage = createRequire(import.meta.url).resolve('@foundry-rs/forge/package.json')

// The binary lies in the platform package; the wrapper package's install script is not needed.
const binary = createRequire(forgePackage).resolve(
  `@foundry-rs/forge-${process.platform}-${architecture}/bin/${executable}`,
)
const result = spawnSync(binary, process.argv.slice(2), {
  stdio: 'inherit',
  cwd: fileURLToPath(new URL('..', import.meta.url)),
  // solc.sh must find this very Node: an older one on the PATH does not run TypeScript.
  env: {
    ...process.env,
    PATH: `${path.dirname(process.execPath)}${path.delimiter}${process.env['PATH'] ?? ''}`,
  },
})
if (result.error) throw result.error
process.exitCode = result.status ?? 1
