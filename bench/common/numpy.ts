import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { DsoError } from '../../src/protocol/errors.ts'

/** numpy in a Python process of its own, which times itself: the way there and back is not counted. */
export interface NumpyRival {
  readonly name: string
  /**
   * `numpy.median` over the rows of a matrix.
   *
   * @param values `rows` × `columns` floats, row by row
   * @param repeats how often it is computed and timed. @defaultValue 9
   * @returns the nanoseconds of each computation, and the medians
   */
  timeMedian(
    values: Float32Array,
    shape: { rows: number; columns: number; repeats?: number },
  ): Promise<{ nanoseconds: number[]; medians: Float32Array }>
  /** Ends the process. Idempotent. */
  close(): Promise<void>
}

/** Reads one request a line, answers with one line. */
const PROGRAM = `
import json, sys, time
sys.path.insert(0, sys.argv[1])
try:
    import numpy
    print(json.dumps({'version': numpy.__version__}), flush=True)
except Exception as error:
    print(json.dumps({'error': repr(error)}), flush=True)
    sys.exit(1)
kept = (None, None)
for line in sys.stdin:
    try:
        request = json.loads(line)
        if kept[0] != request['path']:
            matrix = numpy.fromfile(request['path'], dtype='<f4')
            kept = (request['path'], matrix.reshape(request['rows'], request['columns']))
        times = []
        for _ in range(request['repeats']):
            begin = time.perf_counter_ns()
            medians = numpy.median(kept[1], axis=0)
            times.append(time.perf_counter_ns() - begin)
        medians.astype('<f4').tofile(request['answer'])
        print(json.dumps({'nanoseconds': times}), flush=True)
    except Exception as error:
        print(json.dumps({'error': repr(error)}), flush=True)
`

/**
 * Starts Python with the numpy of a folder.
 *
 * @throws DsoError `RUNTIME_MISSING` when Python is not there, or does not load that version
 */
export async function startNumpy({
  modules,
  version,
}: {
  modules: string
  version: string
}): Promise<NumpyRival> {
  const child = spawn('python3', ['-c', PROGRAM, modules], { stdio: ['pipe', 'pipe', 'ignore'] })
  // A process that is gone is noticed when its answer does not come.
  child.stdin.on('error', () => undefined)
  const exited = new Promise<void>((resolve) => {
    child.once('close', () => resolve())
    child.once('error', () => resolve())
  })
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const receive = async (): Promise<Answer> => {
    const { value, done } = await answers.next()
    if (done === true) throw unavailable('it ended')
    const answer = JSON.parse(value) as Answer
    if (answer.error !== undefined) throw unavailable(answer.error)
    return answer
  }
  try {
    const found = (await receive()).version
    if (found !== version) throw unavailable(`version ${found} instead of ${version}`)
  } catch (error) {
    child.stdin.end()
    throw error
  }
  const folder = await mkdtemp(join(tmpdir(), 'dso-numpy-'))
  const kept = { values: new Float32Array(), count: 0, path: '' }
  let closing: Promise<void> | undefined
  return {
    name: `numpy ${version}`,
    timeMedian: async (values, { rows, columns, repeats = 9 }) => {
      if (values.length !== rows * columns) {
        throw new RangeError(`${values.length} values are no ${rows} × ${columns}`)
      }
      if (kept.values !== values) {
        Object.assign(kept, { values, path: join(folder, `${kept.count}.f32`) })
        kept.count++
        await writeFile(kept.path, values)
      }
      const answer = join(folder, 'answer.f32')
      child.stdin.write(`${JSON.stringify({ path: kept.path, rows, columns, repeats, answer })}\n`)
      const { nanoseconds = [] } = await receive()
      const bytes = await readFile(answer)
      return { nanoseconds, medians: new Float32Array(Uint8Array.from(bytes).buffer) }
    },
    close: () =>
      (closing ??= (async () => {
        child.stdin.end()
        await exited
        await rm(folder, { recursive: true, force: true })
      })()),
  }
}

interface Answer {
  version?: string
  nanoseconds?: number[]
  error?: string
}

function unavailable(reason: string): DsoError {
  return new DsoError('RUNTIME_MISSING', { details: { package: 'numpy', reason } })
}
