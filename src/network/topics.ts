/** The topics of one network, by what travels in them. */
export interface Topics {
  /** Signed operations of at most 16 KiB. */
  ops: string
  /** CIDs and sizes of what is too large for gossip. */
  announce: string
  /** Proofs that an author signed two operations of one number. */
  forks: string
}

/**
 * The gossip topics of the network on one chain. A host relays these and no others.
 *
 * @param chainId EIP-155 chain id
 */
export function topicsOf(chainId: number): Topics {
  const root = `/dso/1/${chainId}`
  return { ops: `${root}/ops`, announce: `${root}/announce`, forks: `${root}/forks` }
}
