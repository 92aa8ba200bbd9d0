import { truncate } from '../../report/text/display-width.ts'
import { toVisibleText } from '../../report/text/to-visible-text.ts'
import { describeStep, drawBar, type ProgressStep, secondsLeft } from './describe-step.ts'
import { createRateMeter } from './rate-meter.ts'
import { lookOf } from './terminal.ts'

/** `line`: one that is drawn again and again. `lines`: now and then a new one. `json`: one object a line. */
export type ProgressStyle = 'line' | 'lines' | 'json'

/** Tells a person or a program how far a command is. */
export interface ProgressReporter {
  update(step: ProgressStep): void
  /** Something worth a line of its own. */
  note(text: string): void
  /** Shows the last step if it was held back, and leaves the cursor on a fresh line. */
  stop(): void
}

/** What {@link createProgressReporter} draws on. */
export interface ProgressReporterOptions {
  style: ProgressStyle
  write: (text: string) => void
  /** Milliseconds of a clock that never goes back. */
  nowMs: () => number
  /** Columns of the terminal. */
  width: () => number
}

/** Least time between two drawings of the same stage. */
const PAUSE_MS: Readonly<Record<ProgressStyle, number>> = { line: 80, lines: 10_000, json: 500 }
const CLEAR_LINE = '\r\u001B[2K'
/** Below this there is no room for a bar. */
const BAR_FROM_WIDTH = 80

/** Creates a reporter. Steps of one stage that come too fast are held back; a new stage is always shown. */
export function createProgressReporter(options: ProgressReporterOptions): ProgressReporter {
  const { style, write, nowMs, width } = options
  let meter = createRateMeter(nowMs)
  let counted = ''
  let shown: { step: ProgressStep; at: number } | undefined
  let waiting: ProgressStep | undefined
  let drawn = ''
  let written = ''

  const show = (step: ProgressStep): void => {
    shown = { step, at: nowMs() }
    waiting = undefined
    const rate = meter.perSecond()
    if (style === 'json') {
      const left = secondsLeft(step, rate)
      write(
        `${JSON.stringify({ event: 'progress', ...step, ratePerSecond: rate, secondsLeft: left })}\n`,
      )
      return
    }
    const text = describeStep(step, rate)
    if (style === 'lines') {
      if (text !== written) write(`${text}\n`)
      written = text
      return
    }
    const bar = width() < BAR_FROM_WIDTH ? '' : drawBar(step)
    drawn = truncate(bar === '' ? text : `${bar}  ${text}`, width() - 1)
    write(CLEAR_LINE + drawn)
  }

  return {
    update(step) {
      const counts = `${step.stage}\n${step.unit}`
      if (counts !== counted) meter = createRateMeter(nowMs)
      counted = counts
      meter.add(step.done)
      const due = shown === undefined || nowMs() - shown.at >= PAUSE_MS[style]
      if (due || shown?.step.stage !== step.stage) show(step)
      else waiting = step
    },
    note(text) {
      const line = toVisibleText(text)
      if (style === 'json') write(`${JSON.stringify({ event: 'note', text: line })}\n`)
      else if (style === 'lines') write(`${line}\n`)
      else write(`${CLEAR_LINE}${line}\n${drawn}`)
    },
    stop() {
      if (waiting !== undefined) show(waiting)
      if (drawn !== '') write('\n')
      drawn = ''
    },
  }
}

/** A reporter on stderr: JSON lines if asked for, one moving line on a terminal, a line now and then otherwise. */
export function progressOnStderr({ json }: { json: boolean }): ProgressReporter {
  const { stderr } = process
  const { isTerminal } = lookOf(stderr)
  return createProgressReporter({
    style: json ? 'json' : isTerminal && process.env['TERM'] !== 'dumb' ? 'line' : 'lines',
    write: (text) => {
      stderr.write(text)
    },
    nowMs: () => performance.now(),
    width: () => lookOf(stderr).width,
  })
}
