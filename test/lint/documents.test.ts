import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { listFiles, readText, repository } from './files.ts'

const documents = listFiles().filter((path) => path.endsWith('.md'))

test.each(documents)('every relative link of %s leads to something', (path) => {
  const targets = [
    ...(readText(path) ?? '').matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)[^)]*\)/g),
  ]
  const dead = targets
    .map((match) => match[1] ?? '')
    .filter((target) => !existsSync(join(repository, dirname(path), target)))
  expect(dead).toEqual([])
})

test('every npm script that a document names exists', () => {
  const { scripts } = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>
  }
  const named = documents.flatMap((path) =>
    [...(readText(path) ?? '').matchAll(/(?:^|`)npm (run --silent |run )?([a-z][\w:]*)/gm)]
      .map((match) => ({ path, script: match[2] ?? '', run: match[1] !== undefined }))
      .filter(({ script, run }) => run || script === 'start' || script === 'test'),
  )
  expect(named.length).toBeGreaterThan(0)
  expect(named.filter(({ script }) => scripts[script] === undefined)).toEqual([])
})
