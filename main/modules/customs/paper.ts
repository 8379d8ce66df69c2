// The draft of a declaration (报关单) as a paper: the head as the single window has it, an item a row, at most fifty a sheet. Rules CD1 to CD4, PA8.
import { decimalTextOf, fixedText } from '../../../preload/contract/vocabulary/decimal.ts'
import type { CustomsList } from '../../../preload/contract/modules/customs/calls.ts'
import { money } from '../../../preload/contract/vocabulary/money.ts'
import type { TransportMode } from '../../../preload/contract/vocabulary/incoterm.ts'
import { type ContentBlock, fact, type PaperMaker, type PaperWriter } from '../../records/papers/index.ts'
import { containersText, marksText, packagesText } from '../shipments/index.ts'
import { type CustomsCodes, nameOfCode } from './codes.ts'
import { declared, type Declared } from './declared.ts'
import { storedDeclaration } from './declarations.ts'
import { priceText, quantityText } from './items.ts'

const zh = (text: string) => ({ en: text, zh: text })
const MODES: Readonly<Record<TransportMode, string>> = { sea: '2', rail: '3', road: '4', air: '5', courier: '6' }
const SHEET_ITEMS = 50

/** '宁波海关(3100)'; '' for none. */
const codedIn = (codes: CustomsCodes) => (list: CustomsList, code: string) =>
  code === '' ? '' : `${nameOfCode(codes, list, code)}(${code})`

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
      needed('境内发货人', [company.name, company.taxNumber, stored.customsRegistration].filter((text) => text !== '').join(' ')),
      needed('境外收货人', [buyer.name, stored.buyerAeo].filter((text) => text !== '').join(' ')),
      fact(zh('生产销售单位'), stored.producer || company.name),
      needed('出境关别', coded('office', stored.exitOffice)),
      fact(zh('备案号'), stored.manualNumber),
      needed('运输方式', s.transportMode === null ? '' : coded('transport', MODES[s.transportMode])),
      fact(zh('运输工具名称及航次号'), [s.vessel, s.voyage].filter((text) => text !== '').join('/')),
      fact(zh('提运单号'), s.billOfLadingNumber),
      needed('监管方式', coded('supervision', stored.supervision)),
      needed('征免性质', coded('duty-nature', stored.dutyNature)),
      fact(zh('许可证号'), stored.licenceNumber),
      fact(zh('随附单证'), stored.attachedDocuments),
    ],
    right: [
      needed('合同协议号', contracts.map(({ number }) => number).join(', ')),
      fact(zh('发票号'), s.invoiceNumber),
      fact(zh('出口日期'), w.date(stored.exportOn)),
      needed('贸易国', coded('country', stored.tradeCountry)),
      needed('运抵国', coded('country', stored.destinationCountry)),
      needed('指运港', stored.destinationPort),
      needed('离境口岸', stored.exitPort),
      needed('包装种类', coded('packaging', stored.packaging)),
      needed('件数', packages === null ? '' : String(s.pallets ?? packages)),
      needed('毛重（千克）', kilograms(grossWeight)),
      needed('净重（千克）', kilograms(netWeight)),
      needed('成交方式', coded('deal-terms', stored.dealTerms)),
      fact(zh('运费'), fee(stored.freight)),
      fact(zh('保费'), fee(stored.insurance)),
      fact(zh('杂费'), fee(stored.otherFees)),
    ],
  }
}

const sheets = (what: Declared, w: PaperWriter): ContentBlock[] => {
  const { items, codes, shipment } = what
  const { currency } = shipment.shipment
  const count = Math.ceil(items.length / SHEET_ITEMS)
  // The code below its name: what the goods are called needs the width.
  const coded = (list: CustomsList, code: string) => codedIn(codes)(list, code).replace('(', '\n(')
  return Array.from({ length: count }, (_, sheet): ContentBlock => {
    const isLast = sheet === count - 1
    return {
      key: 'lines',
      kind: 'rows',
      ...(count > 1 ? { title: zh(`第 ${sheet + 1} 张`) } : {}),
      columns: [
        { key: 'no', label: zh('项号'), align: 'center', fixed: true },
        { key: 'code', label: zh('商品编号'), fixed: true },
        { key: 'name', label: zh('商品名称及规格型号'), grow: 1, fixed: true },
        { key: 'quantities', label: zh('数量及单位'), align: 'right', fixed: true },
        { key: 'price', label: zh('单价'), align: 'right', fixed: true },
        { key: 'total', label: zh('总价'), align: 'right', fixed: true },
        { key: 'currency', label: zh('币制'), align: 'center', fixed: true },
        { key: 'origin', label: zh('原产国'), fixed: true },
        { key: 'destination', label: zh('最终目的国'), fixed: true },
        { key: 'area', label: zh('境内货源地'), fixed: true },
        { key: 'duty', label: zh('征免'), align: 'center', fixed: true },
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
      sums: isLast ? [{ label: zh('合计'), cells: { total: w.amount(money(what.total, currency)), currency }, strong: true }] : [],
      words: [],
    }
  })
}

export const customsDeclarationPaper: PaperMaker = {
  write: async ({ recordId }, q, w) => {
    const stored = await storedDeclaration(q, recordId)
    const what = await declared(q, stored.shipmentId, stored)
    const { shipment } = what
    const { packages } = shipment.packing.total
    return {
      titles: { en: 'Customs declaration', zh: '中华人民共和国海关出口货物报关单（草单）' },
      ...{ number: stored.number, version: 1, revision: stored.revision, party: shipment.buyer.shortName },
      date: stored.exportOn ?? q.today,
      mark: null,
      blocks: [
        head(stored, what, q.company, w),
        {
          key: 'marks',
          kind: 'facts',
          left: [
            fact(zh('标记唛码及备注'), [marksText(shipment), stored.remark].filter((text) => text !== '').join('\n')),
            fact(zh('集装箱'), containersText(shipment.shipment)),
          ],
          right: [fact(zh('包装件数'), packagesText(shipment, w))],
        },
        ...sheets(what, w),
        { key: 'foot', kind: 'text', text: '自报自缴：　　　　申报人员：　　　　申报单位：　　　　' },
      ],
      problems: [...what.problems, ...(packages === null ? [{ code: 'packing-unknown', what: shipment.shipment.number }] : [])],
      warnings: [],
    }
  },
}
