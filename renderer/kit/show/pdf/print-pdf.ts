// Prints a PDF from any window, by the system's own dialog: each page drawn as sharp as printers print, and nothing else on the sheet.
import { openPdf } from './pdf-document.ts'

/** Dots an inch; a PDF's own unit is a 72nd. */
const SHARPNESS = 240 / 72
const HOLDER = 'printed-pdf'
const MARK = 'data-printing-pdf'

/** Of a page that prints PDFs: its pages and nothing else, each on a sheet of its own. They hold only while one is printed. */
export const printedPdfStyles = {
  [`.${HOLDER}`]: { display: 'none' },
  '@media print': {
    [`html[${MARK}] body > *:not(.${HOLDER})`]: { display: 'none !important' },
    [`html[${MARK}] .${HOLDER}`]: { display: 'block' },
    [`html[${MARK}], html[${MARK}] body`]: {
      overflow: 'visible !important',
      height: 'auto !important',
      margin: 0,
      background: '#fff !important',
    },
    // The PDF has its own margins. A page as high as the sheet would push an empty one behind it.
    '@page': { margin: 0 },
    [`.${HOLDER} img`]: { display: 'block', width: '100%', height: '99.8vh', objectFit: 'contain', breakInside: 'avoid' },
    [`.${HOLDER} img:not(:last-child)`]: { breakAfter: 'page' },
  },
} as const

const drawn = async (pdf: Awaited<ReturnType<typeof openPdf>>, number: number): Promise<string> => {
  const page = await pdf.document.getPage(number)
  const viewport = page.getViewport({ scale: SHARPNESS })
  const canvas = document.createElement('canvas')
  canvas.width = Math.floor(viewport.width)
  canvas.height = Math.floor(viewport.height)
  await page.render({ canvas, viewport, intent: 'print' }).promise
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
  if (!blob) throw new Error('a page could not be drawn')
  return URL.createObjectURL(blob)
}

/** Opens the system's print dialog. Resolves when it has been closed. */
export const printPdf = async (bytes: Uint8Array): Promise<void> => {
  const pdf = await openPdf(bytes)
  const holder = document.createElement('div')
  holder.className = HOLDER
  const urls: string[] = []
  try {
    for (let number = 1; number <= pdf.document.numPages; number++) {
      const url = await drawn(pdf, number)
      urls.push(url)
      const picture = document.createElement('img')
      picture.alt = ''
      picture.src = url
      await picture.decode()
      holder.append(picture)
    }
    document.body.append(holder)
    document.documentElement.setAttribute(MARK, '')
    await new Promise<void>((resolve) => {
      window.addEventListener('afterprint', () => resolve(), { once: true })
      window.print()
    })
  } finally {
    document.documentElement.removeAttribute(MARK)
    holder.remove()
    urls.forEach((url) => URL.revokeObjectURL(url))
    pdf.close()
  }
}
