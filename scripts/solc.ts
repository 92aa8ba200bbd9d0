import { readFileSync } from 'node:fs'
import { compileStandardJson, solcVersion } from './compile-solidity.ts'

// Stands in for the compiler's native binary, of which Forge uses these two calls.
if (process.argv.includes('--version')) {
  process.stdout.write(
    `solc, the solidity compiler commandline interface\nVersion: ${solcVersion()}\n`,
  )
} else if (process.argv.includes('--standard-json')) {
  process.stdout.write(compileStandardJson(readFileSync(0, 'utf8')))
} else {
  process.stderr.write('only --version and --standard-json are known\n')
  process.exitCode = 1
}
