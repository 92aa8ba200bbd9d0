import type { ModeCountRecord, ModeStore } from '../protocol/ports/mode-store.ts'
import { checkModeCounts, compareModeCounts } from './mode-counts.ts'

/**
 * The modes' part of the memory store.
 * @param checkOpen throws once the store is closed
 */
export function memoryModes(checkOpen: () => void): ModeStore {
  const kept = new Map<string, ModeCountRecord>()
  return {
    async saveModeCounts(counts) {
      checkModeCounts(counts)
      checkOpen()
      for (const record of counts) {
        const { model, mode, run, domain } = record
        kept.set(JSON.stringify([model, mode, run, domain]), { ...record })
      }
    },
    async listModeCounts({ model } = {}) {
      checkOpen()
      return [...kept.values()]
        .filter((record) => model === undefined || record.model === model)
        .map((record) => ({ ...record }))
        .sort(compareModeCounts)
    },
  }
}
