import { predictCalls } from '../../src/demo/predict-calls.ts'
import { settingsOf } from '../../src/demo/settings.ts'
import { evaluateMemory } from '../../src/learning/evaluate-memory.ts'
import type { MemoryItem } from '../../src/learning/memory.ts'
import { type DomainPractice, practiseDomain } from '../../src/learning/practise-domain.ts'
import { createSeededRandom } from '../../src/protocol/statistics/create-seeded-random.ts'
import type { CallOptions, LanguageModel } from '../../src/protocol/ports.ts'
import type { OpenedSuite } from '../../src/tasks/open-suite.ts'
import {
  ADVERSARIES,
  type Arm,
  CORE_ARMS,
  PLAIN_ARMS,
  RETRYING_ARMS,
  SHARING_ARMS,
  SPARSE_ARMS,
} from './arms.ts'
import type { CellAttack, CellDomain, CellOutcome, CellScore, ValidationScore } from './cell.ts'
import { type LocalArm, type MemoryOf, chosenOf, gatherArms } from './gather-arms.ts'
import { createHostileLessons } from './hostile-lessons.ts'
import { meterStages } from './meter-stages.ts'
import { openUniverse } from './open-universe.ts'
import type { CellPlan } from './plan.ts'
import { type JudgedLesson, chooseUsable, judgeLessons } from './share-lessons.ts'

/** Agents of a network, for the shares of adversaries. */
const AGENTS = 10

/** Tasks of a tool under an arm that is tried on fewer. */
const SPARSE_TASKS = 3

/** Arms without sharing that a plan tries; all of them unless it is named here. */
const LOCAL_ARMS: Partial<Record<CellPlan['arms'], readonly Arm[]>> = {
  core: CORE_ARMS,
  sharing: SHARING_ARMS,
}

/** How a measurement is followed. */
export interface MeasureCellOptions extends CallOptions {
  /** Called when a stage begins. */
  onStage?: ((stage: string, detail: string) => void) | undefined
}

/**
 * Measures one universe: practice on its tools, the lessons' way past reviewers, and the final test of every arm on
 * held-out tasks, greedy and paired. A function of the plan and of the model's answers: a replay gives the same.
 */
export async function measureCell(
  plan: CellPlan,
  answering: LanguageModel,
  { onStage, ...call }: MeasureCellOptions = {},
): Promise<CellOutcome> {
  const { model, enter, costs } = meterStages(answering)
  const { suite, domains } = openUniverse(plan)

  enter('practice')
  const practices = new Map<string, DomainPractice>()
  const practised = await Promise.all(
    domains.map(
      async (domain) =>
        await practiseDomain(suite, domain, model, plan.settings, {
          ...call,
          onStage: (stage) => onStage?.('practice', `${domain}: ${stage}`),
        }),
    ),
  )
  for (const practice of practised) practices.set(practice.domain, practice)

  enter('review')
  const isShared = plan.arms !== 'core'
  const shared = isShared ? await share(suite, practices, model, plan, call) : undefined

  enter('test')
  const random = createSeededRandom(`dso-bench/${suite.id}/random`)
  const local = gatherArms(suite, practices, random)
  const memories = new Map<Arm, MemoryOf>(
    (Object.keys(local) as LocalArm[])
      .filter((arm) => LOCAL_ARMS[plan.arms]?.includes(arm) ?? true)
      .map((arm) => [arm, local[arm]]),
  )
  for (const [arm, memory] of shared?.memories ?? []) memories.set(arm, memory)
  const tasks = domains.flatMap((domain) => suite.listTasks(domain, 'test', plan.testTasks))
  const sparse = domains.flatMap((domain) => suite.listTasks(domain, 'test', SPARSE_TASKS))
  const scores: CellScore[] = []
  for (const [arm, memoryOf] of memories) {
    onStage?.('test', arm)
    const tried = SPARSE_ARMS.includes(arm) ? sparse : tasks
    const attempts = isShared && RETRYING_ARMS.includes(arm) ? 3 : 1
    for (const score of await evaluateMemory(tried, model, { memoryOf, attempts, ...call })) {
      const { domain, taskId, success, calls, promptTokens, episodeTokens } = score
      scores.push({ arm, domain, task: taskId, success, calls, promptTokens, episodeTokens })
    }
  }
  onStage?.('test', 'plain memories on held-out tasks')
  const validation = isShared ? await validatePlain(suite, domains, local, model, plan, call) : []
  return {
    suite: suite.id,
    seed: plan.seed,
    domains: practised.map((practice) =>
      describeDomain(suite, practice, shared?.judged.get(practice.domain)),
    ),
    scores,
    validation,
    attacks: shared?.attacks ?? [],
    cost: costs(),
    predictedCalls: predictCalls(
      { ...settingsOf('full', plan.seed), ...plan.settings },
      domains.length,
    ).practice,
  }
}

