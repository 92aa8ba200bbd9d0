import type { MemoryItem } from '../../../src/learning/memory.ts'
import type { TokenBias } from '../../../src/learning/decoding/token-bias.ts'
import type { PriorExpert } from '../../../src/learning/decoding/draw-with-experts.ts'
import { GREEDY, callPrompt } from '../../../src/learning/prompts/call-prompt.ts'
import { requestKey } from '../../../src/models/recording/request-key.ts'
import type {
  CallOptions,
  Completion,
  CompletionRequest,
  LogitsModel,
  Task,
} from '../../../src/protocol/ports.ts'
import { liveKey } from './live-key.ts'
import type { LiveRecord } from './live-record.ts'
import type { LiveTool } from './live-tools.ts'
import { writeWithExperts } from './write-with-experts.ts'

/** A factor of the product, by what makes it: memory in a context of its own, or what a token prior says. */
export type ProductExpert = { alpha: number } & (
  | { kind: 'memory'; memory: readonly MemoryItem[] }
  | {
      kind: 'prior'
      /** Texts of tokens and log φ of each: what the bias means in any vocabulary. */
      says: readonly (readonly [piece: string, value: number])[]
      /** The same for the model's tokens; only asked for where an answer is missing. */
      toBias: (model: LogitsModel) => TokenBias
    }
)

/** First attempts at tasks, greedy, each asked once and kept. */
export interface LiveAnswers {
  /** The model alone, with memory in its context. */
  plain(tool: LiveTool, task: Task, memory: readonly MemoryItem[]): Promise<Completion>
  /** The product of the model without memory and of experts. */
  product(task: Task, experts: readonly ProductExpert[]): Promise<Completion>
}

/** What {@link createLiveAnswers} needs. */
export interface LiveAnswersOptions extends CallOptions {
  record: LiveRecord
  /** Hash of the model. */
  hash: string
  /** Called when the first answer is missing. @throws DsoError `RECORDING_MISS` where nothing may be asked */
  openModel: () => Promise<LogitsModel>
}

/** Answers from the transcripts of the universes, then from the record, then from the model. */
export function createLiveAnswers({
  record,
  hash,
  openModel,
  ...call
}: LiveAnswersOptions): LiveAnswers {
  return {
    async plain({ recorded }, task, memory) {
      const request = promptOf(task, memory)
      const key = requestKey(hash, request)
      const known = await recorded.get(key)
      if (known !== undefined) return known
      return await record.keep(key, async () => {
        const model = await openModel()
        return await model.complete(request, call)
      })
    },
    async product(task, experts) {
      const base = promptOf(task, [])
      const parts = experts.map((expert) => [
        expert.alpha,
        expert.kind === 'memory' ? requestKey(hash, promptOf(task, expert.memory)) : expert.says,
      ])
      return await record.keep(
        liveKey('product', hash, [requestKey(hash, base), parts]),
        async () => {
          const model = await openModel()
          return await writeWithExperts(model, {
            base,
            experts: experts.map((expert) => toPriorExpert(task, expert, model)),
            keys: task.keys,
            maxTokens: base.maxTokens,
            ...call,
          })
        },
      )
    },
  }
}

/** The prompt of a first attempt, greedy, as every arm of the bench has it. */
export function promptOf(task: Task, memory: readonly MemoryItem[]): CompletionRequest {
  return callPrompt(task, memory, [], GREEDY)
}

function toPriorExpert(task: Task, expert: ProductExpert, model: LogitsModel): PriorExpert {
  const { alpha } = expert
  if (expert.kind === 'prior') return { kind: 'bias', bias: expert.toBias(model), alpha }
  return { kind: 'context', context: promptOf(task, expert.memory), alpha }
}
