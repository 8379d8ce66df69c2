// The letter of credit under which a shipment's papers go to the bank: letters of credit tell it, papers name it and must not contradict it. Rule H62.
import type { CheckLine } from '../../../../preload/contract/modules/letters-of-credit/calls.ts'
import { nameOf } from '../../../../preload/contract/names/index.ts'
import type { IsoDate } from '../../../../preload/contract/vocabulary/dates.ts'
import { moneyShown } from '../../../../preload/contract/vocabulary/money-shown.ts'
import type { QueryContext } from '../../../queries/define-query.ts'
import { listOf } from '../../../records/contributions.ts'
import { fact, paperWords, type Fact, type PaperProblem, type PaperWriter } from '../../../records/papers/index.ts'

export type CreditOnPaper = {
  /** The bank's own number. */
  number: string
  issuingBank: string
  advisingBank: string
  issuedOn: IsoDate
  /** As the credit writes it; '' where it says nothing. */
  applicant: string
  goods: string
  availability: string
  tenorDays: number
  /** Minor units presented or to be presented for this shipment. */
  drawing: number
  presentedOn: IsoDate | null
  /** The check of documents, line by line. */
  lines: readonly CheckLine[]
}
/** Undefined where no credit stands behind the shipment, or none that the viewer may see. */
export const creditsOfShipments =
  listOf<(q: QueryContext, shipmentId: string) => Promise<CreditOnPaper | undefined>>('credit of a shipment')
export const creditOf = async (q: QueryContext, shipmentId: string): Promise<CreditOnPaper | undefined> => {
  for (const find of q.contributed(creditsOfShipments)) {
    const found = await find(q, shipmentId)
    if (found) return found
  }
  return undefined
}

export const creditFacts = (credit: CreditOnPaper | undefined, w: PaperWriter): Fact[] =>
  credit
    ? [fact(paperWords.letterOfCredit, `${credit.number}, ${w.date(credit.issuedOn)}`), fact(paperWords.issuingBank, credit.issuingBank)]
    : []

const figureText = (figure: CheckLine['asked']): string => {
  if (figure === null) return '–'
  if ('money' in figure) return figure.upTo ? `${moneyShown(figure.money)} – ${moneyShown(figure.upTo)}` : moneyShown(figure.money)
  if ('name' in figure) return nameOf(figure.name, 'en')
  return figure.text
}
/** Lines of the check that are a discrepancy: what the paper says, and what the credit asks. */
export const creditProblems = (credit: CreditOnPaper | undefined, checks: readonly CheckLine['check'][]): PaperProblem[] =>
  (credit?.lines ?? [])
    .filter(({ check, result }) => result === 'discrepancy' && checks.includes(check))
    .map(({ check, asked, found }) => ({
      ...{ code: 'credit-differs', what: `${nameOf(`check.${check}`, 'zh')} ${nameOf(`check.${check}`, 'en')}` },
      ...{ one: figureText(found), other: figureText(asked) },
    }))
