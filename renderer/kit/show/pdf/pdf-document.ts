// Opens PDFs for reading on the screen, by pdf.js in a thread of its own. Nothing in a PDF runs, links nowhere and asks for nothing from outside.
import type { PDFDocumentProxy } from 'pdfjs-dist'

export type OpenPdf = { document: PDFDocumentProxy; close(): void }
/** Why one cannot be shown. */
export type PdfProblem = 'password' | 'damaged'

/** pdf.js asks for what a PDF names and does not hold. */
class ProgramData {
  async fetch({ filename }: { kind: string; filename: string }): Promise<Uint8Array> {
    const { pdfData } = await import('./pdf-data.ts')
    const found = pdfData(filename)
    if (!found) throw new Error(`${filename} is not part of the program`)
    return found
  }
}

/** Where the decoders of scans lie, beside this page (build/build.mjs). */
const decoders = () => new URL('pdf/', document.baseURI).href

/** Opens a PDF. The bytes are copied: the caller's stay as they are. Throws an error that `pdfProblem` reads. */
export const openPdf = async (bytes: Uint8Array): Promise<OpenPdf> => {
  const { getDocument, PDFWorker } = await import('pdfjs-dist')
  const port = new Worker(new URL('./pdf-worker.ts', import.meta.url), { type: 'module' })
  const worker = PDFWorker.create({ port })
  const close = () => {
    worker.destroy()
    port.terminate()
  }
  try {
    const task = getDocument({
      ...{ data: bytes.slice(), worker, BinaryDataFactory: ProgramData, useWorkerFetch: false },
      // Compiled decoders would need a wider policy than our own files; those in JavaScript do as well.
      ...{ useWasm: false, wasmUrl: decoders(), cMapUrl: 'maps/', standardFontDataUrl: 'fonts/' },
      ...{ enableXfa: false, stopAtErrors: false, maxImageSize: 50_000_000 },
    })
    return { document: await task.promise, close }
  } catch (error) {
    close()
    throw error
  }
}

export const pdfProblem = (error: unknown): PdfProblem =>
  (error as { name?: string } | null)?.name === 'PasswordException' ? 'password' : 'damaged'
