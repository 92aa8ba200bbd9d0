import type { WorkedExample } from '../protocol/experience/experience.ts'

/** Orders accepted calls so that every value of a field is shown before any is shown again; at most `limit` of them. */
export function coverValues(
  worked: readonly WorkedExample[],
  field: string,
  limit: number,
): WorkedExample[] {
  const byValue = Map.groupBy(worked, (call) => valueOf(call, field))
  const columns = [...byValue.values()]
  const rows = Math.max(0, ...columns.map((calls) => calls.length))
  const out: WorkedExample[] = []
  for (let row = 0; row < rows; row++)
    for (const calls of columns) if (calls[row] !== undefined) out.push(calls[row]!)
  return out.slice(0, limit)
}

/** How many values of a field accepted calls show. */
export function countValues(worked: readonly WorkedExample[], field: string): number {
  return new Set(worked.map((call) => valueOf(call, field))).size
}

function valueOf({ output }: WorkedExample, field: string): string {
  try {
    const call = JSON.parse(output) as Record<string, unknown>
    return JSON.stringify(call[field] ?? null)
  } catch {
    return 'null'
  }
}
