// What stands on papers beside the data: labels, headings, sentences, each in both languages. A paper takes English, Chinese or both (English above Chinese).

export type Said = { readonly en: string; readonly zh: string }
const said = (en: string, zh: string): Said => ({ en, zh })

export const paperWords = {
  // letterhead and frame
  phone: said('Tel.', '电话'),
  email: said('E-mail', '邮箱'),
  taxNumber: said('Tax No.', '统一社会信用代码'),
  page: said('Page ', '第 '),
  pageOf: said(' of ', ' 页 共 '),
  pageEnd: said('', ' 页'),
  draft: said('DRAFT', '草稿'),
  void: said('VOID', '作废'),
  superseded: said('SUPERSEDED', '已被替代'),
  expired: said('EXPIRED', '已过期'),
  internal: said('INTERNAL', '内部'),
  version: said('Version', '版本'),
  // titles
  quotationTitle: said('QUOTATION', '报价单'),
  proformaTitle: said('PROFORMA INVOICE', '形式发票'),
  salesContractTitle: said('SALES CONTRACT', '外销合同'),
  purchaseContractTitle: said('PURCHASE CONTRACT', '购销合同'),
  commercialInvoiceTitle: said('COMMERCIAL INVOICE', '商业发票'),
  packingListTitle: said('PACKING LIST', '装箱单'),
  // references
  number: said('No.', '编号'),
  date: said('Date', '日期'),
  validUntil: said('Valid until', '有效期'),
  yourReference: said('Your ref.', '贵方参考'),
  buyerOrder: said("Buyer's order No.", '买方订单号'),
  contract: said('Contract No.', '合同号'),
  letterOfCredit: said('L/C No.', '信用证号'),
  issuingBank: said('Issuing bank', '开证行'),
  shipment: said('Shipment No.', '出运编号'),
  invoice: said('Invoice No.', '发票号'),
  // parties
  seller: said('Seller', '卖方'),
  buyer: said('Buyer', '买方'),
  consignee: said('Consignee', '收货人'),
  notify: said('Notify party', '通知人'),
  supplier: said('Supplier', '供方'),
  purchaser: said('Purchaser', '需方'),
  contactPerson: said('Attention', '联系人'),
  sameAsBuyer: said('SAME AS BUYER', '同买方'),
  // transport
  transportMode: said('Mode of transport', '运输方式'),
  vessel: said('Vessel / Voyage', '船名航次'),
  portOfLoading: said('Port of loading', '装运港'),
  portOfDischarge: said('Port of discharge', '卸货港'),
  origin: said('Country of origin', '原产国'),
  destination: said('Country of destination', '运抵国'),
  billOfLading: said('B/L No.', '提单号'),
  onBoard: said('On board', '装船日'),
  etd: said('ETD', '预计开航'),
  eta: said('ETA', '预计到港'),
  latestShipment: said('Latest shipment', '最迟装运期'),
  partialShipment: said('Partial shipment', '分批装运'),
  transhipment: said('Transhipment', '转运'),
  allowed: said('ALLOWED', '允许'),
  notAllowed: said('NOT ALLOWED', '不允许'),
  sea: said('BY SEA', '海运'),
  air: said('BY AIR', '空运'),
  rail: said('BY RAIL', '铁路运输'),
  road: said('BY ROAD', '公路运输'),
  courier: said('BY COURIER', '快递'),
  // terms
  priceTerm: said('Price term', '价格条款'),
  payment: said('Payment', '付款方式'),
  delivery: said('Delivery', '交货期'),
  insurance: said('Insurance', '保险'),
  insuredBySeller: said('TO BE COVERED BY THE SELLER', '由卖方投保'),
  insuredByBuyer: said('TO BE COVERED BY THE BUYER', '由买方投保'),
  moreOrLess: said('More or less', '溢短装'),
  currency: said('Currency', '币种'),
  // lines
  lineNo: said('No.', '序号'),
  item: said('Item', '货号'),
  customerItem: said("Buyer's item", '买方货号'),
  description: said('Description of goods', '品名规格'),
  hsCode: said('HS code', '海关编码'),
  quantity: said('Quantity', '数量'),
  unit: said('Unit', '单位'),
  unitPrice: said('Unit price', '单价'),
  discount: said('Disc. %', '折扣 %'),
  amount: said('Amount', '金额'),
  free: said('FREE OF CHARGE', '免费'),
  beforeDiscount: said('Before discount', '折前金额'),
  discountSum: said('Discount', '折扣'),
  total: said('TOTAL', '合计'),
  totalQuantity: said('Total quantity', '数量合计'),
  deposit: said('Deposit received', '已收定金'),
  depositDue: said('Amount now due', '现应付金额'),
  balanceDue: said('BALANCE DUE', '应付余额'),
  inWords: said('In words', '大写'),
  // packing
  packages: said('Packages', '件数'),
  cartons: said('Cartons', '箱数'),
  cartonNumbers: said('Carton Nos.', '箱号'),
  piecesPerCarton: said('Qty / ctn', '每箱数量'),
  grossWeight: said('Gross weight', '毛重'),
  netWeight: said('Net weight', '净重'),
  grossWeightKg: said('G.W. (kg)', '毛重（千克）'),
  netWeightKg: said('N.W. (kg)', '净重（千克）'),
  measurement: said('Measurement', '体积'),
  measureCbm: said('CBM', '体积（立方米）'),
  cartonSize: said('Carton (cm)', '箱规（厘米）'),
  marks: said('Shipping marks', '唛头'),
  container: said('Container', '集装箱'),
  seal: said('Seal No.', '封号'),
  estimated: said('(estimated)', '（估算）'),
  // bank, clauses, signatures
  bank: said('Bank details', '收款银行'),
  beneficiary: said('Beneficiary', '收款人'),
  bankName: said('Bank', '开户行'),
  account: said('Account No.', '账号'),
  swift: said('SWIFT', 'SWIFT'),
  clauses: said('Terms and conditions', '条款'),
  forSeller: said('For the seller', '卖方'),
  forBuyer: said('For the buyer', '买方'),
  nameTitleDate: said('Name, title, date', '签字、职务、日期'),
  stampDate: said('Seal and date', '盖章、日期'),
  // purchases
  deal: said('Deal No.', '业务编号'),
  placeOfSigning: said('Place of signing', '签订地点'),
  address: said('Address', '地址'),
  supplierBank: said('Bank', '开户行及账号'),
  priceWithVat: said('Unit price incl. VAT', '含税单价'),
  vatRate: said('VAT rate', '税率'),
  netAmount: said('Amount without VAT', '不含税金额'),
  vatAmount: said('VAT', '税额'),
  deliveryDate: said('Delivery date', '交货日期'),
  settlement: said('Settlement', '结算方式'),
  sealed: said('(seal)', '（盖章）'),
  // money in and out
  paymentRequestTitle: said('PAYMENT REQUEST', '付款申请单'),
  paymentSlipTitle: said('PAYMENT VOUCHER', '付款凭单'),
  receiptSlipTitle: said('RECEIPT SLIP', '收汇单'),
  applicant: said('Applicant', '申请人'),
  department: said('Department', '部门'),
  payee: said('Payee', '收款单位'),
  payeeBank: said("Payee's bank", '开户行及账号'),
  purpose: said('Purpose', '付款用途'),
  payBy: said('Pay by', '最迟付款日'),
  document: said('Document', '单据'),
  documentDate: said('Date', '单据日期'),
  dueDate: said('Due', '到期日'),
  documentTotal: said('Total', '单据金额'),
  clearedBefore: said('Paid before', '此前已付'),
  paidNow: said('This payment', '本次付款'),
  leftAfter: said('Left', '余额'),
  prepayment: said('Prepayment', '预付款'),
  remark: said('Remark', '备注'),
  paidOn: said('Paid on', '付款日期'),
  payingAccount: said('Paid from', '付款账户'),
  bankCharge: said('Bank charge', '银行手续费'),
  bankReference: said('Bank reference', '银行流水号'),
  paymentRequest: said('Payment request', '付款申请单号'),
  receivedOn: said('Received on', '收汇日期'),
  payer: said('Payer', '汇款人'),
  receivingAccount: said('Received at', '收款账户'),
  amountSent: said('Amount sent', '汇款金额'),
  amountCredited: said('Amount credited', '入账金额'),
  exchangeRate: said('Exchange rate', '汇率'),
  creditedInBase: said('Credited, in base currency', '入账折合'),
  claimedFor: said('Claimed for', '认领客户'),
  returnedBy: said('Returned by', '退款供应商'),
  nobodyYet: said('Not claimed yet', '待认领'),
  appliedTo: said('Applied to', '核销明细'),
  appliedOn: said('Date', '核销日期'),
  notApplied: said('Not applied', '未核销余额'),
  writtenOff: said('Written off', '核销尾差'),
  preparedBy: said('Prepared by', '经办人'),
  checkedBy: said('Checked by', '财务审核'),
  approvedBy: said('Approved by', '批准'),
  paidBy: said('Cashier', '出纳'),
  signedDate: said('Name, date', '签字、日期'),
  approvalSteps: said('Approval', '审批记录'),
  approvalAct: said('Step', '步骤'),
  approvalBy: said('By', '审批人'),
  inPlaceOf: said('In place of', '代'),
  approvalNote: said('Note', '意见'),
  // amendments
  amendmentNo: said('AMENDMENT NO.', '变更第'),
  reason: said('Reason', '变更原因'),
  agreedOn: said('Agreed on', '约定日期'),
  confirmation: said('Confirmed by', '对方确认依据'),
  clause: said('Item', '条款'),
  was: said('Was', '原'),
  becomes: said('Amended to', '现'),
  lineAdded: said('added', '新增'),
  lineRemoved: said('removed', '取消'),
  totalBefore: said('Total before', '变更前合计'),
  totalAfter: said('Total after', '变更后合计'),
  difference: said('Difference', '差额'),
  otherTermsUnchanged: said('All other terms and conditions remain unchanged.', '其他条款不变。'),
} as const satisfies Record<string, Said>
export type PaperWord = keyof typeof paperWords

