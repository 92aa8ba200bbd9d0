import type { ModelSource } from '../node/open-model.ts'

/** What a person may choose about a run of the demo. */
export interface DemoOptions {
  /** Seeds of the universes; one run practises and tests in each. At least one, each an integer ≥ 0. */
  seeds: readonly number[]
  /** Honest agents, 2…8; one poisoner joins them. With two, its vote alone outweighs the one honest vote on an entry. */
  agents: number
  /** Tools that each honest agent practises on, 1…8. */
  toolsPerAgent: number
  /** How much practice, gate and test each tool gets. */
  size: 'default' | 'full'
  /** Where the model comes from. */
  source: ModelSource
  /** Folder of caches, recorded calls and node data. */
  dataFolder: string
  /** Folder that gets `ID/report.json` and `ID/report.html`. */
  runsFolder: string
  /** CPU threads of the model; all cores unless given. */
  threads: number | undefined
  /** Most requests that the model is asked, in all universes together; no bound unless given. */
  maxCalls?: number | undefined
  /** Also writes the run's calls as a recording to this file. */
  recordTo: string | undefined
}

/** Where a run stands; sent whenever something moved. */
export interface DemoProgress {
  /** Stage, noun first: `weights`, `practice`, `sharing`, `review`, `test`. */
  stage: string
  /** What is being worked on, a few words: `Agent 2: clinic.book_visit`. */
  detail: string
  /** Model calls finished in this run, those answered from an earlier run included. */
  callsDone: number
  /** Model calls that the dry run foretold. */
  callsPredicted: number
  /** For stages that count something else, e.g. bytes of weights. */
  units?: { done: number; total: number | undefined; unit: string }
}

/** Wall-clock facts of a run: they differ from run to run and therefore stand beside the report, not in it. */
export interface DemoTiming {
  startedAt: string
  /** Seconds by stage, in order. */
  stages: { stage: string; seconds: number }[]
  totalSeconds: number
  cores: number
  /** Model calls that this run really waited for. */
  callsMade: number
  /** Model calls whose answers were there before it began: above 0, its times say nothing about a first run. */
  callsFromEarlierRuns: number
}

/** Where a run's results are. */
export interface DemoFiles {
  folder: string
  reportJson: string
  reportHtml: string
  timingJson: string
}
