import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createAggregationVectors } from './vectors/aggregation.ts'
import { createCanonicalCborVectors } from './vectors/canonical-cbor.ts'
import { createChainCommitmentVectors } from './vectors/chain-commitments.ts'
import { createChainLockVectors } from './vectors/chain-locks.ts'
import { createChainMedianVectors } from './vectors/chain-median.ts'
import { createChainMerkleVectors } from './vectors/chain-merkle.ts'
import { createChainRewardVectors } from './vectors/chain-reward.ts'
import { createChainSplitVectors } from './vectors/chain-splits.ts'
import { createChainTypedDataVectors } from './vectors/chain-typed-data.ts'
import { createCidVectors } from './vectors/cid.ts'
import { createCodecVectors } from './vectors/codecs.ts'
import { createEd25519Vectors } from './vectors/ed25519-strict.ts'
import { createExpansionVectors } from './vectors/expansion.ts'
import { createExperienceVectors } from './vectors/experience.ts'
import { formatVectors } from './vectors/format-vectors.ts'
import { createLegacyZip002Vectors } from './vectors/legacy-zip002.ts'
import { createMerkleVectors } from './vectors/merkle.ts'
import { createOperationVectors } from './vectors/operation.ts'
import { createProfileVectors } from './vectors/profiles.ts'
import { createRotationVectors } from './vectors/rotation.ts'
import { createSearchVectors } from './vectors/search.ts'
import { createTextRuleVectors } from './vectors/text-rules.ts'
import { createTokenPriorVectors } from './vectors/token-priors.ts'
import { createWeightedMedianVectors } from './vectors/weighted-median.ts'

/** Every vector file and what makes its content, in the order of docs/spec/formats.md. */
const FILES: Readonly<Record<string, () => object>> = {
  'cid.json': createCidVectors,
  'canonical-cbor.json': createCanonicalCborVectors,
  'ed25519-strict.json': createEd25519Vectors,
  'experience.json': createExperienceVectors,
  'text-rules.json': createTextRuleVectors,
  'operation.json': createOperationVectors,
  'merkle.json': createMerkleVectors,
  'profiles.json': createProfileVectors,
  'codecs.json': createCodecVectors,
  'rotation.json': createRotationVectors,
  'expansion.json': createExpansionVectors,
  'legacy-zip002.json': createLegacyZip002Vectors,
  'search.json': createSearchVectors,
  'weighted-median.json': createWeightedMedianVectors,
  'aggregation.json': createAggregationVectors,
  'token-priors.json': createTokenPriorVectors,
  'chain-median.json': createChainMedianVectors,
  'chain-merkle.json': createChainMerkleVectors,
  'chain-typed-data.json': createChainTypedDataVectors,
  'chain-splits.json': createChainSplitVectors,
  'chain-reward.json': createChainRewardVectors,
  'chain-locks.json': createChainLockVectors,
  'chain-commitments.json': createChainCommitmentVectors,
}

/**
 * Writes the vector files of docs/spec/formats.md from this code. No clock and no randomness: the same code writes the
 * same bytes.
 *
 * @param outDir created when missing; files of the same names are replaced
 * @returns the names of the files written
 */
export async function generateVectors(outDir: string): Promise<string[]> {
  await mkdir(outDir, { recursive: true })
  for (const [name, create] of Object.entries(FILES)) {
    await writeFile(join(outDir, name), formatVectors(create()))
  }
  return Object.keys(FILES)
}
