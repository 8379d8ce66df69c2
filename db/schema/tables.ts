// The tables as the migrations make them, one type a table. Written by `npm run docs`; do not edit. Booleans are 0 or 1.
import type { Generated } from 'kysely'

export type AccountTable = {
  code: string
  nameZh: string
  nameEn: string
  kind: string
  itemised: number
}

/** One row per application of a source item (advance, prepayment, credit note, receipt) to a target item; its journal moves both. */
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
  /** JSON: ids of journals beside journalId, nearly always none. */
  rests: Generated<string>
}

/** One submission of one revision of a document. What was seen (amount, margin, facts, contentHash) and the steps are kept as they were then. */
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
  /** Who entered what was submitted, where that is kept: he decides on it no more than who submitted it. */
  enteredBy: string | null
}

/** Its history: who did what, on which step, at which revision of the approval, and for whom when by delegation. */
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

/** How one kind of document is approved: the first active route by position whose conditions fit. levels, departmentIds and steps are JSON lists. */
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

/** recordKind, recordId: the record it hangs on. version: the one that is shown. isMain: the picture by which a product is known. */
export type AttachmentTable = {
  id: string
  recordKind: string
  recordId: string
  kind: string
  name: string
  note: string
  version: number
  isMain: number
  addedAt: string
  addedBy: string
  binnedAt: string | null
  binnedBy: string | null
  revision: number
}

/** sha256: its content beside the database. pictureSha256: a small picture of it, where there is one. */
export type AttachmentVersionTable = {
  id: string
  attachmentId: string
  version: number
  name: string
  sha256: string
  size: number
  type: string
  width: number | null
  height: number | null
  pictureSha256: string | null
  addedAt: string
  addedBy: string
}

/** Every command, refusal, sign-in and export; hash-chained; append-only by trigger. A command's row number is its position (sync.md: pos). */
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
  /** Both null in entries from before: what they wrote is sealed below. */
  changes: string | null
  ledger: string | null
}

/** One row for each position that stood when this came; `hash` chains them, and the entry of kind 'seal' holds the last. */
export type AuditSealTable = {
  pos: Generated<number>
  changes: string
  ledger: string
  hash: string
}

/**
 * One row for each copy in the folder, read anew from the files themselves: the office's own note, neither captured nor audited.
 * id: the file's name without its ending. madeBy: a user's name as it was, null for a copy that the office made by itself. auditRows, auditHash: how the
 * audit trail ended in it.
 */
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
  /** filesLacking: contents that the copy refers to and that are not beside it, or not as they were written; null while nobody has looked. lackingNames: of the first. */
  filesLacking: number | null
  lackingNames: Generated<string>
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

/**
 * Where a vendor (holder 'vendor') or our own account ('bank-account') is paid: one row for each, by its id. version counts every change; a confirmation
 * is bound to it. details: what is confirmed, '' when they were taken out; before: what
 * stood there until the last change; confirmed: what a second person confirmed last. changedBy is null for what stood here before.
 */
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

/** What each command wrote: row by row, before and after. */
export type ChangeTable = {
  id: Generated<number>
  pos: number
  tableName: string
  rowId: string
  kind: string
  before: string | null
  after: string | null
}

/**
 * Of commands that were refused, by their ids: sent again, they get the same answer. What was accepted has its outcome in the trail. The entry of the refusal
 * in the trail is auditId; digest is of the input. held: kept for a person to decide.
 */
export type CommandOutcomeTable = {
  commandId: string
  result: string
  auditId: number
  name: string
  userId: string
  digest: string
  refusal: string
}

