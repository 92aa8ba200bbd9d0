import { resolve } from 'node:path'
import { Command, CommanderError } from 'commander'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { planSequentialTest } from '../../protocol/statistics/sequential-plan.ts'
import { addGateOptions, readGateSettings } from './gate-options.ts'
import { addDemoOptions, readDemoOptions } from './read-demo-options.ts'

const DEFAULT_MODEL = 'the-default'

/** What `dso demo ARGUMENTS` would run. */
function read(args: readonly string[], environment: Record<string, string> = {}) {
  const command = new Command('demo').exitOverride().configureOutput({ writeErr: () => undefined })
  addDemoOptions(command)
  command.parse([...args], { from: 'user' })
  return readDemoOptions(command, { environment, dataFolder: '/data', defaultModel: DEFAULT_MODEL })
}

/** The code of commander's own refusal. */
function refusalOf(args: readonly string[]): string | undefined {
  try {
    read(args)
  } catch (error) {
    if (error instanceof CommanderError) return error.code
    throw error
  }
  return undefined
}

beforeEach(() => {
  for (const name of ['MODEL', 'ENDPOINT', 'ENDPOINT_MODEL', 'THREADS'])
    vi.stubEnv(`DSO_${name}`, undefined)
})
afterEach(() => {
  vi.unstubAllEnvs()
})

describe('the options of the demo', () => {
  test('stand for the small run on the default model', () => {
    expect(read([])).toEqual({
      seeds: [1],
      agents: 4,
      toolsPerAgent: 2,
      size: 'default',
      source: { kind: 'weights', name: DEFAULT_MODEL },
      dataFolder: '/data',
      runsFolder: resolve('runs'),
      threads: undefined,
      maxCalls: undefined,
      recordTo: undefined,
    })
  })

  test('make a full run have three tools an agent unless said otherwise', () => {
    expect(read(['--full'])).toMatchObject({ size: 'full', toolsPerAgent: 3 })
    expect(read(['--full', '--tools', '2'])).toMatchObject({ size: 'full', toolsPerAgent: 2 })
  })

  test.each([
    [['--seed', '7'], [7]],
    [
      ['--seed', '1,2, 3'],
      [1, 2, 3],
    ],
    [
      ['--seed', '4', '--seed', '5,4'],
      [4, 5],
    ],
    [['--seed', '0'], [0]],
  ])('%j are the seeds %j', (args, seeds) => {
    expect(read(args).seeds).toEqual(seeds)
  })

  test.each([
    ['--seed', ''],
    ['--seed', '1,'],
    ['--seed', '-1'],
    ['--seed', '1.5'],
    ['--seed', '4294967296'],
    ['--seed', '1e3'],
    ['--agents', '1'],
    ['--agents', '9'],
    ['--tools', '0'],
    ['--threads', 'all'],
    ['--max-calls', '-1'],
  ])('refuse %s %j', (option, value) => {
    expect(refusalOf([`${option}=${value}`])).toBe('commander.invalidArgument')
  })

  test('refuse more tools than a universe has', () => {
    expect(() => read(['--agents', '8', '--tools', '5'])).toThrowDso('OPTION_INVALID')
    expect(read(['--agents', '6', '--tools', '6']).toolsPerAgent).toBe(6)
  })

  test('bound the calls of the model', () => {
    expect(read(['--max-calls', '0']).maxCalls).toBe(0)
  })

  test('make paths absolute', () => {
    expect(read(['--out', 'a/b', '--record', 'c.dso'])).toMatchObject({
      runsFolder: resolve('a/b'),
      recordTo: resolve('c.dso'),
    })
  })
})

