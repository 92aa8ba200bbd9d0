import { createSeededRandom } from '../../protocol/statistics/create-seeded-random.ts'
import type { Split, Task, TaskSuite } from '../../protocol/ports.ts'
import type { ErrorGrade, Teaching } from '../common/grades.ts'
import { type Tool, createUniverse } from './create-universe.ts'
import { type DrawnCall, drawCall } from './draw-call.ts'
import { verifyCall } from './verify-call.ts'

/** What {@link createHouseRulesSuite} needs. */
export interface HouseRulesOptions {
  /** Names the universe: same seed, same tools, rules and requests. */
  seed: number
  /** Number of tools, 1 to the number of templates. */
  tools: number
}

/** The suite and, for reports and oracles only, the truth about its tools. */
export interface HouseRulesSuite extends TaskSuite {
  readonly tools: readonly Tool[]
  /** The true rules of a domain as sentences: what an oracle would say. */
  describeRules(domain: string): string
  /** How much the tool's service says when it refuses. */
  gradeOf(domain: string): ErrorGrade
  /** What it takes to learn the tool: the hardest of its rules. */
  teachingOf(domain: string): Teaching
}

/**
 * *API house rules*, version 1: business services whose undocumented conventions an agent meets as refusals.
 * Splits are disjoint by construction: one stream of distinct requests a tool, dealt out to the splits in turn.
 *
 * @throws DsoError `OPTION_INVALID` for a number of tools out of range
 */
export function createHouseRulesSuite({ seed, tools: count }: HouseRulesOptions): HouseRulesSuite {
  const tools = createUniverse({
    random: createSeededRandom(`house-rules/1/${seed}`),
    tools: count,
  })
  const byName = new Map(tools.map((tool) => [tool.name, tool]))
  const suiteId = `api-house-rules/1?seed=${seed}&tools=${count}`
  const decks = new Map<string, Record<Split, Task[]>>()

  const deckOf = (tool: Tool): Record<Split, Task[]> => {
    const known = decks.get(tool.name)
    if (known !== undefined) return known
    const deck = deal(tool, seed)
    decks.set(tool.name, deck)
    return deck
  }
  const find = (domain: string): Tool => {
    const tool = byName.get(domain)
    if (tool === undefined) throw new RangeError(`no tool ${domain} in ${suiteId}`)
    return tool
  }
  return {
    id: suiteId,
    tools,
    domains: tools.map(({ name }) => name),
    listTasks: (domain, split, limit) => deckOf(find(domain))[split].slice(0, limit),
    describeRules: (domain) => describeTool(find(domain)),
    gradeOf: (domain) => find(domain).grade,
    teachingOf: (domain) => find(domain).teaching,
  }
}

/** Most distinct requests that are dealt to one split of one tool. */
const DECK_SIZE = 40
const SPLITS = ['practice', 'validation', 'test'] as const

function deal(tool: Tool, seed: number): Record<Split, Task[]> {
  const random = createSeededRandom(`house-rules/1/${seed}/${tool.name}`)
  const deck: Record<Split, Task[]> = { practice: [], validation: [], test: [] }
  const seen = new Set<string>()
  const waiting: DrawnCall[] = []
  const wanted: Record<Split, Map<string, number>> = {
    practice: new Map(),
    validation: new Map(),
    test: new Map(),
  }
  // Draws go to the split that has seen the draw's case least, so that every split meets every case of a mapping.
  for (let tries = 0; tries < DECK_SIZE * 12 && waiting.length < DECK_SIZE * 3; tries++) {
    const call = drawCall(tool, random)
    if (!seen.has(call.request)) waiting.push(call)
    seen.add(call.request)
  }
  for (const call of balanceCases(waiting)) {
    const label = caseOf(call)
    const split = SPLITS.toSorted((a, b) => rank(a) - rank(b))[0] ?? 'practice'
    function rank(name: Split): number {
      return (wanted[name].get(label) ?? 0) * 1000 + deck[name].length
    }
    wanted[split].set(label, (wanted[split].get(label) ?? 0) + 1)
    deck[split].push(toTask(tool, call, `${split}/${deck[split].length}`))
  }
  return deck
}

/** Orders calls so that their cases take turns; without cases the order stays. */
function balanceCases(calls: readonly DrawnCall[]): DrawnCall[] {
  const queues = new Map<string, DrawnCall[]>()
  for (const call of calls) queues.set(caseOf(call), [...(queues.get(caseOf(call)) ?? []), call])
  const out: DrawnCall[] = []
  const lists = [...queues.values()]
  const longest = Math.max(0, ...lists.map((list) => list.length))
  // Three of a case in a row, one for each split.
  for (let i = 0; i < longest; i += SPLITS.length)
    for (const list of lists) out.push(...list.slice(i, i + SPLITS.length))
  return out
}

function caseOf({ parameters }: DrawnCall): string {
  return parameters.map((parameter) => parameter.case ?? '').join('|')
}

function toTask(tool: Tool, { request, parameters }: DrawnCall, id: string): Task {
  return {
    id: `${tool.name}/${id}`,
    domain: tool.name,
    head: `Tool: ${tool.name}(${tool.parameters.map(({ name }) => name).join(', ')})`,
    request,
    keys: tool.parameters.map(({ name }) => name),
    verify: (answer) => verifyCall(answer, parameters, tool.grade),
  }
}

function describeTool(tool: Tool): string {
  const rules = tool.parameters.map(({ name, rule }) => `write ${name} ${rule.rule}`)
  return `When calling ${tool.name}, ${rules.join('; ')}.`
}
