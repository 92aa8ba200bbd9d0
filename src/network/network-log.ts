/** Where the network layer reports what a person may want to read later. A pino logger fits. */
export interface NetworkLog {
  debug(fields: Readonly<Record<string, unknown>>, message: string): void
  warn(fields: Readonly<Record<string, unknown>>, message: string): void
}

/** Drops everything. */
export const SILENT_LOG: NetworkLog = { debug: () => {}, warn: () => {} }
