import type { Random } from '../../../protocol/ports/random.ts'
import type { JsonValue } from '../../sandbox/sandbox-result.ts'
import type { Topic } from '../convention.ts'

/** One kind of function to write. */
export interface FunctionTemplate {
  /** Name of the function. */
  name: string
  topic: Topic
  /** Names of its arguments. */
  parameters: readonly string[]
  /** Draws what makes one request different from another. */
  constants(random: Random): JsonValue[]
  /** What the function returns, to stand after a colon. */
  task(constants: readonly JsonValue[]): string
  /** Draws arguments to try it with. */
  inputs(random: Random, constants: readonly JsonValue[]): JsonValue[]
  /**
   * The plain result of arguments and constants, null for input that is not valid. It refers to nothing outside
   * itself: its source text goes into reference solutions.
   */
  core(...values: JsonValue[]): JsonValue
}

/** A template whose parts agree in their types. */
interface TypedTemplate<A extends readonly JsonValue[], C extends readonly JsonValue[]> {
  name: string
  parameters: readonly string[]
  constants(random: Random): C
  task(constants: C): string
  inputs(random: Random, constants: C): A
  core(...values: [...A, ...C]): JsonValue
}

/** Makes a template of a topic; the types of arguments and constants are checked here and forgotten. */
export function template<
  const A extends readonly JsonValue[],
  const C extends readonly JsonValue[],
>(topic: Topic, typed: TypedTemplate<A, C>): FunctionTemplate {
  return { topic, ...(typed as unknown as Omit<FunctionTemplate, 'topic'>) }
}
