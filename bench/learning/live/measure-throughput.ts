import { medianOf } from '../../common/compare-speeds.ts'
import { callPrompt } from '../../../src/learning/prompts/call-prompt.ts'
import type {
  CallOptions,
  CompletionRequest,
  LanguageModel,
  Task,
} from '../../../src/protocol/ports.ts'
import type { RawRuntime } from './raw-runtime.ts'

/** What {@link measureThroughput} needs. */
export interface MeasureThroughputOptions extends CallOptions {
  /** Our adapter. */
  model: LanguageModel
  /** The runtime beneath it. */
  runtime: RawRuntime
  /** Tasks that rollouts are made of, in turn. */
  tasks: readonly Task[]
  /** Answers at once. */
  sequences: number
  /** Rounds that are timed, ≥ 1; one more warms both up. */
  rounds: number
}

/** One round: the same tokens in both. */
export interface TimedRound {
  /** Prompt, drawn and given tokens of all answers. */
  tokens: number
  adapterMs: number
  runtimeMs: number
}

/** Rollouts answered by our adapter against the same tokens evaluated by the runtime itself. */
export interface MeasuredThroughput {
  /** Tokens per second, ours over the runtime's: the median over rounds. */
  ratio: number
  rounds: TimedRound[]
}

/** As practice samples. */
const TEMPERATURE = 0.8

/**
 * Measures what is lost between a caller and llama.cpp: scheduling, reading values, drawing token by token. In each round
 * new rollouts are answered by the adapter, then the runtime evaluates as many tokens, prompt by prompt, in as many
 * sequences. Every prompt begins with words of its own, so that neither can reuse what it has evaluated before: reuse of
 * prefixes, where the adapter is ahead, is left out.
 *
 * @throws RangeError when prompts of both differ in length, so that the work would not be the same
 */
export async function measureThroughput({
  model,
  runtime,
  tasks,
  sequences,
  rounds,
  ...call
}: MeasureThroughputOptions): Promise<MeasuredThroughput> {
  const timed: TimedRound[] = []
  for (let round = 0; round <= rounds; round++) {
    const requests = Array.from({ length: sequences }, (_, index) =>
      rolloutOf(tasks[(round * sequences + index) % tasks.length], round, index),
    )
    const start = performance.now()
    const answers = await Promise.all(
      requests.map(async (request) => await model.complete(request, call)),
    )
    const adapterMs = performance.now() - start
    const work = requests.map((request, index) => {
      const { promptTokens = 0, completionTokens = 0 } = answers[index] ?? {}
      const described = runtime.describeWork(request, Math.max(1, completionTokens))
      if (described.prompt.length !== promptTokens) {
        throw new RangeError(`prompts of ${described.prompt.length} and ${promptTokens} tokens`)
      }
      return described
    })
    call.signal?.throwIfAborted()
    const begin = performance.now()
    await runtime.run(work)
    const runtimeMs = performance.now() - begin
    const tokens = work.reduce(
      (sum, { prompt, drawn, given }) => sum + prompt.length + drawn + given.flat().length,
      0,
    )
    if (round > 0) timed.push({ tokens, adapterMs, runtimeMs })
  }
  return {
    ratio: medianOf(timed.map(({ adapterMs, runtimeMs }) => runtimeMs / adapterMs)),
    rounds: timed,
  }
}

function rolloutOf(task: Task | undefined, round: number, index: number): CompletionRequest {
  if (task === undefined) throw new RangeError('rollouts without tasks')
  const request = callPrompt(task, [], [], { temperature: TEMPERATURE, seed: 64 * round + index })
  return { ...request, system: `${1000 * (round + 1) + index}. ${request.system}` }
}
