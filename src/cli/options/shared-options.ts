import { type Command, Option } from 'commander'
import { wholeNumber } from './parse-number.ts'

/** Adds `--data-dir`. */
export function addDataDir(command: Command): Command {
  return command.option(
    '--data-dir <folder>',
    "weights, recorded calls and agents (env: DSO_DATA_DIR; default: this user's data folder)",
  )
}

/** Adds `--json`. */
export function addJson(command: Command): Command {
  return command.option('--json', 'data as JSON on stdout, messages as JSON lines on stderr')
}

/** Adds the options that say where the model comes from; `readModelSource` reads them. */
export function addModelOptions(command: Command): Command {
  return command
    .addOption(
      new Option('--model <name>', 'model of `dso models ls` (default: its first)').env(
        'DSO_MODEL',
      ),
    )
    .addOption(
      new Option('--endpoint <url>', 'any OpenAI-compatible server, instead of a local model').env(
        'DSO_ENDPOINT',
      ),
    )
    .addOption(
      new Option('--endpoint-model <name>', "the model's name at that server").env(
        'DSO_ENDPOINT_MODEL',
      ),
    )
    .addOption(
      new Option('--threads <n>', 'CPU threads of a local model (default: all useful cores)')
        .env('DSO_THREADS')
        .argParser(wholeNumber({ min: 1, max: 512 })),
    )
    .addOption(
      new Option(
        '--max-calls <n>',
        'stop before the model is asked once more than this; answers from before cost nothing (default: no bound)',
      ).argParser(wholeNumber({ min: 0, max: 1e9 })),
    )
}
