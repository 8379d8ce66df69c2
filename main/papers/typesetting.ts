// Entry of the process that sets papers as PDF with Typst, and joins such PDFs. It has the fonts in memory and no file, no network and no data but what it is sent; the office ends it
// when a paper takes too long or when none is asked for.
import * as fontkit from 'fontkit'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { PaperLayout } from '../../preload/contract/vocabulary/paper-layout.ts'
import { serveSideProcess } from '../side-process.ts'
import type { JoinedPapers, SetPaper } from './typesetter.ts'
import { typstData } from './typst-data.ts'

// Nothing is read from this folder: everything the template names is given in memory.
const [template = '', ...fonts] = process.argv.slice(2)
const folder = path.join(path.dirname(template), 'in-memory')
const at = (name: string) => path.join(folder, name)
const files = fonts.map((file) => readFileSync(file))
const compiler = NodeCompiler.create({ workspace: folder, fontArgs: [{ fontBlobs: files }] })
compiler.addSource(at('paper.typ'), readFileSync(template, 'utf8'))

/** A font may say what characters it has; both weights of a family have the same. */
const known = files.map((file) => fontkit.create(file) as fontkit.Font)
const isDrawn = (sign: string): boolean => /\p{Cc}/u.test(sign) || known.some((font) => font.hasGlyphForCodePoint(sign.codePointAt(0)!))
const missingIn = (data: object): string[] => [...new Set(JSON.stringify(data).normalize())].filter((sign) => !isDrawn(sign))

/** The same without the pictures of its lines. */
const withoutLinePictures = (paper: PaperLayout): PaperLayout => {
  const { logo, seal, sign } = paper.pictures
  return { ...paper, pictures: { ...(logo ? { logo } : {}), ...(seal ? { seal } : {}), ...(sign ? { sign } : {}) } }
}
/** A picture of a product that cannot be drawn keeps no paper back: then the lines have none. */
const set = (paper: PaperLayout): SetPaper => {
  const plain = withoutLinePictures(paper)
  if (Object.keys(plain.pictures).length === Object.keys(paper.pictures).length) return setWhole(paper)
  try {
    return setWhole(paper)
  } catch {
    return setWhole(plain)
  }
}

/** Compiles a source with files that are there for it alone; `day`: a fixed time, so that the same paper is the same bytes. */
const compiled = (source: string, given: Readonly<Record<string, Uint8Array>>, day: string): { pdf: Uint8Array; pages: number } => {
  for (const [name, bytes] of Object.entries(given)) compiler.mapShadow(at(name), Buffer.from(bytes))
  try {
    const made = compiler.compile({ mainFilePath: at(source) })
    const document = made.result
    if (!document || made.hasError()) {
      const error = made.takeError()
      throw new Error(error ? JSON.stringify(compiler.fetchDiagnostics(error)) : 'no document')
    }
    const pdf = compiler.pdf(document, { pdfTags: false, creationTimestamp: Date.parse(`${day}T00:00:00Z`) / 1000 })
    return { pdf, pages: document.numOfPages }
  } finally {
    for (const name of Object.keys(given)) compiler.unmapShadow(at(name))
    // Without it each paper would stay in memory.
    compiler.evictCache(0)
  }
}
const json = (data: object): Uint8Array => Buffer.from(JSON.stringify(data))

const setWhole = (paper: PaperLayout): SetPaper => {
  const data = typstData(paper)
  return { ...compiled('paper.typ', { ...paper.pictures, 'paper.json': json(data) }, paper.at), missing: missingIn(data) }
}

/** Each page as it is, text, fonts and size, on a page of its own. */
const JOINED = `#let d = json("joined.json")
#set document(title: d.title, date: none)
#set page(width: auto, height: auto, margin: 0pt)
#d.pages.map(((file, number)) => image(file, page: number)).join(pagebreak())`
compiler.addSource(at('joined.typ'), JOINED)
const join = ({ title, at: day, parts }: JoinedPapers): SetPaper => {
  const pages = parts.flatMap((part, n) => Array.from({ length: part.pages }, (_, page) => [`${n}.pdf`, page + 1]))
  const files = Object.fromEntries(parts.map(({ pdf }, n) => [`${n}.pdf`, pdf]))
  return { ...compiled('joined.typ', { ...files, 'joined.json': json({ title, pages }) }, day), missing: [] }
}

serveSideProcess((job: PaperLayout | JoinedPapers) => ('parts' in job ? join(job) : set(job)))
