import { bytesToHex } from '@noble/hashes/utils.js'
import { scalarCodec } from '../../../src/kernels/scalar/codec.ts'
import { scalarRotation } from '../../../src/kernels/scalar/rotation.ts'
import { contributorSeed } from '../../../src/protocol/codecs/contributor-seed.ts'
import { decodeDirect16 } from '../../../src/protocol/codecs/decode-direct16.ts'
import { decodeDirect8 } from '../../../src/protocol/codecs/decode-direct8.ts'
import { decodeTcq1 } from '../../../src/protocol/codecs/decode-tcq1.ts'
import { deriveFlips } from '../../../src/protocol/codecs/derive-flips.ts'
import { encodeCentred } from '../../../src/protocol/codecs/encode-centred.ts'
import { encodeDirect16 } from '../../../src/protocol/codecs/encode-direct16.ts'
import { encodeDirect8 } from '../../../src/protocol/codecs/encode-direct8.ts'
import { encodeTcq1 } from '../../../src/protocol/codecs/encode-tcq1.ts'
import { prepareCentredQuery, scoreCentred } from '../../../src/protocol/codecs/score-centred.ts'
import { TCQ_TABLE } from '../../../src/protocol/codecs/tcq-table.ts'
import { unpackSigns } from '../../../src/protocol/codecs/unpack-signs.ts'
import { sampleVector } from './sample-vector.ts'
import { numbersToHex, showNumbers } from './show-numbers.ts'

const SEED = 'dso/example'

/** Codes of every codec, ordinary ones and edges of the number format, and codes that are refused. */
export function createCodecVectors(): object {
  return {
    description:
      'Codes of the codecs. An `input` is little-endian f32 (`floats`), or a sample of `count` values (`lcg`, see README). `code` is what travels. `decoded` is little-endian f32: all of them, or the first four and the SHA-256 of all. `tcqTable`: the value of each state of the trellis in units of 1 / `unit`. A centred case has the mean sample / 4; `score` is its score against the sample `query`, as little-endian f64. `refused` codes name the error. Hex.',
    tcqTable: { unit: 4096, values: Array.from(TCQ_TABLE, (value) => value * 4096) },
    sign1: sign1Cases(),
    rsign1: rsign1Cases(),
    rsign1c: [contributorCase(1n, 0x00, 0), contributorCase((1n << 64n) - 1n, 0xa5, 12)],
    direct8: directCases(encodeDirect8, decodeDirect8, 100),
    direct16: directCases(encodeDirect16, decodeDirect16, 30_000),
    tcq1: [
      [384, 21],
      [7680, 22],
    ].map(([count, lcg]) => {
      const code = encodeTcq1(sampleVector(lcg!, count), SEED)
      const decoded = decodeTcq1(code, { count: count as 384 | 7680, seed: SEED })
      return { count, seed: SEED, input: { lcg }, ...show(code, decoded) }
    }),
    centred: ([384, 7680] as const).map((size) => {
      const mean = sampleVector(31).map((value) => value / 4)
      const options = { mean, size, seed: SEED }
      const code = encodeCentred(sampleVector(32), options)
      const query = prepareCentredQuery(sampleVector(33), options)
      const score = numbersToHex(Float64Array.of(scoreCentred(query, code)))
      return {
        count: 384,
        size,
        seed: SEED,
        mean: { lcg: 31 },
        input: { lcg: 32 },
        query: { lcg: 33 },
        code: bytesToHex(code),
        score,
      }
    }),
    refused: refusedCodes(),
  }
}

