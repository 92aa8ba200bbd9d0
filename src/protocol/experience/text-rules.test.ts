import { describe, expect } from 'vitest'
import { fc, test } from '@fast-check/vitest'
import vectors from '../../../vectors/text-rules.json' with { type: 'json' }
import { checkExample } from './check-example.ts'
import { checkText } from './check-text.ts'
import type { TextRefusal, TextVerdict } from './text-rules.ts'

const nameVerdict = (verdict: TextVerdict) => (verdict.ok ? 'ok' : verdict.reason)

/** Text in which the characters that matter are frequent. */
const hostile = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 3 }),
      fc.constantFrom(
        ' ',
        '\n',
        '\r',
        '\u0085',
        '\u2028',
        '\u2029',
        '\v',
        '\f',
        'word',
        'When',
        '.',
      ),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''))

describe('checkText', () => {
  test.each(vectors.texts)('$verdict: $text', ({ text, verdict }) => {
    expect(nameVerdict(checkText(text))).toBe(verdict)
  })

  test('the first sentences of the vectors are accepted and every reason occurs', () => {
    const reasons: TextRefusal[] = [
      'empty',
      'too-long',
      'not-nfc',
      'control-character',
      'url',
      'secret-pattern',
      'instruction',
    ]
    const verdicts = vectors.texts.map(({ verdict }) => verdict)
    expect(verdicts.slice(0, 15)).toEqual(Array.from({ length: 15 }, () => 'ok'))
    expect(new Set(verdicts.slice(15))).toEqual(new Set(reasons))
  })

  test.prop([hostile], { numRuns: 200 })(
    'no accepted text has a line break or a control character',
    (text) => {
      fc.pre(checkText(text).ok)
      expect(text).not.toMatch(
        /\p{Cc}|[\u2028\u2029\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/u,
      )
    },
  )

  test.prop([fc.integer({ min: 0, max: 0x10ffff })], { numRuns: 200 })(
    'a character is judged alike wherever it stands',
    (point) => {
      fc.pre(point !== 0x20 && !(point >= 0xd800 && point <= 0xdfff))
      const char = String.fromCodePoint(point)
      fc.pre(char.normalize('NFC') === char && !/\p{M}/u.test(char))
      const hidden = (text: string) => nameVerdict(checkText(text)) === 'control-character'
      expect(hidden(`${char}word`)).toBe(hidden(`wo${char}rd`))
    },
  )

  test.prop([fc.array(fc.stringMatching(/^[a-z]{1,8}$/), { minLength: 33, maxLength: 40 })])(
    'no accepted text has more than 32 words',
    (words) => {
      expect(checkText(words.join(' ')).ok).toBe(false)
    },
  )

  test('a lone surrogate is refused', () => {
    expect(checkText('a\ud800b')).toEqual({ ok: false, reason: 'control-character' })
  })

  test('the verdict does not depend on what was checked before', () => {
    const first = vectors.texts.map(({ text }) => nameVerdict(checkText(text)))
    const again = vectors.texts.toReversed().map(({ text }) => nameVerdict(checkText(text)))
    expect(again.toReversed()).toEqual(first)
  })
})

describe('checkExample', () => {
  test.each(vectors.examples)('$verdict: $input → $output', ({ input, output, verdict }) => {
    expect(nameVerdict(checkExample({ input, output }))).toBe(verdict)
  })

  test.prop([hostile, hostile], { numRuns: 200 })(
    'no accepted example has a line break',
    (input, output) => {
      fc.pre(checkExample({ input, output }).ok)
      expect(input + output).not.toMatch(/[\n\r\v\f\u0085\u2028\u2029]/)
    },
  )

  test('is refused for whatever would refuse one of its parts', () => {
    for (const { text, verdict } of vectors.texts) {
      if (verdict === 'ok' || verdict === 'too-long') continue
      expect(nameVerdict(checkExample({ input: text, output: 'x' }))).toBe(verdict)
      expect(nameVerdict(checkExample({ input: 'x', output: text }))).toBe(verdict)
    }
  })
})
