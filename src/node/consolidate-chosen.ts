import { consolidateExamples, type ExampleConsolidation } from '../learning/consolidate-examples.ts'
import type { FormTrial } from '../learning/gate/choose-form.ts'
import type { CallOptions, LanguageModel, Task } from '../protocol/ports.ts'

/** What became of the examples that the gate chose for a domain. */
export interface DomainConsolidation
  extends Pick<ExampleConsolidation, 'decision' | 'tokensBefore' | 'tokensAfter' | 'calls'> {
  domain: string
}

/** What ships instead, and why. */
export interface ConsolidatedForm {
  chosen: FormTrial
  /** Undefined where there were not several examples. */
  consolidation: DomainConsolidation | undefined
}

/**
 * Puts a sentence in the place of several examples that the gate let through, where held-out tasks show no loss. The
 * gate's own tasks have to be among them: none of them went worse, so what the gate counted for the examples holds for
 * what takes their place, and stays its evidence.
 *
 * @throws DsoError whatever the model throws
 */
export async function consolidateChosen(
  domain: string,
  chosen: FormTrial,
  model: LanguageModel,
  { tasks, ...call }: CallOptions & { tasks: readonly Task[] },
): Promise<ConsolidatedForm> {
  const examples = chosen.memory.filter(({ example }) => example !== undefined)
  if (examples.length < 2) return { chosen, consolidation: undefined }
  const outcome = await consolidateExamples(domain, chosen.memory, model, { tasks, ...call })
  const { decision, memory, tokensBefore, tokensAfter, calls } = outcome
  const consolidation = { domain, decision, tokensBefore, tokensAfter, calls }
  if (decision !== 'consolidated') return { chosen, consolidation }
  const form = memory.some(({ example }) => example !== undefined) ? 'both' : 'sentence'
  return { chosen: { ...chosen, form, memory }, consolidation }
}