describe('where the model comes from', () => {
  const endpoint = ['--endpoint', 'http://localhost:1/v1', '--endpoint-model', 'm']

  test('--model names weights', () => {
    expect(read(['--model', 'x']).source).toEqual({ kind: 'weights', name: 'x' })
  })

  test('an endpoint takes its key from the environment only', () => {
    expect(read(endpoint, { DSO_ENDPOINT_KEY: 'k' }).source).toEqual({
      kind: 'endpoint',
      url: 'http://localhost:1/v1',
      model: 'm',
      apiKey: 'k',
    })
    expect(read(endpoint, { DSO_ENDPOINT_KEY: '' }).source).toMatchObject({ apiKey: undefined })
    expect(refusalOf([...endpoint, '--endpoint-key', 'k'])).toBe('commander.unknownOption')
  })

  test('an endpoint without a model is refused', () => {
    expect(() => read(['--endpoint', 'http://localhost:1/v1'])).toThrowDso('OPTION_INVALID')
  })

  test.each([['--replay'], ['--model=x']])('an endpoint excludes %s', (other) => {
    expect(() => read([...endpoint, other])).toThrowDso('OPTION_INVALID')
  })

  test('--replay takes the shipped recording, or the file it names', () => {
    expect(read(['--replay']).source).toEqual({ kind: 'replay' })
    expect(read(['--replay', 'mine.dso', '--model', 'x']).source).toEqual({
      kind: 'replay',
      recording: 'mine.dso',
      model: 'x',
    })
  })

  test('the environment counts where nothing is typed', () => {
    vi.stubEnv('DSO_MODEL', 'from-environment')
    vi.stubEnv('DSO_THREADS', '2')
    expect(read([])).toMatchObject({
      source: { kind: 'weights', name: 'from-environment' },
      threads: 2,
    })
    expect(read(['--model', 'typed']).source).toEqual({ kind: 'weights', name: 'typed' })
    expect(read(['--replay']).source).toEqual({ kind: 'replay' })
  })

  test('an endpoint of the environment gives way to what is typed', () => {
    vi.stubEnv('DSO_ENDPOINT', 'http://localhost:2/v1')
    vi.stubEnv('DSO_ENDPOINT_MODEL', 'remote')
    expect(read([]).source).toMatchObject({ kind: 'endpoint', model: 'remote' })
    expect(read(['--model', 'typed']).source).toEqual({ kind: 'weights', name: 'typed' })
    expect(read(['--replay']).source).toEqual({ kind: 'replay' })
  })
})

describe('the options of the gate', () => {
  const readGate = (...args: string[]) => {
    const command = new Command('x').exitOverride().configureOutput({ writeErr: () => undefined })
    addGateOptions(command)
    command.parse(args, { from: 'user' })
    return readGateSettings(command.opts())
  }

  test('change nothing unless typed', () => {
    expect(readGate()).toEqual({})
  })

  test.each([
    [['--gate', 'fixed'], { gateRule: { kind: 'fixed' } }],
    [['--held-out', '6'], { validationTasks: 6 }],
    [
      ['--gate', 'sequential'],
      { gateRule: { kind: 'sequential', error: 0.1 }, validationTasks: 16 },
    ],
    [
      ['--gate', 'sequential', '--gate-error', '.05', '--held-out', '24'],
      { gateRule: { kind: 'sequential', error: 0.05 }, validationTasks: 24 },
    ],
  ])('%j', (args, settings) => {
    expect(readGate(...args)).toEqual(settings)
  })

  test.each(['0', '-0.1', '0.51', '1e-2', 'x', '', '.'])('refuse an error of %j', (error) => {
    expect(() => readGate('--gate', 'sequential', `--gate-error=${error}`)).toThrow(CommanderError)
  })

  test.each([[[]], [['--gate', 'fixed']]])('refuse an error without its rule: %j', (args) => {
    expect(() => readGate(...args, '--gate-error', '0.1')).toThrowDso('OPTION_INVALID')
  })

  test('the usual sequential gate can prove something', () => {
    const { gateRule, validationTasks = 0 } = readGate('--gate', 'sequential')
    const error = gateRule?.kind === 'sequential' ? gateRule.error : 0
    // Half a dozen forms share the error.
    const plan = planSequentialTest({ tasks: validationTasks, error: error / 6 })
    expect(plan.gain).toBeLessThanOrEqual(0.7)
    expect(plan.power).toBeGreaterThan(0.8)
  })
})
