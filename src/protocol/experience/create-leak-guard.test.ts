import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import type { Random } from '../ports/random.ts'
import { createSeededRandom } from '../statistics/create-seeded-random.ts'
import { createLeakGuard } from './create-leak-guard.ts'
import { findContentRefusal } from './find-content-refusal.ts'
import { hasSecret } from './has-secret.ts'

const REQUESTS = [
  'Send Marta Hansen $874.75 before the third of May.',
  'A train leaves Bergen at 9:40 and arrives at 13:05; how long is the ride?',
  'Reserve the small room for Karin Keller at 16:45.',
  'Rent two bikes now.',
]
const ANSWERS = [
  '{"name":"Hansen, Marta","cents":87475,"day":"03-05"}',
  '{"minutes":205}',
  'SELECT name FROM guests WHERE deleted_at IS NULL',
  '42',
]
const guard = createLeakGuard({ requests: REQUESTS, answers: ANSWERS, allowed: [] })

describe('createLeakGuard', () => {
  test.each([
    'When calling bank.transfer, write amount in cents, e.g. 1250 for $12.50.',
    'When calling bank.transfer, write name as "Last, First", e.g. "Silva, Ana".',
    'When calling room.reserve, write start as minutes after midnight.',
    'When calling machine.rent, write period in the format PT followed by hours and minutes, e.g. PT3H for 3 hours.',
    'Write password as at least eight characters.',
    'When a token is refused, ask for another one.',
    'Give ids as 24 lower-case letters and digits, in groups of four.',
    'The answer is a number of minutes.',
    'Write 42 as two digits.',
  ])('lets a lesson pass: %s', (text) => {
    expect(guard({ text })).toBeUndefined()
  })

  test.each([
    ['five words of a task', 'Write: before the third of May as 03-05.', 'task-text'],
    [
      'the same in capitals and other punctuation',
      'BEFORE-THE-THIRD-OF-MAY means 03-05.',
      'task-text',
    ],
    ['the same with look-alike letters', 'Write befоre the third of Mаy as a date.', 'task-text'],
    ['a short task as a whole', 'Say rent two bikes now to it.', 'task-text'],
    [
      'an answer as it stands',
      'Say {"name":"Hansen, Marta","cents":87475,"day":"03-05"} then.',
      'gold-answer',
    ],
    ['the values of an answer', 'Write Hansen, Marta 87475 03-05 there.', 'gold-answer'],
    ['an answer in words', 'Say: select name from guests where deleted_at is null.', 'gold-answer'],
    ['a short answer that is stated', 'The answer is 42.', 'gold-answer'],
    ['the value of an object that is stated', 'Its result: 205 minutes.', 'gold-answer'],
  ] as const)('finds %s', (_, text, reason) => {
    expect(guard({ text })).toBe(reason)
  })

  test('a worked example passes as it stands if its owner allows it, and not otherwise', () => {
    const example = { input: REQUESTS[0]!, output: ANSWERS[0]! }
    const open = createLeakGuard({ requests: REQUESTS, answers: ANSWERS, allowed: [example] })
    expect(guard({ example })).toBe('task-text')
    expect(open({ example })).toBeUndefined()
    expect(open({ text: `Write ${REQUESTS[0]}`, example })).toBe('task-text')
    expect(open({ example: { ...example, output: '{}' } })).toBe('task-text')
  })

  test('an allowed example with a secret does not pass', () => {
    const example = { input: 'Log in.', output: '{"key":"AKIAABCDEFGHIJKLMNOP"}' }
    expect(createLeakGuard({ requests: [], answers: [], allowed: [example] })({ example })).toBe(
      'secret',
    )
  })

  test('without tasks and content there is nothing to find', () => {
    const blank = createLeakGuard({
      requests: ['', ' '],
      answers: ['', '{}', '[]', 'null'],
      allowed: [],
    })
    expect(blank({})).toBeUndefined()
    expect(blank({ text: 'When a, do b.' })).toBeUndefined()
  })

  test.prop([fc.string({ unit: 'binary' }), fc.array(fc.string()), fc.array(fc.json())])(
    'anything is judged, nothing throws',
    (text, requests, answers) => {
      const any = createLeakGuard({ requests, answers, allowed: [] })
      expect([undefined, 'secret', 'task-text', 'gold-answer']).toContain(any({ text }))
    },
  )

  test('of a thousand planted canaries none passes', () => {
    const random = createSeededRandom('canaries')
    const missed: string[] = []
    for (let index = 0; index < 1000; index++) {
      const { canary, requests, answers } = plant(index, random)
      const text = hide(canary, random)
      const watch = createLeakGuard({ requests, answers, allowed: [] })
      const input = text
      if (watch({ text }) === undefined) missed.push(text)
      if (watch({ example: { input, output: '{}' } }) === undefined) missed.push(text)
      if (watch({ example: { input: 'a', output: JSON.stringify({ a: text }) } }) === undefined)
        missed.push(text)
    }
    expect(missed).toEqual([])
  })
})

