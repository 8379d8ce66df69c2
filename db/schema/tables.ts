// The schema as TypeScript sees it: one type a table, columns as in the migrations (a test compares both). Booleans are 0 or 1.
import type { Generated } from 'kysely'

export type SettingTable = {
  key: string
  value: string
  revision: Generated<number>
}

export type DepartmentTable = {
  id: string
  name: string
  nameEn: string
  parentId: string | null
  path: string
  revision: number
  headId: string | null
  nameKey: Generated<string>
  nameFold: Generated<string>
}

export type UserTable = {
  id: string
  login: string
  name: string
  nameEn: string
  email: string
  phone: string
  departmentId: string | null
  language: string
  active: number
  createdAt: string
  revision: number
  loginKey: Generated<string>
  loginFold: Generated<string>
  nameKey: Generated<string>
  nameFold: Generated<string>
  nameEnKey: Generated<string>
  nameEnFold: Generated<string>
  emailFold: Generated<string>
  phoneFold: Generated<string>
}

export type CredentialTable = {
  userId: string
  hash: string
  failures: Generated<number>
  waitUntil: string | null
}

export type RoleTable = {
  id: string
  code: string | null
  name: string
  nameEn: string
  permissions: string
  scopes: string
  revision: number
  nameKey: Generated<string>
  nameFold: Generated<string>
}

export type UserRoleTable = {
  id: string
  userId: string
  roleId: string
}

export type SessionTable = {
  tokenHash: string
  userId: string
  device: string
  createdAt: string
  lastSeenAt: string
  endsAt: string
}

export type SignInPlaceTable = {
  userId: string
  device: string
  failures: Generated<number>
  waitUntil: string | null
}

export type UserStateTable = {
  userId: string
  key: string
  value: string
}

export type AuditTable = {
  id: Generated<number>
  at: string
  userId: string | null
  device: string
  kind: string
  name: string
  commandId: string | null
  subject: string | null
  input: string | null
  outcome: string
  previous: string
  hash: string
  changes: string | null
  ledger: string | null
}

export type AuditSealTable = {
  pos: Generated<number>
  changes: string
  ledger: string
  hash: string
}

export type ChangeTable = {
  id: Generated<number>
  pos: number
  tableName: string
  rowId: string
  kind: string
  before: string | null
  after: string | null
}

export type NumberSeriesTable = {
  series: string
  period: string
  last: number
}

export type PartyTable = {
  id: string
  kind: string
  code: string
  name: string
  nameZh: string
  shortName: string
  country: string | null
  city: string
  address: string
  website: string
  email: string
  phone: string
  taxNumber: string
  currency: string
  paymentTerm: string
  bankDetails: string
  remark: string
  status: string
  level: string | null
  creditGrade: string
  creditLimit: number | null
  creditCurrency: string
  incoterm: string | null
  port: string
  source: string
  industry: string
  ownerId: string | null
  departmentId: string | null
  active: number
  normalName: string
  normalNameZh: Generated<string>
  domain: string
  phoneDigits: string
  createdAt: string
  revision: number
  codeKey: Generated<string>
  codeFold: Generated<string>
  nameKey: Generated<string>
  nameFold: Generated<string>
  nameZhKey: Generated<string>
  nameZhFold: Generated<string>
  shortNameFold: Generated<string>
  emailFold: Generated<string>
  phoneFold: Generated<string>
  duplicateReason: Generated<string>
}

export type PartyMarkTable = {
  id: string
  partyId: string
  kind: string
  mark: string
}

export type ContactTable = {
  id: string
  partyId: string
  position: number
  name: string
  title: string
  role: string
  email: string
  phone: string
  wechat: string
  whatsapp: string
  nameFold: Generated<string>
  emailFold: Generated<string>
  phoneFold: Generated<string>
  wechatFold: Generated<string>
  whatsappFold: Generated<string>
}

export type ProductCategoryTable = {
  id: string
  name: string
  nameZh: string
  parentId: string | null
  revision: number
  nameKey: Generated<string>
  nameFold: Generated<string>
  nameZhKey: Generated<string>
  nameZhFold: Generated<string>
}

