import { runCli } from './run-cli.ts'

// A reader that has seen enough (`dso ls | head`) is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

const code = await runCli(process.argv.slice(2))
if (code !== 0) process.exitCode = code
