import type { EventEmitter } from 'node:events'
import type { Logger } from 'pino'
import type { NodeEvents } from './node-events.ts'

/** Writes what a node tells to its log: numbers, CIDs and reason codes, never a text, a prompt or a key. */
export function logEvents(events: EventEmitter<NodeEvents>, logger: Logger): void {
  events.on('practice-stage', (fields) => logger.debug(fields, 'practice'))
  events.on('experience-accepted', (fields) => logger.info(fields, 'an experience passed the gate'))
  events.on('outcome-reported', (fields) => logger.debug(fields, 'an outcome was reported'))
  events.on('shard-published', (fields) => logger.info(show(fields), 'a shard was published'))
  events.on('entry-announced', (fields) => logger.debug(show(fields), 'an entry was announced'))
  events.on('entry-quarantined', (fields) => logger.info(show(fields), 'an entry was received'))
  events.on('entry-refused', (fields) => logger.warn(show(fields), 'an entry was refused'))
  events.on('entry-missing', (fields) => logger.warn(show(fields), 'no peer has an entry yet'))
  events.on('entry-reviewed', ({ entryId, score, voted, challenged, records }) => {
    const fields = { entryId, score, voted, challenged, records: records.length }
    logger.info(show(fields), 'an entry was reviewed')
  })
  events.on('registry-replaced', (fields) =>
    logger.warn(fields, 'blocks were replaced; the registry was read anew'),
  )
  events.on('entry-settled', (fields) => logger.info(show(fields), 'an entry was settled'))
}

/** Numbers of entries as text: JSON has no integers beyond 2^53. */
function show<T extends { entryId: bigint }>(fields: T): Omit<T, 'entryId'> & { entryId: string } {
  return { ...fields, entryId: fields.entryId.toString() }
}
