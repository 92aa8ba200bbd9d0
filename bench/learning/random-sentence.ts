import type { Random } from '../../src/protocol/ports.ts'

const WORDS = (
  'lamp river seven quietly because stone orange never table window yellow climb paper under bridge clock ' +
  'garden silver often mountain bottle green follow music corner heavy candle winter basket sudden'
).split(' ')

/** So many words in no order: what has the length of a lesson and says nothing. */
export function randomSentence(random: Random, words: number): string {
  const drawn = Array.from({ length: words }, () => WORDS[random.integer(WORDS.length)] ?? '')
  return `${drawn.join(' ')}.`
}
