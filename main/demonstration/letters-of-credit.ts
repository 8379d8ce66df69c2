// Letters of credit of the recent deals: one used up, one refused for its discrepancies, one amended and about to expire, one to present now, one just received.
import type { CommandInput } from '../../preload/contract/commands.ts'
import { addDays, type IsoDate } from '../../preload/contract/vocabulary/dates.ts'
import { newId } from '../../preload/contract/vocabulary/ids.ts'
import { carryOut, type Carried } from './recent-deals.ts'
import type { World } from './world.ts'
import { customers } from './trade-data.ts'

type Letter = CommandInput<'save-letter-of-credit'>
type Kept = { id: string; revision: number; documents: Letter['documents']; amount: number }
const ago = (w: World, days: number): IsoDate => addDays(w.today, -days)
const LAST_STEPS = ['accepted', 'refused', 'paid'] as const

const documents = (): Letter['documents'] => [
  { id: newId(), kind: 'commercial-invoice', originals: 3, copies: 3, note: 'Signed, showing the credit number' },
  { id: newId(), kind: 'packing-list', originals: 3, copies: 0, note: '' },
  { id: newId(), kind: 'bill-of-lading', originals: 3, copies: 3, note: 'Full set clean on board, made out to order, freight prepaid' },
  { id: newId(), kind: 'certificate-of-origin', originals: 1, copies: 1, note: '' },
]

/** Registered from a contract, and accepted unless it has only just come. */
const register = async (
  w: World,
  made: Carried,
  given: Partial<Letter> & { amount: number; issuedOn: IsoDate; expiresOn: IsoDate },
  accepted = true,
): Promise<Kept> => {
  const [name, , , , currency, port, , , , , owner] = customers[made.plan.customer]!
  const letter: Letter = {
    id: newId(),
    bankNumber: `LC${given.issuedOn.replaceAll('-', '').slice(2)}${made.plan.customer}1`,
    customerId: w.trade.customers[made.plan.customer]!,
    applicant: name,
    issuingBank: 'Gulf Commercial Bank, Dubai',
    advisingBank: 'Bank of China, Ningbo Branch',
    currency,
    tolerancePlus: '0',
    toleranceMinus: '0',
    expiryPlace: 'China',
    latestShipment: null,
    presentationDays: 21,
    availability: 'sight',
    tenorDays: 0,
    confirmed: false,
    partialShipment: false,
    transhipment: true,
    portOfLoading: 'Ningbo',
    portOfDischarge: port,
    goods: 'As per sales contract',
    documents: documents(),
    contractIds: [made.contract.id],
    remark: '',
    ownerId: w.people.byUser.get(owner)!,
    ...given,
  }
  const saved = await w.send('save-letter-of-credit', letter)
  const kept = { id: letter.id, revision: saved.revision, documents: letter.documents, amount: letter.amount }
  if (!accepted) return kept
  const { revision } = await w.send('accept-letter-of-credit', {
    id: letter.id,
    revision: saved.revision,
    acceptedOn: addDays(letter.issuedOn, 3),
  })
  return { ...kept, revision }
}

type Said = Partial<Omit<CommandInput<'save-presentation'>, 'id' | 'letterId' | 'shipmentId'>>
/** The documents of the deal's shipment as they were made; presented and answered where days are given. */
const present = async (
  w: World,
  letter: Kept,
  made: Carried,
  said: Said,
  on: { presented?: number; last?: (typeof LAST_STEPS)[number]; lastOn?: number } = {},
) => {
  if (made.shipmentId === null) return
  let seen = await w.send('save-presentation', {
    ...{ id: newId(), letterId: letter.id, shipmentId: made.shipmentId, amount: letter.amount, insuredAmount: null, insuredOn: null },
    ...{ packingCartons: null, billCartons: null, packingGross: null, billGross: null, transhipped: false, discrepancies: '' },
    ticked: letter.documents.map((d) => d.id),
    ...said,
  })
  if (on.presented === undefined) return
  seen = await w.send('record-presentation-step', { ...seen, step: 'presented', on: ago(w, on.presented), discrepancies: '' })
  if (on.last !== undefined && on.lastOn !== undefined)
    await w.send('record-presentation-step', { ...seen, step: on.last, on: ago(w, on.lastOn), discrepancies: said.discrepancies ?? '' })
}