export type ProductTable = {
  id: string
  code: string
  name: string
  nameZh: string
  specification: string
  unit: string
  hsCode: string
  vatRate: number
  refundRate: number
  categoryId: string | null
  supplierId: string | null
  piecesPerCarton: number
  cartonLength: number
  cartonWidth: number
  cartonHeight: number
  grossWeight: number
  netWeight: number
  remark: string
  active: number
  createdAt: string
  revision: number
  codeKey: Generated<string>
  codeFold: Generated<string>
  nameKey: Generated<string>
  nameFold: Generated<string>
  nameZhKey: Generated<string>
  nameZhFold: Generated<string>
  specificationFold: Generated<string>
  hsCodeFold: Generated<string>
}

export type DealTable = {
  id: string
  number: string
  customerId: string
  openedOn: string
  stage: string
  contractedBase: Generated<number>
  ownerId: string
  departmentId: string | null
  createdAt: string
  revision: number
  numberKey: Generated<string>
  numberFold: Generated<string>
}

export type SalesContractTable = {
  id: string
  number: string
  dealId: string
  customerId: string
  buyerOrderNumber: string
  contractDate: string
  signedOn: string | null
  currency: string
  rate: number
  incoterm: string | null
  incotermPlace: string
  portOfLoading: string
  portOfDischarge: string
  paymentTerm: string
  latestShipment: string | null
  partialShipment: number
  transhipment: number
  commissionRate: number
  clauses: string
  remark: string
  status: string
  voidReason: string | null
  total: number
  totalBase: number
  ownerId: string
  departmentId: string | null
  createdAt: string
  revision: number
  version: Generated<number>
  numberKey: Generated<string>
  numberFold: Generated<string>
  buyerOrderNumberKey: Generated<string>
  buyerOrderNumberFold: Generated<string>
  transportMode: string | null
}

export type SalesLineTable = {
  id: string
  contractId: string
  position: number
  productId: string | null
  description: string
  quantity: number
  unit: string
  price: number
  discount: number
  gross: number
  amount: number
  amountBase: Generated<number>
  shipped: Generated<number>
  purchased: Generated<number>
  settledQuantity: Generated<number>
  settledAmount: Generated<number>
  settledGross: Generated<number>
  descriptionFold: Generated<string>
}

export type QuotationTable = {
  id: string
  rootId: string
  version: number
  number: string
  customerId: string
  inquiryNumber: string
  quotedOn: string
  validUntil: string
  currency: string
  rate: number
  incoterm: string | null
  incotermPlace: string
  portOfLoading: string
  portOfDischarge: string
  paymentTerm: string
  delivery: string
  commissionRate: number
  clauses: string
  remark: string
  status: string
  statusBefore: string | null
  sentOn: string | null
  lostReason: string | null
  contractId: string | null
  total: number
  totalBase: number
  ownerId: string
  departmentId: string | null
  createdAt: string
  revision: number
  numberKey: Generated<string>
  numberFold: Generated<string>
  inquiryNumberKey: Generated<string>
  inquiryNumberFold: Generated<string>
  transportMode: string | null
}

export type QuotationLineTable = {
  id: string
  quotationId: string
  position: number
  productId: string | null
  description: string
  quantity: number
  unit: string
  price: number
  discount: number
  gross: number
  amount: number
  amountBase: number
  descriptionFold: Generated<string>
}

export type QuotationLineCostTable = {
  id: string
  quotationId: string
  cost: number
  vatRate: number
  refundRate: number
}

export type QuotationCostTable = {
  id: string
  freight: number
  insurance: number
  domestic: number
  profit: number | null
}

export type PurchaseContractTable = {
  id: string
  number: string
  supplierId: string
  contractDate: string
  signedOn: string | null
  currency: string
  rate: number
  deliveryDate: string | null
  paymentTerm: string
  clauses: string
  remark: string
  status: string
  voidReason: string | null
  total: number
  totalBase: number
  ownerId: string
  departmentId: string | null
  createdAt: string
  revision: number
  version: Generated<number>
  numberKey: Generated<string>
  numberFold: Generated<string>
}

export type PurchaseLineTable = {
  id: string
  contractId: string
  position: number
  salesLineId: string | null
  dealId: string | null
  productId: string | null
  description: string
  quantity: number
  unit: string
  price: number
  vatRate: number
  refundRate: number
  amount: number
  netBase: number
  vatBase: number
  /** Scaled: so many of `unit` are … */
  unitsBought: Generated<number>
  /** … so many units of the sales line. */
  unitsSold: Generated<number>
  billed: Generated<number>
  billedNetBase: Generated<number>
  billedVatBase: Generated<number>
  /** In the unit of the sales line. */
  shipped: Generated<number>
  costBase: Generated<number>
  costVatBase: Generated<number>
  costRefundBase: Generated<number>
  descriptionFold: Generated<string>
}