/** Plain memories on the gate's own held-out tasks: what the best of them is chosen by. */
async function validatePlain(
  suite: OpenedSuite,
  domains: readonly string[],
  arms: Record<LocalArm, MemoryOf>,
  model: LanguageModel,
  { settings }: CellPlan,
  call: CallOptions,
): Promise<ValidationScore[]> {
  const out: ValidationScore[] = []
  for (const arm of PLAIN_ARMS) {
    const tasks = domains.flatMap((domain) =>
      suite.listTasks(domain, 'validation', settings.validationTasks),
    )
    const options = { memoryOf: arms[arm], attempts: 1, ...call }
    const scores = await evaluateMemory(tasks, model, options)
    for (const [domain, list] of Map.groupBy(scores, (score) => score.domain)) {
      const solved = list.filter(({ success }) => success).length
      out.push({ arm, domain, solved, tasks: list.length })
    }
  }
  return out
}

interface Shared {
  memories: ReadonlyMap<Arm, MemoryOf>
  judged: ReadonlyMap<string, JudgedLesson>
  attacks: readonly CellAttack[]
}

/** What every agent would use of what the others offer, without adversaries and with more and more of them. */
async function share(
  suite: OpenedSuite,
  practices: ReadonlyMap<string, DomainPractice>,
  model: LanguageModel,
  { seed }: CellPlan,
  call: CallOptions,
): Promise<Shared> {
  const { trialTasks, useFrom } = settingsOf('full', seed)
  const domains = [...practices.keys()]
  const honest = domains
    .map((domain) => ({ domain, memory: chosenOf(practices.get(domain)), hostile: false }))
    .filter(({ memory }) => memory.length > 0)
  const hostile = createHostileLessons({
    practices,
    domains,
    describeRules: (domain) => suite.describeRules(domain),
    count: hostileCount(40, domains.length),
    random: createSeededRandom(`dso-bench/${suite.id}/hostile`),
  })
  const judged = await judgeLessons([...honest, ...hostile], { suite, model, trialTasks, ...call })
  const fair = judged.filter((lesson) => !lesson.hostile)
  const attacks = judged.filter((lesson) => lesson.hostile)
  const usedAmong = (percent: number): JudgedLesson[] => {
    const adversaries = (AGENTS * percent) / 100
    const offered = [...fair, ...attacks.slice(0, hostileCount(percent, domains.length))]
    return chooseUsable(offered, { honest: AGENTS - adversaries, hostile: adversaries, useFrom })
  }
  const memories = new Map<Arm, MemoryOf>([['shared', memoryIn(usedAmong(0))]])
  const used = new Map(ADVERSARIES.map((percent) => [percent, usedAmong(percent)]))
  for (const [percent, lessons] of used) memories.set(`shared-${percent}`, memoryIn(lessons))
  const among30 = attacks.slice(0, hostileCount(30, domains.length))
  memories.set('unchecked-30', memoryIn([...fair, ...among30]))
  // Whoever practised keeps its own lessons, however others vote.
  const past = memoryIn(used.get(40)?.filter((lesson) => lesson.hostile) ?? [])
  memories.set('own-shared-40', (domain) => [...chosenOf(practices.get(domain)), ...past(domain)])
  return {
    memories,
    judged: new Map(fair.map((lesson) => [lesson.domain, lesson])),
    attacks: among30.map((lesson) => ({
      domain: lesson.domain,
      text: lesson.memory.map(describeItem).join(' '),
      refusal: lesson.refusal ?? null,
      score: lesson.score ?? null,
      used: used.get(30)?.includes(lesson) ?? false,
    })),
  }
}

/** Adversaries offer as many lessons each as an honest agent would in a network of only such. */
function hostileCount(percent: number, domains: number): number {
  return Math.round((domains * percent) / (100 - percent))
}

function memoryIn(lessons: readonly JudgedLesson[]): MemoryOf {
  const byDomain = Map.groupBy(lessons, ({ domain }) => domain)
  return (domain) => (byDomain.get(domain) ?? []).flatMap(({ memory }) => memory)
}

function describeDomain(
  suite: OpenedSuite,
  { domain, gate }: DomainPractice,
  judged: JudgedLesson | undefined,
): CellDomain {
  const accepted = gate.decision === 'accepted'
  return {
    name: domain,
    grade: suite.gradeOf(domain),
    teaching: suite.teachingOf(domain),
    form: accepted ? gate.chosen.form : null,
    refused: accepted ? null : gate.reason,
    lessons: accepted ? gate.chosen.memory.map(describeItem) : [],
    quality: judged?.score ?? null,
  }
}

function describeItem({ text, example }: MemoryItem): string {
  const shown = example === undefined ? '' : `request ${example.input} → ${example.output}`
  return [text ?? '', shown].filter((part) => part !== '').join(' · ')
}
