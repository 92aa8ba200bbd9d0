import type { TeacherStep } from '../../../src/learning/token-priors/fit-row-scale.ts'
import type { CallOptions, LogitsModel, Task } from '../../../src/protocol/ports.ts'
import { promptOf } from './live-answers.ts'
import type { LiveTool } from './live-tools.ts'
import { valueTokens } from './value-tokens.ts'

/**
 * What a tool's lesson does to the model, token by token: logits without it (the student) and with it in the context (the
 * teacher), before every token of the values of one accepted call. Two evaluations a step. Empty where practice knows no
 * accepted call.
 */
export async function collectLessonSteps(
  model: LogitsModel,
  tool: LiveTool,
  options: CallOptions = {},
): Promise<TeacherStep[]> {
  const accepted = findAccepted(tool)
  if (accepted === undefined) return []
  const { task, answer } = accepted
  const contexts = [promptOf(task, []), promptOf(task, tool.memory)]
  const steps: TeacherStep[] = []
  for (const { before, tokens } of valueTokens(model, answer, task.keys)) {
    const written = model.tokenize(before)
    for (let at = 0; at < tokens.length; at++) {
      const request = { contexts, answer: [...written, ...tokens.slice(0, at)] }
      const [student, teacher] = await model.nextLogits(request, options)
      if (student !== undefined && teacher !== undefined) steps.push({ student, teacher })
    }
  }
  return steps
}

/** An accepted call, best one that the lesson does not quote: a teacher who can copy the answer exaggerates. */
function findAccepted({ groups, memory }: LiveTool): { task: Task; answer: string } | undefined {
  const found = groups.flatMap(({ task, episodes }) =>
    episodes
      .flatMap(({ attempts }) => attempts)
      .filter(({ verdict }) => verdict.success && verdict.unjudged !== true)
      .map(({ answer }) => ({ task, answer })),
  )
  const quoted = new Set(memory.map(({ example }) => example?.input))
  return found.find(({ task }) => !quoted.has(task.request)) ?? found[0]
}