export type ShipmentTable = {
  id: string
  number: string
  customerId: string
  currency: string
  forwarderId: string | null
  carrierId: string | null
  vessel: string
  voyage: string
  bookingNumber: string
  billOfLadingNumber: string
  invoiceNumber: string
  declarationNumber: string
  portOfLoading: string
  portOfDischarge: string
  etd: string | null
  eta: string | null
  containers: string
  remark: string
  status: string
  dispatchedOn: string | null
  onBoardOn: string | null
  arrivedOn: string | null
  documentsDeliveredOn: string | null
  doneOn: string | null
  rate: number | null
  total: number
  totalBase: number | null
  journalId: number | null
  dispatches: Generated<number>
  ownerId: string
  departmentId: string | null
  createdAt: string
  revision: number
  numberKey: Generated<string>
  numberFold: Generated<string>
  invoiceNumberKey: Generated<string>
  invoiceNumberFold: Generated<string>
  declarationNumberKey: Generated<string>
  declarationNumberFold: Generated<string>
  billOfLadingNumberKey: Generated<string>
  billOfLadingNumberFold: Generated<string>
  bookingNumberKey: Generated<string>
  bookingNumberFold: Generated<string>
  vesselFold: Generated<string>
  containersFold: Generated<string>
  transportMode: string | null
}

export type ShipmentLineTable = {
  id: string
  shipmentId: string
  position: number
  salesLineId: string
  contractId: string
  dealId: string
  productId: string | null
  quantity: number
  amount: number
  amountBase: number | null
}

export type ShipmentSourceTable = {
  id: string
  shipmentLineId: string
  purchaseLineId: string
  quantity: number
  costBase: Generated<number>
  vatBase: Generated<number>
  refundBase: Generated<number>
}

/** A source of a dispatch that was taken back: away from `leftOn` until the day before `backOn` (purchasing P36). */
export type ReturnedSourceTable = {
  id: string
  shipmentId: string
  position: number
  purchaseLineId: string
  quantity: number
  leftOn: string
  backOn: string
}

export type BankAccountTable = {
  id: string
  code: string
  name: string
  bankName: string
  accountNumber: string
  swift: string
  currency: string
  openedOn: string
  active: number
  revision: number
  codeKey: Generated<string>
  codeFold: Generated<string>
  nameKey: Generated<string>
  nameFold: Generated<string>
  bankNameFold: Generated<string>
  accountNumberKey: Generated<string>
  accountNumberFold: Generated<string>
}

export type BankDetailsTable = {
  id: string
  holder: string
  version: number
  details: string
  before: string | null
  confirmed: string | null
  changedBy: string | null
  changedAt: string
}

export type ExchangeRateTable = {
  id: string
  currency: string
  date: string
  rate: number
  source: string
  revision: Generated<number>
}

export type BillTable = {
  id: string
  number: string
  kind: string
  partyId: string
  invoiceNumber: string
  billDate: string
  dueDate: string
  currency: string
  rate: number
  remark: string
  status: string
  total: number
  totalBase: number
  journalId: number
  createdAt: string
  numberKey: Generated<string>
  numberFold: Generated<string>
  invoiceNumberKey: Generated<string>
  invoiceNumberFold: Generated<string>
}

export type BillLineTable = {
  id: string
  billId: string
  position: number
  purchaseLineId: string | null
  quantity: number | null
  category: string | null
  description: string
  amount: number
  vatRate: number
  netBase: number
  vatBase: number
  sharing: string
  shipmentId: string | null
}

export type BillShareTable = {
  id: string
  billLineId: string
  dealId: string
  amount: number
  amountBase: number
}

export type ReceiptTable = {
  id: string
  number: string
  bankAccountId: string
  receivedOn: string
  currency: string
  amount: number
  charge: number
  rate: number
  amountBase: number
  payerName: string
  customerId: string | null
  vendorId: string | null
  contractId: string | null
  dealId: string | null
  remark: string
  status: string
  item: string
  journalId: number
  claimJournalId: number | null
  ownerId: string | null
  departmentId: string | null
  createdAt: string
  bankReference: Generated<string>
  numberKey: Generated<string>
  numberFold: Generated<string>
  payerNameKey: Generated<string>
  payerNameFold: Generated<string>
  bankReferenceKey: Generated<string>
  bankReferenceFold: Generated<string>
}

