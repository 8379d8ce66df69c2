// What the demonstration company does not have, so that there is a record of every kind: requests, submissions, a stand-in, a credit note, a write-off, a revaluation.
import fs from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { moduleOrder } from '../../../preload/contract/modules.ts'
import { APPROVAL_KINDS } from '../../../preload/contract/records.ts'
import { SENT_PICTURE, SENT_SHA256, SENT_WORKBOOK } from './rights-tables.ts'
import type { Connection } from '../../../db/open.ts'
import { switchesOff } from '../../../preload/contract/modules/people/calls.ts'
import { addDays, dayIn } from '../../../preload/contract/vocabulary/dates.ts'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { loadViewer, officeItself } from '../../access/viewer.ts'
import type { CommandRunner } from '../../commands/run-command.ts'
import { queryContext } from '../../queries/read-moment.ts'
import type { QueryContext } from '../../queries/define-query.ts'
import { allModules } from '../../modules.ts'
import { draftPaper } from '../../records/papers/index.ts'
import { readyMadeTemplate } from '../../../preload/contract/modules/papers/calls.ts'
import { noteReceived } from '../../access/received-contents.ts'
import { sender, type Send } from '../../demonstration/send.ts'
import type { FirstRow, FurtherRecords } from '../../testing/further-records.ts'

type Reader = FirstRow

/** A request for a payment, and one to ship over a limit that was lowered for it. */
const requests = async (sql: Connection['sql'], first: Reader, send: Send, userId: string, today: string): Promise<void> => {
  const bill = first<{ ref: string; partyId: string }>(
    `SELECT i.ref, k.id AS partyId FROM open_item i JOIN ledger_key k ON k.key = i.party
     WHERE i.account = '2202' AND i.openForeign < 0 AND i.currency = 'CNY' LIMIT 1`,
  )
  await send('save-payment-request', {
    id: newId(),
    partyId: bill.partyId,
    contractId: null,
    currency: 'CNY',
    rate: '1',
    amount: null,
    payBy: today,
    purpose: '货款',
    remark: '',
    ownerId: userId,
    lines: [{ id: newId(), item: bill.ref, amount: 100 }],
  })
  const shipment = first<{ id: string; customerId: string; revision: number }>(
    "SELECT id, customerId, revision FROM shipment WHERE status = 'planned'",
  )
  sql.prepare('UPDATE party SET creditLimit = 0 WHERE id = ?').run(shipment.customerId)
  await send('request-credit-override', {
    id: newId(),
    shipmentId: shipment.id,
    shipmentRevision: shipment.revision,
    reason: '客户已付款在途',
    expiresOn: addDays(today, 30),
  })
}

/** What a deal should earn, from two round figures. */
const estimate = async (first: Reader, send: Send, today: string): Promise<void> => {
  const { dealId } = first<{ dealId: string }>("SELECT dealId FROM sales_contract WHERE status = 'signed'")
  const source = { from: 'typed' as const, number: '', route: null, id: null, date: null, rateOn: null }
  const common = { description: '估算', currency: 'CNY', rate: '1', source }
  await send('save-profit-estimate', {
    id: newId(),
    dealId,
    estimatedOn: today,
    premiumRate: null,
    remark: '',
    revenue: [{ ...common, id: newId(), amount: 100_000 }],
    purchases: [],
    costs: [{ ...common, id: newId(), line: 'freight', amount: 20_000 }],
  })
}

/** An amendment in preparation of a signed purchase contract. */
const amendment = async (first: Reader, send: Send): Promise<void> => {
  const { id, revision } = first<{ id: string; revision: number }>(
    "SELECT id, revision FROM purchase_contract WHERE status = 'signed' AND id NOT IN (SELECT contractId FROM contract_version) LIMIT 1",
  )
  await send('begin-amendment', { id: newId(), kind: 'purchase-contract', contractId: id, revision, reason: '改期' })
}

/** A submission of every kind of document that has one and waits for nobody yet; the tables bear the kinds' names. */
const submissions = async (sql: Connection['sql'], send: Send): Promise<void> => {
  for (const kind of APPROVAL_KINDS) {
    if (kind.endsWith('-bank-details')) continue
    const table = kind.replaceAll('-', '_')
    const known = sql.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?").get(table)
    const submitted = sql.prepare('SELECT 1 FROM approval WHERE kind = ?').get(kind)
    if (!known || submitted) continue
    const row = sql
      .prepare(`SELECT id, revision FROM "${table}" WHERE status IN ('chosen', 'draft', 'open', 'signed') ORDER BY status LIMIT 1`)
      .get() as { id: string; revision: number } | undefined
    if (row) await send('submit-for-approval', { id: newId(), kind, documentId: row.id, revision: row.revision, note: '' })
  }
}

/** Files on a customer, a contract and a product, one of them in the bin. */
const attachments = async (first: Reader, send: Send): Promise<void> => {
  const hang = async (recordKind: 'customer' | 'sales-contract' | 'product', recordId: string, kind: 'other' | 'photo') => {
    const id = newId()
    const file = { id, versionId: newId(), name: 'scan.txt', sha256: SENT_SHA256, pictureSha256: null, kind, note: '' }
    await send('attach-files', { recordKind, recordId, files: [file] })
    return id
  }
  const { customerId } = first<{ customerId: string }>("SELECT customerId FROM sales_contract WHERE status = 'signed'")
  await hang('customer', customerId, 'other')
  await hang('sales-contract', first<{ id: string }>("SELECT id FROM sales_contract WHERE status = 'signed'").id, 'photo')
  await hang('product', first<{ id: string }>('SELECT id FROM product').id, 'photo')
  await send('bin-file', { id: await hang('customer', customerId, 'photo'), revision: 1 })
}

