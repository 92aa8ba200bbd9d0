import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { makeRequest, testLanguageModel } from '../../../test/compliance/language-model.ts'
import { DsoError } from '../../protocol/errors.ts'
import { createEndpointModel, type EndpointModelOptions } from './create-endpoint-model.ts'

interface SeenRequest {
  path: string | undefined
  authorization: string | undefined
  body: Record<string, unknown>
}

type Handler = (seen: SeenRequest, response: ServerResponse, count: number) => void

const closers: (() => void)[] = []
afterEach(() => {
  for (const close of closers.splice(0)) close()
})

async function serve(handler: Handler): Promise<{ url: string; seen: SeenRequest[] }> {
  const seen: SeenRequest[] = []
  const server = createServer((request, response) => {
    void readBody(request).then((text) => {
      const body = JSON.parse(text) as Record<string, unknown>
      const { authorization } = request.headers
      const one = { path: request.url, authorization, body }
      seen.push(one)
      handler(one, response, seen.length)
    })
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  closers.push(() => {
    server.closeAllConnections()
    server.close()
  })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`, seen }
}

async function readBody(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of request.setEncoding('utf8')) text += chunk as string
  return text
}

function say(response: ServerResponse, content: string, finish = 'stop'): void {
  response.setHeader('content-type', 'application/json')
  response.end(
    JSON.stringify({
      choices: [{ message: { role: 'assistant', content }, finish_reason: finish }],
      usage: { prompt_tokens: 7, completion_tokens: 1 },
    }),
  )
}

function refuse(response: ServerResponse, status: number, headers: Record<string, string> = {}) {
  response.writeHead(status, headers).end('{"error":"no"}')
}

/** A model that notes its waits instead of waiting. */
function createModel(url: string, options: Partial<EndpointModelOptions> = {}) {
  const waits: number[] = []
  const model = createEndpointModel({
    url,
    model: 'test-model',
    wait: (milliseconds) => {
      waits.push(milliseconds)
      return Promise.resolve()
    },
    ...options,
  })
  closers.push(() => void model.close())
  return { model, waits }
}

testLanguageModel('endpoint', async () => {
  const server = createServer((request, response) => {
    void readBody(request).then(() => say(response, 'blue and four'))
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  server.unref()
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`
  return createEndpointModel({ url, model: 'test-model' })
})

describe('createEndpointModel', () => {
  test('it speaks the chat completion protocol', async () => {
    const { url, seen } = await serve((_, response) => say(response, 'Blue.', 'length'))
    const { model } = createModel(url, { apiKey: 'key-1' })
    const completion = await model.complete(makeRequest({ temperature: 0.7, seed: 4 }))
    expect(completion).toMatchObject({
      text: 'Blue.',
      finish: 'length',
      promptTokens: 7,
      completionTokens: 1,
    })
    expect(seen).toEqual([
      {
        path: '/v1/chat/completions',
        authorization: 'Bearer key-1',
        body: {
          model: 'test-model',
          messages: [
            { role: 'system', content: 'You are brief.' },
            { role: 'user', content: 'Name a colour and a number.' },
          ],
          temperature: 0.7,
          seed: 4,
          max_tokens: 12,
        },
      },
    ])
  })

  test('its hash is one of URL and model', async () => {
    const hash = (url: string, model: string) => createEndpointModel({ url, model }).hash
    const base = hash('http://127.0.0.1:1/v1', 'a')
    expect(hash('http://127.0.0.1:1/v1/', 'a')).toBe(base)
    expect(hash('http://127.0.0.1:1/v1/chat/completions', 'a')).toBe(base)
    expect(hash('http://127.0.0.1:1/v1', 'b')).not.toBe(base)
    expect(hash('http://127.0.0.1:2/v1', 'a')).not.toBe(base)
  })

  test('a prefilled answer is asked for in words and cut off when the server repeats it', async () => {
    const { url, seen } = await serve((_, response) => say(response, 'When calling x, do y.\nMore'))
    const { model } = createModel(url)
    const format = { kind: 'text' as const, prefill: 'When calling x,', stop: ['\n'] }
    const completion = await model.complete(makeRequest({ format }))
    expect(completion).toMatchObject({ text: ' do y.', finish: 'stop' })
    expect(JSON.stringify(seen[0]?.body)).toContain('When calling x,')
    expect(seen[0]?.body['stop']).toEqual(['\n'])
  })

  test('an object is asked for as JSON and read tolerantly', async () => {
    const { url, seen } = await serve((_, response) =>
      say(response, 'Sure!\n```json\n{"b": 2, "c": 3}\n```'),
    )
    const { model } = createModel(url)
    const format = { kind: 'object' as const, keys: ['a', 'b'] }
    const completion = await model.complete(makeRequest({ format }))
    expect(completion.text).toBe('{"a":"","b":2}')
    expect(seen[0]?.body['response_format']).toEqual({ type: 'json_object' })
  })

  test('a server that refuses the JSON mode is asked without it, now and later', async () => {
    const { url, seen } = await serve(({ body }, response) => {
      if ('response_format' in body) refuse(response, 400)
      else say(response, '{"a": 1}')
    })
    const { model, waits } = createModel(url, { maxRetries: 0 })
    const request = makeRequest({ format: { kind: 'object', keys: ['a'] } })
    expect((await model.complete(request)).text).toBe('{"a":1}')
    expect((await model.complete(request)).text).toBe('{"a":1}')
    expect(seen.map(({ body }) => 'response_format' in body)).toEqual([true, false, false])
    expect(waits).toEqual([])
  })

  test('a busy server is asked again, when it says or ever later', async () => {
    const { url } = await serve((_, response, count) => {
      if (count === 1) refuse(response, 429, { 'retry-after': '7' })
      else if (count < 4) refuse(response, 503)
      else say(response, 'Blue.')
    })
    const { model, waits } = createModel(url)
    expect((await model.complete(makeRequest())).text).toBe('Blue.')
    expect(waits).toEqual([7000, 1000, 2000])
  })

  test.each([
    [429, 'ENDPOINT_REFUSED', 3],
    [500, 'ENDPOINT_UNREACHABLE', 3],
    [401, 'ENDPOINT_REFUSED', 1],
    [404, 'ENDPOINT_REFUSED', 1],
  ] as const)('status %i ends as %s after %i attempts', async (status, code, attempts) => {
    const { url, seen } = await serve((_, response) => refuse(response, status))
    const { model } = createModel(url, { maxRetries: 2 })
    await expect(model.complete(makeRequest())).toRejectDso(code)
    expect(seen).toHaveLength(attempts)
  })

  test('a server that never answers is unreachable', async () => {
    const { url } = await serve(() => undefined)
    const { model } = createModel(url, { timeoutMs: 50, maxRetries: 1 })
    await expect(model.complete(makeRequest())).toRejectDso('ENDPOINT_UNREACHABLE')
  })

  test('a server that is not there is unreachable', async () => {
    const { url } = await serve(() => undefined)
    closers.splice(0).forEach((close) => close())
    const { model } = createModel(url, { maxRetries: 0 })
    await expect(model.complete(makeRequest())).toRejectDso('ENDPOINT_UNREACHABLE')
  })

  test('a body without end is cut off', async () => {
    const { url } = await serve((_, response) => {
      const more = (): void => {
        if (response.destroyed) return
        if (response.write('x'.repeat(65_536))) setImmediate(more)
        else response.once('drain', more)
      }
      more()
    })
    const { model } = createModel(url, { maxRetries: 0 })
    await expect(model.complete(makeRequest())).toRejectDso('ENDPOINT_UNREACHABLE')
  })

  test.each(['not JSON', '{}', '{"choices":[]}', '{"choices":[{"message":{"content":5}}]}'])(
    'the body %s is no answer',
    async (body) => {
      const { url } = await serve((_, response) => response.end(body))
      const { model } = createModel(url)
      await expect(model.complete(makeRequest())).toRejectDso('MODEL_FAILED')
    },
  )

  test('counts that are missing or absurd are 0, the text is kept', async () => {
    const choices = [{ message: { content: 'Blue.' } }]
    const usage = { prompt_tokens: -4, completion_tokens: 'many' }
    const { url } = await serve((_, response) => response.end(JSON.stringify({ choices, usage })))
    const completion = await createModel(url).model.complete(makeRequest())
    expect(completion).toMatchObject({ text: 'Blue.', promptTokens: 0, completionTokens: 0 })
  })

  test('neither key nor prompt are part of an error', async () => {
    const { url } = await serve((_, response) => refuse(response, 401))
    const { model } = createModel(url, { apiKey: 'secret-key' })
    const request = makeRequest({ system: 'secret-system' })
    const error: unknown = await model.complete(request).catch((reason: unknown) => reason)
    expect(DsoError.is(error)).toBe(true)
    expect(JSON.stringify((error as DsoError).details) + String(error)).not.toContain('secret')
  })

  test.each(['ftp://host/v1', 'host', 'http://name:password@host/v1'])('%s is refused', (url) => {
    expect(() => createEndpointModel({ url, model: 'm' })).toThrowDso('OPTION_INVALID')
  })
})
