import { DIRECT_384, type EmbeddingProfile, SIGN_384, ZIP002_7680 } from './profile.ts'

const PROFILES: readonly EmbeddingProfile[] = [DIRECT_384, SIGN_384, ZIP002_7680]

/** The profile of a name, or of a schema number on the chain; undefined when this version does not know it. */
export function findProfile(idOrSchema: string | bigint): EmbeddingProfile | undefined {
  return PROFILES.find(({ id, schema }) => id === idOrSchema || schema === idOrSchema)
}
