import { probit } from '../../src/protocol/aggregate/probit.ts'
import { blend, scaleTo } from './floats.ts'

/** What liars know: everything. */
export interface AttackSituation {
  /** The honest vectors, of length 1. */
  honest: readonly Float32Array[]
  /** How many vectors the liars send. */
  faulty: number
  /** Mean of the honest vectors. */
  mean: Float32Array
  /** Standard deviation of the honest vectors in each dimension. */
  deviation: Float32Array
  /** Length of the noise of honest vectors before they are scaled, the truth having length 1. */
  spread: number
  /** Another concept of the same topic, of length 1. */
  rival: Float32Array
  /** Normal numbers of variance 1, a row for each liar. */
  noise: readonly Float32Array[]
}

/** What liars send: one vector a liar; equal ones may be one object. */
export type Attack = (situation: AttackSituation) => Float32Array[]

/** How much farther than half of the honest distance the liars of `edge` keep from each other. */
const EDGE = 1.08

/** Jitter of `mimic-jittered`, the mimicked vector having length 1. */
const MIMIC_JITTER = 0.75

/**
 * The twelve attacks. Where the liars' vectors differ ("jittered"), they differ by as much as honest ones do, unless said
 * otherwise. ALIE: "a little is enough", shifts by a part of the honest deviation (Baruch et al. 2019). FOE: "fall of
 * empires", a negative multiple of the mean (Xie et al. 2019).
 */
export const ATTACKS: Readonly<Record<string, Attack>> = {
  /** Unrelated directions. */
  noise: ({ noise }) => noise.map((row) => scaleTo(row, 1)),
  /** All send the opposite of the honest mean. */
  'sign-flip': ({ mean, faulty }) => repeat(scaleTo(mean, -1), faulty),
  'sign-flip-jittered': (situation) => jitter(situation, scaleBy(situation.mean, -1)),
  /** The opposite of the mean, jittered just enough not to be taken for copies. */
  edge: (situation) => {
    const opposite = scaleTo(situation.mean, -1)
    const factor = edgeJitter(situation) / Math.sqrt(opposite.length)
    return situation.noise.map((row) => blend(opposite, row, factor))
  },
  /** Every dimension shifted down by the classical z, which just keeps a majority of supporters. */
  'alie-classical': (situation) => repeat(shiftDown(situation), situation.faulty),
  'alie-classical-jittered': (situation) => jitter(situation, shiftDown(situation)),
  /** Every dimension shifted against its sign. */
  'alie-half': (situation) => repeat(shiftAgainst(situation, 0.5), situation.faulty),
  'alie-one-jittered': (situation) => jitter(situation, shiftAgainst(situation, 1)),
  /** The opposite of the mean, a hundred times as long as an honest vector. */
  'foe-100': ({ mean, faulty }) => repeat(scaleTo(mean, -100), faulty),
  /** All send what one honest contributor sent. */
  mimic: ({ honest, faulty }) => repeat(honest[0]!, faulty),
  'mimic-jittered': ({ honest, noise }) => {
    const factor = MIMIC_JITTER / Math.sqrt(honest[0]!.length)
    return noise.map((row) => blend(honest[0]!, row, factor))
  },
  /** Speak as the honest would, of something else. */
  rival: ({ rival, noise, spread }) =>
    noise.map((row) => blend(rival, row, spread / Math.sqrt(rival.length))),
}

function repeat(vector: Float32Array, faulty: number): Float32Array[] {
  return Array.from({ length: faulty }, () => vector)
}

function scaleBy(vector: Float32Array, factor: number): Float32Array {
  return vector.map((value) => value * factor)
}

/** Around a centre, as far from each other as the honest are. */
function jitter({ noise, deviation }: AttackSituation, centre: Float32Array): Float32Array[] {
  return noise.map((row) => {
    const sent = new Float32Array(centre.length)
    for (let i = 0; i < sent.length; i++) sent[i] = centre[i]! + deviation[i]! * row[i]!
    return sent
  })
}

function shiftAgainst({ mean, deviation }: AttackSituation, z: number): Float32Array {
  return Float32Array.from(mean, (value, i) => value - z * Math.sign(value) * deviation[i]!)
}

function shiftDown({ mean, deviation, honest, faulty }: AttackSituation): Float32Array {
  const count = honest.length + faulty
  const z = probit((count - Math.floor(count / 2 + 1)) / honest.length)
  return Float32Array.from(mean, (value, i) => value - z * deviation[i]!)
}

/**
 * Jitter, against length 1, at which two liars differ in {@link EDGE} times half of the distance of two honest codes: just
 * above where the recipe takes them for copies.
 */
function edgeJitter({ spread }: AttackSituation): number {
  return jitterFor((EDGE * distanceOf(1 / (1 + spread ** 2))) / 2)
}

/** Share of differing signs between two random directions with this cosine. */
function distanceOf(cosine: number): number {
  return Math.acos(cosine) / Math.PI
}

/** Jitter at which two vectors around one centre differ in this share of their signs. */
function jitterFor(distance: number): number {
  return Math.sqrt(1 / Math.cos(Math.PI * distance) - 1)
}
