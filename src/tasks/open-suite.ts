import { DsoError } from '../protocol/errors.ts'
import type { TaskSuite } from '../protocol/ports/task-suite.ts'
import type { ErrorGrade, Teaching } from './common/grades.ts'
import { createDatesAndUnitsSuite } from './dates-and-units/create-dates-and-units-suite.ts'
import { createFunctionWritingSuite } from './function-writing/create-function-writing-suite.ts'
import { createHouseRulesSuite } from './house-rules/create-house-rules-suite.ts'
import { TOOL_TEMPLATES } from './house-rules/tools.ts'
import { createJsonPatchSuite } from './json-patch/create-json-patch-suite.ts'
import { createJsonSchemaSuite } from './json-schema/create-json-schema-suite.ts'
import { createSqlConventionsSuite } from './sql-conventions/create-sql-conventions-suite.ts'
import { createStringProgramsSuite } from './string-programs/create-string-programs-suite.ts'
import { createTextFormatsSuite } from './text-formats/create-text-formats-suite.ts'
import { createWordProblemsSuite } from './word-problems/create-word-problems-suite.ts'

/** What {@link openSuite} needs besides the name. */
export interface OpenSuiteOptions {
  /** Names the universe, a non-negative integer: same seed, same tools, conventions and requests. */
  seed: number
  /** Number of tools, for suites that leave it open; their usual number unless given. */
  tools?: number | undefined
}

/** A suite and, for reports and oracles only, the truth about its tools. */
export interface OpenedSuite extends TaskSuite {
  /** The true rules of a domain as one sentence: what an oracle would say. */
  describeRules(domain: string): string
  /** How much the domain's service says when it refuses. */
  gradeOf(domain: string): ErrorGrade
  /** What it takes to learn the domain: the hardest of its rules. */
  teachingOf(domain: string): Teaching
}

/** What can be opened. */
export interface SuiteDescription {
  name: string
  /** What its tasks are, one line. */
  about: string
  /** How many tools a universe may have; undefined where the number is fixed. */
  tools?: { least: number; most: number; usual: number }
}

interface Suite extends SuiteDescription {
  create(options: { seed: number; tools: number }): OpenedSuite
}

const SUITES: readonly Suite[] = [
  {
    name: 'api-house-rules',
    about: 'calls of business tools whose services want values written in their own ways',
    tools: { least: 1, most: TOOL_TEMPLATES.length, usual: 8 },
    create: createHouseRulesSuite,
  },
  {
    name: 'sql-conventions',
    about: 'questions to business databases with house conventions, answered with one SELECT',
    create: createSqlConventionsSuite,
  },
  {
    name: 'json-patch',
    about: 'changes of small documents as JSON Patch, for services with conventions of their own',
    create: createJsonPatchSuite,
  },
  {
    name: 'json-schema',
    about: 'records that a published schema and conventions beside it both accept',
    create: createJsonSchemaSuite,
  },
  {
    name: 'text-formats',
    about: 'small texts in CommonMark and YAML, in the style of a house',
    create: createTextFormatsSuite,
  },
  {
    name: 'dates-and-units',
    about: 'arithmetic with days, times and units, by the conventions of a house',
    create: createDatesAndUnitsSuite,
  },
  {
    name: 'word-problems',
    about: 'grade-school problems with exact answers in undocumented forms',
    create: createWordProblemsSuite,
  },
  {
    name: 'string-programs',
    about: 'texts to be rewritten by a program that nothing describes',
    create: createStringProgramsSuite,
  },
  {
    name: 'function-writing',
    about: 'small JavaScript functions for libraries with conventions, run on hidden cases',
    create: createFunctionWritingSuite,
  },
]

/** Describes every suite, in a fixed order; the first is the default. */
export function describeSuites(): SuiteDescription[] {
  return SUITES.map(({ name, about, tools }) => ({
    name,
    about,
    ...(tools === undefined ? {} : { tools }),
  }))
}

/**
 * Opens a suite by name.
 *
 * @throws DsoError `SUITE_UNKNOWN`, with the names that are known; `OPTION_INVALID` for a seed that is no non-negative
 * integer, a number of tools out of range, or one for a suite whose number is fixed
 */
export function openSuite(name: string, { seed, tools }: OpenSuiteOptions): OpenedSuite {
  const suite = SUITES.find((each) => each.name === name)
  if (suite === undefined) {
    throw new DsoError('SUITE_UNKNOWN', {
      details: { suite: name, known: SUITES.map((each) => each.name) },
    })
  }
  if (!Number.isSafeInteger(seed) || seed < 0) {
    throw new DsoError('OPTION_INVALID', { details: { option: 'seed', seed } })
  }
  if (tools !== undefined && suite.tools === undefined) {
    throw new DsoError('OPTION_INVALID', {
      details: { option: 'tools', tools, reason: `the number of tools of ${name} is fixed` },
    })
  }
  return suite.create({ seed, tools: tools ?? suite.tools?.usual ?? 0 })
}
