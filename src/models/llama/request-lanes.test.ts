import type { LlamaContext } from 'node-llama-cpp'
import { describe, expect, test, vi } from 'vitest'
import { RequestLanes } from './request-lanes.ts'

type Open = () => Promise<LlamaContext>

/** As much of a context as lanes need while no request is evaluated. */
function createContext(contextSize: number) {
  const dispose = vi.fn<() => Promise<void>>(() => Promise.resolve())
  const context = { contextSize, totalSequences: 1, getSequence: () => ({}), dispose }
  return { context: context as unknown as LlamaContext, dispose }
}

function createLanes(openLong: Open) {
  const short = createContext(10)
  return { short, lanes: new RequestLanes({ name: 'any', short: short.context, openLong }) }
}

const limitOf = ({ limit }: { limit: number }) => Promise.resolve(limit)

describe('RequestLanes', () => {
  test('opens the long context for the first prompt that needs it, once', async () => {
    const openLong = vi.fn<Open>(() => Promise.resolve(createContext(100).context))
    const { lanes } = createLanes(openLong)
    expect(await lanes.run(9, limitOf)).toBe(9)
    expect(openLong).not.toHaveBeenCalled()
    expect(await Promise.all([lanes.run(10, limitOf), lanes.run(99, limitOf)])).toEqual([99, 99])
    expect(openLong).toHaveBeenCalledTimes(1)
    await expect(lanes.run(100, limitOf)).rejects.toMatchObject({ code: 'PROMPT_TOO_LONG' })
  })

  test('tries again to open a long context that could not be opened', async () => {
    const openLong = vi.fn<Open>(() => Promise.resolve(createContext(100).context))
    openLong.mockRejectedValueOnce(new Error('no memory'))
    const { lanes } = createLanes(openLong)
    await expect(lanes.run(10, limitOf)).rejects.toThrow('no memory')
    expect(await lanes.run(10, limitOf)).toBe(99)
  })

  test('opens nothing once it is closed, and frees what was being opened', async () => {
    const opening = Promise.withResolvers<LlamaContext>()
    const openLong = vi.fn<Open>(() => opening.promise)
    const { lanes, short } = createLanes(openLong)
    const running = lanes.run(10, limitOf)
    await vi.waitFor(() => expect(openLong).toHaveBeenCalled())
    const closing = lanes.close()
    const long = createContext(100)
    opening.resolve(long.context)
    await Promise.allSettled([running, closing])
    expect(short.dispose).toHaveBeenCalled()
    expect(long.dispose).toHaveBeenCalled()
    await expect(lanes.run(10, limitOf)).rejects.toMatchObject({ code: 'MODEL_FAILED' })
    expect(openLong).toHaveBeenCalledTimes(1)
  })
})
