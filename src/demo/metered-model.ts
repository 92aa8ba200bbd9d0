import { requestKey } from '../models/recording/request-key.ts'
import type { LanguageModel } from '../protocol/ports.ts'
import { wrapModel } from '../protocol/ports/wrap-model.ts'

/** What one stage asked of the model. */
export interface StageMeter {
  stage: string
  /** Distinct requests first asked in this stage. */
  calls: number
  /** Requests that had been asked before. */
  callsReused: number
  promptTokens: number
  completionTokens: number
  /** Sum of the distinct calls' durations when they were really made; concurrent calls overlap. */
  modelMs: number
}

/** A model that books every call to the stage it was made in. The books do not depend on what was cached before. */
export interface MeteredModel extends LanguageModel {
  /** Later calls are booked to this stage. */
  enter(stage: string): void
  stages(): readonly StageMeter[]
  /** Whether later prompts are kept for inspection; none are at first. */
  keepPrompts(keep: boolean): void
  /** Every prompt that was kept, as the model saw it, repeats included. */
  prompts(): readonly string[]
  /** Distinct calls of all stages. */
  calls(): number
  /** Milliseconds of all distinct calls: the run's clock. */
  modelMs(): number
}

/** Wraps a model; `onCall` is told after every finished distinct call. */
export function createMeteredModel(model: LanguageModel, onCall: () => void): MeteredModel {
  const meters: StageMeter[] = []
  const seen = new Set<string>()
  const kept: string[] = []
  let keeping = false
  const enter = (stage: string): void => {
    meters.push({
      stage,
      calls: 0,
      callsReused: 0,
      promptTokens: 0,
      completionTokens: 0,
      modelMs: 0,
    })
  }
  const sum = (of: (meter: StageMeter) => number): number =>
    meters.reduce((total, meter) => total + of(meter), 0)
  const metered = wrapModel(model, async (request, options) => {
    if (meters.length === 0) enter('start')
    const meter = meters.at(-1)!
    if (keeping) kept.push(request.turns.map(({ text }) => text).join('\n'))
    // The recorder's own key: greedy requests that differ only in the seed are one call.
    const key = requestKey(model.hash, request)
    const isNew = !seen.has(key)
    seen.add(key)
    const completion = await model.complete(request, options)
    if (isNew) {
      meter.calls++
      meter.promptTokens += completion.promptTokens
      meter.completionTokens += completion.completionTokens
      meter.modelMs += completion.durationMs
      onCall()
    } else meter.callsReused++
    return completion
  })
  return {
    ...metered,
    enter,
    stages: () => meters,
    keepPrompts: (keep) => {
      keeping = keep
    },
    prompts: () => kept,
    calls: () => sum(({ calls }) => calls),
    modelMs: () => sum(({ modelMs }) => modelMs),
  }
}
