import type { LlamaContextSequence, Token } from 'node-llama-cpp'
import { describe, expect, test } from 'vitest'
import { SequencePool } from './sequence-pool.ts'

const GREEDY = { temperature: 0, topK: 1, topP: 1, seed: 0 }

/** A sequence without a model: it keeps its tokens, and what follows is one more than the last of them. */
class ToySequence {
  contextTokens: number[] = []
  evaluated: number[] = []
  readonly #log: string[]
  readonly #name: string
  #fails = false

  constructor(name: string, log: string[]) {
    this.#name = name
    this.#log = log
  }

  get nextTokenIndex(): number {
    return this.contextTokens.length
  }

  failOnce(): void {
    this.#fails = true
  }

  clearHistory(): Promise<void> {
    this.contextTokens = []
    return Promise.resolve()
  }

  adaptStateToTokens(tokens: number[]): Promise<void> {
    let i = 0
    while (i < tokens.length && tokens[i] === this.contextTokens[i]) i++
    this.contextTokens.length = i
    return Promise.resolve()
  }

  _copyStateFromOtherSequence(donor: ToySequence, tokens: number): Promise<boolean> {
    this.#log.push(`${this.#name}<-${tokens}`)
    this.contextTokens = donor.contextTokens.slice(0, tokens)
    return Promise.resolve(true)
  }

  async controlledEvaluate(input: (number | [number, unknown])[]) {
    const tokens = input.map((item) => (typeof item === 'number' ? item : item[0]))
    this.#log.push(`${this.#name}+${tokens.length}`)
    await Promise.resolve()
    if (this.#fails) {
      this.#fails = false
      throw new Error('out of memory')
    }
    this.contextTokens.push(...tokens)
    this.evaluated.push(...tokens)
    const token = (tokens.at(-1) ?? 0) + 1
    const [, options] = input.at(-1) as [number, { generateNext: { logits?: true } }]
    const next =
      options.generateNext.logits === true ? { logits: new Map([[token, 1]]) } : { token }
    return [...tokens.slice(1).map(() => undefined), { next }]
  }
}

function createPool(count: number) {
  const log: string[] = []
  const sequences = Array.from({ length: count }, (_, i) => new ToySequence(String(i), log))
  const pool = new SequencePool(sequences as unknown as LlamaContextSequence[])
  return { pool, sequences, log }
}

function range(from: number, to: number): Token[] {
  return Array.from({ length: to - from }, (_, i) => (from + i) as Token)
}

/** Draws `count` tokens after a prompt. */
async function draw(pool: SequencePool, prompt: Token[], count: number, signal?: AbortSignal) {
  return await pool.run(prompt, signal, async (lease) => {
    const drawn: Token[] = []
    while (drawn.length < count) drawn.push(await lease.next(drawn.slice(-1), GREEDY))
    return drawn
  })
}

