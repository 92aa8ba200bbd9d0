import { LEARNING_MODES, type LearningMode } from '../learning/modes/learning-mode.ts'
import type { LanguageModel, ModeStore } from '../protocol/ports.ts'
import { listModeYields } from './list-mode-yields.ts'

/** The practice that modes are chosen for. */
export interface ChooseModesOptions {
  run: string
  domains: readonly string[]
}

/**
 * The order in which a model's modes are tried, by what they have yielded. What this very practice has counted before it
 * was stopped is left out: a resumed run must ask what it asked the first time.
 */
export async function chooseModes(
  store: ModeStore,
  { hash }: Pick<LanguageModel, 'hash'>,
  { run, domains }: ChooseModesOptions,
): Promise<readonly LearningMode[]> {
  const [yields] = await listModeYields(store, {
    model: hash,
    without: (counts) => counts.run === run && domains.includes(counts.domain),
  })
  return yields?.ranking.order ?? LEARNING_MODES
}
