import { createServer } from 'node:http'
import { once } from 'node:events'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { keccak256, stringToBytes } from 'viem'
import { readBondAccount } from './bonds/read-bond-account.ts'
import { requestBondWithdrawal } from './bonds/request-bond-withdrawal.ts'
import { createDevChain, type DevChain } from './create-dev-chain.ts'
import { openSession, type SentCall } from './open-session.ts'
import { submitEntry } from './registry/submit-entry.ts'
import { challengeQuality } from './registry/challenge-quality.ts'

const AI = 10n ** 18n
const cid = 'bafyreigh2akiscaildcqabsyg3dfr6chu3fgpregiymsck7e7aqa4s52zy'

let chain: DevChain
beforeAll(async () => {
  const accounts = [{ name: 'alice', fundWei: 60n * AI }, { name: 'bob' }]
  chain = await createDevChain({ seed: new Uint8Array([8]), accounts })
})
afterAll(async () => {
  await chain.stop()
})

function rehearsing(name: string, rpcUrl = chain.rpcUrl) {
  const calls: SentCall[] = []
  const account = chain.accounts.get(name)?.privateKey ?? '0x'
  const { chainId } = chain
  const onSent = (call: SentCall) => calls.push(call)
  return { session: openSession({ rpcUrl, chainId, account, rehearse: true, onSent }), calls }
}

function places() {
  const { registry, bonds: vault, token } = chain.addresses
  return { registry, bonds: { vault, token } }
}

const entry = (text: string) => {
  return { merkleRoot: keccak256(stringToBytes(text)), cid, schema: 1n }
}

describe('a rehearsal', () => {
  test('sees its own earlier calls, and nobody else sees any', async () => {
    const { session, calls } = rehearsing('alice')
    const before = await session.query((client) => client.getBlockNumber())
    expect(await submitEntry(session, places(), entry('one'))).toBe(1n)
    expect(await submitEntry(session, places(), entry('two'))).toBe(2n)
    // The first two bonds have used the deposit up.
    await requestBondWithdrawal(session, places().bonds.vault, 10n * AI)
    const third = submitEntry(session, places(), entry('three'))
    await expect(third).toRejectDso('TRANSACTION_REVERTED')
    expect(calls.map(({ functionName, hash }) => [functionName, hash])).toEqual([
      ['submit', undefined],
      ['submit', undefined],
      ['requestWithdrawal', undefined],
    ])
    for (const { gasUsed } of calls) expect(gasUsed).toBeGreaterThan(20_000n)
    expect(await session.query((client) => client.getBlockNumber())).toBe(before)
    expect((await readBondAccount(session, places().bonds.vault)).freeWei).toBe(60n * AI)
  })

  test('a refusal has the contract’s name for it, and the call counts as not made', async () => {
    const { session, calls } = rehearsing('bob')
    await expect(challengeQuality(session, places(), 1n)).rejects.toMatchObject({
      code: 'TRANSACTION_REVERTED',
      details: { reason: 'EntryUnknown' },
    })
    expect(calls).toEqual([])
    expect(await submitEntry(session, places(), entry('one'))).toBe(1n)
    const again = submitEntry(session, places(), entry('one'))
    await expect(again).rejects.toMatchObject({ details: { reason: 'RootTaken' } })
    const own = challengeQuality(session, places(), 1n)
    await expect(own).rejects.toMatchObject({ details: { reason: 'OwnEntry' } })
    expect(calls).toHaveLength(1)
  })

  test('an endpoint that cannot rehearse is named', async () => {
    const server = createServer((request, response) => {
      const parts: Buffer[] = []
      request.on('data', (part: Buffer) => parts.push(part))
      request.on('end', () => {
        const { id, method } = JSON.parse(Buffer.concat(parts).toString()) as {
          id: number
          method: string
        }
        const answer =
          method === 'eth_chainId'
            ? { result: '0x7a69' }
            : { error: { code: -32_601, message: 'the method does not exist' } }
        response.setHeader('content-type', 'application/json')
        response.end(JSON.stringify({ jsonrpc: '2.0', id, ...answer }))
      })
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const found = server.address()
    const port = typeof found === 'object' && found !== null ? found.port : 0
    const { session } = rehearsing('alice', `http://127.0.0.1:${port}`)
    const call = submitEntry(session, places(), entry('one'))
    await expect(call).toRejectDso('OPTION_INVALID')
    server.close()
  })
})
