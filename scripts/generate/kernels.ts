import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import asc from 'assemblyscript/asc'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const SOURCES = 'src/kernels/assembly'
const TARGET = 'src/kernels/generated'
const COMPILER_OPTIONS =
  '--runtime stub --enable simd --noAssert --optimizeLevel 3 --shrinkLevel 0 --converge'.split(' ')

/** A generated file: path relative to the repository, and its bytes. */
export interface GeneratedKernel {
  path: string
  bytes: Uint8Array
}

/**
 * Compiles every kernel to WebAssembly with SIMD, and wraps its bytes in a TypeScript module, so that it loads without
 * a file system. Functions and memory are all that a module exports: whoever loads it lays out the memory.
 *
 * @throws Error with what the compiler wrote when a kernel does not compile
 */
export async function renderKernels(): Promise<GeneratedKernel[]> {
  const names = readdirSync(path.join(ROOT, SOURCES))
    .filter((file) => file.endsWith('.ts'))
    .map((file) => file.replace(/\.ts$/, ''))
    .toSorted()
  const rendered: GeneratedKernel[] = []
  for (const name of names) {
    const bytes = await compile(`${SOURCES}/${name}.ts`)
    const text = `// Generated from ${SOURCES}/${name}.ts by \`npm run generate\`. Do not edit.

/** The compiled kernel, base64. */
export const ${name.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase())}Wasm =
  '${Buffer.from(bytes).toString('base64')}'
`
    rendered.push({ path: `${TARGET}/${name}.wasm`, bytes })
    rendered.push({ path: `${TARGET}/${name}.ts`, bytes: Buffer.from(text) })
  }
  return rendered
}

/** Writes what {@link renderKernels} renders. */
export async function generateKernels(): Promise<void> {
  for (const { path: file, bytes } of await renderKernels()) {
    mkdirSync(path.dirname(path.join(ROOT, file)), { recursive: true })
    writeFileSync(path.join(ROOT, file), bytes)
  }
}

async function compile(source: string): Promise<Uint8Array> {
  let output: Uint8Array | undefined
  const stderr = asc.createMemoryStream()
  const { error } = await asc.main(
    [source, '--baseDir', ROOT, '--outFile', 'kernel.wasm', ...COMPILER_OPTIONS],
    {
      readFile: (name, folder) => {
        try {
          return readFileSync(path.resolve(folder, name), 'utf8')
        } catch {
          return null
        }
      },
      writeFile: (_name, contents) => {
        if (typeof contents !== 'string') output = contents
      },
      listFiles: () => [],
      stderr,
    },
  )
  if (error !== null || output === undefined) {
    throw new Error(`${source} does not compile:\n${stderr.toString()}`)
  }
  return output
}
