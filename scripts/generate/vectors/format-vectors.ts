/** Vectors as JSON that reads well in a diff: one line per case, small files. */
export function formatVectors(file: object): string {
  const sections = Object.entries(file).map(([name, value]: [string, unknown]) => {
    if (!Array.isArray(value)) return `  ${JSON.stringify(name)}: ${JSON.stringify(value)}`
    const lines = value.map((entry) => `    ${JSON.stringify(entry)}`)
    return `  ${JSON.stringify(name)}: [\n${lines.join(',\n')}\n  ]`
  })
  return `{\n${sections.join(',\n')}\n}\n`
}
