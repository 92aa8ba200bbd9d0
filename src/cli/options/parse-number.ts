import { InvalidArgumentError } from 'commander'

/** What a whole number on the command line may be. */
export interface NumberRange {
  min: number
  max: number
}

/** Makes a parser of whole numbers for an option. It throws commander's error, which names the option. */
export function wholeNumber({ min, max }: NumberRange): (text: string) => number {
  return (text) => {
    const value = Number(text)
    if (!/^[0-9]{1,15}$/.test(text) || value < min || value > max) {
      throw new InvalidArgumentError(`It must be a whole number from ${min} to ${max}.`)
    }
    return value
  }
}

/** Makes a parser of a share above 0, at most `max`. It throws commander's error, which names the option. */
export function shareUpTo(max: number): (text: string) => number {
  return (text) => {
    const value = Number(text)
    if (!/^\d{0,3}(?:\.\d{1,15})?$/.test(text) || text === '' || value <= 0 || value > max) {
      throw new InvalidArgumentError(`It must be a number above 0, at most ${max}.`)
    }
    return value
  }
}

/** Largest seed: it fits into 32 bits. */
const MAX_SEED = 2 ** 32 - 1

/** Collects seeds: given several times, as a list with commas, or both; each counts once. */
export function collectSeeds(text: string, earlier: readonly number[] | undefined): number[] {
  const parse = wholeNumber({ min: 0, max: MAX_SEED })
  const seeds = text.split(',').map((part) => parse(part.trim()))
  return [...new Set([...(earlier ?? []), ...seeds])]
}

/** Parses a single seed. */
export const oneSeed: (text: string) => number = wholeNumber({ min: 0, max: MAX_SEED })

/** Collects texts of an option that may be given several times. */
export function collectTexts(text: string, earlier: readonly string[] | undefined): string[] {
  return [...(earlier ?? []), text]
}
