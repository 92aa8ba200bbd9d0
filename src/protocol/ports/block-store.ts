import type { CID } from 'multiformats/cid'
import type { CallOptions } from './call-options.ts'

/** Largest block that is stored or sent, in bytes. */
export const MAX_BLOCK_BYTES = 1 << 20

/** How a block's bytes are to be read. */
export type BlockCodec = 'raw' | 'dag-cbor'

/** A content-addressed byte store. Implementations: memory, files, peers. */
export interface BlockStore {
  /**
   * Stores `bytes` under the CID of their content, durably before it resolves.
   * @returns the CID (v1, sha2-256, codec as given); storing the same bytes twice is harmless
   * @throws DsoError `BLOCK_TOO_LARGE` above {@link MAX_BLOCK_BYTES}, `STORE_FULL`
   */
  put(bytes: Uint8Array, options: { codec: BlockCodec } & CallOptions): Promise<CID>
  /**
   * Reads one block. The bytes are re-hashed before they are returned, whoever held them.
   * @throws DsoError `BLOCK_NOT_FOUND`, `BLOCK_CORRUPT` (the source is named in `details`)
   */
  get(cid: CID, options?: CallOptions): Promise<Uint8Array>
  /** Whether the block is here, without a network call. */
  has(cid: CID): Promise<boolean>
}
