import { describe, expect, test } from 'vitest'
import { createCallGate } from './create-call-gate.ts'

/** Never settles but by its signal. */
const waitForAbort = async (signal: AbortSignal | undefined) =>
  await new Promise<never>((_, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason as Error), { once: true })
  })

describe('createCallGate', () => {
  test('a call’s result and fault are its own', async () => {
    const gate = createCallGate()
    expect(await gate.run({}, async () => 7)).toBe(7)
    const fault = new Error('no')
    const failed = gate.run({}, async () => {
      throw fault
    })
    await expect(failed).rejects.toBe(fault)
  })

  test('the caller’s signal aborts the call with the caller’s reason', async () => {
    const gate = createCallGate()
    const caller = new AbortController()
    const call = gate.run({ signal: caller.signal }, async ({ signal }) => waitForAbort(signal))
    const reason = new Error('enough')
    caller.abort(reason)
    await expect(call).rejects.toBe(reason)
  })

  test('closing ends what runs, and waits for it', async () => {
    const gate = createCallGate()
    let isTidy = false
    const call = gate.run({}, async ({ signal }) => {
      await waitForAbort(signal).catch(() => undefined)
      await Promise.resolve()
      isTidy = true
      throw new Error('met a closed store')
    })
    const ended = expect(call).toRejectDso('NODE_STOPPED')
    await gate.close()
    expect(isTidy).toBe(true)
    await ended
  })

  test('closing with nothing running, or twice, is harmless', async () => {
    const gate = createCallGate()
    await gate.close()
    await gate.close()
  })
})
