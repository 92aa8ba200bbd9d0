import type { CallOptions } from '../../src/protocol/ports.ts'
import type { CellOutcome } from './cell.ts'
import type { Measured, Runner } from './create-runner.ts'
import { measureCell } from './measure-cell.ts'
import { measureModes } from './measure-modes.ts'
import type { ModesOutcome } from './modes-outcome.ts'
import { type CellPlan, nameOf } from './plan.ts'

/** How {@link runCells} and {@link runModes} are followed. */
export interface RunCellsOptions extends Pick<CallOptions, 'signal'> {
  onStage?: ((piece: string, stage: string, detail: string) => void) | undefined
  onDone?: ((piece: string, callsMade: number) => void) | undefined
}

/** A finished cell with its plan. */
export interface MeasuredCell extends Measured<CellOutcome> {
  plan: CellPlan
}

/** Measures the cells of a plan in turn; those that cannot be measured now are left out. */
export async function runCells(
  plans: readonly CellPlan[],
  runner: Runner,
  { signal, onStage, onDone }: RunCellsOptions = {},
): Promise<MeasuredCell[]> {
  const cells: MeasuredCell[] = []
  for (const plan of plans) {
    const name = nameOf(plan)
    const follow = {
      signal,
      onStage: (stage: string, detail: string) => onStage?.(name, stage, detail),
    }
    const measured = await runner.run(name, async (model) => await measureCell(plan, model, follow))
    if (measured === undefined) continue
    onDone?.(name, measured.callsMade)
    cells.push({ plan, ...measured })
  }
  return cells
}

/** Name of the piece in which the modes are compared on a cell's universe. */
function nameOfModes(plan: CellPlan): string {
  return `modes-${nameOf(plan)}`
}

/** Compares the modes of learning, and the reference schedule, on some universes. */
export async function runModes(
  plans: readonly CellPlan[],
  runner: Runner,
  { signal, onStage, onDone }: RunCellsOptions = {},
): Promise<ModesOutcome[]> {
  const outcomes: ModesOutcome[] = []
  for (const plan of plans) {
    const name = nameOfModes(plan)
    const follow = {
      signal,
      onStage: (stage: string, detail: string) => onStage?.(name, stage, detail),
    }
    const measured = await runner.run(
      name,
      async (model) => await measureModes(plan, model, follow),
    )
    if (measured === undefined) continue
    onDone?.(name, measured.callsMade)
    outcomes.push(measured.outcome)
  }
  return outcomes
}
