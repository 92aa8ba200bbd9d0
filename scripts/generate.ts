import { fileURLToPath } from 'node:url'
import { generateContracts } from './generate/contracts.ts'
import { generateErrors } from './generate/errors.ts'
import { generateFigures, QUOTING_DOCUMENTS } from './generate/figures.ts'
import { generateKernels } from './generate/kernels.ts'
import { generateVectors } from './generate/vectors.ts'

/** Writes every generated file anew. The tests fail when one differs from what is committed. */
const vectors = fileURLToPath(new URL('../vectors', import.meta.url))

generateErrors()
console.log('docs/reference/errors.md')
generateFigures()
for (const document of QUOTING_DOCUMENTS) console.log(`${document} (figures)`)
generateContracts()
console.log('src/chain/generated/')
await generateKernels()
console.log('src/kernels/generated/')
for (const file of await generateVectors(vectors)) console.log(`vectors/${file}`)