export type PaymentTable = {
  id: string
  number: string
  bankAccountId: string
  paidOn: string
  partyId: string
  currency: string
  amount: number
  charge: number
  rate: number
  amountBase: number
  contractId: string | null
  remark: string
  status: string
  item: string
  journalId: number
  createdAt: string
  requestId: string | null
  bankReference: Generated<string>
  numberKey: Generated<string>
  numberFold: Generated<string>
  bankReferenceKey: Generated<string>
  bankReferenceFold: Generated<string>
}

export type TransferTable = {
  id: string
  number: string
  on: string
  fromAccountId: string
  toAccountId: string
  amountOut: number
  amountIn: number
  difference: number
  remark: string
  status: string
  journalId: number
  createdAt: string
  numberKey: Generated<string>
  numberFold: Generated<string>
}

export type CreditNoteTable = {
  id: string
  number: string
  partyId: string
  on: string
  currency: string
  amount: number
  rate: number
  dealId: string | null
  reason: string
  /** Of a note without lines, scaled. */
  vatRate: Generated<number>
  status: string
  journalId: number
  createdAt: string
  numberKey: Generated<string>
  numberFold: Generated<string>
}

export type CreditNoteLineTable = {
  id: string
  creditNoteId: string
  position: number
  purchaseLineId: string
  amount: number
  vatRate: number
  netBase: number
  vatBase: number
}

export type AllocationTable = {
  id: string
  batchId: string
  on: string
  source: string
  target: string
  sourceAmount: number
  amount: number
  difference: number
  status: string
  journalId: number
  /** JSON: ids of the journals of its rests on later days. */
  rests: Generated<string>
}

export type SearchEntryTable = {
  key: Generated<number>
  id: string
  kind: string
  title: string
  detail: string
  ownerId: string | null
  departmentId: string | null
  text: string
  initials: string
}

/** As the entry will be in `search_entry`. */
export type SearchWaitingTable = {
  id: string
  kind: string
  title: string
  detail: string
  ownerId: string | null
  departmentId: string | null
  text: string
  initials: string
}

export type LedgerKeyTable = {
  key: Generated<number>
  id: string
}

export type AccountTable = {
  code: string
  nameZh: string
  nameEn: string
  kind: string
  itemised: number
}

export type JournalTable = {
  id: Generated<number>
  date: string
  kind: string
  documentKind: string
  documentId: string
  documentNumber: string
  memo: string
  pos: number
  reverses: number | null
}

export type PostingTable = {
  id: Generated<number>
  journalId: number
  date: string
  account: string
  base: number
  currency: string
  foreign: number
  party: number | null
  deal: number | null
  owner: number | null
  department: number | null
  bank: number | null
  contract: number | null
  shipment: number | null
  category: string | null
  item: number | null
}

export type OpenItemTable = {
  id: Generated<number>
  ref: string
  account: string
  kind: string
  party: number | null
  currency: string
  documentDate: string
  dueDate: string
  foreign: number
  base: number
  openForeign: number
  openBase: number
  deal: number | null
  owner: number | null
  department: number | null
  contract: number | null
  shipment: number | null
  documentKind: string
  documentId: string
  documentNumber: string
  journalId: number
}

export type SumAccountTable = {
  account: string
  month: string
  currency: string
  debit: number
  credit: number
  foreign: number
}

export type SumPartyTable = {
  account: string
  party: number
  currency: string
  base: number
  foreign: number
}

export type SumBankTable = {
  bank: number
  date: string
  base: number
  foreign: number
}

export type SumDealTable = {
  deal: number
  account: string
  category: string
  currency: string
  base: number
  foreign: number
}

/** One row a deal, kept beside `sum_deal`. */
export type SumResultTable = {
  deal: Generated<number>
  openedOn: string | null
  revenue: number
  cost: number
  expenses: number
  exchange: number
  profit: number
}

export type SumMonthTable = {
  month: string
  account: string
  owner: number
  department: number
  base: number
}

export type ApprovalRouteTable = {
  id: string
  kind: string
  position: number
  name: string
  active: number
  amountFrom: number | null
  marginBelow: number | null
  levels: string
  departmentIds: string
  steps: string
  revision: number
}