/** The company's own certificate authority: goes with the books wherever they go, so that desks trust the office on another PC too. */
export type CompanyKeyTable = {
  id: Generated<number>
  certificate: string
  privateKey: string
  madeAt: string
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

/**
 * One version of a contract with all of its content (JSON): in preparation while inForceOn is null, then what was agreed. The first version of a
 * contract is written when the second comes into force. total and totalBefore are minor units of currency and currencyBefore.
 */
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

/** Secrets stand in a table of their own (S14): nothing that reads users can leak them. */
export type CredentialTable = {
  userId: string
  hash: string
  failures: Generated<number>
  waitUntil: string | null
}

/** Export credit insurance: so many per cent of what a customer owes, at most the limit, between two days. */
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
  status: string
  journalId: number
  createdAt: string
  /** VAT rate of a note without lines, scaled per cent. */
  vatRate: Generated<number>
  numberKey: Generated<string>
  numberFold: Generated<string>
}

/** What of a note each purchase line bears: VAT-inclusive minor units of the note's currency, and net and VAT in base. */
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

/**
 * What was asked: this much of one shipment, over one customer's limit as it stood then. shipmentRevision follows the shipment while it asks for no more.
 * exposure, limitMinor (null: unlimited) and excess are minor units of limitCurrency. A shipment that is dropped leaves its requests as history.
 */
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

/** A code that the company knows beside customs' own lists, or one of them by another name or out of use. */
export type CustomsCodeTable = {
  id: string
  list: string
  code: string
  name: string
  active: number
  revision: number
}

/** freight, insurance, otherFees: minor units of feeCurrency. */
export type CustomsDeclarationTable = {
  id: string
  number: string
  shipmentId: string
  exportOn: string | null
  customsRegistration: string
  exitOffice: string
  exitPort: string
  supervision: string
  dutyNature: string
  dutyMode: string
  manualNumber: string
  licenceNumber: string
  producer: string
  buyerAeo: string
  tradeCountry: string
  destinationCountry: string
  destinationPort: string
  packaging: string
  dealTerms: string
  sourceArea: string
  feeCurrency: string
  freight: number | null
  insurance: number | null
  otherFees: number | null
  attachedDocuments: string
  remark: string
  createdAt: string
  revision: number
}

