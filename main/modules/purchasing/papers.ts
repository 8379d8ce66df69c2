// What a purchase contract is printed as (购销合同), and its amendments: in Chinese, with VAT apart. Nothing on it names who the goods are for (PA16).
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import { money } from '../../../preload/contract/vocabulary/money.ts'
import { splitByTerm } from '../../../preload/contract/vocabulary/payment-term.ts'
import type { QueryContext } from '../../queries/define-query.ts'
import {
  amendmentOnPaper,
  amendmentTitle,
  clausesBlock,
  contractMark,
  fact,
  paperWords,
  purchaseClauses,
  purchaseInstalment,
  purchaseInstalmentWords,
  unitTotals,
  type ContentBlock,
  type PaperAsked,
  type PaperContent,
  type PaperMaker,
  type PaperWriter,
} from '../../records/papers/index.ts'
import { productsOnPaper } from '../catalogue/index.ts'
import { confirmedBankDetails, partyOnPaper, type PartyOnPaper } from '../parties/index.ts'
import { purchaseContractInForce } from './purchase-amendment.ts'
import { notAsSold } from './as-sold.ts'
import { purchasingQueries } from './queries.ts'
import { calculatePurchase, type CalculatedPurchase } from './rules.ts'

type Contract = QueryOutput<'purchase-contract'>
type Line = Contract['lines'][number] & { price: string }
type Read = { contract: Contract; lines: Line[]; calculated: CalculatedPurchase; supplier: PartyOnPaper; bank: string }

/** Prices are there: the paper needs the right to see what goods cost. */
const read = async ({ recordId, version }: Pick<PaperAsked, 'recordId' | 'version'>, q: QueryContext): Promise<Read> => {
  const contract = await purchasingQueries['purchase-contract']({ id: recordId, version }, q)
  const lines = contract.lines.map((line) => ({ ...line, price: line.price ?? '0' }))
  return {
    ...{ contract, lines },
    calculated: calculatePurchase({ currency: contract.currency, rate: contract.rate, lines }, q.company.baseCurrency),
    supplier: await partyOnPaper(q, contract.supplierId),
    bank: await confirmedBankDetails(q, 'vendor', contract.supplierId),
  }
}

const around = async (
  { contract, supplier }: Read,
  q: QueryContext,
): Promise<Omit<PaperContent, 'titles' | 'blocks' | 'problems' | 'warnings'>> => ({
  ...{ number: contract.number, version: contract.version, revision: contract.revision, date: contract.contractDate },
  party: supplier.shortName,
  mark: await contractMark(q, 'purchase-contract', contract),
})

const head = ({ contract, supplier, bank }: Read, q: QueryContext, w: PaperWriter): ContentBlock => ({
  key: 'head',
  kind: 'facts',
  left: [
    { label: paperWords.supplier, value: supplier.nameZh || supplier.name, needed: true },
    fact(paperWords.address, supplier.address),
    fact(paperWords.taxNumber, supplier.taxNumber),
    fact(paperWords.supplierBank, bank),
    fact(paperWords.purchaser, q.company.name),
  ],
  right: [
    fact(paperWords.number, contract.number),
    fact(paperWords.date, w.date(contract.contractDate)),
    fact(paperWords.deal, [...new Set(contract.lines.flatMap((line) => line.dealNumber ?? []))].join('、')),
    fact(paperWords.deliveryDate, w.date(contract.deliveryDate)),
  ],
})

