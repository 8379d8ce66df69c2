// Cells copied from a spreadsheet: tab-separated text with quoted cells, as Excel and WPS put it on the clipboard.

/** Rows of cells. A quoted cell may hold tabs, line breaks and doubled quotes; a last line break ends the last row. */
export const readTable = (text: string): string[][] => {
  const rows: string[][] = [[]]
  let cell = ''
  let quoted = false
  const endCell = () => {
    rows.at(-1)!.push(cell)
    cell = ''
  }
  for (let i = 0; i < text.length; i++) {
    const c = text[i]
    if (quoted) {
      if (c === '"' && text[i + 1] === '"') {
        cell += '"'
        i++
      } else if (c === '"') quoted = false
      else cell += c
    } else if (c === '"' && cell === '') quoted = true
    else if (c === '\t') endCell()
    else if (c === '\n' || c === '\r') {
      if (c === '\r' && text[i + 1] === '\n') i++
      endCell()
      rows.push([])
    } else cell += c
  }
  endCell()
  const last = rows.at(-1)!
  if (rows.length > 1 && last.length === 1 && last[0] === '') rows.pop()
  return rows
}

/** Whether pasted text is more than one cell. */
export const isTable = (text: string): boolean => /\t|[\r\n]+[^\r\n]/.test(text)
