import type { Command } from 'commander'
import type { Ballot } from '../../protocol/chain/sort-ballots.ts'
import { collectBallots } from '../options/ballot-options.ts'
import { addChainOptions, type ChainValues, runOnNetwork } from '../options/chain-options.ts'
import { addDataDir } from '../options/shared-options.ts'

interface VoteValues extends ChainValues {
  dataDir?: string
}

const EXAMPLES = `Examples:
  dso vote commit 17=820 18=0
  dso vote reveal
`
const COMMIT_EXAMPLES = `Examples:
  dso vote commit 17=820 18=0
  dso vote commit 17=820 --dry-run --json
`
const REVEAL_EXAMPLES = `Examples:
  dso vote reveal
  dso vote reveal 17=820 18=0
`
const CAST_EXAMPLES = `Examples:
  dso vote cast 17=820
`
const BALLOT = 'ENTRY=SCORE, a score from 0 to 1000'

/** Registers `dso vote commit|reveal|cast`. */
export function addVoteCommand(program: Command): void {
  const vote = program
    .command('vote')
    .description('Votes on the quality of entries.')
    .addHelpText('before', EXAMPLES)
  const commit = vote
    .command('commit')
    .argument('<scores...>', BALLOT, collectBallots)
    .description('Seals scores for entries of the epoch before; one list an epoch.')
    .addHelpText('before', COMMIT_EXAMPLES)
    .addHelpText(
      'after',
      '\nThe list is kept in the data folder for `dso vote reveal`. Not opening it costs a part of the bond of a voter.',
    )
  addChainOptions(addDataDir(commit)).action(commitScores)
  const reveal = vote
    .command('reveal')
    .argument('[scores...]', `${BALLOT}; the list that was sealed here if left out`, collectBallots)
    .description('Opens the list of this epoch, whole.')
    .addHelpText('before', REVEAL_EXAMPLES)
    .addHelpText('after', '\nThe salt comes out of the wallet, so a list can be opened anywhere.')
  addChainOptions(addDataDir(reveal)).action(revealScores)
  const cast = vote
    .command('cast')
    .argument('<scores...>', BALLOT, collectBallots)
    .description('Votes in the open, on private networks that take such votes.')
    .addHelpText('before', CAST_EXAMPLES)
  addChainOptions(cast).action(castScores)
}

async function commitScores(ballots: readonly Ballot[], values: VoteValues): Promise<void> {
  await runOnNetwork(values, async (network) => {
    const { findDataFolder } = await import('../../node/data-folders.ts')
    const { commitOnNetwork } = await import('../../node/chain/operate-votes.ts')
    const done = await commitOnNetwork(network, findDataFolder(values.dataDir), ballots)
    const text = `${done.ballots.length} scores sealed for epoch ${done.epoch}: open them with dso vote reveal`
    return { data: { ...done }, text }
  })
}

async function revealScores(
  ballots: readonly Ballot[] | undefined,
  values: VoteValues,
): Promise<void> {
  await runOnNetwork(values, async (network) => {
    const { findDataFolder } = await import('../../node/data-folders.ts')
    const { revealOnNetwork } = await import('../../node/chain/operate-votes.ts')
    const given = ballots === undefined || ballots.length === 0 ? undefined : ballots
    const done = await revealOnNetwork(network, findDataFolder(values.dataDir), given)
    return {
      data: { ...done },
      text: `${done.ballots.length} scores of epoch ${done.epoch} opened`,
    }
  })
}

async function castScores(ballots: readonly Ballot[], values: ChainValues): Promise<void> {
  await runOnNetwork(values, async (network) => {
    const { castOnNetwork } = await import('../../node/chain/operate-votes.ts')
    await castOnNetwork(network, ballots)
    return { data: { ballots }, text: `${ballots.length} votes` }
  })
}
