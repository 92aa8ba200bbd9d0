import type { RuleKind } from './rule-kind.ts'

/** Conventions for sums of money. */
export const MONEY_RULES: readonly RuleKind<'money'>[] = [
  {
    id: 'money-cents',
    subject: 'money',
    teaching: 'single',
    accepted: ({ cents }) => cents,
    explicit: () => 'expected the amount in cents',
    vague: 'must be a whole number',
    rule: 'in cents, e.g. 1035 for $10.35',
  },
  {
    id: 'money-code-suffix',
    subject: 'money',
    teaching: 'single',
    accepted: ({ cents }) => `${(cents / 100).toFixed(2)} USD`,
    explicit: () => 'expected the amount, a space and the currency code',
    vague: 'must end with the currency code',
    rule: 'as the amount followed by the currency code, e.g. 10.35 USD for $10.35',
  },
  {
    id: 'money-plain',
    subject: 'money',
    teaching: 'guessable',
    accepted: ({ cents }) => (cents / 100).toFixed(2),
    explicit: () => 'expected the plain amount with two decimals',
    vague: 'must be a plain amount',
    rule: 'as the plain amount, e.g. 10.35 for $10.35',
  },
  {
    id: 'money-tier',
    subject: 'money',
    teaching: 'several',
    parameter: 'size',
    accepted: ({ cents }) => tier(cents),
    caseOf: ({ cents }) => tier(cents),
    explicit: ({ cents }) => `expected ${tier(cents)} for this amount`,
    vague: 'must be one of SMALL, LARGE',
    rule: 'as SMALL below $500, LARGE from $500',
  },
]

function tier(cents: number): string {
  return cents < 500_00 ? 'SMALL' : 'LARGE'
}

/** Conventions for weights. */
export const WEIGHT_RULES: readonly RuleKind<'weight'>[] = [
  {
    id: 'weight-grams',
    subject: 'weight',
    teaching: 'single',
    accepted: ({ grams }) => grams,
    explicit: () => 'expected the weight in grams',
    vague: 'too small, the unit is not kilograms',
    rule: 'in grams, e.g. 72000 for 72 kg',
  },
  {
    id: 'weight-class',
    subject: 'weight',
    teaching: 'several',
    parameter: 'weight_class',
    accepted: ({ grams }) => weightClass(grams),
    caseOf: ({ grams }) => weightClass(grams),
    explicit: ({ grams }) => `expected ${weightClass(grams)} for this weight`,
    vague: 'must be one of LIGHT, HEAVY',
    rule: 'as LIGHT below 10 kg, HEAVY from 10 kg',
  },
]

function weightClass(grams: number): string {
  return grams < 10_000 ? 'LIGHT' : 'HEAVY'
}

/** Conventions for shares of a whole. */
export const PERCENT_RULES: readonly RuleKind<'percent'>[] = [
  {
    id: 'percent-fraction',
    subject: 'percent',
    teaching: 'guessable',
    accepted: ({ percent }) => percent / 100,
    explicit: () => 'expected a fraction between 0 and 1',
    vague: 'out of range, must be below 1',
    rule: 'as a fraction, e.g. 0.55 for 55 percent',
  },
  {
    id: 'percent-basis-points',
    subject: 'percent',
    teaching: 'single',
    accepted: ({ percent }) => percent * 100,
    explicit: () => 'expected basis points, a hundred to the percent',
    vague: 'out of range, must be at least 100',
    rule: 'in basis points, e.g. 5500 for 55 percent',
  },
  {
    id: 'percent-plain',
    subject: 'percent',
    teaching: 'single',
    accepted: ({ percent }) => percent,
    explicit: () => 'expected the number alone',
    vague: 'out of range, must be above 1',
    rule: 'as the number alone, e.g. 55 for 55 percent',
  },
]

/** Conventions for counts. */
export const QUANTITY_RULES: readonly RuleKind<'quantity'>[] = [
  {
    id: 'quantity-plain',
    subject: 'quantity',
    teaching: 'guessable',
    accepted: ({ count }) => count,
    explicit: () => 'expected the number alone',
    vague: 'must be a plain number',
    rule: 'as the number alone, e.g. 105 for 105',
  },
  {
    id: 'quantity-unit',
    subject: 'quantity',
    teaching: 'single',
    accepted: ({ count }) => `${count}pcs`,
    explicit: () => 'expected the number followed by pcs',
    vague: 'unit pcs missing',
    rule: 'as the number followed by pcs, e.g. 105pcs for 105',
  },
]

/** Conventions for ages. */
export const AGE_RULES: readonly RuleKind<'age'>[] = [
  {
    id: 'age-band',
    subject: 'age',
    teaching: 'several',
    parameter: 'age_group',
    accepted: ({ years }) => ageBand(years),
    caseOf: ({ years }) => ageBand(years),
    explicit: ({ years }) => `expected ${ageBand(years)} for this age`,
    vague: 'must be one of CHILD, ADULT',
    rule: 'as CHILD below 18, ADULT from 18',
  },
  {
    id: 'age-plain',
    subject: 'age',
    teaching: 'guessable',
    accepted: ({ years }) => years,
    explicit: () => 'expected the number alone',
    vague: 'must be a plain number',
    rule: 'as the number alone, e.g. 91 for 91',
  },
]

function ageBand(years: number): string {
  return years < 18 ? 'CHILD' : 'ADULT'
}
