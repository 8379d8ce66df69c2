// Where everything stands on the pages of a PDF: runs of text with their boxes, and lines that are drawn. For tests of how papers are laid out.
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** A run of text as it was set, in a font that is called something; points from the lower left corner. `y` is its base line; `isTurned`: not level, such as a mark across the page. */
export type PdfRun = { text: string; font: string; left: number; right: number; y: number; size: number; isTurned: boolean }
/** Level or upright: from `from` to `to`, at `at` of the other direction. */
export type PdfStroke = { from: number; to: number; at: number }
export type PdfPage = { width: number; height: number; runs: PdfRun[]; level: PdfStroke[]; upright: PdfStroke[] }

type Matrix = readonly [number, number, number, number, number, number]
const UNIT: Matrix = [1, 0, 0, 1, 0, 0]
/** First `b`, then `a`. */
const times = ([a, b, c, d, e, f]: Matrix, [p, q, r, s, t, u]: Matrix): Matrix => [
  a * p + c * q,
  b * p + d * q,
  a * r + c * s,
  b * r + d * s,
  a * t + c * u + e,
  b * t + d * u + f,
]
const at = ([a, b, c, d, e, f]: Matrix, x: number, y: number): [number, number] => [a * x + c * y + e, b * x + d * y + f]

type Glyph = { unicode: string; width: number }
/** A blank at the end of a line takes no place. */
const withoutBlanks = (shown: readonly (Glyph | number)[]): readonly (Glyph | number)[] => {
  const last = shown.findLastIndex((one) => typeof one !== 'number' && one.unicode.trim() !== '')
  return shown.slice(0, last + 1)
}
/** Half of a Chinese sign that closes is white, and stands over the edge. */
const CLOSING = /[，。、；：！？）」』】》〉”’]$/u
/** What a font is set in is a thousandth of its size. */
const widthOf = (shown: readonly (Glyph | number)[], size: number): number => {
  const last = shown.at(-1)
  const white = typeof last === 'object' && CLOSING.test(last.unicode) ? last.width / 2 : 0
  return (shown.reduce<number>((sum, one) => sum + (typeof one === 'number' ? -one : one.width), 0) - white) * (size / 1000)
}

type Operators = { fnArray: ArrayLike<number>; argsArray: readonly unknown[] }
/** Follows what draws a page as far as papers use it. */
const readOperators = ({ fnArray, argsArray }: Operators): Pick<PdfPage, 'runs' | 'level' | 'upright'> => {
  const page = { runs: [] as PdfRun[], level: [] as PdfStroke[], upright: [] as PdfStroke[] }
  const kept: Matrix[] = []
  let now = UNIT
  let text = UNIT
  let size = 1
  let font = ''
  const show = (shown: readonly (Glyph | number)[]) => {
    const matrix = times(now, text)
    const [left, y] = at(matrix, 0, 0)
    const [right, end] = at(matrix, widthOf(withoutBlanks(shown), size), 0)
    const scale = Math.hypot(matrix[0], matrix[1])
    const said = shown.map((one) => (typeof one === 'number' ? '' : one.unicode)).join('')
    page.runs.push({ text: said, font, left, right, y, size: size * scale, isTurned: Math.abs(end - y) > 0.01 })
  }
  const stroke = ([x0 = 0, y0 = 0, x1 = 0, y1 = 0]: readonly number[]) => {
    const [[left, low], [right, high]] = [at(now, x0, y0), at(now, x1, y1)]
    const [width, height] = [Math.abs(right - left), Math.abs(high - low)]
    if (height < 0.01) page.level.push({ from: Math.min(left, right), to: Math.max(left, right), at: low })
    else if (width < 0.01) page.upright.push({ from: Math.min(low, high), to: Math.max(low, high), at: left })
  }
  for (let i = 0; i < fnArray.length; i++) {
    const args = argsArray[i] as never[]
    switch (fnArray[i]) {
      case OPS.save:
        kept.push(now)
        break
      case OPS.restore:
        now = kept.pop() ?? UNIT
        break
      case OPS.transform:
        now = times(now, args as unknown as Matrix)
        break
      case OPS.beginText:
        text = UNIT
        break
      case OPS.setFont:
        font = args[0]!
        size = args[1]!
        break
      case OPS.setTextMatrix:
        text = [...(args[0]! as Iterable<number>)] as unknown as Matrix
        break
      case OPS.showText:
        show(args[0]!)
        break
      case OPS.constructPath:
        if (args[0] === OPS.stroke) stroke([...(Object.values(args[2]!) as number[])])
        break
    }
  }
  return page
}

/** Everything that stands on each page, in the order in which it was set. */
export const pdfPages = async (pdf: Uint8Array): Promise<PdfPage[]> => {
  const task = getDocument({ data: new Uint8Array(pdf), verbosity: 0 })
  const document = await task.promise
  try {
    const pages: PdfPage[] = []
    for (let n = 1; n <= document.numPages; n++) {
      const page = await document.getPage(n)
      const [left = 0, low = 0, right = 0, high = 0] = page.view
      pages.push({ width: right - left, height: high - low, ...readOperators((await page.getOperatorList()) as Operators) })
      page.cleanup()
    }
    return pages
  } finally {
    await task.destroy()
  }
}
