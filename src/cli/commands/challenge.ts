import { type Command, Option } from 'commander'
import type { Fault, Hex } from '../../protocol/ports.ts'
import { DsoError } from '../../protocol/errors.ts'
import {
  addChainOptions,
  chainNumber,
  type ChainValues,
  hexBytes,
  runOnNetwork,
} from '../options/chain-options.ts'
import { writeMessage } from '../output/terminal.ts'

interface ChallengeValues extends ChainValues {
  fault?: Fault
  proof?: Hex
  case?: bigint
}

const FAULTS: readonly Fault[] = [
  'schema',
  'copy',
  'equivocation',
  'withheld',
  'attestation',
  'score',
  'quality',
]

const EXAMPLES = `Examples:
  dso challenge 17
  dso challenge 17 --fault schema --proof 0x0000… --dry-run
  dso challenge 17 --fault schema --proof 0x0000… --case 3
`
const AFTER = `
Without --fault: half a bond that the votes will put the entry below the floor. Who challenges first earns a share of the
slash, and loses the bond otherwise.
With --fault: a case before the court. The proof is committed to first and shown in a later block, so nobody can copy it.
What a proof of each fault holds: docs/spec/chain.md and contracts/src/FaultJudge.sol.`

/** Registers `dso challenge`. */
export function addChallengeCommand(program: Command): void {
  const command = program
    .command('challenge')
    .argument('<id>', 'number of the entry', chainNumber)
    .description('Challenges an entry: its quality, or a fault before the court.')
    .addHelpText('before', EXAMPLES)
    .addOption(new Option('--fault <kind>', 'what the entry is accused of').choices(FAULTS))
    .addOption(
      new Option('--proof <hex>', 'with --fault: the proof, ABI-encoded').argParser(hexBytes),
    )
    .addOption(
      new Option(
        '--case <n>',
        'with --fault: goes on with a case that is not opened yet',
      ).argParser(chainNumber),
    )
    .addHelpText('after', AFTER)
  addChainOptions(command).action(challenge)
}

async function challenge(entryId: bigint, values: ChallengeValues): Promise<void> {
  const { fault, proof, case: caseId } = values
  if (fault === undefined) {
    if (proof !== undefined || caseId !== undefined) throw incomplete('--fault')
    await challengeQuality(entryId, values)
    return
  }
  if (proof === undefined) throw incomplete('--proof')
  await accuse({ entryId, fault, payload: proof, caseId }, values)
}

async function challengeQuality(entryId: bigint, values: ChainValues): Promise<void> {
  await runOnNetwork(values, async (network) => {
    const { challengeOnNetwork } = await import('../../node/chain/operate-entries.ts')
    await challengeOnNetwork(network, entryId)
    return { data: { entry: entryId }, text: `Challenged the quality of entry ${entryId}` }
  })
}

async function accuse(
  accusation: { entryId: bigint; fault: Fault; payload: Hex; caseId: bigint | undefined },
  values: ChainValues,
): Promise<void> {
  await runOnNetwork(values, async (network) => {
    const { accuseEntry } = await import('../../node/chain/accuse-entry.ts')
    const { caseId, state } = await accuseEntry(network, accusation, (id) => {
      if (!network.dryRun && values.json !== true) {
        writeMessage(`Case ${id} is committed to. If this is interrupted: --case ${id}`)
      }
    })
    const { entryId, fault } = accusation
    const phase = state === undefined ? 'opened' : state.phase
    return {
      data: { case: caseId, entry: entryId, fault, phase: state?.phase ?? null },
      text: `Case ${caseId} against entry ${entryId} (${fault}): ${phase}`,
    }
  })
}

function incomplete(option: string): DsoError {
  const reason = '--fault and --proof belong together'
  return new DsoError('OPTION_INVALID', { details: { option, reason } })
}