function sign1Cases(): object[] {
  const ones = (count: number) => Array.from({ length: count }, () => 1)
  const edges: [name: string, values: number[], blockSize: number][] = [
    ['bit 0 first, −0 is bit 1', [-1, 1, -0, 0, -2, 2, -3, 3, -4], 9],
    ['a scale a row', [1, -1, 2, -2, 0.5, 0.5], 2],
    ['zeros', [0, -0, 0], 3],
    ['a scale that rounds to 0', [-(2 ** -149), 0, 0], 3],
    ['subnormal', [-(2 ** -140), 2 ** -141], 2],
    ['the greatest floats', [3.4028234663852886e38, -3.4028234663852886e38], 2],
    ['the lanes decide the last bit of the scale', [2 ** 53, 2 ** 29, ...ones(14)], 16],
  ]
  const cases = edges.map(([name, values, blockSize]) => {
    const floats = Float32Array.from(values)
    const code = canonical(scalarCodec.compress(floats, blockSize), floats.length, blockSize)
    const decoded = scalarCodec.decompress(code, floats.length, blockSize)
    return {
      name,
      count: floats.length,
      blockSize,
      input: { floats: numbersToHex(floats) },
      code: bytesToHex(code),
      decoded: numbersToHex(decoded),
    }
  })
  const long = sampleVector(11, 7680)
  const code = scalarCodec.compress(long)
  const sample = { name: 'a sample', count: 7680, blockSize: 7680, input: { lcg: 11 } }
  return [...cases, { ...sample, ...show(code, scalarCodec.decompress(code, 7680)) }]
}

/** Blocks of scale 0 have the signs of zeros; the kernel leaves that to its caller. */
function canonical(
  code: Uint8Array<ArrayBuffer>,
  count: number,
  blockSize: number,
): Uint8Array<ArrayBuffer> {
  const record = code.length / (count / blockSize)
  const zeros = scalarCodec.compress(new Float32Array(blockSize))
  for (let at = 0; at < code.length; at += record) {
    if (code.subarray(at, at + 4).every((byte) => byte === 0)) code.set(zeros, at)
  }
  return code
}

function rsign1Cases(): object[] {
  const inputs: [count: 384 | 7680, lcg: number, centroid?: number][] = [
    [384, 12],
    [7680, 13],
    [384, 14, 15],
  ]
  return inputs.map(([count, lcg, centroidLcg]) => {
    const flips = deriveFlips(count, SEED)
    const centroid =
      centroidLcg === undefined ? new Float32Array(count) : sampleVector(centroidLcg, count)
    const centred = Float64Array.from(sampleVector(lcg, count), (value, i) => value - centroid[i]!)
    const code = scalarRotation.rotateCompress(centred, flips)
    const scale = new DataView(code.buffer).getFloat32(0, true)
    const back = scalarRotation.rotateBack(unpackSigns(code.subarray(4), scale), flips)
    const decoded = Float32Array.from(back, (value, i) => value + centroid[i]!)
    const agreed = centroidLcg === undefined ? {} : { centroid: { lcg: centroidLcg } }
    return { count, seed: SEED, input: { lcg }, ...agreed, ...show(code, decoded) }
  })
}

function contributorCase(schema: bigint, keyByte: number, epoch: number): object {
  const contributor = new Uint8Array(32).fill(keyByte)
  const seed = contributorSeed({ schema, contributor, epoch })
  const code = scalarRotation.rotateCompress(sampleVector(16), deriveFlips(384, seed))
  const by = { schema: schema.toString(), contributor: bytesToHex(contributor), epoch }
  return { count: 384, ...by, seed, input: { lcg: 16 }, code: bytesToHex(code) }
}

function directCases(
  encode: (values: Float32Array) => Uint8Array,
  decode: (code: Uint8Array, count: number) => Float32Array,
  fewSteps: number,
): object[] {
  const edges: [name: string, values: number[]][] = [
    ['halves, away from zero', [127, -127, 0.5, -0.5, 0.49, 63.5, 32_767]],
    ['subnormal: fewer steps', [fewSteps * 2 ** -149, -(2 ** -149), 0]],
    ['the greatest floats', [3.4028234663852886e38, -3.4028234663852886e38, -1]],
    ['one value', [-1e-3]],
  ]
  return edges.map(([name, values]) => {
    const floats = Float32Array.from(values)
    const code = encode(floats)
    const decoded = numbersToHex(decode(code, floats.length))
    const input = { floats: numbersToHex(floats) }
    return { name, count: floats.length, input, code: bytesToHex(code), decoded }
  })
}