describe('hasSecret', () => {
  test('of the kinds of secrets each is found by itself', () => {
    const random = createSeededRandom('kinds')
    for (const make of SECRETS)
      expect([make(random)].filter((text) => !hasSecret(text))).toEqual([])
  })

  test('no sentence of the shared vectors that may be shared is taken for one', async () => {
    const { default: vectors } = await import('../../../vectors/text-rules.json', {
      with: { type: 'json' },
    })
    const fine = vectors.texts.filter(({ text }) => findContentRefusal({ text }) === undefined)
    expect(fine.length).toBeGreaterThan(10)
    expect(fine.filter(({ text }) => hasSecret(text))).toEqual([])
  })
})

interface Planted {
  canary: string
  requests: string[]
  answers: string[]
}

const LOWER = 'abcdefghijklmnopqrstuvwxyz'
const UPPER = LOWER.toUpperCase()
const DIGITS = '0123456789'
const HEX = `${DIGITS}abcdef`

const draw = (random: Random, letters: string, length: number): string =>
  Array.from({ length }, () => letters[Math.floor(random.next() * letters.length)]).join('')
const pick = <T>(random: Random, list: readonly T[]): T =>
  list[Math.floor(random.next() * list.length)]!
/** Random, but with a capital, a small letter and a digit in it. */
const key = (random: Random, length: number): string =>
  `${draw(random, UPPER, 1)}7${draw(random, LOWER, 1)}${draw(random, LOWER + UPPER + DIGITS, length - 3)}`
const word = (random: Random): string => draw(random, LOWER, 3 + Math.floor(random.next() * 7))
const words = (random: Random, count: number): string[] =>
  Array.from({ length: count }, () => word(random))

