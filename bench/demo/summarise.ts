import { sumSlashed, sumUsage } from '../../src/report/text/describe-report.ts'
import { figuresOf } from './figures.ts'
import { type MeasuredPart, type Measurement, minutesOf, SIZES } from './measure.ts'
import type { DemoResults } from './results.ts'

/** What the results say about the machine. */
export interface MachineInfo {
  /** Name of the processor's model. */
  cpu: string
  /** Processor cores that the run could use. */
  cores: number
  /** Threads that the model was told to use; null where it chose. */
  threads: number | null
}

/** Turns a finished measurement into what is published. */
export function summarise(measurement: Measurement, machine: MachineInfo): DemoResults {
  const { full } = measurement
  const { report } = full
  const { run, arms, experiences, poison, network, chain } = report
  const { calls, predictedCalls, promptTokens, completionTokens, modelSeconds } = sumUsage(
    report.usage,
  )
  const shared = experiences.filter(({ status }) => status === 'shared').length
  const { agents, toolsPerAgent } = SIZES.full
  return {
    bench: 'demo',
    model: run.model,
    encoder: run.encoder,
    suite: run.suite,
    seeds: [...full.seeds],
    agents,
    toolsPerAgent,
    machine,
    ...figuresOf({
      report,
      minutesDefault: minutesOf(measurement.default),
      minutesFull: minutesOf(full),
    }),
    table: arms.map(
      ({ id, label, n, success, meanReward, callsPerEpisode, promptTokensPerCall }) => ({
        id,
        label,
        n,
        success: success.value,
        low: success.low,
        high: success.high,
        meanReward,
        callsPerEpisode,
        promptTokensPerCall,
      }),
    ),
    experiences: {
      shared,
      notShared: experiences.length - shared,
      proposalsRefused: report.rejected.length,
    },
    poison: {
      texts: poison.length,
      promptsReached: poison.reduce((sum, { promptsReached }) => sum + promptsReached, 0),
      slashedWei: sumSlashed(poison),
    },
    network,
    chain,
    usage: { calls, predictedCalls, promptTokens, completionTokens, modelSeconds },
    runs: { full: timedRun(full), default: timedRun(measurement.default) },
  }
}

function timedRun({ seeds, timing }: MeasuredPart): DemoResults['runs']['full'] {
  const { totalSeconds, stages, callsMade, callsFromEarlierRuns } = timing
  return { seeds: [...seeds], totalSeconds, stages, callsMade, callsFromEarlierRuns }
}
