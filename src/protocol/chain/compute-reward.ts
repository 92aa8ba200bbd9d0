import { WAD } from './normalise-terms.ts'

/** What one contribution achieved, each term with 18 decimals, see normaliseTerms. */
export interface RewardTerms {
  /** ΔI: information gained from the experience; may be negative. */
  information: bigint
  /** ΔU: improvement of the integer score on held-out tasks, drawn after the submission; may be negative. */
  utility: bigint
  /** Compute, bandwidth and energy, by a fixed price table over metered counts; at least 0. */
  cost: bigint
}

/** What the terms count, with 18 decimals. */
export interface RewardWeights {
  /** γ of the seed. */
  information: bigint
  /** β of the seed. */
  utility: bigint
  /** λ of the seed. */
  cost: bigint
}

/** Seed A's defaults: γ = 1, β = 0.5, λ = 0.1. */
export const SEED_REWARD_WEIGHTS: RewardWeights = {
  information: WAD,
  utility: WAD / 2n,
  cost: WAD / 10n,
}

/**
 * R = γ·ΔI + β·ΔU − λ·cost (seed A eq. 7) in fixed point with 18 decimals: the three products are summed exactly and the
 * sum is rounded down once, toward −∞, so that no rounding ever pays. May be negative; shareEmission counts what is above
 * zero.
 */
export function computeReward(terms: RewardTerms, weights: RewardWeights): bigint {
  const exact =
    weights.information * terms.information +
    weights.utility * terms.utility -
    weights.cost * terms.cost
  const towardZero = exact / WAD
  return exact < 0n && exact % WAD !== 0n ? towardZero - 1n : towardZero
}
