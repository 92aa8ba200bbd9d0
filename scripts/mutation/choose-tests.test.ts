import { describe, expect, test } from 'vitest'
import { createImportGraph } from '../contracts/import-graph.ts'
import { chooseTests } from './choose-tests.ts'

const graph = createImportGraph(
  new Map([
    [
      'src/A.sol',
      'import {IERC20} from "@openzeppelin/IERC20.sol";\nimport {B} from "./lib/B.sol";',
    ],
    ['src/lib/B.sol', ''],
    ['src/C.sol', 'import {\n    A\n} from "./A.sol";'],
    ['test/A.t.sol', 'import {A} from "../src/A.sol";'],
    ['test/C.t.sol', 'import "../src/C.sol";'],
    ['test/BNotes.t.sol', 'import {C} from "../src/C.sol";'],
    ['test/D.t.sol', ''],
  ]),
)
const tests = ['test/A.t.sol', 'test/C.t.sol', 'test/BNotes.t.sol', 'test/D.t.sol']

describe('chooseTests', () => {
  test('the nearest tests come first, a test that does not need the source never', () => {
    expect(chooseTests('src/A.sol', tests, graph)).toEqual({
      first: ['test/A.t.sol'],
      rest: ['test/C.t.sol', 'test/BNotes.t.sol'],
    })
  })

  test('so do those that are named like it', () => {
    expect(chooseTests('src/lib/B.sol', tests, graph)).toEqual({
      first: ['test/A.t.sol', 'test/BNotes.t.sol'],
      rest: ['test/C.t.sol'],
    })
  })

  test('a source that no test needs has none', () => {
    expect(chooseTests('src/E.sol', tests, graph)).toEqual({ first: [], rest: [] })
  })
})
