// The draft of a declaration as a paper: the head as the single window has it, an item a row, at most fifty a sheet. Rules CD1 to CD4, PA8.
import { decimalTextOf, fixedText } from '../../../preload/contract/vocabulary/decimal.ts'
import type { CustomsList } from '../../../preload/contract/modules/customs/calls.ts'
import { money } from '../../../preload/contract/vocabulary/money.ts'
import type { TransportMode } from '../../../preload/contract/vocabulary/incoterm.ts'
import { type ContentBlock, fact, type PaperMaker, type PaperWriter } from '../../records/papers/index.ts'
import { billProblems, containersText, markOfOrder, marksText, packagesText, vesselText } from '../shipments/index.ts'
import { type CustomsCodes, nameOfCode } from './codes.ts'
import { declared, type Declared } from './declared.ts'
import { storedDeclaration } from './declarations.ts'
import { priceText, quantityText } from './items.ts'
import { declarationWords as words } from './words.ts'

const zh = (text: string) => ({ en: text, zh: text })
const MODES: Readonly<Record<TransportMode, string>> = { sea: '2', rail: '3', road: '4', air: '5', courier: '6' }
const SHEET_ITEMS = 50

/** The name with its code in brackets; '' for none. `between`: stands before the bracket. */
const codedIn =
  (codes: CustomsCodes, between = '') =>
  (list: CustomsList, code: string) =>
    code === '' ? '' : `${nameOfCode(codes, list, code)}${between}(${code})`

type Stored = Awaited<ReturnType<typeof storedDeclaration>>

const head = (stored: Stored, what: Declared, company: { name: string; taxNumber: string }, w: PaperWriter): ContentBlock => {
  const { codes, shipment } = what
  const { shipment: s, contracts, buyer, packing } = shipment
  const coded = codedIn(codes)
  const { grossWeight, netWeight, packages } = packing.total
  // Customs take no weight below a kilogram.
  const kilograms = (value: typeof grossWeight) => (value === null ? '' : value.lt(1) ? '1' : fixedText(value, 2))
  const fee = (minor: number | null) => (minor === null ? '' : `3/${w.money(money(minor, stored.feeCurrency))}`)
  const needed = (label: string, value: string) => ({ label: zh(label), value, needed: true as const })
  return {
    key: 'head',
    kind: 'facts',
    left: [
      needed(words.consignor, [company.name, company.taxNumber, stored.customsRegistration].filter((text) => text !== '').join(' ')),
      needed(words.consignee, [buyer.name, stored.buyerAeo].filter((text) => text !== '').join(' ')),
      fact(zh(words.producer), stored.producer || company.name),
      needed(words.exitOffice, coded('office', stored.exitOffice)),
      fact(zh(words.manualNumber), stored.manualNumber),
      needed(words.transport, s.transportMode === null ? '' : coded('transport', MODES[s.transportMode])),
      fact(zh(words.vessel), vesselText(s)),
      fact(zh(words.billOfLading), s.billOfLadingNumber),
      needed(words.supervision, coded('supervision', stored.supervision)),
      needed(words.dutyNature, coded('duty-nature', stored.dutyNature)),
      fact(zh(words.licence), stored.licenceNumber),
      fact(zh(words.attached), stored.attachedDocuments),
    ],
    right: [
      needed(words.contract, contracts.map(({ number }) => number).join(', ')),
      fact(zh(words.invoice), s.invoiceNumber),
      fact(zh(words.exportOn), w.date(stored.exportOn)),
      needed(words.tradeCountry, coded('country', stored.tradeCountry)),
      needed(words.destination, coded('country', stored.destinationCountry)),
      needed(words.destinationPort, stored.destinationPort),
      needed(words.exitPort, stored.exitPort),
      needed(words.packaging, coded('packaging', stored.packaging)),
      needed(words.packages, packages === null ? '' : String(s.pallets ?? packages)),
      needed(words.grossWeight, kilograms(grossWeight)),
      needed(words.netWeight, kilograms(netWeight)),
      needed(words.dealTerms, coded('deal-terms', stored.dealTerms)),
      fact(zh(words.freight), fee(stored.freight)),
      fact(zh(words.insurance), fee(stored.insurance)),
      fact(zh(words.otherFees), fee(stored.otherFees)),
    ],
  }
}

