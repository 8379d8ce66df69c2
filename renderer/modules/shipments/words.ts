// Sentences of the pages and panels of this module, in both languages.
import { defineWords } from '../../words/index.ts'

export const shipmentsWords = defineWords({
  'shipments.save-and-ask': ['保存并询价', 'Save and ask for quotes'],
  'shipments.goods': ['客户与货物', 'Customer and goods'],
  'shipments.voyage': ['运输', 'Transport'],
  'shipments.booking': ['订舱与提单', 'Booking and bill of lading'],
  'shipments.insurance': ['货运保险', 'Cargo insurance'],
  'shipments.bill': ['提单', 'Bill of lading'],
  'shipments.bill-help': [
    '收到提单后照抄；与装箱不符的会提示，也不能签发发票、装箱单等单据',
    'As the bill of lading has them; what differs from the packing is told here, and stops invoice, packing list and the other papers',
  ],
  'shipments.papers': ['单证与归属', 'Papers and owner'],
  'shipments.packing': ['装箱', 'Packing'],
  'shipments.fill-packing': ['按产品装箱资料填入', 'Fill from products'],
  'shipments.rests-together': ['尾数合箱', 'Rests in mixed cartons'],
  'shipments.packing-hint': [
    '件数填 0 表示与上一行同箱；灰色数字是算出来的，过磅后直接改写。',
    '0 packages: in the packages of the row above. Grey figures are calculated: type over them what was weighed.',
  ],
  'shipments.packing-by-products': ['没有填写时，单据按产品的装箱资料计算。', 'Left empty, papers take the packing of the products.'],
  'shipments.fill': [
    '{{container}}：体积 {{volume}} %，重量 {{weight}} %',
    '{{container}}: {{volume}} % by volume, {{weight}} % by weight',
  ],
  'shipments.add-lines': ['从合同选取明细', 'Add lines from contracts'],
  'shipments.take-lines': ['加入 {{count}} 行', 'Add {{count}} lines'],
  'shipments.choose-all': ['全选', 'Choose all'],
  'shipments.nothing-left': ['没有可出运的明细', 'Nothing left to ship'],
  'shipments.nothing-left-text': [
    '这个客户已签订的合同都已出运或已排入其他出运。',
    'All signed contracts of this customer are shipped or planned in other shipments.',
  ],
  'shipments.receivables-planned': ['发货后形成的应收', 'Receivables after dispatch'],
  'shipments.without-purchase': [
    '还没有采购：{{lines}}。签订采购合同后，成本会自动补上。',
    'No purchase yet: {{lines}}. The cost follows by itself once the purchase contract is signed.',
  ],
  'shipments.without-purchase-line': ['第 {{line}} 行 {{quantity}} {{unit}}', 'line {{line}}: {{quantity}} {{unit}}'],
  'shipments.list-comma': ['，', ', '],
  'shipments.book-text': ['填写货代给的订舱号。', 'Enter the booking number the forwarder has given.'],
  'shipments.dispatch-text': [
    '发货后按付款方式生成应收，确认收入，并结转采购成本。有误只能冲销，不能修改。',
    'Dispatch makes the receivables of the payment term, recognises revenue and moves the purchase to cost. A mistake is reversed, never edited.',
  ],
  'shipments.no-rate': ['{{day}} 没有 {{currency}} 汇率，请填写。', 'No {{currency}} rate is known on {{day}}: please enter it.'],
  'shipments.reverse-text': [
    '以红字凭证冲回应收、收入和成本，出运回到发货前的状态。已收汇分摊的要先撤销分摊。',
    'Takes receivables, revenue and cost back with reversing entries; the shipment stands as before dispatch. Allocated receipts must be released first.',
  ],
  'shipments.discard-text': [
    '计划中的出运和它的附件会删除；已订舱或曾发货的保留编号和附件，状态改为“已作废”。占用的数量会放回合同。',
    'A planned shipment is deleted with its files; one that was booked or dispatched before keeps its number and files and becomes void. Its quantities return to the contract.',
  ],
})
