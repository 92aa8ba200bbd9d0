import { describe, expect, test } from 'vitest'
import { PARCEL, ROOM, toyTask } from '../../../test/fixtures/toy-tools.ts'
import { CALL_PROMPT_VERSION, GREEDY, callPrompt } from './call-prompt.ts'

/** One text a version: a changed layout needs a version and a line of its own. */
const LAYOUTS: Readonly<Record<number, string>> = {
  2: [
    'Tool: parcel.ship(weight)',
    'Notes from earlier calls:',
    '- "When calling parcel.ship, write weight in grams."',
    '- request "Do 7, please." was accepted with {"weight":7000}',
    'Request: Do 4, please.',
    '{"weight":4} was refused.',
    '{"weight":40} was refused.',
    'Format that the service wants: weight: out of range. Write the value in that format.',
  ].join('\n'),
}
const memory = [
  {
    text: 'When calling parcel.ship, write weight in grams.',
    example: { input: 'Do 7, please.', output: '{"weight": 7000}' },
  },
]
const failed = [4, 40].map((weight) => ({
  answer: JSON.stringify({ weight }),
  message: `weight: out of range (got ${weight})`,
}))

describe('callPrompt', () => {
  const task = toyTask(PARCEL, 4)
  const textOf = (...args: Parameters<typeof callPrompt>) => callPrompt(...args).turns[0]?.text

  test('has the layout of its version: tool, memory, request, failures', () => {
    expect(textOf(task, memory, failed, GREEDY)).toBe(LAYOUTS[CALL_PROMPT_VERSION])
  })

  test('leaves out what there is none of', () => {
    expect(textOf(task, [], [], GREEDY)).toBe('Tool: parcel.ship(weight)\nRequest: Do 4, please.')
  })

  test('a retry begins with the whole first prompt, so that runtimes reuse it', () => {
    const first = textOf(task, memory, [], GREEDY) ?? ''
    expect(textOf(task, memory, failed, GREEDY)?.startsWith(first)).toBe(true)
  })

  test('tasks of one domain share everything up to the request', () => {
    const head = (value: number) =>
      textOf(toyTask(PARCEL, value), memory, [], GREEDY)?.split('Request:')[0]
    expect(head(4)).toBe(head(5))
  })

  test('is one turn that asks for an object with the keys of the task', () => {
    const request = callPrompt(toyTask(ROOM, 4), [], [], { temperature: 0.8, seed: 9 })
    expect(request.turns.map(({ role }) => role)).toEqual(['user'])
    expect(request.format).toEqual({ kind: 'object', keys: ['room', 'floor'] })
    expect(request).toMatchObject({ temperature: 0.8, seed: 9 })
    expect(request.maxTokens).toBe(24)
  })

  test('a task whose answers are long gets the tokens that it asks for', () => {
    const long = { ...toyTask(ROOM, 4), answerTokens: 200 }
    expect(callPrompt(long, [], [], GREEDY).maxTokens).toBe(200)
  })

  test('memory never reaches the system text', () => {
    const bare = callPrompt(task, [], [], GREEDY)
    expect(callPrompt(task, memory, failed, GREEDY).system).toBe(bare.system)
  })
})
