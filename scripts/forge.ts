import { spawnSync } from 'node:child_process'
import { findForge, forgeEnvironment, ROOT } from './contracts/find-forge.ts'

const result = spawnSync(findForge(), process.argv.slice(2), {
  stdio: 'inherit',
  cwd: ROOT,
  env: forgeEnvironment(),
})
if (result.error) throw result.error
process.exitCode = result.status ?? 1
