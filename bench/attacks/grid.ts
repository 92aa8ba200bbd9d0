import { ATTACKS } from './attacks.ts'
import type { Cell } from './run-laboratory.ts'
import type { LaboratorySettings } from './settings.ts'

/** One line of the published grid: an aggregator under an attack, over all shares of liars. */
export interface GridLine {
  aggregator: string
  dispersion: string
  attack: string
  /** Queries of every cell. */
  queries: number
  /** Answered queries, in the order of the settings' `faultyPercents`, with spaces between. */
  hits: string
}

/** The cells as lines; without liars every attack is the same, and so is the first number of its line. */
export function gridOf({ faultyPercents }: LaboratorySettings, cells: readonly Cell[]): GridLine[] {
  const aggregators = [...new Set(cells.map(({ aggregator }) => aggregator))]
  const dispersions = [...new Set(cells.map(({ dispersion }) => dispersion))]
  return aggregators.flatMap((aggregator) =>
    dispersions.flatMap((dispersion) =>
      Object.keys(ATTACKS).map((attack) => {
        const line = faultyPercents.map((percent) =>
          findCell(cells, { aggregator, dispersion, attack, percent }),
        )
        const hits = line.map((cell) => cell.hits).join(' ')
        return { aggregator, dispersion, attack, queries: line[0]!.queries, hits }
      }),
    ),
  )
}

/** What a cell is found by. */
export interface CellPlace {
  aggregator: string
  dispersion: string
  attack: string
  percent: number
}

/** One cell. @throws RangeError when it was not run */
export function findCell(cells: readonly Cell[], place: CellPlace): Cell {
  const attack = place.percent === 0 ? 'none' : place.attack
  const found = cells.find(
    (cell) =>
      cell.aggregator === place.aggregator &&
      cell.dispersion === place.dispersion &&
      cell.attack === attack &&
      cell.faultyPercent === place.percent,
  )
  if (found === undefined) throw new RangeError(`no cell ${JSON.stringify(place)}`)
  return found
}

/** Share of a cell's queries that were answered. */
export function recallOf({ hits, queries }: Cell): number {
  return hits / queries
}
