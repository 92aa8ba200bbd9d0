import type { RuleKind } from './rule-kind.ts'

/** Conventions for names of people. */
export const PERSON_RULES: readonly RuleKind<'person'>[] = [
  {
    id: 'person-last-first',
    subject: 'person',
    teaching: 'single',
    accepted: ({ first, last }) => `${last}, ${first}`,
    explicit: () => 'expected last name, comma, first name',
    vague: 'last name must come first',
    rule: 'as last name, comma, first name, e.g. Young, Zoe for Zoe Young',
  },
  {
    id: 'person-initial',
    subject: 'person',
    teaching: 'single',
    accepted: ({ first, last }) => `${first.charAt(0)}. ${last}`,
    explicit: () => 'expected the form X. LASTNAME, the first name shortened to its initial',
    vague: 'first name must be shortened',
    rule: 'as initial and last name, e.g. Z. Young for Zoe Young',
  },
  {
    id: 'person-login',
    subject: 'person',
    teaching: 'single',
    accepted: ({ first, last }) => `${first.toLowerCase()}.${last.toLowerCase()}`,
    explicit: () => 'expected first name, full stop, last name in small letters',
    vague: 'must be small letters without spaces',
    rule: 'in small letters with a full stop between, e.g. zoe.young for Zoe Young',
  },
  {
    id: 'person-plain',
    subject: 'person',
    teaching: 'guessable',
    accepted: ({ first, last }) => `${first} ${last}`,
    explicit: () => 'expected first and last name',
    vague: 'unknown person',
    rule: 'as first and last name, e.g. Zoe Young',
  },
]

/** Conventions for countries. */
export const COUNTRY_RULES: readonly RuleKind<'country'>[] = [
  {
    id: 'country-three-letters',
    subject: 'country',
    teaching: 'single',
    accepted: ({ iso3 }) => iso3,
    explicit: () => 'expected the three-letter country code (ISO 3166 alpha-3)',
    vague: 'must be a three-letter code',
    rule: 'as the three-letter ISO code, e.g. ISL for Iceland',
  },
  {
    id: 'country-two-letters',
    subject: 'country',
    teaching: 'single',
    accepted: ({ iso2 }) => iso2,
    explicit: () => 'expected the two-letter country code (ISO 3166 alpha-2)',
    vague: 'must be a two-letter code',
    rule: 'as the two-letter ISO code, e.g. IS for Iceland',
  },
  {
    id: 'country-zone',
    subject: 'country',
    teaching: 'several',
    parameter: 'zone',
    accepted: ({ continent }) => ZONES[continent],
    caseOf: ({ continent }) => continent,
    explicit: ({ continent }) => `expected ${ZONES[continent]} for this country`,
    vague: 'must be one of EU, AS, AF, SA',
    rule: 'as EU for Europe, AS for Asia, AF for Africa, SA for South America',
  },
  {
    id: 'country-plain',
    subject: 'country',
    teaching: 'guessable',
    accepted: ({ name }) => name,
    explicit: () => 'expected the English name of the country',
    vague: 'unknown country',
    rule: 'as the English name, e.g. Iceland',
  },
]

const ZONES = { Europe: 'EU', Asia: 'AS', Africa: 'AF', 'South America': 'SA' } as const

/** Conventions for order numbers. */
export const ORDER_RULES: readonly RuleKind<'order'>[] = [
  {
    id: 'order-prefix',
    subject: 'order',
    teaching: 'single',
    accepted: ({ number }) => `ORD-${number}`,
    explicit: () => 'expected ORD, a dash and the number',
    vague: 'prefix ORD missing',
    rule: 'as ORD, dash, number, e.g. ORD-1001 for order 1001',
  },
  {
    id: 'order-hash',
    subject: 'order',
    teaching: 'single',
    accepted: ({ number }) => `#${number}`,
    explicit: () => 'expected the sign # before the number',
    vague: 'sign missing before the number',
    rule: 'with the sign # before it, e.g. #1001 for order 1001',
  },
  {
    id: 'order-plain',
    subject: 'order',
    teaching: 'guessable',
    accepted: ({ number }) => number,
    explicit: () => 'expected the number alone',
    vague: 'unknown order',
    rule: 'as the number alone, e.g. 1001 for order 1001',
  },
]

/** Conventions for telephone numbers. */
export const PHONE_RULES: readonly RuleKind<'phone'>[] = [
  {
    id: 'phone-international',
    subject: 'phone',
    teaching: 'single',
    accepted: ({ exchange, line }) => `+1-${exchange}-${line}`,
    explicit: () => 'expected +1, a dash, three digits, a dash and four digits',
    vague: 'must begin with +1',
    rule: 'with +1 and dashes, e.g. +1-200-2000 for 200 2000',
  },
  {
    id: 'phone-digits',
    subject: 'phone',
    teaching: 'single',
    accepted: ({ exchange, line }) => `${exchange}${line}`,
    explicit: () => 'expected seven digits without a space',
    vague: 'must be seven digits and nothing else',
    rule: 'as seven digits without a space, e.g. 2002000 for 200 2000',
  },
]

/** Conventions for languages. */
export const LANGUAGE_RULES: readonly RuleKind<'language'>[] = [
  {
    id: 'language-three-letters',
    subject: 'language',
    teaching: 'single',
    accepted: ({ iso3 }) => iso3,
    explicit: () => 'expected the three-letter language code in small letters',
    vague: 'must be a three-letter code',
    rule: 'as the three-letter code in small letters, e.g. isl for Icelandic',
  },
  {
    id: 'language-capital-code',
    subject: 'language',
    teaching: 'single',
    accepted: ({ iso2 }) => iso2.toUpperCase(),
    explicit: () => 'expected the two-letter language code in capitals',
    vague: 'must be two capital letters',
    rule: 'as the two-letter code in capitals, e.g. IS for Icelandic',
  },
]

/** Conventions for agreement. */
export const CONSENT_RULES: readonly RuleKind<'consent'>[] = [
  {
    id: 'consent-word',
    subject: 'consent',
    teaching: 'single',
    accepted: () => 'AGREED',
    explicit: () => 'expected the word AGREED',
    vague: 'must be one of AGREED, DECLINED',
    rule: 'as the word AGREED',
  },
]