export type ApprovalTable = {
  id: string
  kind: string
  documentId: string
  documentNumber: string
  documentRevision: number
  contentHash: string
  title: string
  amount: number | null
  currency: string | null
  amountBase: number | null
  margin: string | null
  facts: string
  note: string
  ownerId: string | null
  departmentId: string | null
  routeName: string | null
  steps: string
  step: number
  state: string
  submittedBy: string
  submittedAt: string
  decidedAt: string | null
  revision: number
  enteredBy: string | null
}

export type ApprovalEventTable = {
  id: string
  approvalId: string
  position: number
  at: string
  act: string
  step: number
  approvalRevision: number
  userId: string
  seats: string
  reason: string
}

export type DelegationTable = {
  id: string
  fromUserId: string
  toUserId: string
  fromDate: string
  toDate: string
  reason: string
  active: number
  createdAt: string
  revision: number
}

export type PaymentRequestTable = {
  id: string
  number: string
  requestedOn: string
  partyId: string
  contractId: string | null
  currency: string
  amount: number
  rate: number
  amountBase: number
  payBy: string
  purpose: string
  remark: string
  status: string
  voidReason: string | null
  ownerId: string
  departmentId: string | null
  createdAt: string
  revision: number
  numberKey: Generated<string>
  numberFold: Generated<string>
}

export type PaymentRequestLineTable = {
  id: string
  requestId: string
  position: number
  item: string
  amount: number
}

export type CreditOverrideTable = {
  id: string
  shipmentId: string
  shipmentNumber: string
  shipmentRevision: number
  customerId: string
  currency: string
  amount: number
  amountBase: number | null
  limitCurrency: string
  limitMinor: number | null
  exposure: number
  excess: number
  overdueDays: number
  reason: string
  expiresOn: string
  requestedBy: string
  createdAt: string
  revision: number
}

export type MilestoneTemplateTable = {
  id: string
  name: string
  nameEn: string
  isDefault: number
  active: number
  revision: number
  nameKey: Generated<string>
  nameFold: Generated<string>
}

export type MilestoneTemplateLineTable = {
  id: string
  templateId: string
  position: number
  kind: string
  name: string
  nameEn: string
  anchor: string
  offsetDays: number
  responsible: string
  userId: string | null
  needsNote: number
}

export type ProductionTable = {
  id: string
  templateName: string
  templateNameEn: string
  merchandiserId: string | null
  createdAt: string
  revision: number
}

export type MilestoneTable = {
  id: string
  contractId: string
  position: number
  kind: string
  name: string
  nameEn: string
  anchor: string | null
  offsetDays: number
  responsible: string
  userId: string | null
  needsNote: number
  plannedOn: string | null
  revisedOn: string | null
  state: string
  doneOn: string | null
  note: string
  checked: number | null
  defects: number | null
  revision: number
  provedBy: string | null
}

export type MilestoneEventTable = {
  id: string
  milestoneId: string
  position: number
  at: string
  userId: string
  act: string
  on: string | null
  note: string
  checked: number | null
  defects: number | null
}

export type ProfitEstimateTable = {
  id: string
  number: string
  dealId: string
  version: number
  estimatedOn: string
  currency: string
  revenue: number
  revenueBase: number
  purchaseBase: number
  refundBase: number
  expensesBase: number
  profitBase: number
  margin: number | null
  exchangeCost: string | null
  premiumRate: number | null
  remark: string
  status: string
  voidReason: string | null
  ownerId: string
  departmentId: string | null
  createdAt: string
  revision: number
  numberKey: Generated<string>
  numberFold: Generated<string>
}

export type ProfitEstimateLineTable = {
  id: string
  estimateId: string
  position: number
  line: string
  description: string
  supplierId: string | null
  productId: string | null
  quantity: number | null
  unit: string
  price: number | null
  vatRate: number
  refundRate: number
  currency: string
  rate: number
  amount: number
  amountBase: number
  refundBase: number
  source: string
}

export type EstimateRequestTable = {
  id: string
  dealId: string
  note: string
  requestedBy: string
  done: number
  createdAt: string
  revision: number
}

export type ContractVersionTable = {
  id: string
  kind: string
  contractId: string
  version: number
  reason: string
  confirmation: string
  content: string
  currency: string
  total: number
  currencyBefore: string | null
  totalBefore: number | null
  preparedBy: string
  createdAt: string
  inForceOn: string | null
  inForceBy: string | null
  revision: number
}

