import { describe, expect, test } from 'vitest'
import { createSeededRandom } from '../../protocol/statistics/create-seeded-random.ts'
import { createStringProgramsSuite } from './create-string-programs-suite.ts'
import { drawSteps } from './steps.ts'

const steps = drawSteps(createSeededRandom(1))
const step = (id: string) => steps.find((each) => each.id === id)!

describe('steps of programs', () => {
  test.each([
    ['swap-words', 'lamp rests here', 'here rests lamp'],
    ['last-word', 'lamp rests here', 'here'],
    ['repeat-first-word', 'lamp rests', 'lamp lamp rests'],
    ['sort-words', 'vase lamp', 'lamp vase'],
    ['reverse-letters', 'lamp vase', 'pmal esav'],
    ['drop-vowels', 'lamp vase', 'lmp vs'],
    ['three-letters', 'lamp urn', 'lam urn'],
    ['drop-first-letter', 'lamp vase', 'amp ase'],
    ['first-to-end', 'lamp vase', 'ampl asev'],
    ['double-last-letter', 'lamp vase', 'lampp vasee'],
    ['capitals', 'lamp vase', 'LAMP VASE'],
    ['capital-words', 'lamp vase', 'Lamp Vase'],
    ['length-in-front', 'lamp vase', '2:lamp vase'],
  ])('%s turns %j into %j', (id, text, expected) => {
    expect(step(id).apply(text)).toBe(expected)
  })

  test('drawn marks stand where the words say', () => {
    for (const id of ['join-words', 'ending', 'one-vowel', 'brackets']) {
      const seen = Array.from(
        { length: 30 },
        (_, seed) => drawSteps(createSeededRandom(seed)).find((each) => each.id === id)!,
      )
      expect(new Set(seen.map(({ words }) => words)).size).toBe(3)
      expect(new Set(seen.map(({ apply }) => apply('lamp vase'))).size).toBe(3)
    }
  })
})

describe('createStringProgramsSuite', () => {
  test('what an explicit program shows is what it does, to an input that nobody asks for', async () => {
    let shown = 0
    for (const seed of [1, 2, 3]) {
      const suite = createStringProgramsSuite({ seed })
      for (const domain of suite.domains.filter((each) => suite.gradeOf(each) === 'explicit')) {
        for (const task of suite.listTasks(domain, 'practice', 9)) {
          const { message } = await task.verify('{"output":"zzz"}')
          const [, example = '', made = ''] = /turns "(.*)" into "(.*)" \(got/.exec(message) ?? []
          shown++
          for (const word of example.split(' ')) expect(task.request).not.toContain(word)
          const { output } = JSON.parse(suite.solve(task)) as { output: string }
          expect(made).not.toBe(output)
          expect(made).not.toBe('')
        }
      }
    }
    expect(shown).toBeGreaterThan(100)
  })

  test('half of the programs have one step, the others two or three', () => {
    const suite = createStringProgramsSuite({ seed: 5 })
    const counts = suite.domains.map(
      (domain) => suite.describeRules(domain).split(', then ').length,
    )
    expect(counts.toSorted((a, b) => a - b)).toEqual([1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3])
  })

  test('an input is never its own output', () => {
    const suite = createStringProgramsSuite({ seed: 6 })
    for (const domain of suite.domains) {
      for (const task of suite.listTasks(domain, 'test', 100)) {
        const input = /"(.*)"/.exec(task.request)?.[1] ?? ''
        expect(suite.solve(task)).not.toBe(JSON.stringify({ output: input }))
      }
    }
  })
})
