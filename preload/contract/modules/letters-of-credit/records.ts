// Letters of credit with their amendments and presentations.
import { column, record, states } from '../../define/record.ts'
import { owner, ports } from '../../define/shared-facts.ts'

const { text, code, integer, boolean, date, percent, measure, money, named, formed, word } = column

export const letterOfCredit = record('letter-of-credit', {
  table: 'letter_of_credit',
  attachable: true,
  sync: 'trade',
  series: { prefix: 'LC', yearly: true },
  searchable: true,
  owned: true,
  /** accept: to take a credit or an amendment as it is; from then on it covers what its customer owes. */
  actions: ['view', 'create', 'edit', 'accept', 'void', 'export'],
  grants: {
    'sales-manager': 'all',
    salesperson: ['view'],
    merchandiser: ['view'],
    'shipping-clerk': 'all',
    accountant: 'all',
    cashier: ['view'],
  },
  states: states('letter-status', {
    draft: 'quiet',
    accepted: 'good',
    'in-use': 'moving',
    drawn: 'quiet',
    expired: 'gone',
    closed: 'gone',
    cancelled: 'gone',
  }),
  once: [
    {
      ...{ column: 'bankNumber', alike: 'issuingBank', except: { status: 'cancelled' }, name: 'number' },
      commands: ['save-letter-of-credit'],
    },
  ],
  title: ['number'],
  route: 'letter-of-credit',
  columns: {
    ...{ number: code(), bankNumber: code(), issuingBank: text(), advisingBank: text(), customerId: named('party'), applicant: text() },
    ...{ currency: code(), amount: money('currency'), tolerancePlus: percent(), toleranceMinus: percent(), issuedOn: date() },
    ...{ expiresOn: date(), expiryPlace: text(), latestShipment: date(), presentationDays: integer() },
    ...{ availability: word('letter-availability'), tenorDays: integer(), confirmed: boolean(), partialShipment: boolean() },
    ...{ transhipment: boolean(), ...ports, goods: text(), documents: formed('words'), remark: text(), status: word('letter-status') },
    ...{ acceptedOn: date(), closedReason: text(), ...owner },
  },
  parts: {
    letter_contract: {
      of: { column: 'letterId', table: 'letter_of_credit' },
      line: true,
      title: ['contractId'],
      columns: { contractId: named('sales_contract') },
    },
    letter_amendment: {
      states: states('amendment-state', { pending: 'moving', accepted: 'good', rejected: 'alarm' }),
      of: { column: 'letterId', table: 'letter_of_credit' },
      line: true,
      title: ['number'],
      columns: {
        ...{ number: integer(), receivedOn: date(), changes: formed('changed'), state: word('amendment-state'), decidedOn: date() },
        ...{ remark: text() },
      },
    },
    letter_presentation: {
      states: states('presentation-status', { preparing: 'quiet', presented: 'moving', accepted: 'good', refused: 'alarm', paid: 'good' }),
      of: { column: 'letterId', table: 'letter_of_credit' },
      line: true,
      title: ['shipmentId'],
      columns: {
        ...{ shipmentId: named('shipment'), amount: money('^currency'), insuredAmount: money('^currency'), insuredOn: date() },
        ...{ packingCartons: integer(), billCartons: integer(), packingGross: measure(), billGross: measure(), transhipped: boolean() },
        ...{ ticked: formed('changed'), discrepancies: text(), status: word('presentation-status'), presentedOn: date() },
        ...{ acceptedOn: date(), refusedOn: date(), paidOn: date() },
      },
    },
  },
})

export const lettersOfCreditRecords = [letterOfCredit] as const
