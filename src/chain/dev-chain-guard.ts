import { spawn } from 'node:child_process'

// Runs the chain given as arguments and ends it when standard input closes. A parent that is killed outright cannot
// stop its children, but its end of the pipe closes.
const [command = '', ...args] = process.argv.slice(2)
const chain = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'] })
chain.on('error', (error) => {
  process.stderr.write(`${error.message}\n`)
  process.exit(1)
})
chain.on('exit', (code) => process.exit(code ?? 1))

function stop(): void {
  chain.kill('SIGTERM')
  setTimeout(() => chain.kill('SIGKILL'), 2000).unref()
}
process.on('SIGTERM', stop)
process.stdin.on('end', stop)
process.stdin.on('error', stop)
process.stdin.resume()
