import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { DsoError } from '../../protocol/errors.ts'
import type { EpisodeRecord } from '../../protocol/ports.ts'
import { cosine } from '../../protocol/vector/cosine.ts'
import { normaliseTask } from './traffic-text.ts'

/** How alike tasks must be to be contrasted with each other. */
export interface ClusterEpisodesOptions {
  /** Least cosine to a cluster's first task where the agent did not say what a task is about. Default 0.6. */
  similarity?: number
  /** The same for tasks of one named domain, which are related anyway. Default 0.3. */
  similarityInDomain?: number
}

/** Episodes of tasks that are alike. */
export interface EpisodeCluster {
  /** The name that the agents gave it, or `traffic/` and eight hex digits. */
  domain: string
  /** By task, retries of one task together, in order of appearance. */
  tasks: readonly (readonly EpisodeRecord[])[]
}

/**
 * Groups what agents did: tasks of one domain whose texts are alike, retries of the same text together. Each episode
 * joins the first cluster of its domain whose first task it resembles, so that the result depends on the order of the
 * episodes only.
 *
 * @throws DsoError `OPTION_INVALID` for a similarity outside −1…1
 */
export function clusterEpisodes(
  episodes: readonly EpisodeRecord[],
  { similarity = 0.6, similarityInDomain = 0.3 }: ClusterEpisodesOptions = {},
): EpisodeCluster[] {
  for (const [option, value] of Object.entries({ similarity, similarityInDomain })) {
    if (!(value >= -1 && value <= 1)) {
      throw new DsoError('OPTION_INVALID', { details: { option, value } })
    }
  }
  const clusters: { first: EpisodeRecord; tasks: Map<string, EpisodeRecord[]> }[] = []
  for (const episode of episodes) {
    const least = episode.domain === undefined ? similarity : similarityInDomain
    const text = normaliseTask(episode.task)
    const cluster = clusters.find(
      ({ first, tasks }) =>
        first.domain === episode.domain &&
        (tasks.has(text) || resemble(first.embedding, episode.embedding) >= least),
    )
    if (cluster === undefined)
      clusters.push({ first: episode, tasks: new Map([[text, [episode]]]) })
    else cluster.tasks.set(text, [...(cluster.tasks.get(text) ?? []), episode])
  }
  return clusters.map(({ first, tasks }) => ({
    domain: first.domain ?? `traffic/${nameOf(first.task)}`,
    tasks: [...tasks.values()],
  }))
}

function resemble(a: Float32Array, b: Float32Array): number {
  return a.length === b.length ? cosine(a, b) : -1
}

function nameOf(task: string): string {
  return bytesToHex(sha256(utf8ToBytes(normaliseTask(task)))).slice(0, 8)
}
