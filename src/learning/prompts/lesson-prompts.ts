import type { CompletionRequest } from '../../protocol/ports.ts'
import type { WorkedExample } from '../../protocol/experience/experience.ts'

/** A call that was refused, with what the service said. */
export interface RefusedCall extends WorkedExample {
  message: string
}

/** What a lesson is asked about. */
export interface LessonTarget {
  /** The tool's signature as in the task's head, without the word `Tool:`. */
  signature: string
  /** The tool's name. */
  domain: string
  /** The parameter that the rule is about. */
  field: string
}

const SYSTEM =
  'You compare failed and working tool calls and write one short rule that makes the next call work.'

/**
 * Contrast pair (version 1): one or two refused calls, what the service said, and calls that worked, with two
 * fictitious worked shots; the answer is opened for the model. Measured to work where the full group prompt does not:
 * models below 2 B parameters.
 */
export function contrastPairPrompt(
  target: LessonTarget,
  refused: readonly RefusedCall[],
  worked: readonly WorkedExample[],
): CompletionRequest {
  const shots: [string, string][] = [
    [
      'Tool: seat.reserve(seat)\n' +
        'Failed: request "Keep seat 12 in row B for me." call {"seat":"B12"} error: seat: bad order (got "B12")\n' +
        'Worked: request "Keep seat 12 in row B for me." call {"seat":"12B"}',
      'When calling seat.reserve, write seat as the number followed by the row letter, e.g. 14C for row C seat 14.',
    ],
    [
      'Tool: pool.heat(target)\n' +
        'Failed: request "Warm the pool to 27 degrees." call {"target":27} error: target: out of range (got 27)\n' +
        'Worked: request "Warm the pool to 27 degrees." call {"target":270}',
      'When calling pool.heat, write target in tenths of a degree, e.g. 315 for 31.5 degrees.',
    ],
  ]
  const body = [
    `Tool: ${target.signature}`,
    ...refused.map(
      ({ input, output, message }) => `Failed: request "${input}" call ${output} error: ${message}`,
    ),
    ...worked.map(({ input, output }) => `Worked: request "${input}" call ${output}`),
  ]
  return lessonRequest(target, shots, body.join('\n'), 44)
}

/**
 * Working calls (version 1): only calls that worked, chosen to differ in the target, for rules that no single call can
 * teach: mappings, brackets, categories.
 */
export function workingCallsPrompt(
  target: LessonTarget,
  worked: readonly WorkedExample[],
): CompletionRequest {
  const shots: [string, string][] = [
    [
      'Tool: lamp.set(mood)\n' +
        'Worked: request "Make it cosy in the hall." call {"mood":"W1"}\n' +
        'Worked: request "Bright light for the hall, please." call {"mood":"W3"}\n' +
        'Worked: request "A cosy light upstairs." call {"mood":"W1"}\n' +
        'Worked: request "Dim the kitchen." call {"mood":"W2"}',
      'When calling lamp.set, write mood as W1 for cosy, W2 for dim, W3 for bright.',
    ],
    [
      'Tool: ferry.price(car)\n' +
        'Worked: request "A car of 3.9 metres." call {"car":"short"}\n' +
        'Worked: request "The car measures 6.2 metres." call {"car":"long"}\n' +
        'Worked: request "My car is 4.8 metres long." call {"car":"short"}\n' +
        'Worked: request "A van of 5.4 metres." call {"car":"long"}',
      'When calling ferry.price, write car as short up to 5 metres, long above 5 metres.',
    ],
  ]
  const body = [
    `Tool: ${target.signature}`,
    ...worked.map(({ input, output }) => `Worked: request "${input}" call ${output}`),
  ]
  return lessonRequest(target, shots, body.join('\n'), 56)
}

/** How every lesson begins: the model completes it. */
export function lessonOpening({ domain, field }: LessonTarget): string {
  return `When calling ${domain}, write ${field}`
}

function lessonRequest(
  target: LessonTarget,
  shots: readonly [string, string][],
  body: string,
  maxTokens: number,
): CompletionRequest {
  return {
    system: SYSTEM,
    turns: [
      ...shots.flatMap(([question, answer]) => [
        { role: 'user' as const, text: question },
        { role: 'assistant' as const, text: answer },
      ]),
      { role: 'user', text: body },
    ],
    format: { kind: 'text', prefill: lessonOpening(target), stop: ['\n'] },
    maxTokens,
    temperature: 0,
    seed: 0,
  }
}
