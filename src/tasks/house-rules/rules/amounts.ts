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
    vague: 'currency code missing',
    rule: 'as the amount followed by the currency code, e.g. 10.35 USD for $10.35',
  },
  {
    id: 'money-decimal-comma',
    subject: 'money',
    teaching: 'single',
    accepted: ({ cents }) => (cents / 100).toFixed(2).replace('.', ','),
    explicit: () => 'expected a decimal comma and no currency sign',
    vague: 'decimal comma missing',
    rule: 'with a decimal comma and no currency sign, e.g. 10,35 for $10.35',
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
    accepted: ({ cents }) => tier(cents),
    caseOf: ({ cents }) => tier(cents),
    explicit: ({ cents }) => `expected ${tier(cents)} for this amount`,
    vague: 'must be one of BASIC, PLUS, PRIME',
    rule: 'as BASIC below $200, PLUS from $200 to $600, PRIME above $600',
  },
]

function tier(cents: number): string {
  if (cents < 200_00) return 'BASIC'
  return cents <= 600_00 ? 'PLUS' : 'PRIME'
}

/** Conventions for weights. */
export const WEIGHT_RULES: readonly RuleKind<'weight'>[] = [
  {
    id: 'weight-grams',
    subject: 'weight',
    teaching: 'single',
    accepted: ({ grams }) => grams,
    explicit: () => 'expected the weight in grams',
    vague: 'out of range, must be at least 500',
    rule: 'in grams, e.g. 72000 for 72 kg',
  },
  {
    id: 'weight-unit-suffix',
    subject: 'weight',
    teaching: 'single',
    accepted: ({ grams }) => `${grams / 1000}KG`,
    explicit: () => 'expected the number followed by KG without a space',
    vague: 'unit must be in capitals, without a space',
    rule: 'as the number followed by KG without a space, e.g. 72KG for 72 kg',
  },
  {
    id: 'weight-class',
    subject: 'weight',
    teaching: 'several',
    accepted: ({ grams }) => weightClass(grams),
    caseOf: ({ grams }) => weightClass(grams),
    explicit: ({ grams }) => `expected ${weightClass(grams)} for this weight`,
    vague: 'must be one of S, M, L',
    rule: 'as S below 8 kg, M from 8 to 20 kg, L above 20 kg',
  },
]

function weightClass(grams: number): string {
  if (grams < 8000) return 'S'
  return grams <= 20_000 ? 'M' : 'L'
}

/** Conventions for shares of a whole. */
export const PERCENT_RULES: readonly RuleKind<'percent'>[] = [
  {
    id: 'percent-fraction',
    subject: 'percent',
    teaching: 'single',
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
    teaching: 'guessable',
    accepted: ({ percent }) => percent,
    explicit: () => 'expected the number alone',
    vague: 'must be a plain number',
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
    vague: 'unit missing',
    rule: 'as the number followed by pcs, e.g. 105pcs for 105',
  },
  {
    id: 'quantity-band',
    subject: 'quantity',
    teaching: 'several',
    accepted: ({ count }) => band(count),
    caseOf: ({ count }) => band(count),
    explicit: ({ count }) => `expected ${band(count)} for this number`,
    vague: 'must be one of FEW, SOME, MANY',
    rule: 'as FEW below 30, SOME from 30 to 60, MANY above 60',
  },
]

function band(count: number): string {
  if (count < 30) return 'FEW'
  return count <= 60 ? 'SOME' : 'MANY'
}

/** Conventions for ages. */
export const AGE_RULES: readonly RuleKind<'age'>[] = [
  {
    id: 'age-band',
    subject: 'age',
    teaching: 'several',
    accepted: ({ years }) => ageBand(years),
    caseOf: ({ years }) => ageBand(years),
    explicit: ({ years }) => `expected ${ageBand(years)} for this age`,
    vague: 'must be one of J, R, P',
    rule: 'as J below 18, R from 18 to 64, P from 65',
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
  if (years < 18) return 'J'
  return years < 65 ? 'R' : 'P'
}
