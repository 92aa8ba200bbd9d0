import { AGE_RULES, MONEY_RULES, PERCENT_RULES, QUANTITY_RULES, WEIGHT_RULES } from './amounts.ts'
import { DATE_RULES, DURATION_RULES, TIME_RULES } from './dates-and-times.ts'
import {
  CONSENT_RULES,
  COUNTRY_RULES,
  LANGUAGE_RULES,
  ORDER_RULES,
  PERSON_RULES,
  PHONE_RULES,
} from './people-and-codes.ts'
import type { AnyRuleKind } from './rule-kind.ts'
import {
  CHANNEL_RULES,
  DEPARTMENT_RULES,
  ITEM_RULES,
  PRIORITY_RULES,
  SIZE_RULES,
  STATUS_RULES,
} from './words.ts'

/** Every kind of house rule, in a fixed order. */
export const RULE_KINDS: readonly AnyRuleKind[] = [
  ...DATE_RULES,
  ...TIME_RULES,
  ...DURATION_RULES,
  ...MONEY_RULES,
  ...WEIGHT_RULES,
  ...PERCENT_RULES,
  ...QUANTITY_RULES,
  ...AGE_RULES,
  ...PERSON_RULES,
  ...COUNTRY_RULES,
  ...ORDER_RULES,
  ...PHONE_RULES,
  ...LANGUAGE_RULES,
  ...CONSENT_RULES,
  ...STATUS_RULES,
  ...PRIORITY_RULES,
  ...DEPARTMENT_RULES,
  ...CHANNEL_RULES,
  ...SIZE_RULES,
  ...ITEM_RULES,
]
