import { closeSync, fsyncSync, mkdirSync, openSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

/**
 * Makes a folder and its missing parents, readable by this user only, so that they survive a power failure.
 * A folder that exists is left as it is.
 */
export function makeFolder(folder: string): void {
  const first = mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (first === undefined) return
  // A new name is durable once the folder that lists it is synced.
  for (let path = resolve(folder); ; path = dirname(path)) {
    syncFolder(dirname(path))
    if (path === resolve(first)) return
  }
}

/** Makes the names in a folder durable. Windows does so by itself and cannot open folders. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
