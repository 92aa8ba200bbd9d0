import { describe, expect, test } from 'vitest'
import { listFiles, readText } from './files.ts'

/** This file has to name what it forbids. */
const OWN = 'test/lint/clean-files.test.ts'

const RULES: { name: string; pattern: RegExp; only?: RegExp }[] = [
  {
    name: 'an absolute path of a machine',
    pattern: /(?<![\w.@~-])\/(?:work|root|home|Users|workspace|mnt|srv)\/[\w.-]+|\b[A-Z]:\\Users\\/,
  },
  {
    name: 'the host of a package registry',
    pattern:
      /registry\.(?:npmjs|yarnpkg)\.|pypi\.(?:org|python)|pythonhosted\.|proxy\.golang\.|crates\.io|artifactory|verdaccio|jfrog/i,
  },
  {
    name: 'the origin of an installed package',
    pattern: /"resolved":/,
    only: /package-lock\.json$/,
  },
  {
    name: 'a word of the place where it was written',
    pattern:
      /\bshared\/(?:notes|seeds|design|style)|\bnotes\/[a-z-]+\.md|co-authored-by:|\b(?:this|another) session\b/i,
  },
  {
    name: 'a marker of unfinished work',
    pattern: /\b(?:TODO|FIXME|XXX|HACK)\b/,
    // A model may well write so: what was measured quotes it.
    only: /^(?!bench\/results\/)/,
  },
  {
    name: 'a focused test',
    pattern: /\b(?:test|it|describe)(?:\.\w+)*\.only\b/,
    only: /\.ts$/,
  },
  {
    name: 'a conflict marker',
    pattern: /^(?:<{7}|>{7}) /m,
  },
]

describe('the repository holds', () => {
  const files = listFiles()
    .filter((path) => path !== OWN)
    .map((path) => ({ path, text: readText(path) ?? '' }))

  test.each(RULES)('no $name', ({ pattern, only }) => {
    const offenders = files
      .filter(({ path }) => only === undefined || only.test(path))
      .flatMap(({ path, text }) => {
        const match = pattern.exec(text)
        return match === null ? [] : [`${path}:${lineOf(text, match.index)}  ${match[0]}`]
      })
    expect(offenders).toEqual([])
  })
})

describe('the patterns find', () => {
  test.each([
    ['an absolute path of a machine', 'see /home/anna/dso and more'],
    ['an absolute path of a machine', "'C:\\Users\\anna'"],
    ['the host of a package registry', 'https://registry.npmjs.org/dso'],
    ['a marker of unfinished work', '// TODO: later'],
    ['a focused test', "test.only('x', () => {})"],
    ['a focused test', "describe.concurrent.only('x', () => {})"],
    ['a conflict marker', 'a\n<<<<<<< ours\nb'],
  ])('%s in %j', (name, text) => {
    expect(RULES.find((rule) => rule.name === name)?.pattern.test(text)).toBe(true)
  })

  test.each(['/livez', 'src/home/x.ts', 'https://example.org/home/x', 'method', '/tmp/dso'])(
    'nothing in %j',
    (text) => {
      expect(RULES.filter(({ pattern }) => pattern.test(text))).toEqual([])
    },
  )
})

function lineOf(text: string, index: number): number {
  return text.slice(0, index).split('\n').length
}

test('what a run leaves in the working folder is neither committed nor formatted', () => {
  const biome = JSON.parse(readText('biome.json') ?? '') as { vcs?: object }
  expect(biome.vcs).toMatchObject({ enabled: true, useIgnoreFile: true })
  expect(readText('.gitignore')?.split('\n')).toContain('/runs/')
})
