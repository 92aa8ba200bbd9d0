/** Part of something that was reached. */
export interface Covered {
  hit: number
  found: number
}

/** What tests reached of some sources. */
export interface Coverage {
  line: Covered
  branch: Covered
  function: Covered
  /** What was not reached, in order. */
  missed: MissedSource[]
}

/** A line, a function or a branch that no test reached. */
export interface MissedSource {
  file: string
  line: number
  what: 'line' | 'branch' | 'function'
}

/**
 * Reads an lcov report.
 *
 * @param text the report
 * @param folder only files below it count, e.g. `contracts/src/`
 */
export function readLcov(text: string, folder: string): Coverage {
  const coverage: Coverage = {
    line: { hit: 0, found: 0 },
    branch: { hit: 0, found: 0 },
    function: { hit: 0, found: 0 },
    missed: [],
  }
  let file = ''
  const lineOfFunction = new Map<string, number>()
  const count = (what: MissedSource['what'], line: number, hits: number) => {
    coverage[what].found++
    if (hits > 0) coverage[what].hit++
    else coverage.missed.push({ file, line, what })
  }
  for (const record of text.split(/\r?\n/)) {
    const [tag = '', ...rest] = record.split(':')
    const fields = rest.join(':').split(',')
    const [first = '', second = ''] = fields
    if (tag === 'SF') {
      const at = first.lastIndexOf(folder)
      file = at === -1 ? '' : first.slice(at)
      lineOfFunction.clear()
    }
    if (file === '') continue
    if (tag === 'DA') count('line', Number(first), Number(second))
    // Functions of one name, as overloads are, keep the line of the last; their hits are counted one by one.
    if (tag === 'FN') lineOfFunction.set(fields.slice(1).join(','), Number(first))
    if (tag === 'FNDA') {
      count('function', lineOfFunction.get(fields.slice(1).join(',')) ?? 0, Number(first))
    }
    if (tag === 'BRDA') count('branch', Number(first), fields[3] === '-' ? 0 : Number(fields[3]))
  }
  return coverage
}

/** The part that was reached, 0…100. @throws RangeError where there is nothing to reach */
export function percentOf({ hit, found }: Covered): number {
  if (found === 0) throw new RangeError('nothing was found that could be covered')
  return (100 * hit) / found
}
