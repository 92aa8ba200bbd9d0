import type { Random } from '../../protocol/ports/random.ts'
import { between, shuffle } from '../common/draws.ts'
import type { PropertyConvention } from './property-convention.ts'

/** Conventions about codes for words and brackets of numbers; most codes are drawn. */
export function drawCodedConventions(random: Random): PropertyConvention[] {
  const levels = shuffle(random, [1, 2, 3, 4])
  const seats = shuffle(random, ['A', 'B', 'C', 'D'])
  const levelWords = ['urgent', 'high', 'normal', 'low'] as const
  const placeWords = ['window', 'aisle', 'table', 'door'] as const
  return [
    {
      id: 'yes-no-letters',
      teaching: 'guessable',
      property: 'insured',
      schema: { type: 'string', enum: ['Y', 'N'] },
      draw: (source) => {
        const yes = source.integer(2) === 0
        return {
          wish: yes ? 'it is insured' : 'it is not insured',
          accepted: yes ? 'Y' : 'N',
          literal: String(yes),
          case: String(yes),
        }
      },
      explicit: 'expected Y or N',
      vague: 'does not fit the request',
      rule: 'as Y or N',
    },
    {
      id: 'level-numbers',
      teaching: 'several',
      property: 'level',
      schema: { type: 'integer', enum: [1, 2, 3, 4] },
      draw: (source) => {
        const index = source.integer(levelWords.length)
        const word = levelWords[index] ?? 'urgent'
        return {
          wish: `it is ${word}`,
          accepted: levels[index] ?? 0,
          literal: word,
          case: word,
          explicit: `expected ${levels[index] ?? 0} for ${word}`,
        }
      },
      explicit: 'every level has a number',
      vague: 'is not the number of this level',
      rule: `as ${levelWords.map((word, index) => `${levels[index] ?? 0} for ${word}`).join(', ')}`,
    },
    {
      id: 'place-letters',
      teaching: 'several',
      property: 'place',
      schema: { type: 'string', enum: ['A', 'B', 'C', 'D'] },
      draw: (source) => {
        const index = source.integer(placeWords.length)
        const word = placeWords[index] ?? 'window'
        return {
          wish: `the place is by the ${word}`,
          accepted: seats[index] ?? '',
          literal: word,
          case: word,
          explicit: `expected ${seats[index] ?? ''} for ${word}`,
        }
      },
      explicit: 'every place has a letter',
      vague: 'is another place',
      rule: `as ${placeWords.map((word, index) => `${seats[index] ?? ''} for ${word}`).join(', ')}`,
    },
    {
      id: 'size-brackets',
      teaching: 'several',
      property: 'size',
      schema: { type: 'string', enum: ['S', 'M', 'L'] },
      draw: (source) => {
        const kilograms = between(source, 1, 60)
        const size = kilograms < 10 ? 'S' : kilograms < 30 ? 'M' : 'L'
        return {
          wish: `it weighs ${kilograms} kg`,
          accepted: size,
          literal: kilograms,
          case: size,
          explicit: `expected ${size} for ${kilograms} kg`,
        }
      },
      explicit: 'the size follows from the weight',
      vague: 'does not fit the weight',
      rule: 'as S below 10 kg, M below 30 kg, L from 30 kg',
    },
  ]
}
