import { type Child, html, type Markup } from './html.ts'

/** A column of a table; numbers stand right. */
export interface TableColumn {
  header: string
  numeric?: boolean
}

/** A table for people and screen readers. */
export interface TableOptions {
  /** What the table shows, for those who cannot see its surroundings. */
  caption: string
  columns: readonly TableColumn[]
  /** One child per column and row; the first is the row's header. */
  rows: readonly (readonly Child[])[]
  /** Index of a row that sums up the others. */
  strongRow?: number
}

/** A table that scrolls sideways on narrow screens. */
export function table({ caption, columns, rows, strongRow }: TableOptions): Markup {
  const numericClass = (index: number) =>
    columns[index]?.numeric === true ? html` class="number"` : null
  const head = columns.map(
    ({ header }, index) => html`<th scope="col"${numericClass(index)}>${header}</th>`,
  )
  const body = rows.map((row, rowIndex) => {
    const cells = row.map((cell, index) =>
      index === 0
        ? html`<th scope="row">${cell}</th>`
        : html`<td${numericClass(index)}>${cell}</td>`,
    )
    return html`<tr${rowIndex === strongRow ? html` class="strong"` : null}>${cells}</tr>
`
  })
  return html`<div class="scroll"><table><caption>${caption}</caption><thead><tr>${head}</tr></thead><tbody>
${body}</tbody></table></div>`
}

/** A table one has to open. */
export function foldedTable(summary: string, options: TableOptions): Markup {
  return html`<details><summary>${summary}</summary>${table(options)}</details>`
}
