import type * as buffer from 'node:buffer'
import type * as fs from 'node:fs'
import type * as vm from 'node:vm'
import type { ContextTools } from './context-program.ts'

/** What the sandbox process reads from its standard input, as JSON. */
export interface ChildRequest {
  /** Begins every line of the answer; the code cannot know it. */
  token: string
  code: string
  /** Function name and the arguments as a JSON array. */
  calls: readonly { name: string; args: string }[]
  wallMs: number
  /** Characters of all results together. */
  room: number
}

/** The last line of the sandbox process, after the token: what came of the calls, or why there is nothing. */
export type ChildAnswer =
  | { outcomes: readonly string[] }
  | { reason: 'syntax' | 'threw' | 'timeout' | 'output' | 'missing'; message: string }

/**
 * The program of the sandbox process. Its source text is handed to Node there, so it refers to nothing outside itself.
 * It makes a realm without any object of its own, takes away everything that could reach beyond, and only then compiles
 * the code. Code that still gets hold of an object of this realm (it can: an error of Node's own, when it exhausts the
 * stack) finds frozen built-ins, no global names, and no way to turn text into code.
 *
 * @param contextSource source text of an expression whose value is the tools of the code's realm
 */
export function childProgram(contextSource: string): void {
  const { readSync, writeSync } = require('node:fs') as typeof fs
  const { constants, createContext, Script } = require('node:vm') as typeof vm
  const { Buffer } = require('node:buffer') as typeof buffer
  const host = require('node:process') as NodeJS.Process & { reallyExit(code: number): never }
  const exit = host.reallyExit.bind(host)
  const { parse, stringify } = JSON
  const { deleteProperty, ownKeys } = Reflect
  const realm = globalThis as { work?: () => void }

  function readInput(): string {
    const chunks: Buffer[] = []
    for (;;) {
      const chunk = Buffer.alloc(65_536)
      const length = readSync(0, chunk)
      if (length === 0) return Buffer.concat(chunks).toString('utf8')
      chunks.push(chunk.subarray(0, length))
    }
  }

  function writeLine(text: string): void {
    const bytes = Buffer.from(`${request.token}${text}\n`, 'utf8')
    for (let sent = 0; sent < bytes.length; ) sent += writeSync(1, bytes, sent)
  }

  const request = parse(readInput()) as ChildRequest
  const context = createContext(constants.DONT_CONTEXTIFY, {
    codeGeneration: { strings: false, wasm: false },
  })
  const tools = new Script(contextSource).runInContext(context) as ContextTools
  const { call, tell } = tools
  // The time limit holds for a script and all it calls, so the work is a script's only call.
  const start = new Script('work()')
  let answer: ChildAnswer = { reason: 'timeout', message: 'no end in sight' }

  function work(): void {
    let script: InstanceType<typeof Script>
    try {
      script = new Script(request.code, { filename: 'code.js' })
    } catch (error) {
      answer = { reason: 'syntax', message: (error as Error).message }
      return
    }
    try {
      script.runInContext(context, { displayErrors: false })
    } catch (error) {
      answer = { reason: 'threw', message: tell(error) }
      return
    }
    const outcomes: string[] = []
    let { room } = request
    for (let i = 0; i < request.calls.length; i++) {
      const { name, args } = request.calls[i]!
      let fn: unknown
      try {
        fn = new Script(`typeof ${name} === 'function' ? ${name} : undefined`).runInContext(context)
      } catch {
        fn = undefined
      }
      if (typeof fn !== 'function') {
        answer = { reason: 'missing', message: `there is no function ${name}` }
        return
      }
      const outcome: unknown = call(fn, args, room)
      if (typeof outcome !== 'string' || outcome.startsWith('o') || outcome.length > room + 1) {
        answer = { reason: 'output', message: 'the results are too large' }
        return
      }
      room -= outcome.length
      outcomes[i] = outcome
    }
    answer = { outcomes }
  }

  for (const key of ownKeys(host)) deleteProperty(host, key)
  for (const key of ownKeys(realm)) deleteProperty(realm, key)
  realm.work = work
  writeLine('ready')
  try {
    start.runInThisContext({ timeout: request.wallMs })
  } catch {
    // Only the time limit gets here; the answer says so already.
  }
  writeLine(stringify(answer))
  // At once, so that nothing the code has left behind for later ever runs.
  exit(0)
}
