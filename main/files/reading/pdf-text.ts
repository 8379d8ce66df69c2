// The text of a PDF, by pdf.js in this very process: no page is drawn, no font is loaded, nothing in it runs. A scan without recognized text has none. Rule FI23.
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
// Its worker does the work here: another thread in a process that is there for nothing else would be one too many.
import 'pdfjs-dist/legacy/build/pdf.worker.mjs'
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'

const MOST_PAGES = 100
/** What has been read by then is the text: a page more may take as long as it likes to be made hostile. */
const LONGEST_MS = 10_000

/** The character maps of Chinese, Japanese and Korean encodings lie beside the bundle in a build, with their package where the sources run. */
const mapsFolder = (): string => {
  const beside = path.join(import.meta.dirname, 'pdf-maps')
  return existsSync(beside) ? beside : path.resolve(import.meta.dirname, '../../../node_modules/pdfjs-dist/cmaps')
}
/** pdf.js asks for what a PDF names and does not hold: a map by its name, and nothing else. */
class Maps {
  async fetch({ filename }: { kind: string; filename: string }): Promise<Uint8Array> {
    if (!/^[\w-]+\.bcmap$/.test(filename)) throw new Error(`${filename} is not part of the program`)
    return new Uint8Array(await readFile(path.join(mapsFolder(), filename)))
  }
}

/** The first `most` letters of its pages, a line of its own for each line; '' for one that needs a password or cannot be read. */
export const pdfText = async (bytes: Buffer, most: number): Promise<string> => {
  const task = getDocument({
    ...{ data: new Uint8Array(bytes), BinaryDataFactory: Maps, useWorkerFetch: false, useWasm: false, verbosity: VerbosityLevel.ERRORS },
    ...{ cMapUrl: 'maps/', standardFontDataUrl: 'fonts/', wasmUrl: 'wasm/', disableFontFace: true, useSystemFonts: false },
    ...{ enableXfa: false, stopAtErrors: false, maxImageSize: 1 },
  })
  const until = performance.now() + LONGEST_MS
  try {
    const document = await task.promise
    let text = ''
    for (let n = 1; n <= Math.min(document.numPages, MOST_PAGES) && text.length < most && performance.now() < until; n++) {
      const page = await document.getPage(n)
      const { items } = await page.getTextContent()
      for (const item of items) if ('str' in item) text += item.hasEOL ? `${item.str}\n` : item.str
      text += '\n'
      page.cleanup()
    }
    return text
  } catch {
    return ''
  } finally {
    await task.destroy()
  }
}
