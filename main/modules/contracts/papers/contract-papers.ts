// What a sales contract is printed as: the contract itself, and the proforma invoice that asks for the deposit. Field by field: main/modules/papers/SPEC.md.
import type { QueryOutput } from '../../../../preload/contract/queries.ts'
import { Decimal } from '../../../../preload/contract/vocabulary/decimal.ts'
import { money } from '../../../../preload/contract/vocabulary/money.ts'
import type { QueryContext } from '../../../queries/define-query.ts'
import {
  amendmentOnPaper,
  amendmentTitle,
  clausesBlock,
  companyOnPaper,
  contractMark,
  fact,
  modeText,
  paperWords,
  type ContentBlock,
  type PaperAsked,
  type PaperContent,
  type PaperMaker,
  type PaperProblem,
  type PaperWriter,
} from '../../../records/papers/index.ts'
import { productsOnPaper, type ProductOnPaper } from '../../catalogue/index.ts'
import { partyOnPaper, type PartyOnPaper } from '../../parties/index.ts'
import { contractsQueries } from '../queries.ts'
import type { ShippedPart } from '../rules.ts'
import { salesContractInForce } from '../sales-amendment.ts'
import { soldLines } from '../sold-lines.ts'
import { agreedPrices, linesAsPriced, pricedOtherwise } from './prices-left.ts'
import {
  allowed,
  bankBlock,
  buyerFacts,
  insuredBy,
  linesBlock,
  priceTerm,
  signaturesOf,
  unnamedGoods,
  type SaleLine,
} from './sale-blocks.ts'

type Contract = QueryOutput<'sales-contract'>
type Read = {
  contract: Contract
  lines: SaleLine[]
  instalments: QueryOutput<'preview-sales-contract'>['instalments']
  buyer: PartyOnPaper
  products: ReadonlyMap<string, ProductOnPaper>
}

/** What of the lines left at a price before, of the version in force: what left of versions before it is not known any more. */
const leftBefore = async (q: QueryContext, { id, status, version, inForce }: Contract): Promise<ReadonlyMap<string, ShippedPart>> => {
  if (status === 'draft' || version !== inForce) return new Map()
  return new Map([...(await soldLines(q, id))].map(([line, { settled }]) => [line, settled]))
}
const problemsOfPrices = ({ lines, contract }: Read): PaperProblem[] => lines.flatMap((line) => pricedOtherwise(line, contract.currency))

/** The contract as its screen shows it, with its totals as its form calculates them. */
const read = async ({ recordId, version }: PaperAsked, q: QueryContext): Promise<Read> => {
  const contract = await contractsQueries['sales-contract']({ id: recordId, version }, q)
  const shown = await contractsQueries['preview-sales-contract'](
    {
      ...{ currency: contract.currency, rate: contract.rate, paymentTerm: contract.paymentTerm },
      ...(contract.status === 'draft' ? {} : { contractId: contract.id }),
      lines: contract.lines.map(({ id, quantity, price, discount }) => ({ id, quantity, price, discount })),
    },
    q,
  )
  const off = new Map(shown.lines.map((l) => [l.id, l.discount]))
  const left = await leftBefore(q, contract)
  const agreed = await agreedPrices(q.db, [contract.id])
  return {
    contract,
    lines: contract.lines.flatMap((l) =>
      linesAsPriced({ ...l, off: off.get(l.id) ?? money(0, contract.currency) }, left.get(l.id), agreed.get(l.id) ?? [], contract.currency),
    ),
    instalments: shown.instalments,
    buyer: await partyOnPaper(q, contract.customerId),
    products: await productsOnPaper(
      q,
      contract.lines.map((l) => l.productId),
    ),
  }
}

const head = ({ contract, buyer }: Read, q: QueryContext, w: PaperWriter): ContentBlock => ({
  key: 'head',
  kind: 'facts',
  left: [fact(paperWords.seller, companyOnPaper(q, w)), ...buyerFacts(buyer, contract, w)],
  right: [
    fact(paperWords.number, contract.number),
    fact(paperWords.date, w.date(contract.contractDate)),
    fact(paperWords.buyerOrder, contract.buyerOrderNumber),
  ],
})
/** As wide as the page: a sentence an instalment. */
const payment = ({ instalments }: Read, w: PaperWriter): ContentBlock => ({
  key: 'payment',
  kind: 'facts',
  left: [fact(paperWords.payment, w.payment(instalments))],
  right: [],
})
const terms = ({ contract }: Read, w: PaperWriter): ContentBlock => ({
  key: 'terms',
  kind: 'facts',
  left: [
    fact(paperWords.priceTerm, priceTerm(contract.incoterm, contract.incotermPlace)),
    fact(paperWords.insurance, insuredBy(contract.incoterm, w)),
    fact(paperWords.moreOrLess, new Decimal(contract.moreOrLess).isZero() ? '' : `± ${contract.moreOrLess} %`),
  ],
  right: [
    fact(paperWords.transportMode, modeText(contract.transportMode, w)),
    fact(paperWords.portOfLoading, contract.portOfLoading),
    fact(paperWords.portOfDischarge, contract.portOfDischarge),
    fact(paperWords.latestShipment, w.date(contract.latestShipment)),
    fact(paperWords.partialShipment, allowed(contract.partialShipment, w)),
    fact(paperWords.transhipment, allowed(contract.transhipment, w)),
  ],
})
const marks = ({ contract, buyer }: Read): ContentBlock => ({
  key: 'marks',
  kind: 'facts',
  left: [fact(paperWords.marks, contract.marks || buyer.marks)],
  right: [],
})

