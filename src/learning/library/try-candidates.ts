import type { CallOptions, LanguageModel, LibraryCandidate, Task } from '../../protocol/ports.ts'
import type { Form, FormTrial } from '../gate/choose-form.ts'
import { type GateRule, createGateTester } from '../gate/gate-rule.ts'
import { countSuccesses } from '../gate/run-trial.ts'
import type { MemoryItem } from '../memory.ts'

/** How candidates are tried. */
export interface TryCandidatesOptions extends CallOptions {
  /** Held-out tasks of their domain. */
  tasks: readonly Task[]
  /** Least P(gain > 0) of one that is proved, 0.5…1, under the fixed rule. */
  threshold: number
  /** Default `fixed`. */
  rule?: GateRule
}

/** What the gate found about a candidate. */
export interface CandidateTrial {
  candidate: LibraryCandidate
  trial: FormTrial
  proved: boolean
}

/**
 * Puts imported candidates of one domain through this node's own gate, each by itself against no memory on the same
 * tasks: whatever its file said of it counts for nothing. None is tried where the model solves every task anyway.
 *
 * @throws DsoError `OPTION_INVALID` for a sequential rule without sense
 */
export async function tryCandidates(
  candidates: readonly LibraryCandidate[],
  model: LanguageModel,
  { tasks, threshold, rule = { kind: 'fixed' }, ...call }: TryCandidatesOptions,
): Promise<CandidateTrial[]> {
  if (candidates.length === 0 || tasks.length === 0) return []
  const forms = candidates.length
  const tester = await createGateTester(model, { tasks, threshold, rule, forms, ...call })
  const solvedAll = (): boolean =>
    tester.baseline().length === tasks.length && countSuccesses(tester.baseline()) === tasks.length
  const trials: CandidateTrial[] = []
  for (const candidate of candidates) {
    if (solvedAll()) break
    const { form, item } = toMemory(candidate)
    const { trial, result, probability, proved } = await tester.test([item])
    const solved = countSuccesses(trial)
    const shown = { form, memory: [item], solved, result, probability }
    trials.push({ candidate, trial: shown, proved })
  }
  return trials
}

function toMemory({ text, example }: LibraryCandidate): { form: Form; item: MemoryItem } {
  if (text !== undefined && example !== undefined) return { form: 'both', item: { text, example } }
  if (text !== undefined) return { form: 'sentence', item: { text } }
  return { form: 'example', item: example === undefined ? {} : { example } }
}