const SECRETS: readonly ((random: Random) => string)[] = [
  (r) => `AKIA${draw(r, UPPER + DIGITS, 16)}`,
  (r) => `AROA${draw(r, UPPER + DIGITS, 17)}`,
  (r) => key(r, 40),
  (r) => `ghp_${key(r, 36)}`,
  (r) => `github_pat_${key(r, 40)}`,
  (r) => `glpat-${key(r, 20)}`,
  (r) => `sk-proj-${key(r, 48)}`,
  (r) => `sk_live_${key(r, 24)}`,
  (r) => `xoxb-${draw(r, DIGITS, 12)}-${key(r, 24)}`,
  (r) => `AIza${key(r, 35)}`,
  (r) => `ya29.${key(r, 60)}`,
  (r) => `hf_${key(r, 34)}`,
  (r) => `npm_${key(r, 36)}`,
  (r) => `SG.${key(r, 22)}.${key(r, 43)}`,
  (r) => `dop_v1_${draw(r, HEX, 64)}`,
  (r) => `dapi${draw(r, HEX, 32)}`,
  (r) => `SK${draw(r, HEX, 32)}`,
  (r) => `key-${draw(r, HEX, 32)}`,
  (r) => `${draw(r, HEX, 32)}-us${draw(r, DIGITS, 1)}`,
  (r) => `${draw(r, '123456789', 9)}:${key(r, 35)}`,
  (r) => `hvs.${key(r, 24)}`,
  (r) => `LTAI${key(r, 16)}`,
  (r) => `eyJ${key(r, 20)}.eyJ${key(r, 30)}.${key(r, 43)}`,
  (r) => `0x${draw(r, HEX, 64)}`,
  (r) => `a1${draw(r, HEX, 38)}`,
  () => '-----BEGIN RSA PRIVATE KEY-----',
  () => '-----BEGIN OPENSSH PRIVATE KEY-----',
  (r) => `AGE-SECRET-KEY-1${draw(r, UPPER + DIGITS, 58)}`,
  (r) => `ssh-ed25519 AAAA${key(r, 40)}`,
  () => 'PuTTY-User-Key-File-3: ssh-ed25519',
  (r) => `postgres://${word(r)}:${key(r, 10)}@db.internal:5432/${word(r)}`,
  (r) => `mongodb+srv://${word(r)}:${word(r)}@cluster0/${word(r)}`,
  (r) => `Server=db;Database=${word(r)};User Id=sa;Password=${key(r, 8)};`,
  (r) => `AccountName=${word(r)};AccountKey=${key(r, 30)}==`,
  (r) => `Endpoint=sb;SharedAccessKeyName=root;SharedAccessKey=${key(r, 30)}=`,
  (r) => `Authorization: Bearer ${key(r, 30)}`,
  (r) => `Authorization: Basic ${key(r, 20)}==`,
  (r) => `${word(r)}@${word(r)}.org:${key(r, 8)}`,
  (r) => `${word(r)}@${word(r)}.org / ${key(r, 9)}`,
  (r) => `${word(r)}@${word(r)}.org with password ${key(r, 8)}`,
  (r) => `user ${word(r)}@${word(r)}.org, pass ${key(r, 8)}`,
  (r) => `the password is ${key(r, 8)}`,
  (r) => `api_key=${key(r, 20)}`,
  (r) => `client_secret="${key(r, 16)}"`,
]

function plant(index: number, random: Random): Planted {
  const request = words(random, 8 + Math.floor(random.next() * 8))
  const requests = [
    ...Array.from({ length: 4 }, () => words(random, 9).join(' ')),
    request.join(' '),
  ]
  switch (index % 4) {
    case 0: {
      const from = Math.floor(random.next() * (request.length - 4))
      const canary = request.slice(from, from + 5).join(pick(random, [' ', ', ', ' - ', '; ']))
      return { canary: random.next() < 0.3 ? canary.toUpperCase() : canary, requests, answers: [] }
    }
    case 1: {
      const answer = JSON.stringify({
        [word(random)]: word(random),
        [word(random)]: draw(random, DIGITS, 5),
        x: word(random),
      })
      const values = Object.values(JSON.parse(answer) as object).join(
        pick(random, [' ', ', ', ' / ']),
      )
      return { canary: random.next() < 0.5 ? answer : values, requests, answers: [answer] }
    }
    case 2: {
      const answer = pick(random, [
        draw(random, '123456789', 2),
        draw(random, '123456789', 4),
        word(random),
      ])
      const said = pick(random, [
        'the answer is',
        'the result:',
        'it equals',
        'the correct output is',
        'answer =',
      ])
      const gold = random.next() < 0.5 ? answer : JSON.stringify({ value: answer })
      return { canary: `${said} ${answer}`, requests, answers: [gold] }
    }
    default:
      return { canary: SECRETS[(index >> 2) % SECRETS.length]!(random), requests, answers: [] }
  }
}

/** A lesson with the canary somewhere in it. */
function hide(canary: string, random: Random): string {
  return pick(random, [
    `When calling ${word(random)}.${word(random)}, write ${canary}.`,
    `When asked, ${canary}, and nothing else.`,
    `${canary} is how ${word(random)} works.`,
    `Write ${word(random)} first; e.g. ${canary} for ${word(random)}.`,
    `Notes (${canary}) help.`,
  ])
}