describe('SequencePool', () => {
  test('tokens follow each other', async () => {
    const { pool } = createPool(1)
    expect(await draw(pool, range(0, 5), 3)).toEqual([5, 6, 7])
  })

  test('a prompt costs only what the last one did not share', async () => {
    const { pool, log } = createPool(1)
    await draw(pool, range(0, 100), 1)
    await draw(pool, [...range(0, 90), ...range(200, 203)], 1)
    expect(log).toEqual(['0+100', '0+3'])
  })

  test('the same prompt again costs its last token', async () => {
    const { pool, log } = createPool(1)
    await draw(pool, range(0, 100), 3)
    expect(await draw(pool, range(0, 100), 1)).toEqual([100])
    expect(log.at(-1)).toBe('0+1')
  })

  test('among free sequences the one that shares most is taken', async () => {
    const { pool, log } = createPool(2)
    await Promise.all([draw(pool, range(0, 50), 1), draw(pool, range(500, 550), 1)])
    log.length = 0
    await draw(pool, [...range(500, 540), 7 as Token], 1)
    expect(log).toEqual(['1+1'])
  })

  test('without anything shared the least recently used sequence is overwritten', async () => {
    const { pool, log } = createPool(2)
    await Promise.all([draw(pool, range(0, 50), 1), draw(pool, range(500, 550), 1)])
    await draw(pool, range(0, 50), 1)
    log.length = 0
    await draw(pool, range(900, 910), 1)
    expect(log).toEqual(['1+10'])
  })

  test('requests at once wait for one evaluation of what they share and fork it', async () => {
    const { pool, log } = createPool(3)
    const tails = [201, 301, 401]
    const prompts = tails.map((tail) => [...range(0, 100), tail as Token])
    const drawn = await Promise.all(prompts.map((prompt) => draw(pool, prompt, 2)))
    expect(drawn).toEqual(tails.map((tail) => [tail + 1, tail + 2]))
    expect(log).toEqual(['0+101', '1<-100', '2<-100', '0+1', '1+1', '2+1', '1+1', '2+1'])
  })

  test('a short common head is not worth a fork', async () => {
    const { pool, log } = createPool(2)
    await Promise.all([draw(pool, range(0, 6), 1), draw(pool, [...range(0, 5), 9 as Token], 1)])
    expect(log).toEqual(['0+6', '1+6'])
  })

  test('logits are read after a prompt that is evaluated once, and cost a token each time', async () => {
    const { pool, log } = createPool(2)
    const read = async (prompt: Token[]) =>
      await pool.run(prompt, undefined, async (lease) => [...(await lease.logits([]))])
    const both = await Promise.all([read(range(0, 50)), read([...range(0, 49), 200 as Token])])
    expect(both).toEqual([[[50, 1]], [[201, 1]]])
    expect(await read(range(0, 51))).toEqual([[51, 1]])
    expect(log).toEqual(['0+50', '1<-49', '1+1', '0+1'])
  })

  test('what a sequence does not say fails its request, which then starts afresh', async () => {
    const { pool, sequences } = createPool(1)
    const run = pool.run(range(0, 10), undefined, async (lease) => {
      sequences[0]!.controlledEvaluate = () => Promise.resolve([])
      return await lease.logits([])
    })
    await expect(run).rejects.toThrow('no logits')
    expect(sequences[0]!.contextTokens).toEqual([])
  })

  test('more requests than sequences are all served', async () => {
    const { pool } = createPool(2)
    const prompts = Array.from({ length: 9 }, (_, i) => range(i * 100, i * 100 + 20))
    const drawn = await Promise.all(prompts.map((prompt) => draw(pool, prompt, 2)))
    expect(drawn.map(([first]) => first)).toEqual(prompts.map((prompt) => (prompt.at(-1) ?? 0) + 1))
  })

  test('an aborted request leaves the queue, one that waits behind it moves up', async () => {
    const { pool } = createPool(1)
    const controller = new AbortController()
    const first = draw(pool, range(0, 10), 2)
    const second = draw(pool, range(0, 10), 2, controller.signal)
    const third = draw(pool, range(50, 60), 2)
    controller.abort(new Error('enough'))
    await expect(second).rejects.toThrow('enough')
    expect(await first).toEqual([10, 11])
    expect(await third).toEqual([60, 61])
  })

  test('an abort between tokens ends the request and frees its sequence', async () => {
    const { pool } = createPool(1)
    const controller = new AbortController()
    const running = pool.run(range(0, 10), controller.signal, async (lease) => {
      const token = await lease.next([], GREEDY)
      controller.abort(new Error('enough'))
      return await lease.next([token], GREEDY)
    })
    await expect(running).rejects.toThrow('enough')
    expect(await draw(pool, range(0, 10), 1)).toEqual([10])
  })

  test('a failed evaluation fails its own request; the sequence starts afresh', async () => {
    const { pool, sequences, log } = createPool(2)
    sequences[0]?.failOnce()
    const [bad, good] = await Promise.allSettled([
      draw(pool, range(0, 10), 1),
      draw(pool, range(100, 110), 1),
    ])
    expect([bad.status, good.status]).toEqual(['rejected', 'fulfilled'])
    log.length = 0
    expect(await draw(pool, range(0, 9), 1)).toEqual([9])
    expect(log[0]).toMatch(/\+9$/)
  })

  test('those who wait for the head of a request that fails evaluate it themselves', async () => {
    const { pool, sequences } = createPool(2)
    sequences[0]?.failOnce()
    const [bad, good] = await Promise.allSettled([
      draw(pool, range(0, 100), 1),
      draw(pool, range(0, 101), 1),
    ])
    expect(bad.status).toBe('rejected')
    expect(good).toMatchObject({ value: [101] })
  })

  test('closing refuses those who wait and those who go on', async () => {
    const { pool } = createPool(1)
    const running = draw(pool, range(0, 10), 50)
    const waiting = draw(pool, range(0, 10), 1)
    await pool.close()
    await expect(running).toRejectDso('MODEL_FAILED')
    await expect(waiting).toRejectDso('MODEL_FAILED')
    await expect(draw(pool, range(0, 10), 1)).toRejectDso('MODEL_FAILED')
  })
})
