import { type ConventionSuite, createConventionSuite } from '../common/create-convention-suite.ts'
import { shuffle } from '../common/draws.ts'
import { toFormatDomain } from './format-domain.ts'
import { drawMarkdownDomains } from './markdown-domains.ts'
import { drawYamlDomains } from './yaml-domains.ts'

/** What {@link createTextFormatsSuite} needs. */
export interface TextFormatsOptions {
  /** Names the universe, a non-negative integer. */
  seed: number
}

/**
 * *Text formats*, version 1: small texts in CommonMark and YAML in the style that each house insists on without saying
 * so. A text is read, not compared: what the house leaves open may be written in any way.
 *
 * @throws DsoError `OPTION_INVALID` for a seed that is no non-negative integer
 */
export function createTextFormatsSuite({ seed }: TextFormatsOptions): ConventionSuite {
  return createConventionSuite({
    name: 'text-formats/1',
    seed,
    drawDomains: (random) =>
      shuffle(random, [...drawMarkdownDomains(random), ...drawYamlDomains(random)]).map(
        toFormatDomain,
      ),
  })
}
