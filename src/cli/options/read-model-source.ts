import type { Command } from 'commander'
import type { ModelSource } from '../../node/open-model.ts'
import { DsoError } from '../../protocol/errors.ts'

/** The options of a command that {@link readModelSource} reads. */
interface ModelValues {
  model?: string
  endpoint?: string
  endpointModel?: string
  /** `true` for the package's own recording. */
  replay?: string | true
}

/**
 * Where the model comes from. What is typed beats what the environment says, so that DSO_ENDPOINT does not stand in
 * the way of `--model` or `--replay`.
 *
 * @param environment gives DSO_ENDPOINT_KEY, the only way to pass a key: arguments show in process lists
 * @param defaultModel the model of the manifest that is used unless one is named
 * @throws DsoError `OPTION_INVALID` for options that exclude each other, or an endpoint without a model
 */
export function readModelSource(
  command: Command,
  environment: Readonly<Record<string, string | undefined>>,
  defaultModel: string,
): ModelSource {
  const { model, endpoint, endpointModel, replay } = command.opts<ModelValues>()
  const typed = (name: string): boolean => command.getOptionValueSource(name) === 'cli'
  if (typed('endpoint') && (typed('model') || replay !== undefined)) {
    throw refuse('--endpoint', `it excludes ${replay === undefined ? '--model' : '--replay'}`)
  }
  if (replay !== undefined) {
    return {
      kind: 'replay',
      ...(replay === true ? {} : { recording: replay }),
      ...(model === undefined || !typed('model') ? {} : { model }),
    }
  }
  if (endpoint === undefined || endpoint === '' || (typed('model') && !typed('endpoint'))) {
    return { kind: 'weights', name: model === undefined || model === '' ? defaultModel : model }
  }
  if (endpointModel === undefined) throw refuse('--endpoint-model', 'needed with --endpoint')
  const apiKey = environment['DSO_ENDPOINT_KEY'] || undefined
  return { kind: 'endpoint', url: endpoint, model: endpointModel, apiKey }
}

function refuse(option: string, reason: string): DsoError {
  return new DsoError('OPTION_INVALID', { details: { option, reason } })
}
