import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { MAX_BLOCK_BYTES } from '../protocol/ports/block-store.ts'
import { MAX_MESSAGE_BYTES } from '../protocol/ports/gossip.ts'
import { NETWORK_LIMITS } from './limits.ts'

test('the table of limits in the specification is complete and states the values in use', async () => {
  const page = await readFile(new URL('../../docs/spec/network.md', import.meta.url), 'utf8')
  const rows = page.matchAll(/^\|[^|]+\| `(\w+)` \| ([\d,]+)[^|]*\|$/gm)
  const stated = Object.fromEntries(
    [...rows].map(([, name, value]) => [name, Number(value?.replaceAll(',', ''))]),
  )
  expect(stated).toEqual({ MAX_MESSAGE_BYTES, MAX_BLOCK_BYTES, ...NETWORK_LIMITS })
})
