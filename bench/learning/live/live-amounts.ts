/** How much the live measurement does. More costs time, nothing else. */
export interface LiveAmounts {
  /** Most tools of a universe, of those with an accepted lesson. */
  tools: number
  /** Held-out tasks of each tool. */
  testTasks: number
  /** Held-out tasks of the gate, of all tools together, that the exponent is calibrated on. */
  calibrationTasks: number
  /** Exponents tried, 0 included, ≥ 3. */
  evaluations: number
  /** Largest exponent of all experts of a tool together. */
  mostAlpha: number
  /** Tasks on which the cost of a token is timed. */
  costTasks: number
  /** Agents that must speak of an entry of a token prior. */
  leastVoices: number
  /** Requests that advance together, in our adapter as in the runtime itself. */
  sequences: number
  /** Rounds in which both are timed. */
  rounds: number
  /** Tenants whose priors are cached. */
  tenants: number
  /** Switches between tenants that are timed. */
  switches: number
  /** Worlds in which credit is simulated. */
  creditSeeds: number
  /** Tasks in each of these. */
  creditTasks: number
}

/** What the published figures rest on: about eight minutes of the model on two idle cores. */
export const LIVE_AMOUNTS: LiveAmounts = {
  tools: 12,
  testTasks: 2,
  calibrationTasks: 8,
  evaluations: 5,
  mostAlpha: 2,
  costTasks: 3,
  leastVoices: 2,
  sequences: 8,
  rounds: 5,
  tenants: 5000,
  switches: 4000,
  creditSeeds: 20,
  creditTasks: 6000,
}
