/** A running kernel: its functions and the memory that they work on. */
export interface OpenKernel<Functions> {
  readonly functions: Functions
  /**
   * Makes sure that memory reaches `bytes` and returns the whole of it. Growing detaches every view on the memory that
   * was taken before.
   */
  readonly reserve: (bytes: number) => ArrayBuffer
}

const PAGE = 65_536

/**
 * Starts a generated kernel, or returns undefined where the runtime has no WebAssembly SIMD: the scalar functions of
 * the same name then take its place.
 *
 * @param wasm the kernel as the generated module holds it, base64
 */
export function openKernel<Functions>(wasm: string): OpenKernel<Functions> | undefined {
  if (!isSupported(wasm)) return undefined
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(decodeBase64(wasm)), {})
  const { memory, ...functions } = exports
  if (!(memory instanceof WebAssembly.Memory)) throw new TypeError('a kernel exports its memory')
  return {
    functions: functions as Functions,
    reserve: (bytes) => {
      const missing = bytes - memory.buffer.byteLength
      if (missing > 0) memory.grow(Math.ceil(missing / PAGE))
      return memory.buffer
    },
  }
}

function isSupported(wasm: string): boolean {
  return typeof WebAssembly === 'object' && WebAssembly.validate(decodeBase64(wasm))
}

function decodeBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
}
