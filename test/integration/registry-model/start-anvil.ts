import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { createClient, http, type Client } from 'viem'
import { findAnvil } from '../../../src/chain/find-anvil.ts'

/** A bare chain without contracts. */
export interface BareChain extends AsyncDisposable {
  /** Speaks JSON-RPC; calls of the same moment travel together. */
  client: Client
}

/** Starts a chain on a free port of this machine. Blocks are made by `evm_mine` only, so that their times are ours. */
export async function startAnvil({
  accounts,
  timestamp,
}: {
  accounts: number
  timestamp: number
}): Promise<BareChain> {
  const args = ['--port', '0', '--accounts', String(accounts), '--timestamp', String(timestamp)]
  const child = spawn(
    findAnvil(),
    ['--host', '127.0.0.1', '--no-cors', '--no-mining', '--hardfork', 'cancun', ...args],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  const end = () => child.kill('SIGKILL')
  process.once('exit', end)
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
  })
  const port = await new Promise<string>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', () => reject(new Error('the chain ended before it listened')))
    createInterface({ input: child.stdout }).on('line', (line) => {
      const found = /^Listening on 127\.0\.0\.1:(\d+)$/.exec(line.trim())?.[1]
      if (found !== undefined) resolve(found)
    })
  })
  const transport = http(`http://127.0.0.1:${port}`, {
    batch: { batchSize: 500 },
    retryCount: 0,
    timeout: 60_000,
  })
  const client = createClient({ transport, cacheTime: 0 })
  await client.request({ method: 'anvil_setLoggingEnabled', params: [false] } as never)
  return {
    client,
    [Symbol.asyncDispose]: async () => {
      process.removeListener('exit', end)
      child.kill('SIGTERM')
      await ended
    },
  }
}
