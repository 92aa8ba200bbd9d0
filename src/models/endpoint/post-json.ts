/** Longest answer that is read, in bytes. */
const MAX_ANSWER_BYTES = 1 << 20

/** What came of one request. */
export type HttpAnswer =
  | { kind: 'answered'; status: number; body: string; retryAfter: string | undefined }
  /** No answer: connection, timeout, or a body that broke off or never ended. */
  | { kind: 'silent'; cause: unknown }

/** How to send it. */
export interface PostJsonOptions {
  apiKey: string | undefined
  timeoutMs: number
  fetch: typeof globalThis.fetch
  signal: AbortSignal
}

/** Posts JSON once. Rejects only when `signal` aborts. */
export async function postJson(
  url: string,
  body: unknown,
  { apiKey, timeoutMs, fetch, signal }: PostJsonOptions,
): Promise<HttpAnswer> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(apiKey === undefined || apiKey === '' ? {} : { authorization: `Bearer ${apiKey}` }),
      },
      body: JSON.stringify(body),
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
    })
    return {
      kind: 'answered',
      status: response.status,
      body: await readCapped(response),
      retryAfter: response.headers.get('retry-after') ?? undefined,
    }
  } catch (cause) {
    signal.throwIfAborted()
    return { kind: 'silent', cause }
  }
}

async function readCapped(response: Response): Promise<string> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength
    // Leaving the loop cancels the body.
    if (bytes > MAX_ANSWER_BYTES) throw new RangeError('the answer is too long')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}
