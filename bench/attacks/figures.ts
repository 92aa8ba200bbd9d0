import { type BenchFigure, type BenchGoal, makeFigure } from '../common/figure.ts'
import { ATTACKS } from './attacks.ts'
import { findCell, recallOf } from './grid.ts'
import type { Cell } from './run-laboratory.ts'
import type { LaboratorySettings } from './settings.ts'

/** Dispersions for which the recipe's recall is promised: honest cosine ≥ .3. */
const PROMISED = ['cos61', 'cos31']

/** Least recall of the recipe, by percent of liars. */
const GOALS: Readonly<Record<number, BenchGoal>> = { 30: { min: 0.91 }, 40: { min: 0.897 } }

/** What must fail, or the laboratory has no teeth. */
const FAILURES: readonly (readonly [
  id: string,
  aggregator: string,
  dispersion: string,
  attack: string,
  percent: number,
  most: number,
])[] = [
  ['median-under-sign-flip-f30', 'median', 'cos31', 'sign-flip', 30, 0.3],
  ['mean-under-foe-f10', 'mean', 'cos31', 'foe-100', 10, 0.05],
  ['multi-krum-under-sign-flip-f40', 'multi-krum', 'cos31', 'sign-flip', 40, 0.1],
  ['majority-sign-without-liars', 'majority-sign', 'cos31', 'none', 0, 0.7],
]

/** The published figures: the recipe at its worst, the curves, and what has to fail. */
export function figuresOf(settings: LaboratorySettings, cells: readonly Cell[]): BenchFigure[] {
  const { dispersions, faultyPercents } = settings
  const worst = (aggregator: string, among: readonly string[], percent: number): number =>
    Math.min(
      ...among.flatMap((dispersion) =>
        Object.keys(ATTACKS).map((attack) =>
          recallOf(findCell(cells, { aggregator, dispersion, attack, percent })),
        ),
      ),
    )
  const promised = faultyPercents.map((percent) =>
    makeFigure(
      `worst-of-12-f${percent}`,
      worst('robust', PROMISED, percent),
      'share',
      GOALS[percent] ?? null,
      `recall at 5 under the worst of 12 attacks, ${percent} % liars, honest cosine ≥ .3`,
    ),
  )
  const curves = ['robust', 'median'].flatMap((aggregator) =>
    dispersions.flatMap(({ id }) =>
      faultyPercents.map((percent) =>
        makeFigure(
          `${aggregator}-worst-${id}-f${percent}`,
          worst(aggregator, [id], percent),
          'share',
          null,
        ),
      ),
    ),
  )
  const failures = FAILURES.map(([id, aggregator, dispersion, attack, percent, most]) => {
    const recall = recallOf(findCell(cells, { aggregator, dispersion, attack, percent }))
    return makeFigure(id, recall, 'share', { max: most }, 'a failure that has to be seen')
  })
  return [...promised, ...failures, ...curves]
}
