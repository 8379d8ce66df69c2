// The text of a PDF, page by page, as somebody reads who copies or searches it. For tests of papers.
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

type Piece = { str: string; transform: number[]; width: number }

/** Pieces of one line, from left to right; lines from above. What is turned (a mark across the page) comes last. */
const pageText = (pieces: readonly Piece[]): string => {
  const straight = pieces.filter(({ transform: [, b] }) => b === 0)
  const lines = new Map<number, Piece[]>()
  for (const piece of straight) {
    const y = Math.round(piece.transform[5]! * 2)
    const near = [y, y - 1, y + 1].find((one) => lines.has(one)) ?? y
    lines.set(near, [...(lines.get(near) ?? []), piece])
  }
  const text = [...lines]
    .sort(([a], [b]) => b - a)
    .map(([, line]) =>
      line
        .sort((a, b) => a.transform[4]! - b.transform[4]!)
        .map(({ str }) => str)
        .join(' ')
        .replaceAll(/\s+/g, ' ')
        .trim(),
    )
  const turned = pieces.filter(({ transform: [, b] }) => b !== 0).map(({ str }) => str)
  return [...text, ...(turned.length > 0 ? [`across: ${turned.join('')}`] : [])].filter((line) => line !== '').join('\n')
}

/** One text a page. `pdf`: base64 as queries give it, or bytes. */
export const pdfTexts = async (pdf: string | Uint8Array): Promise<string[]> => {
  const data = typeof pdf === 'string' ? new Uint8Array(Buffer.from(pdf, 'base64')) : new Uint8Array(pdf)
  const task = getDocument({ data, verbosity: 0 })
  const document = await task.promise
  try {
    const pages: string[] = []
    for (let n = 1; n <= document.numPages; n++) {
      const { items } = await (await document.getPage(n)).getTextContent()
      pages.push(pageText(items.filter((item): item is Piece & (typeof items)[number] => 'str' in item)))
    }
    return pages
  } finally {
    await task.destroy()
  }
}