export type FreightInquiryTable = {
  id: string
  number: string
  portOfLoading: string
  portOfDischarge: string
  cargoLoad: string
  containers: string
  volume: number | null
  weight: number | null
  cargoReadyOn: string | null
  neededBy: string | null
  goods: string
  remark: string
  shipmentId: string | null
  status: string
  voidReason: string | null
  chosenQuoteId: string | null
  chosenOn: string | null
  chosenReason: string
  chosenBase: number | null
  cheapestBase: number | null
  quotesCounted: number | null
  bookedOn: string | null
  ownerId: string
  departmentId: string | null
  createdAt: string
  revision: number
  numberKey: Generated<string>
  numberFold: Generated<string>
  transportMode: string | null
}

export type FreightContractTable = {
  id: string
  inquiryId: string
  contractId: string
}

export type FreightForwarderTable = {
  id: string
  inquiryId: string
  position: number
  forwarderId: string
  state: string
  askedOn: string
  declineReason: string
}

export type FreightQuoteTable = {
  id: string
  inquiryId: string
  forwarderId: string
  round: number
  quotedOn: string
  portOfLoading: string
  portOfDischarge: string
  validFrom: string | null
  validTo: string
  transitDays: number | null
  carrierId: string | null
  freeDays: number | null
  remark: string
  complete: number
  totalBase: number | null
  createdAt: string
}

export type FreightChargeTable = {
  id: string
  quoteId: string
  position: number
  kind: string
  name: string
  containerType: string
  basis: string
  currency: string
  amount: number
}

export type TaxRefundReceiptTable = {
  id: string
  number: string
  bankAccountId: string
  receivedOn: string
  amount: number
  remark: string
  status: string
  journalId: number
  createdAt: string
  numberKey: Generated<string>
  numberFold: Generated<string>
}

export type TaxRefundLineTable = {
  id: string
  receiptId: string
  position: number
  item: string
  amount: number
  writtenOff: number
}

export type RevaluationTable = {
  id: string
  number: string
  month: string
  on: string
  withAdvances: number
  bankDifference: number
  itemDifference: number
  bankJournalId: number | null
  itemJournalId: number | null
  returnJournalId: number | null
  status: string
  createdAt: string
}

export type RevaluationLineTable = {
  id: string
  revaluationId: string
  position: number
  account: string
  bankAccountId: string | null
  item: string | null
  subject: string
  currency: string
  foreign: number
  rate: number | null
  baseBefore: number
  baseAfter: number
}

export type LetterOfCreditTable = {
  id: string
  number: string
  bankNumber: string
  issuingBank: string
  advisingBank: string
  customerId: string
  applicant: string
  currency: string
  amount: number
  tolerancePlus: number
  toleranceMinus: number
  issuedOn: string
  expiresOn: string
  expiryPlace: string
  latestShipment: string | null
  presentationDays: number
  availability: string
  tenorDays: number
  confirmed: number
  partialShipment: number
  transhipment: number
  portOfLoading: string
  portOfDischarge: string
  goods: string
  documents: string
  remark: string
  status: string
  acceptedOn: string | null
  closedReason: string | null
  ownerId: string
  departmentId: string | null
  createdAt: string
  revision: number
  numberKey: Generated<string>
  numberFold: Generated<string>
  bankNumberKey: Generated<string>
  bankNumberFold: Generated<string>
}

export type LetterContractTable = {
  id: string
  letterId: string
  contractId: string
}

export type LetterAmendmentTable = {
  id: string
  letterId: string
  number: number
  receivedOn: string
  changes: string
  state: string
  decidedOn: string | null
  remark: string
  createdAt: string
}

export type LetterPresentationTable = {
  id: string
  letterId: string
  shipmentId: string
  amount: number
  insuredAmount: number | null
  insuredOn: string | null
  packingCartons: number | null
  billCartons: number | null
  packingGross: number | null
  billGross: number | null
  transhipped: number | null
  ticked: string
  discrepancies: string
  status: string
  presentedOn: string | null
  acceptedOn: string | null
  refusedOn: string | null
  paidOn: string | null
  createdAt: string
  revision: number
}

