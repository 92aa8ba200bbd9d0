import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readText, repository } from './files.ts'

const page = readText('docs/claims.md') ?? ''

/** Rows of the tables of claims: id, claim, status. */
const rows = [...page.matchAll(/^\| ((?:(?:[AB]\d\d|E-\d+)(?:, )?)+) \| (.+?) \| (.+?) \|/gm)].map(
  ([, ids = '', , status = '']) => ({
    ids: ids.split(', '),
    status: status.replace(/<!-- .*? -->/g, ''),
  }),
)

test('every claim has one line and a status that the page explains', () => {
  const ids = rows.flatMap((row) => row.ids)
  expect(ids.length).toBeGreaterThan(20)
  expect(new Set(ids).size).toBe(ids.length)
  const explained = [...page.matchAll(/^\| ([a-z ]+) \| [a-z]/gm)].map(([, status]) => status)
  expect(rows.filter(({ status }) => !explained.includes(status))).toEqual([])
})

test('every file that shows a claim is there', () => {
  const paths = [...page.matchAll(/`((?:src|test|contracts|vectors|docs)\/[\w./-]+)`/g)].map(
    ([, path = '']) => path,
  )
  expect(paths.length).toBeGreaterThan(10)
  expect(paths.filter((path) => !existsSync(join(repository, path)))).toEqual([])
})

test('every folder whose tests are to be repeated is there', () => {
  const folders = [...page.matchAll(/\bU (src[\w/-]*)/g)].map(([, folder = '']) => folder)
  expect(folders.length).toBeGreaterThan(10)
  expect(folders.filter((folder) => !existsSync(join(repository, folder)))).toEqual([])
})