const around = async (what: Read, q: QueryContext): Promise<Omit<PaperContent, 'titles' | 'blocks' | 'problems' | 'warnings'>> => ({
  number: what.contract.number,
  version: what.contract.version,
  revision: what.contract.revision,
  date: what.contract.contractDate,
  party: what.buyer.shortName,
  mark: await contractMark(q, 'sales-contract', what.contract),
})
const language = async ({ recordId }: PaperAsked, q: QueryContext) => {
  const contract = await contractsQueries['sales-contract']({ id: recordId }, q)
  return (await partyOnPaper(q, contract.customerId)).documentLanguage
}
const goods = (what: Read, w: PaperWriter) =>
  linesBlock(what.lines, { total: what.contract.total, currency: what.contract.currency, products: what.products, w })

/** The contract itself. */
export const salesContractPaper: PaperMaker = {
  language,
  write: async (asked, q, w) => {
    const what = await read(asked, q)
    const bank = await bankBlock(q, what.contract.currency, w, [what.contract])
    return {
      titles: paperWords.salesContractTitle,
      ...(await around(what, q)),
      blocks: [
        head(what, q, w),
        terms(what, w),
        payment(what, w),
        goods(what, w),
        marks(what),
        bank.ifAny,
        clausesBlock(what.contract.clauses),
        signaturesOf(q, what.buyer, w, true),
      ],
      problems: [...problemsOfPrices(what), ...bank.wrong],
      warnings: [...unnamedGoods(what.lines, what.products, w), ...bank.missing],
    }
  },
}

/** The proforma invoice: what is due on signing, less what has come. */
export const proformaInvoicePaper: PaperMaker = {
  language,
  write: async (asked, q, w) => {
    const what = await read(asked, q)
    const { contract, instalments } = what
    const bank = await bankBlock(q, contract.currency, w, [contract])
    const onSigning = instalments.filter(({ event }) => event === 'on-signing').reduce((sum, i) => sum + i.amount.minor, 0)
    const received = contract.advances.find(({ currency }) => currency === contract.currency)?.minor ?? 0
    const due = money(Math.max(0, onSigning - received), contract.currency)
    return {
      titles: paperWords.proformaTitle,
      ...(await around(what, q)),
      blocks: [
        head(what, q, w),
        terms(what, w),
        payment(what, w),
        goods(what, w),
        {
          key: 'due',
          kind: 'facts',
          left: [
            fact(paperWords.deposit, received > 0 ? w.money(money(received, contract.currency)) : ''),
            fact(paperWords.depositDue, due.minor > 0 ? w.money(due) : ''),
          ],
          right: [],
        },
        bank.block,
        clausesBlock(contract.clauses),
        signaturesOf(q, what.buyer, w, false),
      ],
      problems: [...bank.missing, ...bank.wrong, ...problemsOfPrices(what)],
      warnings: unnamedGoods(what.lines, what.products, w),
    }
  },
}

/** What an amendment says to the buyer: not the exchange rate, nor remarks, nor the agent's commission. */
const FOR_BUYER = {
  head: [
    ...['buyerOrderNumber', 'currency', 'incoterm', 'transportMode', 'incotermPlace', 'portOfLoading', 'portOfDischarge', 'paymentTerm'],
    ...['latestShipment', 'partialShipment', 'transhipment', 'moreOrLess', 'consignee', 'notifyParty', 'marks', 'clauses'],
  ],
  lines: ['productCode', 'description', 'quantity', 'unit', 'price', 'discount', 'amount'],
}

/** An amendment (合同变更), in preparation or in force. */
export const salesAmendmentPaper: PaperMaker = {
  language,
  isOffered: async (recordId, q) => {
    const contract = await contractsQueries['sales-contract']({ id: recordId }, q)
    return contract.inForce > 1 || contract.amendment !== null
  },
  write: async (asked, q, w) => {
    const inForce = q.orNotFound(await salesContractInForce(q.db, asked.recordId), 'sales-contract')
    q.requireScope('sales-contract', inForce)
    const amendment = q.orNotFound(await amendmentOnPaper(q, 'sales-contract', inForce, asked.version, w, FOR_BUYER), 'sales-contract')
    const what = await read({ ...asked, version: amendment.version }, q)
    const before = await contractsQueries['sales-contract']({ id: asked.recordId, version: amendment.version - 1 }, q)
    const bank = await bankBlock(q, what.contract.currency, w, [what.contract])
    // Told by what the bank is, not by what we call it.
    const paysElsewhere = before.bankAccountId !== what.contract.bankAccountId
    return {
      titles: amendmentTitle(amendment.version - 1),
      ...(await around(what, q)),
      ...{ version: amendment.version, mark: amendment.mark },
      blocks: [
        head(what, q, w),
        amendment.about,
        amendment.changes,
        amendment.totals,
        payment(what, w),
        ...(paysElsewhere ? [bank.ifAny] : []),
        amendment.unchanged,
        signaturesOf(q, what.buyer, w, true),
      ],
      problems: paysElsewhere ? bank.wrong : [],
      warnings: paysElsewhere ? bank.missing : [],
    }
  },
}
