/** A table as it stands in a file: the names of its columns, and its rows with the line each begins on. */
export type Table = { columns: string[]; rows: { line: number; cells: string[] }[] }

/** Reads CSV (RFC 4180), with commas or semicolons, whatever ends its lines; lines without a letter are no rows. */
export function readCsv(text: string): Table {
  const plain = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')
  const head = plain.slice(0, plain.indexOf('\n') + 1 || plain.length)
  const separator = head.includes(',') || !head.includes(';') ? ',' : ';'
  const cell = new RegExp(`("(?:[^"]|"")*"|[^${separator}\\n]*)(${separator}|\\n|$)`, 'gy')
  const rows: Table['rows'] = []
  let [line, begins, cells]: [number, number, string[]] = [1, 1, []]
  for (const [whole, written = '', end] of plain.matchAll(cell)) {
    cells.push(written.startsWith('"') ? written.slice(1, -1).replaceAll('""', '"') : written)
    line += whole.split('\n').length - 1
    if (end === separator) continue
    if (cells.some((one) => one.trim())) rows.push({ line: begins, cells })
    begins = line
    cells = []
    if (!end) break
  }
  const [columns, ...others] = rows
  return { columns: columns?.cells.map((name) => name.trim()) ?? [], rows: others }
}
