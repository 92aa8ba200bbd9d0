import type { RuleKind } from './rule-kind.ts'

function look(table: Readonly<Record<string, string | number>>, words: string): string | number {
  const value = table[words]
  if (value === undefined) throw new RangeError(`no code for ${words}`)
  return value
}

/** A rule that maps words to codes by a table. */
function mapping<S extends 'status' | 'priority' | 'department' | 'channel' | 'size'>(
  subject: S,
  id: string,
  table: Readonly<Record<string, string | number>>,
): RuleKind<S> {
  const accepted = (facts: { words: string }): string | number => look(table, facts.words)
  const pairs = Object.entries(table).map(([words, code]) => `${code} for ${words}`)
  const codes = Object.values(table)
    .map(String)
    .toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }))
  return {
    id,
    subject,
    teaching: 'several',
    accepted,
    caseOf: (facts: { words: string }) => facts.words,
    explicit: (facts: { words: string }) => `expected ${accepted(facts)} for this request`,
    vague: `must be one of ${codes.join(', ')}`,
    rule: `as ${pairs.join(', ')}`,
  } as RuleKind<S>
}

/** Conventions for order states. */
export const STATUS_RULES: readonly RuleKind<'status'>[] = [
  {
    id: 'status-upper-snake',
    subject: 'status',
    teaching: 'single',
    accepted: ({ words }) => words.toUpperCase().replaceAll(' ', '_'),
    explicit: () => 'expected capitals with underscores',
    vague: 'must be capitals, no spaces',
    rule: 'in capitals with underscores, e.g. NOT_YET_PAID for not yet paid',
  },
  {
    id: 'status-kebab',
    subject: 'status',
    teaching: 'single',
    accepted: ({ words }) => words.replaceAll(' ', '-'),
    explicit: () => 'expected small letters with dashes',
    vague: 'must not contain spaces or underscores',
    rule: 'in small letters with dashes, e.g. not-yet-paid for not yet paid',
  },
  mapping('status', 'status-code', {
    'in progress': 20,
    'on hold': 30,
    'ready for pickup': 40,
    'sent back': 50,
  }),
]

/** Conventions for urgencies. */
export const PRIORITY_RULES: readonly RuleKind<'priority'>[] = [
  mapping('priority', 'priority-number', { urgent: 1, high: 2, normal: 3, low: 4 }),
  mapping('priority', 'priority-rising', { urgent: 40, high: 30, normal: 20, low: 10 }),
  mapping('priority', 'priority-colour', {
    urgent: 'RED',
    high: 'AMBER',
    normal: 'GREEN',
    low: 'BLUE',
  }),
]

/** Conventions for departments. */
export const DEPARTMENT_RULES: readonly RuleKind<'department'>[] = [
  mapping('department', 'department-number', { sales: 10, support: 20, finance: 30, legal: 40 }),
  mapping('department', 'department-code', {
    sales: 'D1',
    support: 'D2',
    finance: 'D3',
    legal: 'D4',
  }),
]

/** Conventions for ways of contact. */
export const CHANNEL_RULES: readonly RuleKind<'channel'>[] = [
  mapping('channel', 'channel-code', {
    'e-mail': 'EM',
    telephone: 'TE',
    letter: 'LE',
    'text message': 'TX',
  }),
  mapping('channel', 'channel-number', { 'e-mail': 1, telephone: 2, letter: 3, 'text message': 4 }),
]

/** Conventions for sizes. */
export const SIZE_RULES: readonly RuleKind<'size'>[] = [
  mapping('size', 'size-number', { small: 36, medium: 40, large: 44 }),
]

const SORTS = { fruit: 'FOOD', tool: 'TOOL', garment: 'WEAR', furniture: 'HOME' } as const

/** Conventions for goods. */
export const ITEM_RULES: readonly RuleKind<'item'>[] = [
  {
    id: 'item-sort',
    subject: 'item',
    teaching: 'several',
    parameter: 'category',
    accepted: ({ sort }) => SORTS[sort],
    caseOf: ({ sort }) => sort,
    explicit: ({ sort }) => `expected ${SORTS[sort]} for these goods`,
    vague: 'must be one of FOOD, HOME, TOOL, WEAR',
    rule: 'as FOOD for fruit, TOOL for tools, WEAR for garments, HOME for furniture',
  },
  {
    id: 'item-plain',
    subject: 'item',
    teaching: 'guessable',
    accepted: ({ name }) => name,
    explicit: () => 'expected the name of the goods as requested',
    vague: 'unknown goods',
    rule: 'as the name of the goods, e.g. lamps for lamps',
  },
]
