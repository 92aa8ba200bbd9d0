import { type Command, Option } from 'commander'
import { DsoError } from '../../protocol/errors.ts'
import { shareUpTo, wholeNumber } from './parse-number.ts'

/** The options of a command that {@link readGateSettings} reads. */
export interface GateValues {
  gate?: 'fixed' | 'sequential'
  gateError?: number
  heldOut?: number
}

/** What the options change about practice; nothing of what was not typed. */
export interface GateSettings {
  /** Held-out tasks of each tool. */
  validationTasks?: number
  gateRule?: { kind: 'fixed' } | { kind: 'sequential'; error: number }
}

/** The sequential rule's error unless another is typed. */
const DEFAULT_ERROR = 0.1

/** Held-out tasks of a tool that the sequential rule may ask for: with fewer it can prove nothing at its usual error. */
const SEQUENTIAL_TASKS = 16

/** Adds the options of the gate. */
export function addGateOptions(command: Command): Command {
  return command
    .addOption(
      new Option(
        '--gate <rule>',
        'fixed: every form on every held-out task (default); sequential: until it is proved or hopeless',
      ).choices(['fixed', 'sequential']),
    )
    .addOption(
      new Option(
        '--gate-error <share>',
        `with --gate sequential: most probability that something useless is kept, up to 0.5 (default: ${DEFAULT_ERROR})`,
      ).argParser(shareUpTo(0.5)),
    )
    .addOption(
      new Option(
        '--held-out <n>',
        `held-out tasks of each tool at the gate, 1 to 24 (default: 3, with --gate sequential ${SEQUENTIAL_TASKS})`,
      ).argParser(wholeNumber({ min: 1, max: 24 })),
    )
}

/** What was typed about the gate. @throws DsoError `OPTION_INVALID` for an error of a rule that has none */
export function readGateSettings({ gate, gateError, heldOut }: GateValues): GateSettings {
  if (gateError !== undefined && gate !== 'sequential') {
    const details = { option: '--gate-error', reason: 'it needs --gate sequential' }
    throw new DsoError('OPTION_INVALID', { details })
  }
  const tasks = heldOut ?? (gate === 'sequential' ? SEQUENTIAL_TASKS : undefined)
  return {
    ...(tasks === undefined ? {} : { validationTasks: tasks }),
    ...(gate === 'sequential'
      ? { gateRule: { kind: gate, error: gateError ?? DEFAULT_ERROR } }
      : {}),
    ...(gate === 'fixed' ? { gateRule: { kind: gate } } : {}),
  }
}
