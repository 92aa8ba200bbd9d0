import type { CallOptions, LogitsModel, PromptContext } from '../../protocol/ports.ts'
import type { TeacherStep } from './fit-row-scale.ts'

/** One answer along which student and teacher are compared. */
export interface TeacherRollout {
  /** The prompt of the model on its own. */
  student: PromptContext
  /** The same with what is to be distilled in its context, e.g. an experience. */
  teacher: PromptContext
  /** An accepted answer, as tokens. */
  answer: readonly number[]
}

/**
 * Asks student and teacher for their logits at every token of an answer and at its end (seed A §5): two evaluations of
 * the model a step. One step is held at a time, for a vocabulary's logits are large.
 *
 * @throws DsoError what the model throws
 */
export async function* collectTeacherSteps(
  model: LogitsModel,
  rollouts: readonly TeacherRollout[],
  options: CallOptions = {},
): AsyncGenerator<TeacherStep, void, void> {
  for (const { student: plain, teacher: helped, answer } of rollouts) {
    for (let at = 0; at <= answer.length; at++) {
      const request = { contexts: [plain, helped], answer: answer.slice(0, at) }
      const [student, teacher] = await model.nextLogits(request, options)
      if (student !== undefined && teacher !== undefined) yield { student, teacher }
    }
  }
}
