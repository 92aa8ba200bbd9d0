import { DsoError } from '../../protocol/errors.ts'
import { logSumExp } from '../decoding/log-sum-exp.ts'
import { type TokenBias, checkTokenBias } from '../decoding/token-bias.ts'
import { MAX_ROW_SCALE } from './token-prior.ts'

/** Share of the signs' square below which what is left of it is rounding. */
const ALIKE = 1e-12

/** One next-token position at which student and teacher were asked. */
export interface TeacherStep {
  /** Logits of the model on its own, up to a constant. */
  student: Float32Array
  /** Logits of what it is to become, e.g. the same model with the experience in its context; as many. */
  teacher: Float32Array
}

/** A row's signs, and the teacher. */
export interface FitRowScaleOptions {
  /** 1 or −1 for each token that the row speaks of. */
  signs: TokenBias
  /** Positions in contexts of the row's element, at least one. Read once, one at a time. */
  steps: Iterable<TeacherStep> | AsyncIterable<TeacherStep>
  /** Bound of the scale in nats, > 0, at most {@link MAX_ROW_SCALE}, the default. */
  most?: number
}

/** The fitted scale. */
export interface FittedScale {
  /** 0…most. 0 where the teacher differs from the student in other ways, or the opposite way: such a row is left out. */
  scale: number
  /** Share of the teacher's difference from the student that the row with this scale accounts for, 0…1. */
  explained: number
}

/**
 * Distils the scale of a row on teacher logits (seed A §5): the least squares of teacher − student − scale · signs over
 * all tokens and steps, bounded. Logits are known up to a constant, so each step is centred first; and a token counts by
 * the mean of the two probabilities that it has, because the tail of a vocabulary is never drawn. With these weights the
 * squares are, to second order, the divergence of the two distributions.
 *
 * @throws DsoError `SAMPLE_EMPTY` without steps; `LENGTH_MISMATCH`, `VALUE_NOT_FINITE`, `OPTION_INVALID`, each with the
 *   field; what the steps throw
 */
export async function fitRowScale({
  signs,
  steps,
  most = MAX_ROW_SCALE,
}: FitRowScaleOptions): Promise<FittedScale> {
  if (!(most > 0 && most <= MAX_ROW_SCALE)) {
    throw new DsoError('OPTION_INVALID', { details: { field: 'most', value: most } })
  }
  const bad = signs.values.findIndex((value) => Math.abs(value) !== 1)
  if (bad >= 0) {
    throw new DsoError('OPTION_INVALID', {
      details: { field: 'signs', index: bad, value: signs.values[bad] },
    })
  }
  const sums = { product: 0, square: 0, whole: 0, steps: 0 }
  for await (const step of steps) {
    checkStep(step, sums.steps)
    checkTokenBias(signs, step.student.length, 'signs')
    addStep(sums, signs, step)
  }
  const { product, square, whole } = sums
  if (sums.steps === 0) throw new DsoError('SAMPLE_EMPTY', { details: { field: 'steps' } })
  const scale = square > 0 ? Math.min(most, Math.max(0, product / square)) : 0
  const accounted = 2 * scale * product - scale * scale * square
  const explained = whole > 0 ? Math.min(1, Math.max(0, accounted / whole)) : 0
  return { scale: Math.fround(scale), explained }
}

/** Adds the weighted, centred products of signs with difference, of signs, and of difference. */
function addStep(
  sums: { product: number; square: number; whole: number; steps: number },
  { tokens, values }: TokenBias,
  { student, teacher }: TeacherStep,
): void {
  const wholeStudent = logSumExp(student)
  const wholeTeacher = logSumExp(teacher)
  const weight = (i: number): number =>
    (Math.exp(student[i]! - wholeStudent) + Math.exp(teacher[i]! - wholeTeacher)) / 2
  let meanDifference = 0
  for (let i = 0; i < student.length; i++) {
    meanDifference += weight(i) * (teacher[i]! - student[i]!)
  }
  let meanSign = 0
  let signSquare = 0
  for (let i = 0; i < student.length; i++) {
    sums.whole += weight(i) * (teacher[i]! - student[i]! - meanDifference) ** 2
  }
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!
    const w = weight(token)
    meanSign += w * values[i]!
    signSquare += w
    // The difference is centred, so the signs need not be.
    sums.product += w * values[i]! * (teacher[token]! - student[token]! - meanDifference)
  }
  const square = signSquare - meanSign * meanSign
  // Signs that are alike wherever there is weight shift all logits alike, which is no change.
  if (square > ALIKE * signSquare) sums.square += square
  sums.steps++
}

function checkStep({ student, teacher }: TeacherStep, index: number): void {
  if (student.length === 0) {
    throw new DsoError('SAMPLE_EMPTY', { details: { field: `steps[${index}].student` } })
  }
  if (teacher.length !== student.length) {
    throw new DsoError('LENGTH_MISMATCH', {
      details: {
        field: `steps[${index}].teacher`,
        logits: teacher.length,
        expected: student.length,
      },
    })
  }
  for (const [name, logits] of Object.entries({ student, teacher })) {
    const at = logits.findIndex((value) => !Number.isFinite(value))
    if (at >= 0) {
      throw new DsoError('VALUE_NOT_FINITE', {
        details: { field: `steps[${index}].${name}`, index: at, value: logits[at] },
      })
    }
  }
}