const goods = async ({ contract, lines, calculated: whole }: Read, q: QueryContext, w: PaperWriter): Promise<ContentBlock> => {
  const { currency } = contract
  const products = await productsOnPaper(
    q,
    lines.map((line) => line.productId),
  )
  const amount = (minor: number) => w.amount(money(minor, currency))
  const total = money(whole.total, currency)
  return {
    key: 'lines',
    kind: 'rows',
    columns: [
      { key: 'no', label: paperWords.lineNo, align: 'center', fixed: true },
      { key: 'item', label: paperWords.item },
      { key: 'description', label: paperWords.description, grow: 1, fixed: true },
      { key: 'quantity', label: paperWords.quantity, align: 'right', fixed: true },
      { key: 'unit', label: paperWords.unit, align: 'center', fixed: true },
      { key: 'price', label: paperWords.priceWithVat, align: 'right', fixed: true },
      { key: 'vatRate', label: paperWords.vatRate, align: 'right', fixed: true },
      { key: 'amount', label: paperWords.amount, align: 'right', fixed: true },
    ],
    rows: lines.map((line, at) => {
      const product = products.get(line.productId ?? '')
      return {
        no: String(at + 1),
        item: line.productCode ?? '',
        description: [product?.nameZh || line.description, product?.specification ?? ''].filter((text) => text !== '').join('\n'),
        quantity: w.quantity(line.quantity),
        unit: line.unit,
        price: w.price(line.price, currency),
        vatRate: `${line.vatRate} %`,
        amount: amount(whole.lines[at]!.amount),
      }
    }),
    sums: [
      {
        label: paperWords.total,
        cells: {
          ...unitTotals(lines, w),
          amount: w.money(total),
        },
        strong: true,
      },
      { label: paperWords.netAmount, cells: { amount: amount(whole.net) } },
      { label: paperWords.vatAmount, cells: { amount: amount(whole.vat) } },
    ],
    words: w.inWords(total),
  }
}

/** A sentence an instalment, with its amount in words. */
const settlement = ({ contract, calculated }: Read, w: PaperWriter): ContentBlock => {
  const parts = splitByTerm(calculated.total, contract.paymentTerm)
  const sentences = contract.paymentTerm.map(({ share, event, days }, at) => {
    const amount = money(parts[at]!, contract.currency)
    return purchaseInstalment(purchaseInstalmentWords[event]!(days), share, w.money(amount), w.inWords(amount).join(''))
  })
  return { key: 'settlement', kind: 'facts', left: [fact(paperWords.settlement, sentences.join('\n'))], right: [] }
}
const signatures = (q: QueryContext, supplier: PartyOnPaper): ContentBlock => ({
  key: 'signatures',
  kind: 'signatures',
  parties: [
    { label: paperWords.supplier, name: supplier.nameZh || supplier.name, below: paperWords.stampDate },
    { label: paperWords.purchaser, name: q.company.name, below: paperWords.stampDate, ours: true },
  ],
})

export const purchaseContractPaper: PaperMaker = {
  write: async (asked, q, w) => {
    const what = await read(asked, q)
    return {
      titles: paperWords.purchaseContractTitle,
      ...(await around(what, q)),
      blocks: [
        head(what, q, w),
        await goods(what, q, w),
        settlement(what, w),
        clausesBlock(what.contract.clauses, purchaseClauses),
        signatures(q, what.supplier),
      ],
      problems: [],
      warnings: [
        ...(what.bank === '' ? [{ code: 'supplier-bank-unconfirmed', what: what.supplier.shortName }] : []),
        ...(await notAsSold(q, what.contract, w)),
      ],
    }
  },
}

/** What an amendment says to a factory: not for whom the goods are, nor remarks. */
const FOR_SUPPLIER = {
  head: ['currency', 'deliveryDate', 'paymentTerm', 'clauses'],
  lines: ['productCode', 'description', 'quantity', 'unit', 'price', 'vatRate', 'amount'],
}

export const purchaseAmendmentPaper: PaperMaker = {
  isOffered: async (recordId, q) => {
    const contract = await purchasingQueries['purchase-contract']({ id: recordId }, q)
    return contract.inForce > 1 || contract.amendment !== null
  },
  write: async (asked, q, w) => {
    const inForce = q.orNotFound(await purchaseContractInForce(q.db, asked.recordId), 'purchase-contract')
    q.requireScope('purchase-contract', inForce)
    const amendment = q.orNotFound(
      await amendmentOnPaper(q, 'purchase-contract', inForce, asked.version, w, FOR_SUPPLIER),
      'purchase-contract',
    )
    const what = await read({ recordId: asked.recordId, version: amendment.version }, q)
    return {
      titles: amendmentTitle(amendment.version - 1),
      ...(await around(what, q)),
      mark: amendment.mark,
      blocks: [
        head(what, q, w),
        amendment.about,
        amendment.changes,
        amendment.totals,
        settlement(what, w),
        amendment.unchanged,
        signatures(q, what.supplier),
      ],
      problems: [],
      warnings: await notAsSold(q, what.contract, w),
    }
  },
}
