import { readFileSync } from 'node:fs'
import { Command } from 'commander'
import { addAggregateCommand } from './commands/aggregate.ts'
import { addBondCommand } from './commands/bond.ts'
import { addChainCommand } from './commands/chain.ts'
import { addChallengeCommand } from './commands/challenge.ts'
import { addDemoCommand } from './commands/demo.ts'
import { addDoctorCommand } from './commands/doctor.ts'
import { addEntryCommand } from './commands/entry.ts'
import { addExportCommand } from './commands/export.ts'
import { addImportCommand } from './commands/import.ts'
import { addLibraryCommand } from './commands/library.ts'
import { addLsCommand } from './commands/ls.ts'
import { addModelsCommand } from './commands/models.ts'
import { addPractiseCommand } from './commands/practise.ts'
import { addRecallCommand } from './commands/recall.ts'
import { addShowCommand } from './commands/show.ts'
import { addVoteCommand } from './commands/vote.ts'

const EXAMPLES = `Examples:
  dso demo                 agents learn, share and are tested: a table and a report
  dso demo --replay        the same from recorded answers, in under a minute
  dso ls                   the experiences that an agent holds
  dso recall "book a room" what is known about a task
  dso library log          what was decided about what an agent has learnt, and why
  dso export --format ace  what an agent has learnt, for other programs
  dso chain status         where a network of contracts stands, and what the account has
  dso doctor               what is missing here, and what to do about it
`

const AFTER = `
Flags beat the environment: DSO_DATA_DIR, DSO_MODEL, DSO_ENDPOINT, DSO_ENDPOINT_MODEL, DSO_THREADS.
Of the chain: DSO_CHAIN_RPC, DSO_CHAIN_BOOK.
By environment only: DSO_ENDPOINT_KEY and DSO_CHAIN_KEY (secret), DSO_WEIGHTS_DIR (weights copied by hand),
DSO_DEBUG=1 (stacks of errors), NO_COLOR.

Exit codes: 0 done · 1 fault · 2 wrong usage · 3 something is missing · 130 interrupted (143 by SIGTERM)
Data goes to stdout, messages and progress to stderr.`

/** The command line: every command with its options. Their work is loaded only when one is run. */
export function createProgram(): Command {
  const program = new Command('dso')
    .description('Agents built on frozen language models learn from each other, without training.')
    .version(readVersion(), '-V, --version')
    .addHelpText('before', EXAMPLES)
    .addHelpText('after', AFTER)
    .exitOverride()
    .showHelpAfterError('See dso --help, or dso COMMAND --help.')
  addDemoCommand(program)
  addPractiseCommand(program)
  addLsCommand(program)
  addShowCommand(program)
  addRecallCommand(program)
  addLibraryCommand(program)
  addExportCommand(program)
  addImportCommand(program)
  addModelsCommand(program)
  addChainCommand(program)
  addEntryCommand(program)
  addVoteCommand(program)
  addBondCommand(program)
  addChallengeCommand(program)
  addAggregateCommand(program)
  addDoctorCommand(program)
  return program
}

function readVersion(): string {
  const file = new URL('../../package.json', import.meta.url)
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version
}
