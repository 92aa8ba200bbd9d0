import type { Convention, Topic } from './convention.ts'
import { FORM_CONVENTIONS } from './form-conventions.ts'
import { INPUT_CONVENTIONS } from './input-conventions.ts'
import { RESULT_CONVENTIONS } from './result-conventions.ts'
import { DAY_TEMPLATES } from './templates/days.ts'
import { LIST_TEMPLATES } from './templates/lists.ts'
import { NUMBER_TEMPLATES } from './templates/numbers.ts'
import type { FunctionTemplate } from './templates/template.ts'
import { TEXT_TEMPLATES } from './templates/texts.ts'

/** Every convention, in a fixed order. */
export const CONVENTIONS: readonly Convention[] = [
  ...RESULT_CONVENTIONS,
  ...FORM_CONVENTIONS,
  ...INPUT_CONVENTIONS,
]

/** Every kind of function, in a fixed order. */
export const TEMPLATES: readonly FunctionTemplate[] = [
  ...LIST_TEMPLATES,
  ...NUMBER_TEMPLATES,
  ...TEXT_TEMPLATES,
  ...DAY_TEMPLATES,
]

/** What conventions are about, in a fixed order. */
export const TOPICS: readonly Topic[] = [...new Set(CONVENTIONS.map(({ topic }) => topic))]
