// The credit under which a shipment's documents go to the bank, as its papers name it and are compared with it (shipments H62).
import type { QueryContext } from '../../queries/define-query.ts'
import type { CreditOnPaper } from '../shipments/index.ts'
import { letterChecks } from './checks-query.ts'

/** The one under which documents were made, else the first that stands behind the shipment; undefined for who may see none. */
export const creditOfShipment = async (q: QueryContext, shipmentId: string): Promise<CreditOnPaper | undefined> => {
  if (!q.may('letter-of-credit.view')) return undefined
  const checks = await letterChecks({ shipmentId }, q)
  const found = checks.find(({ presentation }) => presentation !== null) ?? checks[0]
  if (!found) return undefined
  const letter = await q.db.selectFrom('letter_of_credit').selectAll().where('id', '=', found.letter.id).executeTakeFirstOrThrow()
  return {
    ...{ number: letter.bankNumber, issuingBank: letter.issuingBank, advisingBank: letter.advisingBank, issuedOn: letter.issuedOn },
    ...{ applicant: letter.applicant, goods: letter.goods, availability: letter.availability, tenorDays: letter.tenorDays },
    drawing: found.drawing.minor,
    presentedOn: found.presentation?.presentedOn ?? null,
    lines: found.lines,
  }
}
