import { describe, expect, test } from 'vitest'
import { describeStep, drawBar, secondsLeft } from './describe-step.ts'
import { createProgressReporter, type ProgressStyle } from './progress-reporter.ts'
import { createRateMeter } from './rate-meter.ts'

const CLEAR_LINE = '\r\u001B[2K'

/** A reporter whose clock stands still until it is moved, and what it wrote. */
function makeReporter(style: ProgressStyle, width = 120) {
  const clock = { ms: 0 }
  const written: string[] = []
  const reporter = createProgressReporter({
    style,
    write: (text) => written.push(text),
    nowMs: () => clock.ms,
    width: () => width,
  })
  const calls = (done: number, detail = 'agent-1: bank.transfer', stage = 'practice') =>
    reporter.update({ stage, detail, done, total: 100, unit: 'calls' })
  return { reporter, clock, written, calls }
}

describe('a progress line', () => {
  test('says stage, detail, amount, rate and time left', () => {
    const { calls, clock, written } = makeReporter('line')
    calls(0)
    clock.ms = 10_000
    calls(20)
    expect(written.at(-1)).toContain(
      'practice  agent-1: bank.transfer  20 of 100 calls  2.0/s  40 s left',
    )
  })

  test('overwrites itself, and stands above a fresh line once it is stopped', () => {
    const { reporter, calls, written } = makeReporter('line')
    calls(1)
    reporter.stop()
    expect(written[0]?.startsWith(CLEAR_LINE)).toBe(true)
    expect(written[0]).not.toContain('\n')
    expect(written.at(-1)).toBe('\n')
  })

  test('holds back what comes too fast, shows a new stage at once and the last step at the end', () => {
    const { reporter, calls, clock, written } = makeReporter('line')
    calls(1)
    clock.ms = 10
    calls(2)
    expect(written).toHaveLength(1)
    calls(3, '', 'review')
    expect(written).toHaveLength(2)
    calls(4, '', 'review')
    reporter.stop()
    expect(written[2]).toContain('4 of 100 calls')
  })

  test('never fills the terminal, so that it does not wrap', () => {
    const { calls, written } = makeReporter('line', 30)
    calls(1, 'a tool with a very long name that does not fit')
    expect(written[0]?.slice(CLEAR_LINE.length)).toHaveLength(29)
  })

  test('is drawn again below a note', () => {
    const { reporter, calls, written } = makeReporter('line')
    calls(1)
    reporter.note('accepted\u001B[2J')
    expect(written.at(-1)?.split('\n')).toEqual([
      `${CLEAR_LINE}accepted\uFFFD[2J`,
      expect.stringContaining('1 of 100 calls'),
    ])
  })
})

describe('progress in a pipe', () => {
  test('is a line at a new stage and then only now and then', () => {
    const { calls, clock, written } = makeReporter('lines')
    for (let second = 0; second < 25; second++) {
      clock.ms = second * 1000
      calls(second)
    }
    expect(written).toHaveLength(3)
    expect(written.every((text) => text.endsWith('\n') && !text.includes('\u001B'))).toBe(true)
  })

  test('does not say the same twice', () => {
    const { reporter, clock, written } = makeReporter('lines')
    const step = { stage: 'weights', detail: '', total: 9e6, unit: 'bytes' }
    reporter.update({ ...step, done: 8_999_000 })
    clock.ms = 1
    reporter.update({ ...step, done: 9_000_000 })
    reporter.stop()
    expect(written).toEqual(['weights  9 MB of 9 MB\n'])
  })

  test('is JSON where a program reads', () => {
    const { reporter, calls, clock, written } = makeReporter('json')
    calls(0)
    clock.ms = 2000
    calls(10)
    reporter.note('slashed')
    expect(written.map((line) => JSON.parse(line) as unknown)).toEqual([
      {
        event: 'progress',
        stage: 'practice',
        detail: 'agent-1: bank.transfer',
        done: 0,
        total: 100,
        unit: 'calls',
      },
      {
        event: 'progress',
        stage: 'practice',
        detail: 'agent-1: bank.transfer',
        done: 10,
        total: 100,
        unit: 'calls',
        ratePerSecond: 5,
        secondsLeft: 18,
      },
      { event: 'note', text: 'slashed' },
    ])
  })
})

describe('a step in words', () => {
  const bytes = { stage: 'weights', detail: 'x', done: 5e8, total: 1e9, unit: 'bytes' }

  test('shows bytes and their rate', () => {
    expect(describeStep(bytes, 2e7)).toBe('weights  x  500 MB of 1,000 MB  20 MB/s  25 s left')
  })

  test('says nothing about the time left while it is unknown', () => {
    expect(describeStep({ ...bytes, total: undefined }, 2e7)).toBe('weights  x  500 MB  20 MB/s')
    expect(secondsLeft(bytes, undefined)).toBeUndefined()
    expect(secondsLeft(bytes, 0)).toBeUndefined()
  })

  test('never has less than no time left when a prediction was too low', () => {
    expect(secondsLeft({ ...bytes, done: 2e9 }, 1)).toBe(0)
    expect(drawBar({ ...bytes, done: 2e9 })).toBe('━'.repeat(16))
  })
})

describe('the rate', () => {
  test('is that of the last stretch, not of the beginning', () => {
    const clock = { ms: 0 }
    const meter = createRateMeter(() => clock.ms)
    meter.add(0)
    clock.ms = 1000
    meter.add(5000) // answered from an earlier run
    for (let second = 2; second <= 60; second++) {
      clock.ms = second * 1000
      meter.add(5000 + second)
    }
    expect(meter.perSecond()).toBeCloseTo(1, 5)
  })

  test('is unknown until a second has passed, and after the count went back', () => {
    const clock = { ms: 0 }
    const meter = createRateMeter(() => clock.ms)
    meter.add(3)
    clock.ms = 999
    meter.add(9)
    expect(meter.perSecond()).toBeUndefined()
    clock.ms = 5000
    meter.add(1)
    expect(meter.perSecond()).toBeUndefined()
  })
})
