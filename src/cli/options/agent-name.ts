import { InvalidArgumentError } from 'commander'

/** Parses the name of an agent that this machine keeps; it names a folder. */
export function agentName(text: string): string {
  if (/^[a-z0-9][a-z0-9-]{0,31}$/.test(text)) return text
  throw new InvalidArgumentError('It must be 1 to 32 lower-case letters, digits and hyphens.')
}
