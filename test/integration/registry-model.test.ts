import fc from 'fast-check'
import { describe, test } from 'vitest'
import { countCases, TEST_PROFILE } from '../count-cases.ts'
import { compileContracts } from '../fixtures/compile-contracts.ts'
import { games } from './registry-model/actions.ts'
import { compareAfter, compareAll } from './registry-model/compare-state.ts'
import { beginGame, endGame, playAction } from './registry-model/play-game.ts'
import { CONTRACTS, createWorld } from './registry-model/registry-world.ts'
import { BATCH, DIRECT, PLAYERS } from './registry-model/settings.ts'
import { startAnvil } from './registry-model/start-anvil.ts'

/** Games of each mode. */
const GAMES = { short: 15, long: 250 }[TEST_PROFILE]
const STEPS = 40
const HOURS = 3_600_000
const GENESIS = 1_767_225_600

const compiled = compileContracts(CONTRACTS)

describe.each([DIRECT, BATCH])('the registry on a chain, $name votes', (mode) => {
  test(
    'answers every call as its model does, and lets everybody out in the end',
    async () => {
      await using chain = await startAnvil({ accounts: PLAYERS + 2, timestamp: GENESIS })
      const world = await createWorld(chain.client, mode, compiled)
      let comeBack = await world.save()
      await fc.assert(
        fc.asyncProperty(games(mode, STEPS), async (actions) => {
          await comeBack()
          comeBack = await world.save()
          const game = beginGame(world)
          for (const action of actions) {
            await playAction(game, action)
            await compareAfter(game, action)
          }
          await endGame(game)
          await compareAll(game)
          countCases('model-sequences', 1)
          countCases('model-steps', actions.length)
        }),
        { numRuns: GAMES, seed: 6, endOnFailure: true },
      )
    },
    6 * HOURS,
  )
})
