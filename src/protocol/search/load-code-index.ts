import { type CodeIndex, createCodeIndex } from './code-index.ts'
import { decodeIndexImage } from './code-index-image.ts'

/**
 * Opens what {@link CodeIndex.save} wrote; the image is not kept. Saved again, it has the same bytes.
 *
 * @throws DsoError `INDEX_CORRUPT` for any other bytes, truncated, over-long or altered; `INDEX_FULL`
 */
export function loadCodeIndex(image: Uint8Array): CodeIndex {
  const { bits, meanSquare, entries } = decodeIndexImage(image)
  const index = createCodeIndex({ bits, meanSquare })
  for (const { id, norm, readCode } of entries) index.add(id, readCode(), norm)
  return index
}
