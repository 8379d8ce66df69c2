// How a kind of paper is written: by the module of its record, out of the same query that its screen asks.
import type { PaperKind, PrintedKind } from '../../../preload/contract/papers.ts'
import type { PaperLanguage } from '../../../preload/contract/vocabulary/paper-layout.ts'
import type { IsoDate } from '../../../preload/contract/vocabulary/dates.ts'
import type { QueryContext } from '../../queries/define-query.ts'
import { listForEach, listOf, oneForEach } from '../contributions.ts'
import type { PaperContent } from './content.ts'
import type { PaperWriter } from './writer.ts'

/** What a paper is asked for with; each kind takes what it understands. */
export type PaperAsked = {
  paper: PaperKind
  recordId: string
  /** A version of a contract, of an amendment the one it makes; the newest when absent. */
  version?: number | undefined
  from?: IsoDate | undefined
  to?: IsoDate | undefined
}
export type PaperMaker = {
  /** In which language the other side reads; asked where the paper's own is theirs. */
  language?(asked: PaperAsked, q: QueryContext): Promise<PaperLanguage>
  /** Whether the record has anything to say on it; always, where this is left out. */
  isOffered?(recordId: string, q: QueryContext): Promise<boolean>
  /** Whether the viewer sees the record, where that hangs on the record itself; by its rights and scope, where this is left out. */
  sees?(recordId: string, q: QueryContext): Promise<boolean>
  /** Whether the viewer may see such papers of a record that they see; yes, where this is left out. */
  maySee?(recordId: string, q: QueryContext): Promise<boolean>
  /** Refuses `not-found` for a record out of the viewer's sight. */
  write(asked: PaperAsked, q: QueryContext, w: PaperWriter): Promise<PaperContent>
}
/** By kind of paper, one module each. */
export const paperMakers = oneForEach<PaperKind, PaperMaker>('paper')

/** What does not agree: stops issuing, or is only said. */
export type Disagreement = Partial<Pick<PaperContent, 'problems' | 'warnings'>>
/** What a later module holds against a paper of this kind, e.g. that a contract is not what its quotation offered (PA31). Nothing of it stands on the paper. */
export const paperChecks = listForEach<PaperKind, (asked: PaperAsked, q: QueryContext, w: PaperWriter) => Promise<Disagreement>>(
  'paper checks',
)

/** A kind of paper of a record. */
export type PaperOf = { paper: PaperKind; recordId: string }
/** What is handed in together with the papers of a record, of other records: as far as the viewer sees those. */
export const papersBeside = listForEach<PrintedKind, (recordId: string, q: QueryContext) => Promise<readonly PaperOf[]>>('papers beside')

/** Small pictures of products, by the hashes of their contents: of those that have one, as far as the viewer may see them. */
export const productPictures =
  listOf<(q: QueryContext, productIds: readonly string[]) => Promise<ReadonlyMap<string, string>>>('product-pictures')
