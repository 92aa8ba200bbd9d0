import { parentPort, workerData } from 'node:worker_threads'
import type { ConceptsDone, WorkerTask } from './run-laboratory.ts'
import { runConcept } from './run-concept.ts'
import { createWorld } from './world.ts'

const { settings, seed, prepared, concepts } = workerData as WorkerTask
const world = createWorld(settings, seed)
for (const index of concepts) {
  const done: ConceptsDone = runConcept(settings, world, prepared, index)
  parentPort?.postMessage(done)
}
