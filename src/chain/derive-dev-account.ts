import { concat, keccak256, stringToBytes } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import type { Hex } from '../protocol/ports.ts'

/** An account of a development chain. */
export interface DevAccount {
  /** Unique on its chain. */
  name: string
  address: Hex
  /** Worth nothing outside the development chain; anybody with the seed can derive it. */
  privateKey: Hex
}

/** The account of this name: the same seed and name give the same key on every machine. */
export function deriveDevAccount(seed: Uint8Array, name: string): DevAccount {
  return derive('dso.dev-account.v1', seed, name)
}

/** The account that deploys the contracts; no named account is the same. */
export function deriveDevDeployer(seed: Uint8Array): DevAccount {
  return derive('dso.dev-deployer.v1', seed, 'deployer')
}

function derive(tag: string, seed: Uint8Array, name: string): DevAccount {
  // Hashed one by one: parts of free length, joined, would let two inputs give one key.
  const parts = [stringToBytes(tag), seed, stringToBytes(name)].map((part) => keccak256(part))
  const privateKey = keccak256(concat(parts))
  return { name, address: privateKeyToAccount(privateKey).address, privateKey }
}