/** A seal, a template, and a contract that was issued as a paper. */
const papers = async (q: QueryContext, send: Send): Promise<void> => {
  const { userId } = q.viewer
  const picture = { height: 40, userId: null, usedBy: [{ id: newId(), userId }], active: true, sha256: SENT_PICTURE }
  await send('save-paper-picture', { ...picture, id: newId(), use: 'seal', name: '合同专用章' })
  const template = {
    paper: 'sales-contract' as const,
    language: 'zh' as const,
    revision: 0,
    settings: readyMadeTemplate('sales-contract'),
    form: null,
  }
  await send('save-paper-template', { ...template, id: newId(), versionId: newId() })
  const { id } = q.sql.prepare("SELECT id FROM sales_contract WHERE status = 'signed' ORDER BY id").get() as { id: string }
  const asked = { paper: 'sales-contract' as const, recordId: id }
  const { contentHash } = await draftPaper(q, asked)
  const issue = { ...asked, id: newId(), seenContent: contentHash, reason: '测试', sealId: null, signId: null }
  await send('issue-paper', issue)
}

const moneyMatters = async (first: Reader, send: Send, today: string): Promise<void> => {
  const owed = first<{ ref: string; partyId: string; currency: string }>(
    `SELECT i.ref, i.currency, k.id AS partyId FROM open_item i JOIN ledger_key k ON k.key = i.party
     WHERE i.account = '1122' AND i.openForeign > 1000 LIMIT 1`,
  )
  await send('write-off', { id: newId(), on: today, item: owed.ref, amount: 1, reason: '尾差' })
  await send('post-credit-note', {
    id: newId(),
    partyId: owed.partyId,
    on: today,
    currency: owed.currency,
    rate: '7',
    amount: 100,
    dealId: null,
    reason: '折让',
  })
  const lastMonth = addDays(`${today.slice(0, 7)}-01`, -1).slice(0, 7)
  await send('revalue-month', { id: newId(), month: lastMonth, withAdvances: false })
}

/** What modules add themselves, each in `testing/further-records.ts` of its folder, so that a new module changes nothing here. */
const ofModules: FurtherRecords = async (given) => {
  for (const name of moduleOrder) {
    const file = path.join(import.meta.dirname, '../../modules', name, 'testing/further-records.ts')
    if (!fs.existsSync(file)) continue
    const module = (await import(pathToFileURL(file).href)) as { furtherRecords: FurtherRecords }
    await module.furtherRecords(given)
  }
}

/** Fills up a demonstration company, in the name of its owner. */
export const furtherRecords = async ({ sql, kysely }: Connection, run: CommandRunner['run'], at: string): Promise<void> => {
  const first: Reader = (statement, ...values) => sql.prepare(statement).get(...values) as never
  const user = (login: string) => first<{ id: string }>('SELECT id FROM user WHERE login = ?', login).id
  const send = sender(run, { viewer: (await loadViewer(kysely, user('boss')))!, at })
  // The demonstration's own day, which in the evening is already tomorrow's elsewhere.
  const today = dayIn('Asia/Shanghai', at)
  const step = {
    by: 'role' as const,
    roleId: first<{ id: string }>("SELECT id FROM role WHERE code = 'sales-manager'").id,
    userId: null,
    mode: 'any' as const,
  }
  await send('save-approval-route', {
    id: newId(),
    kind: 'sales-contract',
    name: '经理审核',
    active: true,
    amountFrom: null,
    marginBelow: null,
    levels: [],
    departmentIds: [],
    steps: [step],
  })
  await send('save-list-view', {
    id: newId(),
    list: 'customers',
    name: 'View',
    look: '{}',
    roleId: first<{ id: string }>('SELECT id FROM role').id,
    preset: false,
  })
  sql.prepare("INSERT INTO backup(id, kind, madeAt, bytes, result) VALUES (?, 'daily', ?, 4096, 'good')").run(`daily-${today}`, at)
  await send('create-delegation', {
    id: newId(),
    fromUserId: user('manager'),
    toUserId: user('purchaser'),
    fromDate: today,
    toDate: addDays(today, 7),
    reason: '出差',
  })
  // The owner alone decides here, also on what he submitted himself.
  await send('set-switches', { switches: { ...switchesOff, selfApproval: true, customerCredit: true }, revision: 1 })
  await requests(sql, first, send, user('purchaser'), today)
  await estimate(first, send, today)
  await amendment(first, send)
  noteReceived(sql, { sha256: SENT_SHA256, size: 4, type: 'txt', width: null, height: null }, user('boss'), at)
  noteReceived(sql, { sha256: SENT_PICTURE, size: 4, type: 'png', width: 200, height: 200 }, user('boss'), at)
  noteReceived(sql, { sha256: SENT_WORKBOOK, size: 4, type: 'xlsx', width: null, height: null }, user('boss'), at)
  await papers(queryContext({ sql, kysely }, allModules.contributed, (await loadViewer(kysely, user('boss')))!, at), send)
  await attachments(first, send)
  await ofModules({ send, sendAsOffice: sender(run, { viewer: officeItself, at }), first, ownerId: user('boss'), today })
  await submissions(sql, send)
  await send('set-switches', { switches: switchesOff, revision: 2 })
  await moneyMatters(first, send, today)
}
