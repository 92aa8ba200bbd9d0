import { createHash } from 'node:crypto'
import { DsoError } from '../../protocol/errors.ts'
import type { CallOptions } from '../../protocol/ports/call-options.ts'
import type {
  Completion,
  CompletionRequest,
  LanguageModel,
} from '../../protocol/ports/language-model.ts'
import { coerceFlatObject } from '../flat-object.ts'
import { firstStop } from '../stop-texts.ts'
import { chatBody } from './chat-body.ts'
import { postJson, type HttpAnswer } from './post-json.ts'
import { readCompletion } from './read-completion.ts'
import { retryDelay, waitFor } from './retry-delay.ts'

/** What {@link createEndpointModel} needs. */
export interface EndpointModelOptions {
  /** Base URL of an OpenAI-compatible server (`http://host:port/v1`), or its `/chat/completions` itself. */
  url: string
  /** The model's name at that server. */
  model: string
  /** Sent as bearer token; never logged, never part of an error. */
  apiKey?: string | undefined
  /** Milliseconds for one attempt. @defaultValue 120000 */
  timeoutMs?: number
  /** Attempts after the first when the server is busy, failing or silent. @defaultValue 4 */
  maxRetries?: number
  /** How requests are made. @defaultValue the global one */
  fetch?: typeof globalThis.fetch
  /** Waits between attempts. @defaultValue a timer */
  wait?: (milliseconds: number, signal: AbortSignal | undefined) => Promise<void>
}

/**
 * A model behind an OpenAI-compatible `/chat/completions`. Weights are out of sight, so its hash is that of URL and
 * model name. Objects are asked for as JSON (`response_format`, left out for good when the server refuses it) and read
 * tolerantly: missing keys are empty strings, others are dropped. A prefilled answer is asked for in words.
 *
 * @throws DsoError `OPTION_INVALID` for a URL that is not http(s) or carries credentials
 */
export function createEndpointModel(options: EndpointModelOptions): LanguageModel {
  const url = chatUrl(options.url)
  const hash = createHash('sha256').update(`${url}\n${options.model}`).digest('hex')
  return new EndpointModel(url, hash, options)
}

class EndpointModel implements LanguageModel {
  readonly name: string
  readonly hash: string
  readonly #url: string
  readonly #options: EndpointModelOptions
  readonly #closed = new AbortController()
  #jsonMode = true

  constructor(url: string, hash: string, options: EndpointModelOptions) {
    this.name = options.model
    this.hash = hash
    this.#url = url
    this.#options = options
  }

  async complete(request: CompletionRequest, options: CallOptions = {}): Promise<Completion> {
    const signals = [this.#closed.signal, ...(options.signal === undefined ? [] : [options.signal])]
    const signal = AbortSignal.any(signals)
    signal.throwIfAborted()
    const started = performance.now()
    const answer = readCompletion(await this.#ask(request, signal))
    const { format } = request
    const durationMs = performance.now() - started
    if (format.kind === 'object') {
      return { ...answer, text: coerceFlatObject(format.keys, answer.text), durationMs }
    }
    const { prefill = '' } = format
    const text = answer.text.startsWith(prefill) ? answer.text.slice(prefill.length) : answer.text
    const cut = firstStop(text, format.stop)
    if (cut < 0) return { ...answer, text, durationMs }
    return { ...answer, text: text.slice(0, cut), finish: 'stop', durationMs }
  }

  close(): Promise<void> {
    this.#closed.abort(
      new DsoError('MODEL_FAILED', { details: { name: this.name, reason: 'closed' } }),
    )
    return Promise.resolve()
  }

  async #ask(request: CompletionRequest, signal: AbortSignal): Promise<string> {
    const { maxRetries = 4, wait = waitFor } = this.#options
    for (let attempt = 0; ; attempt++) {
      const jsonMode = this.#jsonMode && request.format.kind === 'object'
      const answer = await this.#post(request, jsonMode, signal)
      if (answer.kind === 'answered' && answer.status < 300) return answer.body
      if (jsonMode && answer.kind === 'answered' && [400, 415, 422].includes(answer.status)) {
        this.#jsonMode = false
        attempt--
        continue
      }
      const retryable = answer.kind === 'silent' || answer.status === 429 || answer.status >= 500
      if (!retryable || attempt >= maxRetries) throw this.#fault(answer, attempt + 1)
      const asked = answer.kind === 'answered' ? answer.retryAfter : undefined
      await wait(retryDelay(attempt, asked), signal)
    }
  }

  async #post(
    request: CompletionRequest,
    jsonMode: boolean,
    signal: AbortSignal,
  ): Promise<HttpAnswer> {
    const { model, apiKey, timeoutMs = 120_000, fetch = globalThis.fetch } = this.#options
    const body = chatBody(model, request, jsonMode)
    return await postJson(this.#url, body, { apiKey, timeoutMs, fetch, signal })
  }

  #fault(answer: HttpAnswer, attempts: number): DsoError {
    const details = { url: this.#url, model: this.name, attempts }
    if (answer.kind === 'silent') {
      return new DsoError('ENDPOINT_UNREACHABLE', { details, cause: answer.cause })
    }
    const code = answer.status >= 500 ? 'ENDPOINT_UNREACHABLE' : 'ENDPOINT_REFUSED'
    return new DsoError(code, { details: { ...details, status: answer.status } })
  }
}

function chatUrl(text: string): string {
  const url = URL.parse(text)
  const plain = url !== null && url.username === '' && url.password === ''
  if (!plain || !['http:', 'https:'].includes(url.protocol)) {
    throw new DsoError('OPTION_INVALID', { details: { option: 'endpoint' } })
  }
  const path = url.pathname.replace(/\/+$/, '')
  url.pathname = path.endsWith('/chat/completions') ? path : `${path}/chat/completions`
  url.hash = ''
  return url.href
}