/** The deal of this customer signed so many days ago. */
const dealOf = (made: readonly Carried[], customer: number, signed: number): Carried => {
  const found = made.find((one) => one.plan.customer === customer && one.plan.signed === signed)
  if (!found) throw new Error(`no deal of customer ${customer} signed ${signed} days ago`)
  return found
}

/** Used up: shipped, presented and paid long ago. */
const usedUp = async (w: World, made: Carried): Promise<void> => {
  const letter = await register(w, made, { amount: 3_744_000, issuedOn: ago(w, 247), latestShipment: ago(w, 200), expiresOn: ago(w, 179) })
  const packed = { packingCartons: 400, billCartons: 400, packingGross: '5840', billGross: '5840' }
  await present(w, letter, made, packed, { presented: 200, last: 'paid', lastOn: 190 })
}

/** Shipped two days late, presented late, cartons differing: refused, and the customer has not waived it. */
const refused = async (w: World, made: Carried): Promise<void> => {
  const letter = await register(w, made, {
    ...{ amount: 3_882_000, issuedOn: ago(w, 117), latestShipment: ago(w, 88), expiresOn: addDays(w.today, 20), presentationDays: 15 },
  })
  const discrepancies = '装船晚于最迟装运期 2 天；提单箱数与装箱单不符'
  const packed = {
    packingCartons: 300,
    billCartons: 299,
    packingGross: '4080',
    billGross: '4080',
    discrepancies,
    ticked: letter.documents.slice(0, 3).map((d) => d.id),
  }
  await present(w, letter, made, packed, { presented: 68, last: 'refused', lastOn: 61 })
}

/** Amended once, more time to ship, and near its end. */
const amended = async (w: World, made: Carried): Promise<void> => {
  const letter = await register(w, made, {
    ...{
      amount: 4_680_000,
      tolerancePlus: '5',
      toleranceMinus: '5',
      issuedOn: ago(w, 18),
      latestShipment: addDays(w.today, 5),
      expiresOn: addDays(w.today, 10),
    },
  })
  const recorded = await w.send('record-letter-amendment', {
    ...{ id: letter.id, revision: letter.revision, receivedOn: ago(w, 4), remark: '客户同意展期' },
    terms: { latestShipment: addDays(w.today, 9), expiresOn: addDays(w.today, 13), partialShipment: true },
  })
  await w.send('decide-letter-amendment', { id: letter.id, revision: recorded.revision, accept: true, on: ago(w, 3) })
}

/** On board with the documents ready: they go to the bank within days. */
const toPresent = async (w: World): Promise<void> => {
  const made = await carryOut(w, {
    customer: 2,
    goods: [[2, 400]],
    drafted: 40,
    signed: 38,
    purchased: 36,
    billed: 12,
    dispatched: 8,
    expenses: 4,
  })
  const letter = await register(w, made, {
    amount: 1_260_000,
    issuedOn: ago(w, 33),
    latestShipment: addDays(w.today, 2),
    expiresOn: addDays(w.today, 20),
    presentationDays: 10,
  })
  await present(w, letter, made, {
    packingCartons: 67,
    packingGross: '1058.6',
    ticked: letter.documents.slice(0, 2).map((d) => d.id),
    transhipped: null,
  })
}

/** Just received and not read yet. */
const received = async (w: World, made: Carried): Promise<void> => {
  const given = { amount: 2_000_000, issuedOn: ago(w, 2), latestShipment: addDays(w.today, 45), expiresOn: addDays(w.today, 66) }
  await register(
    w,
    made,
    { ...given, issuingBank: 'Banco Andino, Santiago', confirmed: true, availability: 'acceptance', tenorDays: 60 },
    false,
  )
}

/** Five credits in five states, and a customer whose debt is insured. */
export const lettersOfCredit = async (w: World, made: readonly Carried[]): Promise<void> => {
  await usedUp(w, dealOf(made, 2, 252))
  await refused(w, dealOf(made, 2, 122))
  await amended(w, dealOf(made, 2, 25))
  await toPresent(w)
  await received(w, dealOf(made, 5, 14))
  await w.send('save-credit-insurance', {
    ...{ id: newId(), customerId: w.trade.customers[3]!, policyNumber: 'SCH026118', insurer: '中国出口信用保险公司', currency: 'USD' },
    ...{ limitMinor: 15_000_000, percent: '90', validFrom: ago(w, 200), validTo: addDays(w.today, 165), remark: '' },
  })
}
