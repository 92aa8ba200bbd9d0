import { describe, expect, test } from 'vitest'
import { createSeededRandom } from '../../protocol/statistics/create-seeded-random.ts'
import { COUNT_FORMS, LARGE_FORMS, MONEY_FORMS } from './answer-forms.ts'
import { createWordProblemsSuite } from './create-word-problems-suite.ts'
import { drawMeasuredProblems } from './measured-problems.ts'
import { drawFormProblems } from './problems.ts'

const universes = Array.from({ length: 30 }, (_, seed) => seed)
const numbersIn = (text: string): number[] => (text.match(/\d+/g) ?? []).map(Number)

/** Every drawn task of the tool with this name, with its rule. */
function tasksOf(name: string) {
  return universes.flatMap((seed) => {
    const random = createSeededRandom(seed)
    const domains = [...drawFormProblems(random), ...drawMeasuredProblems(random)]
    const domain = domains.find((each) => each.name === name)
    return Array.from({ length: 20 }, () => domain?.draw(random)).flatMap((drawn) =>
      drawn === undefined ? [] : [{ ...drawn, rule: domain?.rule ?? '' }],
    )
  })
}

describe('word problems', () => {
  test('forms write a number as they say', () => {
    expect(COUNT_FORMS.map(({ write }) => write(42, 'pears'))).toEqual([
      42,
      '42 pears',
      '0042',
      'pears=42',
      '[42]',
      '#42',
    ])
    expect(LARGE_FORMS.map(({ write }) => write(13_050, 'pears'))).toEqual([
      '13 050',
      '13.050',
      '13,050',
    ])
    expect(MONEY_FORMS.map(({ write }) => write(1205, ''))).toEqual([1205, '$12.05', '12,05 USD'])
  })

  test('totals, changes and outputs are right', () => {
    for (const { request, accepted } of tasksOf('boxes.total')) {
      const [first = 0, second = 0, third = 0] = numbersIn(request)
      const sum = request.startsWith('There are') ? first + second * third : first * second + third
      expect(numbersIn(String(accepted))).toEqual([sum])
    }
    for (const { request, accepted } of tasksOf('factory.output')) {
      const [first = 0, second = 0] = numbersIn(request)
      expect(Number(String(accepted).replaceAll(/\D/g, ''))).toBe(first * second)
    }
    for (const { request, accepted } of tasksOf('shop.change')) {
      const [count = 0, cents = 0, dollars = 0] = numbersIn(request)
      expect(Number(String(accepted).replaceAll(/\D/g, ''))).toBe(dollars * 100 - count * cents)
    }
  })

  test('what is left over is carried, shared and counted as the house does', () => {
    for (const { request, accepted, rule } of tasksOf('trip.buses')) {
      const [a = 0, b = 0] = numbersIn(request)
      const spare = /^as (\d)/.exec(rule)?.[1] ?? '0'
      expect(accepted).toBe(Math.ceil(Math.max(a, b) / Math.min(a, b)) + Number(spare))
    }
    for (const { request, accepted } of tasksOf('party.share')) {
      const [a = 0, b = 0] = numbersIn(request)
      const [total, guests] = [Math.max(a, b), Math.min(a, b)]
      expect(numbersIn(String(accepted))).toEqual([Math.floor(total / guests), total % guests])
    }
    for (const { request, accepted } of tasksOf('train.arrival')) {
      const [a = 0, b = 0, c = 0] = numbersIn(request)
      const minutes = request.startsWith('A train') ? a * 60 + b + c : a + b * 60 + c
      expect(String(accepted).replaceAll(/\D/g, '')).toBe(
        `${Math.floor(minutes / 60)}${String(minutes % 60).padStart(2, '0')}`,
      )
    }
  })

  test('the right number in another form is refused', () => {
    const suite = createWordProblemsSuite({ seed: 4 })
    for (const domain of suite.domains) {
      for (const task of suite.listTasks(domain, 'practice', 9)) {
        const { answer } = JSON.parse(suite.solve(task)) as { answer: string | number }
        for (const other of [`(${answer})`, `${answer} in all`, `0${answer}x`])
          expect(task.verify(JSON.stringify({ answer: other }))).toMatchObject({ success: false })
      }
    }
  })
})