/** The months as papers in English write them. */
export const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'] as const

/** A day in Chinese. */
export const chineseDay = (year: string, month: string, day: string): string => `${year}年${Number(month)}月${Number(day)}日`

/** How an instalment is paid and when it falls due, in the words of a contract. */
export const instalmentWords: Record<string, (days: number) => Said> = {
  'on-signing': (n) =>
    said(n > 0 ? `BY T/T WITHIN ${n} DAYS AFTER SIGNING` : 'BY T/T ON SIGNING', n > 0 ? `签约后 ${n} 天内电汇` : '签约时电汇'),
  'before-shipment': () => said('BY T/T BEFORE SHIPMENT', '发货前电汇'),
  'after-bill-of-lading': (n) =>
    said(n > 0 ? `BY T/T WITHIN ${n} DAYS AFTER B/L DATE` : 'BY T/T AT B/L DATE', n > 0 ? `提单日后 ${n} 天内电汇` : '提单日电汇'),
  'after-arrival': (n) =>
    said(n > 0 ? `BY T/T WITHIN ${n} DAYS AFTER ARRIVAL` : 'BY T/T ON ARRIVAL', n > 0 ? `到货后 ${n} 天内电汇` : '到货时电汇'),
  'letter-of-credit': (n) =>
    said(
      n > 0 ? `BY IRREVOCABLE LETTER OF CREDIT AT ${n} DAYS AFTER B/L DATE` : 'BY IRREVOCABLE LETTER OF CREDIT AT SIGHT',
      n > 0 ? `不可撤销信用证，提单日后 ${n} 天付款` : '不可撤销即期信用证',
    ),
  'documents-against-payment': (n) =>
    said(n > 0 ? `BY D/P AT ${n} DAYS AFTER B/L DATE` : 'BY D/P AT SIGHT', n > 0 ? `付款交单，提单日后 ${n} 天` : '即期付款交单'),
  'documents-against-acceptance': (n) => said(`BY D/A AT ${n} DAYS AFTER B/L DATE`, `承兑交单，提单日后 ${n} 天`),
  'end-of-month': (n) =>
    said(
      n > 0 ? `BY T/T WITHIN ${n} DAYS AFTER THE END OF THE MONTH` : 'BY T/T BY THE END OF THE MONTH',
      n > 0 ? `月结，月末后 ${n} 天内付清` : '月结，当月末付清',
    ),
  'end-of-next-month': (n) =>
    said(
      n > 0 ? `BY T/T WITHIN ${n} DAYS AFTER THE END OF THE NEXT MONTH` : 'BY T/T BY THE END OF THE NEXT MONTH',
      n > 0 ? `次月末后 ${n} 天内付清` : '月结，次月末付清',
    ),
}
/** The same for what we owe a factory: it delivers and is not shipped to. */
export const purchaseInstalmentWords: Record<string, (days: number) => string> = {
  'on-signing': (n) => (n > 0 ? `合同签订后 ${n} 天内` : '合同签订时'),
  'before-shipment': () => '交货前',
  'after-bill-of-lading': (n) => (n > 0 ? `交货后 ${n} 天内` : '交货时'),
  'after-arrival': (n) => (n > 0 ? `到货验收后 ${n} 天内` : '到货验收时'),
  'letter-of-credit': () => '信用证',
  'documents-against-payment': () => '付款交单',
  'documents-against-acceptance': (n) => `承兑交单 ${n} 天`,
  'end-of-month': (n) => (n > 0 ? `月结，月末后 ${n} 天内` : '月结，当月末'),
  'end-of-next-month': (n) => (n > 0 ? `月结，次月末后 ${n} 天内` : '月结，次月末'),
}
/** '第 2 次' of an amendment's title. */
export const amendmentTitle = (n: number): Said => said(`AMENDMENT NO. ${n}`, `变更协议（第 ${n} 次）`)
/** One instalment of what we owe a factory: '合同签订时付 30 %，即 CNY 12,951.94（人民币壹万贰仟…）'. */
export const purchaseInstalment = (when: string, share: string, amount: string, words: string): string =>
  `${when}付 ${share} %，即 ${amount}${words === '' ? '' : `（${words}）`}`
/** What a contract with a factory says where nobody has written otherwise (Civil Code art. 470, 596). */
export const purchaseClauses: readonly string[] = [
  '质量标准：按双方确认的样品、图纸及国家（行业）标准执行。',
  '包装与唛头：适合出口运输的包装，唛头由需方提供。',
  '交货方式：供方按交货日期将货物送至需方指定地点或仓库，运费由供方承担。',
  '验收：需方在收到货物后按确认样品验收，有异议的应在十五日内书面提出。',
  '发票：供方须开具合法有效的增值税专用发票，货物名称、单位、数量须与报关单一致。',
  '违约责任：任何一方违约，应承担由此给对方造成的直接损失；逾期交货的，每逾期一日按未交货部分货款的千分之一支付违约金。',
  '争议解决：因本合同引起的争议由双方协商解决，协商不成的，提交需方所在地人民法院裁决。',
  '本合同一式两份，双方各执一份，自双方签字或盖章之日起生效。',
]
/** How an amount in renminbi is written out. */
export const renminbi = (words: string): string => `人民币${words}`
