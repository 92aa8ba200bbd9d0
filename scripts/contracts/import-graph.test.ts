import { expect, test } from 'vitest'
import { createImportGraph } from './import-graph.ts'

const graph = createImportGraph(
  new Map([
    [
      'src/A.sol',
      'import {IERC20} from "@openzeppelin/IERC20.sol";\nimport {B} from "./lib/B.sol";',
    ],
    ['src/lib/B.sol', ''],
    ['src/C.sol', 'import {\n    A\n} from "./A.sol";'],
    ['test/C.t.sol', 'import "../src/C.sol";'],
  ]),
)

test('imports are followed over any number of steps, packages are not', () => {
  expect([...graph.stepsFrom('test/C.t.sol')]).toEqual([
    ['test/C.t.sol', 0],
    ['src/C.sol', 1],
    ['src/A.sol', 2],
    ['src/lib/B.sol', 3],
  ])
})