const sheets = (what: Declared, w: PaperWriter): ContentBlock[] => {
  const { items, codes, shipment } = what
  const { currency } = shipment.shipment
  const count = Math.ceil(items.length / SHEET_ITEMS)
  // The code below its name: what the goods are called needs the width.
  const coded = codedIn(codes, '\n')
  return Array.from({ length: count }, (_, sheet): ContentBlock => {
    const isLast = sheet === count - 1
    return {
      key: 'lines',
      kind: 'rows',
      ...(count > 1 ? { title: zh(words.sheet(sheet + 1)) } : {}),
      columns: [
        { key: 'no', label: zh(words.no), align: 'center', fixed: true },
        { key: 'code', label: zh(words.code), fixed: true },
        { key: 'name', label: zh(words.name), grow: 1, fixed: true },
        { key: 'quantities', label: zh(words.quantities), align: 'right', fixed: true },
        { key: 'price', label: zh(words.price), align: 'right', fixed: true },
        { key: 'total', label: zh(words.total), align: 'right', fixed: true },
        { key: 'currency', label: zh(words.currency), align: 'center', fixed: true },
        { key: 'origin', label: zh(words.origin), fixed: true },
        { key: 'destination', label: zh(words.finalDestination), fixed: true },
        { key: 'area', label: zh(words.sourceArea), fixed: true },
        { key: 'duty', label: zh(words.duty), align: 'center', fixed: true },
      ],
      rows: items.slice(sheet * SHEET_ITEMS, (sheet + 1) * SHEET_ITEMS).map((item) => ({
        no: String(item.no),
        code: item.hsCode,
        name: [item.name, item.elements].filter((text) => text !== '').join('\n'),
        // Legal unit, second legal unit, and the unit that is sold, a line each as on the form.
        quantities: [
          item.legalQuantity === null ? '' : `${quantityText(item.legalQuantity)} ${nameOfCode(codes, 'unit', item.legalUnit)}`,
          item.secondQuantity === null ? '' : `${quantityText(item.secondQuantity)} ${nameOfCode(codes, 'unit', item.secondUnit)}`,
          `${decimalTextOf(item.quantity)} ${item.unit}`,
        ]
          .filter((text) => text !== '')
          .join('\n'),
        price: priceText(item.price),
        total: w.amount(money(item.amount, currency)),
        currency,
        origin: coded('country', item.originCountry),
        destination: coded('country', item.destinationCountry),
        area: coded('area', item.sourceArea),
        duty: nameOfCode(codes, 'duty-mode', item.dutyMode),
      })),
      sums: isLast ? [{ label: zh(words.sum), cells: { total: w.amount(money(what.total, currency)), currency }, strong: true }] : [],
      words: [],
    }
  })
}

export const customsDeclarationPaper: PaperMaker = {
  write: async ({ recordId }, q, w) => {
    const stored = await storedDeclaration(q, recordId)
    const what = await declared(q, stored.shipmentId, stored)
    const { shipment } = what
    return {
      titles: { en: 'Customs declaration', zh: words.title },
      ...{ number: stored.number, version: 1, revision: stored.revision, party: shipment.buyer.shortName },
      date: stored.exportOn ?? q.today,
      mark: markOfOrder(shipment.shipment),
      blocks: [
        head(stored, what, q.company, w),
        {
          key: 'marks',
          kind: 'facts',
          left: [
            fact(zh(words.marks), [marksText(shipment), stored.remark].filter((text) => text !== '').join('\n')),
            fact(zh(words.containers), containersText(shipment.shipment)),
          ],
          right: [fact(zh(words.packed), packagesText(shipment, w))],
        },
        ...sheets(what, w),
        { key: 'foot', kind: 'text', text: words.foot },
      ],
      problems: [...what.problems, ...billProblems(shipment)],
      warnings: [],
    }
  },
}
