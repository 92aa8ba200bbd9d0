import { DsoError } from '../errors.ts'
import { decodeOperation } from '../operation/decode-operation.ts'
import type { ShardBody } from '../operation/operation.ts'

/** The body of a verified `shard` operation; undefined when the bytes are no valid operation or another kind. */
export function readShardBody(bytes: Uint8Array): ShardBody | undefined {
  try {
    const { operation } = decodeOperation(bytes)
    return operation.kind === 'shard' ? operation.body : undefined
  } catch (error) {
    if (DsoError.is(error)) return undefined
    throw error
  }
}
