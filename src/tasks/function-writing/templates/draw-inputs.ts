import type { Random } from '../../../protocol/ports/random.ts'
import { between, sample } from '../../common/draws.ts'

const WORDS = [
  'Amber',
  'bricklayer',
  'canoe',
  'Dolphin',
  'elm',
  'Fiddlestick',
  'grape',
  'Harbour',
  'ivy',
  'Jigsaw',
  'kettledrum',
  'lemon',
  'Meadow',
  'nut',
  'Observatory',
  'pebble',
  'Quarry',
  'rainwater',
  'Saddle',
  'tin',
] as const

/** Distinct whole numbers from `low` to `high`, in any order. */
export function drawNumbers(random: Random, count: number, low = -60, high = 120): number[] {
  const drawn = new Set<number>()
  while (drawn.size < Math.min(count, high - low + 1)) drawn.add(between(random, low, high))
  return [...drawn]
}

/** Distinct words of 3 to 11 letters, some with a capital. */
export function drawWords(random: Random, count: number): string[] {
  return sample(random, WORDS, count)
}

/** One such word. */
export function drawWord(random: Random): string {
  return drawWords(random, 1)[0] ?? ''
}

/** Some words with spaces between them. */
export function drawText(random: Random): string {
  return drawWords(random, between(random, 2, 5)).join(' ')
}

/** A small letter that most texts hold. */
export function drawLetter(random: Random): string {
  return 'aeilnrstdo'.charAt(random.integer(10))
}

/** An amount with two decimals. */
export function drawAmount(random: Random): number {
  return between(random, 101, 99_999) / 100
}

/** A day of 2021 to 2029 as YYYY-MM-DD. */
export function drawDate(random: Random): string {
  const first = Date.UTC(2021, 0, 1)
  return new Date(first + random.integer(3287) * 86_400_000).toISOString().slice(0, 10)
}
