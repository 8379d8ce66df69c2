// What cannot be read off the names in the contract: which records a field names, and values that no schema tells. A new command that the matrix of rights
// cannot make a sample for is named by its test with the table in which to say more.
import { PAPER_KINDS, PRINTED_KINDS, printedRecord, SET_KINDS } from '../../../preload/contract/papers.ts'
import { APPROVAL_KINDS, ATTACHABLE_KINDS } from '../../../preload/contract/records.ts'
import { resources, type Resource } from '../../../preload/contract/access.ts'
import { declaredTables, tableOwners } from '../../../preload/contract/table-owners.ts'

/** Contents that the owner of the test company has sent: a text, a picture, a workbook. */
export const SENT_SHA256 = 'a'.repeat(64)
export const SENT_PICTURE = 'b'.repeat(64)
export const SENT_WORKBOOK = 'c'.repeat(64)

/** Records of one kind: where they stand, and which of their rows to take. */
export type Kind = { table: string; where?: string; key?: string }
export const KINDS: Record<string, Kind> = {
  vendor_bank_details: { table: 'bank_details', where: "holder = 'vendor'" },
  own_bank_details: { table: 'bank_details', where: "holder = 'bank-account'" },
  customer: { table: 'party', where: "kind = 'customer'" },
  vendor: { table: 'party', where: "kind = 'factory'" },
  forwarder: { table: 'party', where: "kind = 'forwarder'" },
  carrier: { table: 'party', where: "kind = 'carrier'" },
  'receivable-item': { table: 'open_item', where: "account = '1122' AND openForeign > 100", key: 'ref' },
  'unbought-contract': {
    table: 'sales_contract',
    where: "status = 'signed' AND id IN (SELECT contractId FROM sales_line WHERE purchased = 0)",
  },
  'unbought-deal': {
    table: 'deal',
    where:
      "id IN (SELECT dealId FROM sales_contract WHERE status = 'signed' AND id IN (SELECT contractId FROM sales_line WHERE purchased = 0))",
  },
  'unshipped-contract': {
    table: 'sales_contract',
    where: "status = 'signed' AND id IN (SELECT contractId FROM sales_line WHERE shipped = 0)",
  },
  'allocated-item': { table: 'open_item', where: "account = '1122' AND ref IN (SELECT target FROM allocation)", key: 'ref' },
  'sales-amendment': { table: 'contract_version', where: "kind = 'sales-contract' AND inForceOn IS NULL" },
  'purchase-amendment': { table: 'contract_version', where: "kind = 'purchase-contract' AND inForceOn IS NULL" },
  'followed-contract': { table: 'purchase_contract', where: 'id IN (SELECT id FROM production)' },
  allocation: {
    table: 'allocation',
    where: "status = 'posted' AND target IN (SELECT ref FROM open_item WHERE account = '1122')",
    key: 'batchId',
  },
  'billed-line': {
    table: 'purchase_line',
    where: "billed > 0 AND contractId IN (SELECT id FROM purchase_contract WHERE status = 'signed')",
  },
  'typed-task': { table: 'task', where: "rule = 'own'" },
  // Files: those of products belong to everybody.
  attachment: { table: 'attachment', where: "recordKind <> 'product' AND binnedAt IS NULL" },
  'file-in-bin': { table: 'attachment', where: 'binnedAt IS NOT NULL' },
  'product-picture': { table: 'attachment', where: "recordKind = 'product'" },
  'refund-item': { table: 'open_item', where: "account = '1221'", key: 'ref' },
  'payable-item': { table: 'open_item', where: "account = '2202' AND openForeign < -100", key: 'ref' },
}
/** Fields that name the rows of one table alone, as the records' columns say: the field without "Id" → the table. Which of the parties is meant they do not say. */
const declaredFields = (): Record<string, string> => {
  const found = new Map<string, Set<string>>()
  const note = (column: string, table: string) => found.set(column, (found.get(column) ?? new Set()).add(table))
  for (const { facts } of declaredTables) {
    if (facts.of && 'table' in facts.of) note(facts.of.column, facts.of.table)
    for (const [column, { names }] of Object.entries(facts.columns ?? {}))
      if (names !== undefined && names in tableOwners) note(column, names)
  }
  const alone = [...found].flatMap(([column, [table, ...others]]) =>
    column.endsWith('Id') && table !== 'party' && others.length === 0 ? [[column.slice(0, -2), table!]] : [],
  )
  return Object.fromEntries(alone) as Record<string, string>
}
/** Names of fields that are not those of a table: the field without "Id" → the kind. Only what no record says stands here. */
export const FIELDS: Readonly<Record<string, string>> = {
  ...declaredFields(),
  supplier: 'vendor',
  party: 'vendor',
  contract: 'sales_contract',
  receipt: 'receipt',
  account: 'bank_account',
  newOwner: 'user',
}
/** Where a field of one call means something else than its name says: `call field` → the kind. */
export const MEANT: Record<string, string> = {
  ...Object.fromEntries(['replace-file', 'describe-file', 'bin-file', 'file-versions'].map((call) => [`${call} id`, 'attachment'])),
  'shortcut-names views[]': 'list_view',
  'issued-paper id': 'issued_paper',
  'save-customs-declaration id': 'customs_declaration',
  'customs-declaration id': 'customs_declaration',
  'save-origin-certificate id': 'origin_certificate',
  'save-product-customs id': 'product',
  'product-customs id': 'product',
  'save-customs-code id': 'customs_code',
  'issue-paper id': 'issued_paper',
  'save-paper-template versionId': 'paper_template_version',
  'restore-file id': 'file-in-bin',
  'choose-main-picture id': 'product-picture',
  'file-version id': 'attachment_version',
  'file-pictures versionIds[]': 'attachment_version',
  'main-pictures productIds[]': 'product',
  'record-letter-amendment id': 'letter_of_credit',
  'decide-letter-amendment id': 'letter_of_credit',
  'save-presentation id': 'letter_presentation',
  'record-presentation-step id': 'letter_presentation',
  'discard-presentation id': 'letter_presentation',
  'register-payment contractId': 'purchase_contract',
  'save-payment-request contractId': 'purchase_contract',
  'purchase-lines params.contractId': 'purchase_contract',
  'lines-to-purchase dealId': 'unbought-deal',
  'lines-to-purchase contractId': 'unbought-contract',
  'lines-to-ship contractId': 'unshipped-contract',
  'receive-tax-refund lines[].item': 'refund-item',
  'allocations params.item': 'allocated-item',
  'post-credit-note lines[].purchaseLineId': 'billed-line',
  'apply-milestones contracts[].contractId': 'followed-contract',
  'assign-merchandiser contracts[].contractId': 'followed-contract',
  'add-milestone contractId': 'followed-contract',
  'reschedule-milestones contractId': 'followed-contract',
  'contract-milestones contractId': 'followed-contract',
  'create-department parentId': 'department',
  'edit-department parentId': 'department',
  'create-category parentId': 'product_category',
  'edit-category parentId': 'product_category',
  'edit-category id': 'product_category',
  'save-task id': 'typed-task',
  'delete-task id': 'typed-task',
  'tick-task checkId': 'task_check',
  'record-tasks recordId': 'shipment',
  'receive-tax-refund id': 'tax_refund_receipt',
  'reverse-tax-refund id': 'tax_refund_receipt',
  'revalue-month id': 'revaluation',
  'reverse-dispatch id': 'shipment',
  'approve id': 'approval',
  'reject id': 'approval',
  'return-for-change id': 'approval',
  'withdraw-submission id': 'approval',
  'order-approval-routes routes[].id': 'approval_route',
  'postings params.documentId': 'shipment',
  'similar-parties exceptId': 'customer',
  'entered-before of': 'customer',
  'entered-before exceptId': 'sales_contract',
  'containers-elsewhere exceptId': 'shipment',
  'purchase-contract id': 'purchase_contract',
  'record-freight-decline id': 'freight_inquiry',
  'choose-freight-quote id': 'freight_inquiry',
  'save-profit-estimate revenue[].source.id': 'sales_contract',
  'save-profit-estimate purchases[].source.id': 'purchase_contract',
  'save-profit-estimate costs[].source.id': 'sales_contract',
  'preview-profit-estimate revenue[].source.id': 'sales_contract',
  'preview-profit-estimate purchases[].source.id': 'purchase_contract',
  'preview-profit-estimate costs[].source.id': 'sales_contract',
}
/** Calls that mean several kinds of record by one field: tried with each of them. `also` are further values of the same input. */
export type Variant = { field?: string; kind?: string; also: Record<string, unknown> }
const amended = ['sales-contract', 'purchase-contract']
const amendments: Variant[] = ['sales-amendment', 'purchase-amendment'].map((kind) => ({ field: 'id', kind, also: {} }))
/** Kinds that an id alone leads to, of those that belong to somebody. */
const findable = (): string[] => [
  'customer',
  ...(Object.keys(resources) as Resource[])
    .filter((r) => resources[r].owned && r !== 'customer' && r !== 'receivable')
    .map((r) => r.replaceAll('-', '_')),
  'credit_override',
]
export const VARIANTS: Record<string, Variant[]> = {
  'post-bill': [
    { also: { kind: 'factory', 'lines[].category': null, 'lines[].dealIds': [], 'lines[].shipmentId': null } },
    { also: { kind: 'expense', 'lines[].purchaseLineId': null, 'lines[].quantity': null } },
  ],
  'post-credit-note': [
    { field: 'partyId', kind: 'customer', also: { vatRate: '0', lines: [] } },
    { field: 'partyId', kind: 'vendor', also: { dealId: null } },
  ],
  'save-payment-request': [{ also: { amount: null } }, { also: { amount: 100, lines: [] } }],
  'register-receipt': [{ also: { vendorId: null, returns: [] } }, { also: { customerId: null, contractId: null } }],
  'submit-for-approval': APPROVAL_KINDS.map((kind) => ({ field: 'documentId', kind: kind.replaceAll('-', '_'), also: { kind } })),
  'document-approval': APPROVAL_KINDS.map((kind) => ({ field: 'documentId', kind: kind.replaceAll('-', '_'), also: { kind } })),
  'begin-amendment': amended.map((kind) => ({ field: 'contractId', kind: kind.replaceAll('-', '_'), also: { kind } })),
  'contract-versions': amended.map((kind) => ({ field: 'contractId', kind: kind.replaceAll('-', '_'), also: { kind } })),
  'compare-versions': amended.map((kind) => ({ field: 'contractId', kind: kind.replaceAll('-', '_'), also: { kind } })),
  'put-amendment-into-force': amendments,
  'discard-amendment': amendments,
  'amendment-check': amendments,
  ...Object.fromEntries(
    ['attach-files', 'files-of'].map((call) => [
      call,
      ATTACHABLE_KINDS.map((kind) => ({ field: 'recordId', kind: kind.replaceAll('-', '_'), also: { recordKind: kind } })),
    ]),
  ),
  ...Object.fromEntries(
    ['papers-of', 'issued-papers', 'changed-papers'].map((call) => [
      call,
      PRINTED_KINDS.map((kind) => ({ field: 'recordId', kind: kind.replaceAll('-', '_'), also: { recordKind: kind } })),
    ]),
  ),
  'paper-set': SET_KINDS.map((kind) => ({ field: 'recordId', kind: kind.replaceAll('-', '_'), also: { recordKind: kind } })),
  ...Object.fromEntries(
    ['paper', 'paper-workbook', 'paper-text', 'paper-form-sample', 'issue-paper'].map((call) => [
      call,
      // An amendment is of a contract that was amended, and seen by who sees the contract (contract-papers.test.ts).
      PAPER_KINDS.filter((paper) => !paper.endsWith('-amendment')).map((paper) => ({
        field: 'recordId',
        // A vendor that is no factory has a statement of its own.
        kind: paper === 'expense-statement' ? 'forwarder' : printedRecord(paper).kind.replaceAll('-', '_'),
        also: { paper, ...(call === 'paper-form-sample' ? { language: 'en' } : { version: 1 }) },
      })),
    ]),
  ),
  locate: findable().map((kind) => ({ field: 'id', kind, also: {} })),
  'shortcut-names': findable().map((kind) => ({ field: 'records[]', kind, also: {} })),
  'save-task': ['customer', 'shipment'].map((kind) => ({ field: 'record.id', kind, also: { 'record.kind': kind } })),
  'allocation-candidates': [{ field: 'partyId', kind: 'customer', also: { side: 'receivable' } }],
  'open-items': [{ field: 'params.partyId', kind: 'customer', also: {} }],
  ageing: [{ field: 'params.partyId', kind: 'customer', also: {} }],
  'party-balances': [{ field: 'params.partyId', kind: 'customer', also: {} }],
  allocations: [{ field: 'params.partyId', kind: 'customer', also: {} }],
}
/** Rows without an owner of their own that belong to an owned one: the column that leads to it ('by kind': to the table that its own kind names). */
export const PARENTS: Record<string, { column: string; table: string }> = {
  sales_line: { column: 'contractId', table: 'sales_contract' },
  purchase_line: { column: 'contractId', table: 'purchase_contract' },
  milestone: { column: 'contractId', table: 'purchase_contract' },
  production: { column: 'id', table: 'purchase_contract' },
  contract_version: { column: 'contractId', table: 'by kind' },
  credit_override: { column: 'shipmentId', table: 'shipment' },
  freight_quote: { column: 'inquiryId', table: 'freight_inquiry' },
  letter_presentation: { column: 'letterId', table: 'letter_of_credit' },
  credit_insurance: { column: 'customerId', table: 'party' },
  attachment: { column: 'recordId', table: 'by kind' },
  issued_paper: { column: 'recordId', table: 'by kind' },
  customs_declaration: { column: 'shipmentId', table: 'shipment' },
  customs_value: { column: 'declarationId', table: 'customs_declaration' },
  origin_certificate: { column: 'shipmentId', table: 'shipment' },
  origin_goods: { column: 'certificateId', table: 'origin_certificate' },
  task_check: { column: 'taskId', table: 'task' },
}
/** Values that no schema tells: `call field` → the value, or the statement that reads it. */
export const VALUES: Record<string, unknown> = {
  ...Object.fromEntries(
    ['save-purchase-contract', 'save-purchase-amendment', 'save-sales-contract', 'save-sales-amendment', 'save-quotation'].map((call) => [
      `${call} lines[].unit`,
      'PCS',
    ]),
  ),
  'save-task dueTime': '10:00',
  'save-targets cells[].month': '2026-03',
  'snooze-task until': '2099-01-01T01:00:00.000Z',
  'save-reminder-hours from': '09:00',
  'save-reminder-hours to': '18:00',
  'attach-files files[].sha256': SENT_SHA256,
  ...Object.fromEntries(
    ['save-reminder-rule', 'reminder-preview'].flatMap((call) => [
      [`${call} rule`, 'quotation-expiring'],
      ...['ruleSettings', 'settings'].map((field) => [`${call} ${field}.whom[]`, 'owner']),
    ]),
  ),
  'attach-files files[].pictureSha256': null,
  'save-paper-picture sha256': SENT_PICTURE,
  'save-paper-template form.sha256': SENT_WORKBOOK,
  'issue-paper sealId': null,
  'issue-paper signId': null,
  'save-paper-template language': 'en',
  'save-paper-template paper': 'sales-contract',
  'replace-file sha256': SENT_SHA256,
  'replace-file pictureSha256': null,
  'create-product unit': 'PCS',
  'edit-product unit': 'PCS',
  'remember key': 'tabs',
  'save-list-view list': 'customers',
  'revalue-month month': '2026-01',
  'preview-revaluation month': '2026-01',
  'deal-behind-estimate number': { sql: 'SELECT number AS value FROM profit_estimate' },
  ...Object.fromEntries(
    ['check-backup', 'drill-backup', 'restore-backup', 'backup-loss'].map((call) => [
      `${call} backup`,
      { sql: 'SELECT id AS value FROM backup' },
    ]),
  ),
  'set-backup-folder folder': '/backups',
  'open-pairing secret': '0123456789',
  'close-network revision': { sql: "SELECT revision AS value FROM setting WHERE key = 'network'" },
  'admit-desk secretHash': 'x'.repeat(43),
  'create-user password': 'passwordpassword',
  'reset-password password': 'passwordpassword',
  'change-own-password current': '',
  'statistic measures': ['orders'],
  'statistic column': null,
  'statistic-members dimension': 'month',
  'statistic-members measure': 'orders',
  'statistic-facts params.question.measures': ['orders'],
  'statistic-facts params.question.column': null,
  'statistic-facts params.measure': 'orders',
  'statistic-facts params.earlier': false,
}
/** Places where an unknown identifier makes a record: there a foreign one must be refused as not found, and no more. */
export const MAY_MAKE: readonly string[] = ['save-sales-contract dealId', 'confirm-quotation dealId']
/** Places of the record that a call makes: what it does not find is another one that it names, such as an approval that this role does not see. */
export const MADE: readonly string[] = ['issue-paper id']
/** Places that only narrow what is told; each row is checked by an owner of its own (rights-lists.test.ts moves them all at once). Those of lists always do. */
export const NARROWS: readonly string[] = [
  'file-pictures versionIds[]',
  'allocation-candidates partyId',
  'lines-to-ship customerId',
  'lines-to-purchase dealId',
  'entered-before of',
  'entered-before exceptId',
  'containers-elsewhere exceptId',
]
/**
 * Places that decide no answer: the contract of a purchase preview only leaves its own prices out of the history they are compared with; `bills-to-request` leaves what the request itself asks for out of what others have asked; the lines of an amendment are
 * checked when it comes into force; `entered-before` tells a number of a record within the viewer's scope, whatever it is narrowed by, and `containers-elsewhere` one of a shipment; where an estimate's figure came from is told back as it was given, and opened by its own right; a paper is issued under a new id, which is looked at last.
 */
export const DECIDES_NOTHING: readonly string[] = [
  'issue-paper id',
  'preview-customs-declaration customsValues[].lineId',
  'preview-origin-certificate goods[].lineId',
  'preview-purchase-contract contractId',
  'bills-to-request requestId',
  'entered-before of',
  'entered-before exceptId',
  'containers-elsewhere exceptId',
  'save-purchase-amendment lines[].salesLineId',
  'save-purchase-amendment lines[].dealId',
  ...['save', 'preview'].flatMap((what) =>
    ['revenue', 'purchases', 'costs'].map((lines) => `${what}-profit-estimate ${lines}[].source.id`),
  ),
]
