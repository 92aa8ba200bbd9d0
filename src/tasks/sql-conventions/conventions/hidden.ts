import type { Random } from '../../../protocol/ports/random.ts'
import { between, pick } from '../../common/draws.ts'
import type { HiddenConvention } from './convention.ts'

const VAGUE = 'some rows do not count'

/** A third of the rows does not count, so that few questions escape the convention. */
const oneInThree = (random: Random): boolean => random.integer(3) === 0

/** Conventions about rows that no question mentions and no answer may count. */
export const HIDDEN_CONVENTIONS: readonly HiddenConvention[] = [
  {
    kind: 'hidden',
    id: 'deleted-flag',
    teaching: 'single',
    columns: [
      { name: 'deleted', shown: 'deleted (0, 1)', cell: (random) => (oneInThree(random) ? 1 : 0) },
    ],
    where: 'deleted = 0',
    explicit: 'rows with deleted 1 do not count',
    vague: VAGUE,
    rule: 'sql with one more condition at the end of every query: AND deleted = 0',
  },
  {
    kind: 'hidden',
    id: 'removed-date',
    teaching: 'single',
    columns: [
      {
        name: 'removed',
        shown: "removed (NULL, '2023-08-17')",
        cell: (random) => (oneInThree(random) ? `2023-08-${between(random, 10, 28)}` : null),
      },
    ],
    where: 'removed IS NULL',
    explicit: 'rows with a removed date do not count',
    vague: VAGUE,
    rule: 'sql with one more condition at the end of every query: AND removed IS NULL',
  },
  {
    kind: 'hidden',
    id: 'test-source',
    teaching: 'single',
    columns: [
      {
        name: 'source',
        shown: "source ('web', 'desk', 'probe')",
        cell: (random) => (oneInThree(random) ? 'probe' : pick(random, ['web', 'desk'])),
      },
    ],
    where: "source <> 'probe'",
    explicit: "rows with source 'probe' are trials and do not count",
    vague: VAGUE,
    rule: "sql with one more condition at the end of every query: AND source <> 'probe'",
  },
  {
    kind: 'hidden',
    id: 'latest-version',
    teaching: 'single',
    columns: [
      {
        name: 'latest',
        shown: "latest ('Y', 'N')",
        cell: (random) => (oneInThree(random) ? 'N' : 'Y'),
      },
    ],
    where: "latest = 'Y'",
    explicit: "only rows with latest 'Y' count",
    vague: VAGUE,
    rule: "sql with one more condition at the end of every query: AND latest = 'Y'",
  },
  {
    kind: 'hidden',
    id: 'returns',
    teaching: 'single',
    columns: [
      {
        name: 'kind',
        shown: "kind ('done', 'void')",
        cell: (random) => (oneInThree(random) ? 'void' : 'done'),
      },
    ],
    where: "kind = 'done'",
    explicit: "rows of kind 'void' do not count",
    vague: VAGUE,
    rule: "sql with one more condition at the end of every query: AND kind = 'done'",
  },
  {
    kind: 'hidden',
    id: 'head-office',
    teaching: 'single',
    columns: [
      {
        name: 'branch',
        shown: 'branch (0 to 4)',
        cell: (random) => (oneInThree(random) ? 0 : between(random, 1, 4)),
      },
    ],
    where: 'branch <> 0',
    explicit: 'branch 0 is internal and does not count',
    vague: VAGUE,
    rule: 'sql with one more condition at the end of every query: AND branch <> 0',
  },
]