/** What goods that are sold for nothing are worth to customs: price of one (scaled). */
export type CustomsValueTable = {
  id: string
  declarationId: string
  lineId: string
  price: number
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

/** Who decides in whose place, from one day to another, both included. */
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

/** secretHash: SHA-256 of what the desk shows at each request. letInBy: who opened the pairing with which it joined. */
export type DeskTable = {
  id: string
  name: string
  secretHash: string
  status: string
  joinedAt: string
  letInBy: string
  pairingId: string
  revokedAt: string | null
  revision: number
}

/** The office's own notes, neither captured nor audited. What a desk last came with: */
export type DeskContactTable = {
  deskId: string
  address: string
  version: string
  userId: string | null
  lastSeenAt: string
}

/** Who may sign in there: holders of one of these roles; everybody where there is none. */
export type DeskRoleTable = {
  id: string
  deskId: string
  roleId: string
}

/** Who may not prepare an estimate asks for one; done when one is saved for the deal. */
export type EstimateRequestTable = {
  id: string
  dealId: string
  note: string
  requestedBy: string
  done: number
  createdAt: string
  revision: number
}

export type ExchangeRateTable = {
  id: string
  currency: string
  date: string
  rate: number
  source: string
  revision: Generated<number>
}

/** content: the sha256 of the content that was read. It is not called so: a text keeps no content from being collected. text: '' where nothing could be read. */
export type FileTextTable = {
  key: Generated<number>
  content: string
  text: string
}

/**
 * A quote's lines: ocean freight, surcharges, local charges; amount (minor units of currency) per container, per bill of lading or per chargeable ton.
 * containerType: for that type alone; '' for every container.
 */
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

/** The sales contracts whose goods it is about. */
export type FreightContractTable = {
  id: string
  inquiryId: string
  contractId: string
}

/** A forwarder asked, and what came of it. */
export type FreightForwarderTable = {
  id: string
  inquiryId: string
  position: number
  forwarderId: string
  state: string
  askedOn: string
  declineReason: string
}

/**
 * One route and cargo asked about. cargoLoad: containers or lcl; containers is a list of {type, count}; volume (m³) and weight (kg) are scaled measures,
 * null where not told. shipmentId follows a planned shipment that may be dropped, so it is no reference.
 * What was chosen stands as it was compared: on which day, how many valid quotes of different forwarders, the total and the cheapest in base currency.
 * bookedOn: the day its shipment was booked on it.
 */
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

/**
 * What a forwarder offered; never changed: a later one has a higher round. Ports are those it was given for. complete: it prices all of the inquiry's cargo.
 * totalBase: for that cargo at the rates of the day it was last reckoned, null where it cannot be.
 */
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

/**
 * A paper as it was issued; its bytes lie in the store of contents. asked: what it was asked for with (JSON). version: of a contract. issue: counted for each record and
 * kind of paper. templateVersion: 0 for the ready-made one. content: fingerprint of what its record said on it. reason: why although something stood against it.
 * seal, sign: pictures that it bears.
 */
export type IssuedPaperTable = {
  id: string
  paper: string
  recordKind: string
  recordId: string
  issue: number
  number: string
  version: number
  language: string
  asked: string
  draft: number
  templateVersion: number
  content: string
  fileName: string
  sha256: string
  size: number
  pages: number
  reason: string
  sealId: string | null
  signId: string | null
  issuedAt: string
  issuedBy: string
  acrossPages: Generated<number>
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

/** uuid → small integer, so that a posting's dimensions cost a few bytes each. */
export type LedgerKeyTable = {
  key: Generated<number>
  id: string
}

/** changes: JSON list of { field, from, to } in stored values; of a pending one nothing holds yet. */
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

export type LetterContractTable = {
  id: string
  letterId: string
  contractId: string
}

/**
 * A credit as it stands now; amount and currency in minor units, tolerances as percent (4 places), documents a JSON list of what is required.
 * status: draft, accepted, closed, cancelled; whether it is in use, drawn or expired follows from its presentations and the day.
 */
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

/** Documents of one shipment under one credit: amounts in the credit's currency, weights in kg (3 places), ticked a JSON list of required documents' ids. */
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

/** roleId: whom a view is shared with; preset: the list opens with it, for its owner or for the role. look: JSON, kept and not read. */
export type ListViewTable = {
  id: string
  list: string
  name: string
  look: string
  ownerId: string
  roleId: string | null
  preset: Generated<number>
  createdAt: string
  revision: number
}

/** What the template said is kept here: a template changed later changes nothing. The due day is revisedOn, else plannedOn. checked: scaled quantity. */
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
  /** provedBy: the id of the payment or shipment that ticked it; null for what somebody ticked, and for what is open. */
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

/** Company-wide templates. A template line's day is its anchor plus offsetDays (negative: before). At most one template is the default. */
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

/** News for one person: what was handed over to them, what was said to them. */
export type NotificationTable = {
  id: string
  userId: string
  at: string
  news: string
  recordKind: string
  recordId: string
  byUserId: string | null
  text: string
}

export type NumberSeriesTable = {
  series: string
  period: string
  last: number
}

/** An open item: signed like its postings (a receivable is positive, an advance negative). openBase/openForeign = sum of its postings. */
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

/** currency: the shipment's when it was saved, of the FOB values. */
export type OriginCertificateTable = {
  id: string
  number: string
  shipmentId: string
  originForm: string
  certificateNumber: string
  declaredAt: string
  declaredOn: string | null
  destinationCountry: string
  consignee: string
  via: string
  manufacturer: string
  remark: string
  currency: string
  createdAt: string
  revision: number
}

/** What is said of a line of the shipment. fobValue: minor units of the whole line. */
export type OriginGoodsTable = {
  id: string
  certificateId: string
  lineId: string
  criterion: string
  fobValue: number | null
}

/** On a desk alone, in the order in which they were typed: commands that the office has not taken yet. 'done' ran here, 'waits' did not run. */
export type OutboxTable = {
  seq: Generated<number>
  commandId: string
  name: string
  userId: string
  at: string
  input: string
  state: string
  outcome: string | null
}

/** One at a time is open; secretHash: SHA-256 of the id and the one-time secret. state: open, used or over. */
export type PairingTable = {
  id: string
  secretHash: string
  openedBy: string
  openedAt: string
  expiresAt: string
  state: string
}

/** Wrong codes shown while a pairing was open: */
export type PairingTryTable = {
  pairingId: string
  tries: number
}

/** Logo, seals and signatures. use: logo, seal or signature. userId: whose signature. height: millimetres on paper. */
export type PaperPictureTable = {
  id: string
  use: string
  name: string
  userId: string | null
  sha256: string
  height: number
  active: number
  revision: number
}

/** Who may use a picture beside its owner; a seal without anybody named may be used by whoever may seal at all. */
export type PaperPictureUserTable = {
  id: string
  pictureId: string
  userId: string
}

/**
 * What the company changed of a paper in a language. revision: as often as it was saved. settings: JSON; null for the ready-made one. formSha256: a workbook of the
 * company's own that is filled instead of the ready-made one.
 */
export type PaperTemplateTable = {
  id: string
  paper: string
  language: string
  settings: string | null
  formSha256: string | null
  formName: string
  revision: number
}

export type PaperTemplateVersionTable = {
  id: string
  paperTemplateId: string
  version: number
  settings: string | null
  formSha256: string | null
  formName: string
  savedAt: string
  savedBy: string
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
  /** By what parties are known beside their names, so that one who is entered twice is noticed; and why it was entered all the same. */
  duplicateReason: Generated<string>
  /** documentLanguage: 'en', 'zh' or 'en-zh'; null for English. consignee, notifyParty: as they stand on papers, name and address; '' for the buyer, for nobody. marks: '' for the usual. */
  documentLanguage: string | null
  consignee: Generated<string>
  notifyParty: Generated<string>
  marks: Generated<string>
}

export type PartyMarkTable = {
  id: string
  partyId: string
  kind: string
  mark: string
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

/** A request to pay: bills, or a prepayment on a purchase contract. What of it is paid is the sum of its payments. */
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

/** base and foreign are signed: debit positive, credit negative. They are equal when currency is the base currency. */
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
  /** minimumQuantity: scaled, 0 where there is none; minimumUnit: what it is counted in, '' where there is none. */
  minimumQuantity: Generated<number>
  minimumUnit: Generated<string>
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

/** Its id is the product's. legalQuantity, secondQuantity: so many legal units in one that is sold (scaled); 0 by weight, or where the units are the same. */
export type ProductCustomsTable = {
  id: string
  declaredName: string
  elements: string
  brandType: string
  preference: string
  legalUnit: string
  legalQuantity: number
  secondUnit: string
  secondQuantity: number
  sourceArea: string
  originCountry: string
  revision: number
}

/** The follow-up of one purchase contract (its id): which template it came from, and who follows it; nobody named means every merchandiser. */
export type ProductionTable = {
  id: string
  templateName: string
  templateNameEn: string
  merchandiserId: string | null
  createdAt: string
  revision: number
}

/**
 * One version of a deal's estimate; the newest that is not void counts. revenue is in the deal's currency, …Base in the base currency: purchaseBase
 * VAT-inclusive, expensesBase everything else that is spent, profitBase = revenueBase - purchaseBase + refundBase - expensesBase.
 */
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

/** line: a line of the deal's profit. quantity and price belong to purchases. amountBase is positive for income and cost alike. source is JSON: where the figure came from. */
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

/** billed* /shipped* /cost* columns are the line's stock card: what came in (1405, 222101) and what of it has gone to cost (6401, 1221). */
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
  billed: Generated<number>
  billedNetBase: Generated<number>
  billedVatBase: Generated<number>
  shipped: Generated<number>
  costBase: Generated<number>
  costVatBase: Generated<number>
  costRefundBase: Generated<number>
  /**
   * Scaled quantities: so many units of the purchase line are so many units of the sales line it is bought for. Equal: one unit is one unit.
   * shipped counts in the unit of the sales line, quantity and billed in that of the purchase line.
   */
  unitsBought: Generated<number>
  unitsSold: Generated<number>
  descriptionFold: Generated<string>
}

/** One row a version: rootId is the first version's id, version counts from 0. statusBefore is what a superseded one goes back to when its successor is dropped. */
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
  /** How goods travel; not known of what stands here already. */
  transportMode: string | null
}

/** What the whole costs beside the goods: freight and insurance in minor units of the quotation's currency, domestic costs in those of the base; profit (base) is null while a cost is not known. */
export type QuotationCostTable = {
  id: string
  freight: number
  insurance: number
  domestic: number
  profit: number | null
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
  minimumQuantity: Generated<number>
  minimumUnit: Generated<string>
}

/** What the goods of a line cost: VAT-inclusive price of one unit in base currency (scaled), its VAT and refund rate. */
export type QuotationLineCostTable = {
  id: string
  quotationId: string
  cost: number
  vatRate: number
  refundRate: number
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
  /** Of a receipt either the customer or the vendor is known, or nobody yet. */
  vendorId: string | null
  bankReference: Generated<string>
  numberKey: Generated<string>
  numberFold: Generated<string>
  payerNameKey: Generated<string>
  payerNameFold: Generated<string>
  bankReferenceKey: Generated<string>
  bankReferenceFold: Generated<string>
}

/** What this person has sent: only they may hang it on a record, for a day. */
export type ReceivedContentTable = {
  sha256: string
  userId: string
  size: number
  type: string
  width: number | null
  height: number | null
  receivedAt: string
}

/** id: follows from the signed manifest, so that a release file is known again. deskId: the PC that goes first. releasedAt: when the maker signed it. */
export type ReleaseTable = {
  id: string
  version: string
  releasedAt: string
  status: string
  deskId: string
  offeredBy: string
  offeredAt: string
  revision: number
}

/** What the company has set of a ready-made rule; ruleSettings is null where it stands as delivered. startedOn: the day since which it makes tasks. */
export type ReminderRuleTable = {
  id: string
  rule: string
  startedOn: string
  active: number
  ruleSettings: string | null
  revision: number
}

/** One row for each source of a dispatch that was taken back: away from leftOn until the day before backOn. The shipment and its lines may have changed since. */
export type ReturnedSourceTable = {
  id: string
  shipmentId: string
  position: number
  purchaseLineId: string
  quantity: number
  leftOn: string
  backOn: string
}

/**
 * One posted row a month at most. Journals: of the bank accounts and of the open items on the last day of the month, and of the items' return the day after;
 * null where nothing differed.
 */
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

/** subject: code of the bank account, or number of the item's document. rate is null where nothing was left in its currency. */
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

export type RoleWorkbenchTable = {
  id: string
  roleId: string
  tiles: string | null
  createdAt: string
  revision: number
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
  /** moreOrLess: per cent (scaled) that may be shipped more or less; 0 for none. */
  consignee: Generated<string>
  notifyParty: Generated<string>
  marks: Generated<string>
  moreOrLess: Generated<number>
  /** bankAccountId: chosen for the contract's papers; null for the usual account of its currency. */
  bankAccountId: string | null
  /** salespersonId, salesDepartmentId: who had it when it was signed. voidedOn: the day on which a signed contract was voided. */
  salespersonId: string | null
  salesDepartmentId: string | null
  voidedOn: string | null
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
  /** What had left when the price of a line was amended: scaled quantity, what it was charged and what that was before discount, in minor units. */
  settledQuantity: Generated<number>
  settledAmount: Generated<number>
  settledGross: Generated<number>
  descriptionFold: Generated<string>
}

/**
 * position 0: the salesperson's own part, written when the contract is signed; from 1 on those of colleagues. share: per cent, scaled.
 * departmentId: where the person was when the contract was saved, or signed.
 */
export type SalesShareTable = {
  id: string
  contractId: string
  position: number
  userId: string
  departmentId: string | null
  share: number
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

export type SessionTable = {
  tokenHash: string
  userId: string
  device: string
  createdAt: string
  lastSeenAt: string
  endsAt: string
}

export type SettingTable = {
  key: string
  value: string
  revision: Generated<number>
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
  /** packageKind: what the packages are. pallets: on which they stand; palletWeight: kg of the pallets alone; palletVolume: m³ of all that stands on them. */
  packageKind: Generated<string>
  pallets: number | null
  palletWeight: number | null
  palletVolume: number | null
  /**
   * Cut-offs: 'YYYY-MM-DD HH:MM' or a day, '' while not known. billKind: how the bill of lading is given out. goodsOnBill: what it calls the goods, '' for the
   * lines' own descriptions. billWording: what it has to say beside.
   */
  placeOfReceipt: Generated<string>
  placeOfDelivery: Generated<string>
  siCutoff: Generated<string>
  vgmCutoff: Generated<string>
  cyCutoff: Generated<string>
  customsCutoff: Generated<string>
  billKind: Generated<string>
  goodsOnBill: Generated<string>
  billWording: Generated<string>
  /**
   * insuranceMarkup, premiumRate: per cent (scaled); premiumRate null while it is not known. insuredWhole: the sum insured goes up to a whole unit of its
   * currency. insuranceConditions: '' for the least that the Incoterm asks. claimsAt: '' for the country of destination.
   */
  insuranceMarkup: Generated<number>
  premiumRate: number | null
  insuredWhole: Generated<number>
  insuranceConditions: Generated<string>
  claimsAt: Generated<string>
  /** As the bill of lading has them; null and '' while nobody has typed them. billGrossWeight: kg, billVolume: m³ (scaled). */
  billPackages: number | null
  billGrossWeight: number | null
  billVolume: number | null
  billMarks: Generated<string>
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

/**
 * cartons: 0 in the packages of the row above, null not known. piecesPerCarton, weights (kg) and sides (cm): of one package. netTotal, grossTotal (kg),
 * volumeTotal (m³): as weighed or measured, before what the others come to. container: the number of one of the shipment's containers.
 */
export type ShipmentPackageTable = {
  id: string
  shipmentId: string
  position: number
  lineId: string
  quantity: number
  cartons: number | null
  piecesPerCarton: number | null
  netWeight: number | null
  grossWeight: number | null
  cartonLength: number | null
  cartonWidth: number | null
  cartonHeight: number | null
  netTotal: number | null
  grossTotal: number | null
  volumeTotal: number | null
  marks: string
  container: string
}

/** Which purchase a shipped quantity came from, and what of it is posted: costBase on 6401 (VAT not refunded included), vatBase on 222101, refundBase on 1221. */
export type ShipmentSourceTable = {
  id: string
  shipmentLineId: string
  purchaseLineId: string
  quantity: number
  costBase: Generated<number>
  vatBase: Generated<number>
  refundBase: Generated<number>
}

export type SignInPlaceTable = {
  userId: string
  device: string
  failures: Generated<number>
  waitUntil: string | null
}

/** question: JSON. roleId: whom it is shared with. It carries what is asked, never figures. */
export type StatisticTable = {
  id: string
  name: string
  question: string
  ownerId: string
  roleId: string | null
  createdAt: string
  revision: number
}

/** Kept beside the postings in the same transaction (ledger SPEC L6); a verifier recomputes them. */
export type SumAccountTable = {
  account: string
  month: string
  currency: string
  debit: number
  credit: number
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

export type SumMonthTable = {
  month: string
  account: string
  owner: number
  department: number
  base: number
}

export type SumPartyTable = {
  account: string
  party: number
  currency: string
  base: number
  foreign: number
}

/**
 * Kept beside the postings like the other sums (ledger SPEC L6, L11). Minor units of the base currency: revenue, profit and exchange gain positive as income, cost and expenses positive as costs.
 * The day the deal was opened stands beside them, because that is the order in which they are looked at.
 */
export type SumResultTable = {
  deal: Generated<number>
  openedOn: string | null
  revenue: number
  cost: number
  expenses: number
  exchange: number
  profit: number
}

/** Whose a unit was before version pos of it, where that gave it another owner or department. */
export type SyncMovedTable = {
  pos: number
  root: string
  id: string
  ownerBefore: string | null
  departmentBefore: string | null
}

/**
 * A root record with all that belongs to it. root: its table; rv: the version, which is the same for all that one command wrote and higher than any before;
 * ownerId and departmentId: as its root row has them, or had them when it was removed (gone).
 */
export type SyncUnitTable = {
  root: string
  id: string
  rv: number
  ownerId: string | null
  departmentId: string | null
  gone: number
}

/** Of a person (ownerId, with the department they were in), or of a department itself (ownerId null). amount: minor units of base currency. */
export type TargetTable = {
  id: string
  ownerId: string | null
  departmentId: string | null
  month: string
  measure: string
  amount: number
  createdAt: string
  revision: number
}

/**
 * One occasion: (rule, record, part, anchor), or what somebody typed (rule 'own'). anchor: the day that it is counted from; firstOn: the first day that it asks.
 * ringOn: the last day on which it asks anew; rungAt: when people were told of it, null until then. live: its cause exists still. grouped: its cause
 * was there before its rule began. repeat: of a typed one, JSON.
 */
export type TaskTable = {
  id: string
  rule: string
  route: string | null
  recordId: string | null
  part: string
  anchor: string | null
  title: string
  note: string
  urgent: number
  dueOn: string
  dueTime: string | null
  repeat: string | null
  firstOn: string
  ringOn: string | null
  rungAt: string | null
  state: string
  live: number
  grouped: number
  escalatedOn: string | null
  waitingUntil: string | null
  waitingFor: string
  doneBy: string | null
  doneAt: string | null
  ownerId: string
  departmentId: string | null
  createdBy: string | null
  createdAt: string
  revision: number
}

export type TaskCheckTable = {
  id: string
  taskId: string
  position: number
  text: string
  done: number
}

/** What happened to it; userId is null where the office did it by itself. */
export type TaskEventTable = {
  id: string
  taskId: string
  position: number
  at: string
  userId: string | null
  act: string
  text: string
  givenTo: string | null
}

/** because: how it came to this person. snoozedUntil: an instant until which it keeps still for them; wokenAt: when that was last over and the task rang again. */
export type TaskPersonTable = {
  id: string
  taskId: string
  userId: string
  because: string
  snoozedUntil: string | null
  wokenAt: string | null
}

export type TaxRefundLineTable = {
  id: string
  receiptId: string
  position: number
  item: string
  amount: number
  writtenOff: number
}

/** Tax refunds received: base currency, taken from open items of 1221; writtenOff is what differs where a refund was closed. */
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

export type UserRoleTable = {
  id: string
  userId: string
  roleId: string
}

export type UserStateTable = {
  userId: string
  key: string
  value: string
}

/**
 * A year's special days as the company has them, JSON: in place of those that come with the program. refundUntil: the last day to declare the refund of this
 * year's exports. notice: where the days were published.
 */
export type WorkYearTable = {
  id: string
  year: number
  specialDays: string
  refundUntil: string | null
  notice: string
  revision: number
}

/** tiles: JSON (preload/contract/modules/workbench/tiles.ts); null where it was given up again, so that its revision goes on. One for each user and for each role. */
export type WorkbenchTable = {
  id: string
  ownerId: string
  tiles: string | null
  createdAt: string
  revision: number
}

export type Tables = {
  account: AccountTable
  allocation: AllocationTable
  approval: ApprovalTable
  approval_event: ApprovalEventTable
  approval_route: ApprovalRouteTable
  attachment: AttachmentTable
  attachment_version: AttachmentVersionTable
  audit: AuditTable
  audit_seal: AuditSealTable
  backup: BackupTable
  backup_task: BackupTaskTable
  bank_account: BankAccountTable
  bank_details: BankDetailsTable
  bill: BillTable
  bill_line: BillLineTable
  bill_share: BillShareTable
  change: ChangeTable
  command_outcome: CommandOutcomeTable
  company_key: CompanyKeyTable
  contact: ContactTable
  contract_version: ContractVersionTable
  credential: CredentialTable
  credit_insurance: CreditInsuranceTable
  credit_note: CreditNoteTable
  credit_note_line: CreditNoteLineTable
  credit_override: CreditOverrideTable
  customs_code: CustomsCodeTable
  customs_declaration: CustomsDeclarationTable
  customs_value: CustomsValueTable
  deal: DealTable
  delegation: DelegationTable
  department: DepartmentTable
  desk: DeskTable
  desk_contact: DeskContactTable
  desk_role: DeskRoleTable
  estimate_request: EstimateRequestTable
  exchange_rate: ExchangeRateTable
  file_text: FileTextTable
  freight_charge: FreightChargeTable
  freight_contract: FreightContractTable
  freight_forwarder: FreightForwarderTable
  freight_inquiry: FreightInquiryTable
  freight_quote: FreightQuoteTable
  issued_paper: IssuedPaperTable
  journal: JournalTable
  ledger_key: LedgerKeyTable
  letter_amendment: LetterAmendmentTable
  letter_contract: LetterContractTable
  letter_of_credit: LetterOfCreditTable
  letter_presentation: LetterPresentationTable
  list_view: ListViewTable
  milestone: MilestoneTable
  milestone_event: MilestoneEventTable
  milestone_template: MilestoneTemplateTable
  milestone_template_line: MilestoneTemplateLineTable
  notification: NotificationTable
  number_series: NumberSeriesTable
  open_item: OpenItemTable
  origin_certificate: OriginCertificateTable
  origin_goods: OriginGoodsTable
  outbox: OutboxTable
  pairing: PairingTable
  pairing_try: PairingTryTable
  paper_picture: PaperPictureTable
  paper_picture_user: PaperPictureUserTable
  paper_template: PaperTemplateTable
  paper_template_version: PaperTemplateVersionTable
  party: PartyTable
  party_mark: PartyMarkTable
  payment: PaymentTable
  payment_request: PaymentRequestTable
  payment_request_line: PaymentRequestLineTable
  posting: PostingTable
  product: ProductTable
  product_category: ProductCategoryTable
  product_customs: ProductCustomsTable
  production: ProductionTable
  profit_estimate: ProfitEstimateTable
  profit_estimate_line: ProfitEstimateLineTable
  purchase_contract: PurchaseContractTable
  purchase_line: PurchaseLineTable
  quotation: QuotationTable
  quotation_cost: QuotationCostTable
  quotation_line: QuotationLineTable
  quotation_line_cost: QuotationLineCostTable
  receipt: ReceiptTable
  received_content: ReceivedContentTable
  release: ReleaseTable
  reminder_rule: ReminderRuleTable
  returned_source: ReturnedSourceTable
  revaluation: RevaluationTable
  revaluation_line: RevaluationLineTable
  role: RoleTable
  role_workbench: RoleWorkbenchTable
  sales_contract: SalesContractTable
  sales_line: SalesLineTable
  sales_share: SalesShareTable
  search_entry: SearchEntryTable
  search_waiting: SearchWaitingTable
  session: SessionTable
  setting: SettingTable
  shipment: ShipmentTable
  shipment_line: ShipmentLineTable
  shipment_package: ShipmentPackageTable
  shipment_source: ShipmentSourceTable
  sign_in_place: SignInPlaceTable
  statistic: StatisticTable
  sum_account: SumAccountTable
  sum_bank: SumBankTable
  sum_deal: SumDealTable
  sum_month: SumMonthTable
  sum_party: SumPartyTable
  sum_result: SumResultTable
  sync_moved: SyncMovedTable
  sync_unit: SyncUnitTable
  target: TargetTable
  task: TaskTable
  task_check: TaskCheckTable
  task_event: TaskEventTable
  task_person: TaskPersonTable
  tax_refund_line: TaxRefundLineTable
  tax_refund_receipt: TaxRefundReceiptTable
  transfer: TransferTable
  user: UserTable
  user_role: UserRoleTable
  user_state: UserStateTable
  work_year: WorkYearTable
  workbench: WorkbenchTable
}
export type TableName = keyof Tables
