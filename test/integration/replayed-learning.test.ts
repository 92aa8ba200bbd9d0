import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { readFigures } from '../../bench/common/read-figures.ts'
import { learningFigures } from '../../bench/learning/figures.ts'
import { callsPerLessonFigures } from '../../bench/learning/calls-per-lesson.ts'
import { MODES_PLAN, PLAN, nameOf } from '../../bench/learning/plan.ts'
import { runCells, runModes } from '../../bench/learning/run-cells.ts'
import { createRunner, transcriptOf } from '../../bench/learning/create-runner.ts'
import { DEFAULT_MODEL } from '../../src/node/open-model.ts'

const bench = new URL('../../bench/', import.meta.url)
const transcripts = fileURLToPath(new URL('transcripts/learning', bench))

describe('bench/results/learning.json', () => {
  test('follows from the transcripts, by today’s sources and without a model', async () => {
    await using runner = createRunner({
      model: DEFAULT_MODEL,
      mode: 'replay',
      transcripts,
      dataFolder: '',
      threads: undefined,
    })
    const cells = await runCells(PLAN, runner)
    const recorded = PLAN.map(nameOf).filter((name) => existsSync(transcriptOf(transcripts, name)))
    expect(cells.map(({ plan }) => nameOf(plan))).toEqual(recorded)
    expect(recorded.length).toBeGreaterThan(0)

    const modes = await runModes(MODES_PLAN, runner)
    const figures = [...learningFigures(cells), ...callsPerLessonFigures(modes)]
    const ids = new Set(figures.map(({ id }) => id))
    const published = readFigures(readFileSync(new URL('results/learning.json', bench), 'utf8'))
    expect(published.filter(({ id }) => ids.has(id))).toEqual(figures)
  })
})
