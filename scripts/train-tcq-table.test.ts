import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { renderTcqTable, trainTcqTable } from './train-tcq-table.ts'

const committed = join(import.meta.dirname, '../src/protocol/codecs/tcq-table.ts')

// Training takes half a minute.
test.runIf(process.env['DSO_LONG'] === '1')(
  'training makes the committed table, byte for byte',
  async () => {
    expect(renderTcqTable(trainTcqTable())).toBe(await readFile(committed, 'utf8'))
  },
  600_000,
)
