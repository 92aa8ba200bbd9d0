import type { Random } from '../../protocol/ports/random.ts'
import { pick } from '../common/draws.ts'

/** One step of a program that rewrites a text of small words. */
export interface Step {
  id: string
  /** What it changes; a program has at most one step of each sort, so that none undoes another. */
  sort: 'words' | 'letters' | 'case' | 'frame'
  /** What it does, as an instruction. */
  words: string
  /** What may be said about it without telling what it does. */
  hint: string
  apply(text: string): string
}

const perWord = (change: (word: string) => string) => (text: string) =>
  text.split(' ').map(change).join(' ')
const reverse = (text: string): string => text.split('').toReversed().join('')

/** Steps that programs are composed of; marks are drawn. */
export function drawSteps(random: Random): Step[] {
  const [left = '', right = ''] = pick(random, [
    ['[', ']'],
    ['<', '>'],
    ['(', ')'],
  ])
  const joint = pick(random, ['-', '_', '+'])
  const ending = pick(random, ['!', '#1', '-ok'])
  const vowel = pick(random, ['a', 'e', 'o'])
  return [
    {
      id: 'swap-words',
      sort: 'words',
      words: 'put the words in reverse order',
      hint: 'the order of words changes',
      apply: (text) => text.split(' ').toReversed().join(' '),
    },
    {
      id: 'join-words',
      sort: 'words',
      words: `join the words with "${joint}"`,
      hint: 'blanks change',
      apply: (text) => text.replaceAll(' ', joint),
    },
    {
      id: 'last-word',
      sort: 'words',
      words: 'keep the last word only',
      hint: 'words get lost',
      apply: (text) => text.split(' ').at(-1) ?? '',
    },
    {
      id: 'repeat-first-word',
      sort: 'words',
      words: 'write the first word twice',
      hint: 'words come to it',
      apply: (text) => `${text.split(' ')[0] ?? ''} ${text}`,
    },
    {
      id: 'sort-words',
      sort: 'words',
      words: 'put the words in alphabetical order',
      hint: 'the order of words may change',
      apply: (text) => text.split(' ').toSorted().join(' '),
    },
    {
      id: 'reverse-letters',
      sort: 'letters',
      words: 'reverse the letters of each word',
      hint: 'the order of letters changes',
      apply: perWord(reverse),
    },
    {
      id: 'drop-vowels',
      sort: 'letters',
      words: 'leave out the vowels',
      hint: 'letters get lost',
      apply: (text) => text.replaceAll(/[aeiou]/g, ''),
    },
    {
      id: 'three-letters',
      sort: 'letters',
      words: 'keep the first three letters of each word',
      hint: 'letters get lost',
      apply: perWord((word) => word.slice(0, 3)),
    },
    {
      id: 'drop-first-letter',
      sort: 'letters',
      words: 'leave out the first letter of each word',
      hint: 'letters get lost',
      apply: perWord((word) => word.slice(1)),
    },
    {
      id: 'first-to-end',
      sort: 'letters',
      words: 'move the first letter of each word to its end',
      hint: 'the order of letters changes',
      apply: perWord((word) => `${word.slice(1)}${word.charAt(0)}`),
    },
    {
      id: 'one-vowel',
      sort: 'letters',
      words: `replace every vowel by ${vowel}`,
      hint: 'letters change',
      apply: (text) => text.replaceAll(/[aeiou]/g, vowel),
    },
    {
      id: 'double-last-letter',
      sort: 'letters',
      words: 'double the last letter of each word',
      hint: 'letters come to it',
      apply: perWord((word) => `${word}${word.at(-1) ?? ''}`),
    },
    {
      id: 'capitals',
      sort: 'case',
      words: 'write capitals',
      hint: 'the case changes',
      apply: (text) => text.toUpperCase(),
    },
    {
      id: 'capital-words',
      sort: 'case',
      words: 'begin each word with a capital',
      hint: 'the case changes',
      apply: perWord((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`),
    },
    {
      id: 'brackets',
      sort: 'frame',
      words: `put ${left} before and ${right} after it all`,
      hint: 'something comes to it',
      apply: (text) => `${left}${text}${right}`,
    },
    {
      id: 'ending',
      sort: 'frame',
      words: `add ${ending} at the end`,
      hint: 'something comes to it',
      apply: (text) => `${text}${ending}`,
    },
    {
      id: 'length-in-front',
      sort: 'frame',
      words: 'write the number of words and a colon in front',
      hint: 'something comes to it',
      apply: (text) => `${text.split(' ').length}:${text}`,
    },
  ]
}
