// exceljs's streaming workbook with what it lacks for lists of any length: it says when to wait, and it ends when its target does.
import { once } from 'node:events'
import { PassThrough, type Writable } from 'node:stream'
import ExcelJS from 'exceljs'
import type { CellModel } from './cells.ts'

/** Characters gathered before they go to the zip: every piece costs a turn of its threads. */
const PIECE = 262_144
/** Bytes that each step of the zip holds before it waits: packed, they are many rows. */
const HELD = 65_536

/** What exceljs calls on the stream of a sheet, and what its zip reads. Its own stream takes everything at once, so that a long list would fill the memory. */
class SheetStream extends PassThrough {
  #pieces: string[] = []
  #length = 0

  constructor() {
    super({ highWaterMark: PIECE })
    // exceljs waits for this event of a sheet.
    this.on('finish', () => this.emit('zipped'))
  }

  /** Takes text, or exceljs's own buffer of text. Its answer is that of any stream: false means wait for 'drain'. */
  override write(text: unknown): boolean {
    const piece = String(typeof text === 'string' ? text : (text as { toBuffer(): Buffer }).toBuffer())
    this.#pieces.push(piece)
    this.#length += piece.length
    return this.#length < PIECE || this.#flush()
  }

  override end(): this {
    this.#flush()
    return super.end()
  }

  #flush(): boolean {
    const whole = this.#pieces.join('')
    this.#pieces = []
    this.#length = 0
    return super.write(whole)
  }
}

/** The parts of exceljs's writer that its types leave out. */
type Zip = {
  append(source: Writable | string | Buffer, entry: { name: string }): void
  abort(): void
  on(event: 'error', failed: (error: Error) => void): void
}

/**
 * A sheet that takes finished models of rows. exceljs makes such a model of each row and cell object, hands it to this function and forgets them: a list
 * whose rows never were such objects is written a third quicker.
 */
export type StreamedSheet = Omit<ExcelJS.Worksheet, 'commit'> & {
  commit(): void
  _writeRow(row: {
    hasValues: boolean
    height: number | undefined
    model: { number: number; cells: CellModel[]; min: number; max: number; height: number | undefined }
  }): void
}

export class StreamingWorkbook extends ExcelJS.stream.xlsx.WorkbookWriter {
  declare readonly zip: Zip
  readonly #failed: Promise<never>
  #sheet: SheetStream | undefined

  /** Writes into `target`, which is ended by `commit`. `at` stands in the file as the time it was made. */
  constructor(target: Writable, at: Date) {
    const zip = { zlib: { level: 1 }, highWaterMark: HELD }
    super({ stream: target, useStyles: true, useSharedStrings: false, zip })
    Object.assign(this, { created: at, modified: at, creator: 'Tradewind', lastModifiedBy: 'Tradewind' })
    this.#failed = new Promise((_, reject) => {
      this.zip.on('error', reject)
      target.on('error', reject)
      target.once('close', () => {
        if (!target.writableFinished) reject(new Error('the target of the export closed early'))
      })
    })
    this.#failed.catch(() => undefined)
  }

  /** The first thing that exceljs's constructor does once it has its zip, which makes bytes of text in a way that Node warns of: it gets bytes. */
  override addThemes(): Promise<void> {
    const { zip } = this
    const append = zip.append.bind(zip)
    zip.append = (source, entry) => append(typeof source === 'string' ? Buffer.from(source) : source, entry)
    return super.addThemes()
  }

  /** Called by exceljs for each sheet. */
  protected _openStream(name: string): SheetStream {
    this.#sheet = new SheetStream()
    this.zip.append(this.#sheet, { name })
    return this.#sheet
  }

  /** A promise to wait for before the next row where the target is slower than the rows, else nothing. Rejects when the target failed. */
  ready(): Promise<unknown> | undefined {
    const sheet = this.#sheet
    return sheet?.writableNeedDrain ? Promise.race([once(sheet, 'drain'), this.#failed]) : undefined
  }

  /** Ends the file; rejects when the target failed. */
  override async commit(): Promise<void> {
    await Promise.race([super.commit(), this.#failed])
  }
}