function refusedCodes(): object[] {
  const one = '0000803f'
  const scales = {
    'scale −1': '000080bf',
    'scale −0': '00000080',
    'scale NaN': '0000c07f',
    'scale infinite': '0000807f',
  }
  const sign = { codec: 'sign1', count: 9 }
  const rotated = { codec: 'rsign1', count: 384, seed: SEED }
  const trellis = { codec: 'tcq1', count: 384, seed: SEED }
  const direct8 = { codec: 'direct8', count: 2 }
  const direct16 = { codec: 'direct16', count: 2 }
  const bad = Object.entries(scales)
  return [
    { ...sign, name: 'nothing', code: '', error: 'LENGTH_MISMATCH' },
    { ...sign, name: 'a byte short', code: `${one}ff`, error: 'LENGTH_MISMATCH' },
    { ...sign, name: 'a byte long', code: `${one}ff0100`, error: 'LENGTH_MISMATCH' },
    { ...sign, name: 'an unused bit', code: `${one}ff03`, error: 'FORMAT_INVALID' },
    { ...sign, name: 'scale 0, a sign of 0', code: '00000000fd01', error: 'FORMAT_INVALID' },
    ...bad.map(([name, scale]) => ({
      ...sign,
      name,
      code: `${scale}ff01`,
      error: 'SCALE_INVALID',
    })),
    { ...rotated, name: 'a byte short', code: one + 'ff'.repeat(47), error: 'LENGTH_MISMATCH' },
    { ...rotated, name: 'scale 0, signs of 0', code: '00'.repeat(52), error: 'FORMAT_INVALID' },
    {
      ...rotated,
      name: 'values beyond f32',
      code: `ffff7f7f${'00'.repeat(48)}`,
      error: 'SCALE_INVALID',
    },
    ...bad.map(([name, scale]) => ({
      ...rotated,
      name,
      code: scale + 'ff'.repeat(48),
      error: 'SCALE_INVALID',
    })),
    { ...trellis, name: 'a byte long', code: one + 'ff'.repeat(49), error: 'LENGTH_MISMATCH' },
    { ...trellis, name: 'scale 0', code: '00000000' + 'ff'.repeat(48), error: 'SCALE_INVALID' },
    ...bad.map(([name, scale]) => ({
      ...trellis,
      name,
      code: scale + 'ff'.repeat(48),
      error: 'SCALE_INVALID',
    })),
    { ...direct8, name: 'a byte long', code: `${one}7f7f7f`, error: 'LENGTH_MISMATCH' },
    { ...direct8, name: '−128', code: `${one}807f`, error: 'FORMAT_INVALID' },
    { ...direct8, name: 'zeros only', code: `${one}0000`, error: 'FORMAT_INVALID' },
    { ...direct8, name: 'no value of 127 steps', code: `${one}7e01`, error: 'FORMAT_INVALID' },
    {
      ...direct8,
      name: 'a scale beyond the greatest float',
      code: 'ffff7f7f7f01',
      error: 'SCALE_INVALID',
    },
    ...bad.map(([name, scale]) => ({
      ...direct8,
      name,
      code: `${scale}7f01`,
      error: 'SCALE_INVALID',
    })),
    { ...direct16, name: 'a byte short', code: `${one}ff7fff`, error: 'LENGTH_MISMATCH' },
    { ...direct16, name: '−32,768', code: `${one}0080ff7f`, error: 'FORMAT_INVALID' },
    {
      ...direct16,
      name: 'no value of 32,767 steps',
      code: `${one}fe7f0100`,
      error: 'FORMAT_INVALID',
    },
    { codec: 'sign2', count: 9, name: 'no codec', code: `${one}ff01`, error: 'CODEC_UNKNOWN' },
  ]
}

function show(code: Uint8Array, decoded: Float32Array): object {
  return { code: bytesToHex(code), decoded: showNumbers(decoded) }
}