/** A view of a list that a user keeps; `roleId`: whom it is shared with. */
export type ListViewTable = {
  id: string
  list: string
  name: string
  /** JSON of columns, widths, order, sort, filters, period and search. */
  look: string
  ownerId: string
  roleId: string | null
  /** 1: the list opens with it, for its owner or for the role. */
  preset: Generated<number>
  createdAt: string
  revision: number
}

export type CreditInsuranceTable = {
  id: string
  customerId: string
  policyNumber: string
  insurer: string
  currency: string
  limitMinor: number
  percent: number
  validFrom: string
  validTo: string
  remark: string
  createdAt: string
  revision: number
  policyNumberKey: Generated<string>
  policyNumberFold: Generated<string>
}

export type BackupTable = {
  id: string
  kind: string
  madeAt: string
  madeBy: string | null
  bytes: number
  result: string
  finding: string | null
  checkedAt: string | null
  drilledAt: string | null
  copiedAt: string | null
  auditRows: number | null
  auditHash: string | null
}

export type BackupTaskTable = {
  id: string
  kind: string
  backup: string | null
  state: string
  askedBy: string
  askedAt: string
  finishedAt: string | null
  finding: string | null
}

export type Tables = {
  setting: SettingTable
  department: DepartmentTable
  user: UserTable
  credential: CredentialTable
  role: RoleTable
  user_role: UserRoleTable
  session: SessionTable
  sign_in_place: SignInPlaceTable
  user_state: UserStateTable
  audit: AuditTable
  audit_seal: AuditSealTable
  change: ChangeTable
  number_series: NumberSeriesTable
  party: PartyTable
  party_mark: PartyMarkTable
  contact: ContactTable
  product_category: ProductCategoryTable
  product: ProductTable
  deal: DealTable
  quotation: QuotationTable
  quotation_line: QuotationLineTable
  quotation_line_cost: QuotationLineCostTable
  quotation_cost: QuotationCostTable
  sales_contract: SalesContractTable
  sales_line: SalesLineTable
  purchase_contract: PurchaseContractTable
  purchase_line: PurchaseLineTable
  shipment: ShipmentTable
  shipment_line: ShipmentLineTable
  shipment_source: ShipmentSourceTable
  returned_source: ReturnedSourceTable
  bank_account: BankAccountTable
  bank_details: BankDetailsTable
  exchange_rate: ExchangeRateTable
  bill: BillTable
  bill_line: BillLineTable
  bill_share: BillShareTable
  receipt: ReceiptTable
  payment: PaymentTable
  transfer: TransferTable
  credit_note: CreditNoteTable
  credit_note_line: CreditNoteLineTable
  allocation: AllocationTable
  search_entry: SearchEntryTable
  search_waiting: SearchWaitingTable
  ledger_key: LedgerKeyTable
  account: AccountTable
  journal: JournalTable
  posting: PostingTable
  open_item: OpenItemTable
  list_view: ListViewTable
  backup: BackupTable
  backup_task: BackupTaskTable
  sum_account: SumAccountTable
  sum_party: SumPartyTable
  sum_bank: SumBankTable
  sum_deal: SumDealTable
  sum_month: SumMonthTable
  sum_result: SumResultTable
  approval_route: ApprovalRouteTable
  approval: ApprovalTable
  approval_event: ApprovalEventTable
  delegation: DelegationTable
  payment_request: PaymentRequestTable
  payment_request_line: PaymentRequestLineTable
  credit_override: CreditOverrideTable
  letter_of_credit: LetterOfCreditTable
  letter_contract: LetterContractTable
  letter_amendment: LetterAmendmentTable
  letter_presentation: LetterPresentationTable
  credit_insurance: CreditInsuranceTable
  milestone_template: MilestoneTemplateTable
  milestone_template_line: MilestoneTemplateLineTable
  production: ProductionTable
  milestone: MilestoneTable
  milestone_event: MilestoneEventTable
  profit_estimate: ProfitEstimateTable
  profit_estimate_line: ProfitEstimateLineTable
  estimate_request: EstimateRequestTable
  contract_version: ContractVersionTable
  freight_inquiry: FreightInquiryTable
  freight_contract: FreightContractTable
  freight_forwarder: FreightForwarderTable
  freight_quote: FreightQuoteTable
  freight_charge: FreightChargeTable
  tax_refund_receipt: TaxRefundReceiptTable
  tax_refund_line: TaxRefundLineTable
  revaluation: RevaluationTable
  revaluation_line: RevaluationLineTable
}
export type TableName = keyof Tables
