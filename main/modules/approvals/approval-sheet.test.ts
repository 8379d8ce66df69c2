// The approval sheet: what was put before the approvers and what each decided, for who sees the submission with its amounts. Rule PA25 of papers.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import type { Permission } from '../../../preload/contract/access.ts'
import { endApprovals } from '../../records/approvals/index.ts'
import { pdfTexts } from '../../testing/pdf-text.ts'
import type { TestUser } from '../../testing/test-office.ts'
import { amendments } from '../amendments/index.ts'
import { contracts } from '../contracts/index.ts'
import { signedSale } from '../contracts/testing/trade.ts'
import { deals } from '../deals/index.ts'
import { files } from '../files/index.ts'
import { papers } from '../papers/index.ts'
import { aPartyRow } from '../../testing/fixtures.ts'
import { writableDb } from '../../../db/tx.ts'
import { approvingOffice, KIND, role, user, type Approving, type Member } from './testing/approving.ts'

const SHEET = 'approval-sheet'
const figures: Permission[] = ['approval.decide', 'cost.view']
let office: Approving
let manager: Member
let boss: Member
let seller: Member
beforeAll(async () => {
  office = await approvingOffice({ approveSalesContract: true, signBeforeApproval: true }, [amendments, deals, contracts, papers, files])
  manager = await office.member('经理', { permissions: figures })
  boss = await office.member('Boss', { permissions: figures })
  seller = await office.member('Seller', {
    permissions: ['sales-contract.view', 'sales-contract.submit', 'cost.view', 'paper.issue'],
    scopes: { 'sales-contract': 'own' },
  })
  await office.route([user(manager), role(boss)], { name: '大额超信' })
  await office.route([user(manager)], { name: '合同', kind: 'sales-contract' })
})
afterAll(() => {
  expect(office.faults).toEqual([])
  office.close()
})
const sheetOf = async (recordId: string, as: TestUser) => {
  const made = await office.query('paper', { paper: SHEET, recordId }, as)
  return { ...made, text: (await pdfTexts(made.pdf)).join('\n') }
}
const offered = (recordId: string, as: TestUser) => office.query('papers-of', { recordKind: 'approval', recordId }, as)
const hash = async (id: string) => (await office.see(id, seller)).contentHash

test('[PA25] says what the approver was shown, who decided and for whom, and who is asked', async () => {
  const facts = { payBy: '2026-04-01', reason: '老客户' }
  const document = office.document(seller, { title: 'Hansa Import GmbH', facts, revision: 7 })
  const id = await office.submit(document, seller)
  await office.delegate(manager, boss, '2026-01-01', '2026-12-31')
  await office.approve(id, boss)
  const waiting = await sheetOf(id, seller)
  const said = ['审批单', '超信审批', document.number, 'Hansa Import GmbH', 'USD 1,000.00', 'CNY 7,100.00', '大额超信', '审批中', '老客户']
  for (const text of [...said, '2026 年 4 月 1 日', '经理', 'Boss', '待审批', 'across: 内部', await hash(id)])
    expect(waiting.text).toContain(text)
  expect(waiting.text).not.toContain('12.5')
  expect(waiting.fileName).toMatch(/^AP-X-\d+-Hansa-Import-GmbH$/)
  expect(waiting.sealable).toBe(false)
  await office.approve(id, boss)
  const approved = await sheetOf(id, boss)
  expect(approved.text).toContain('已批准')
  expect(approved.text).not.toContain('待审批')
})

test('[PA25] [A15] [A16] is for who sees the submission with its amounts; for everybody else there is none', async () => {
  const id = await office.submit(office.document(seller), seller)
  const blind = await office.member('Blind', { permissions: ['approval.view', 'approval.decide'] })
  const outside = await office.member('Outside', { permissions: [...figures, 'sales-contract.view'] })
  for (const one of [seller, manager, boss]) expect(await offered(id, one)).toMatchObject([{ paper: SHEET, recordId: id }])
  for (const one of [blind, outside]) expect(await offered(id, one)).toEqual([])
  expect(await office.ask('paper', { paper: SHEET, recordId: id }, blind)).toMatchObject({ refused: 'not-permitted' })
  expect(await office.query('issued-papers', { recordKind: 'approval', recordId: id }, blind)).toEqual([])
  expect(await office.ask('paper', { paper: SHEET, recordId: id }, outside)).toMatchObject({ refused: 'not-found' })
  for (const query of ['issued-papers', 'changed-papers'] as const)
    expect(await office.ask(query, { recordKind: 'approval', recordId: id }, outside)).toMatchObject({ refused: 'not-found' })
  expect((await office.see(id, blind)).hasSheet).toBe(false)
  expect((await office.see(id, manager)).hasSheet).toBe(true)
})

test('[PA25] a submission that was rejected has none; one that was changed since is superseded, its issued sheet told so', async () => {
  const refusedId = await office.submit(office.document(seller), seller)
  await office.reject(refusedId, manager)
  expect(await offered(refusedId, seller)).toEqual([])
  expect((await sheetOf(refusedId, seller)).text).toContain('across: 作废: 已驳回')
  const document = office.document(seller)
  const id = await office.submit(document, seller)
  await office.approve(id, manager)
  await office.approve(id, boss)
  const { content } = await sheetOf(id, seller)
  const issue = { id: newId(), paper: SHEET, recordId: id, seenContent: content, reason: '', sealId: null, signId: null } as const
  await office.run('issue-paper', issue, seller)
  expect(await office.query('changed-papers', { recordKind: 'approval', recordId: id }, seller)).toEqual([])
  office.rewrite(document, { revision: 2 })
  expect((await sheetOf(id, seller)).text).toContain('across: 已被替代')
  expect(await office.query('changed-papers', { recordKind: 'approval', recordId: id }, seller)).toEqual([issue.id])
  await office.inside((ctx) => endApprovals(ctx, KIND, document.documentId))
  expect(await offered(id, seller)).toEqual([])
  const kept = await office.query('issued-paper', { id: issue.id }, seller)
  expect((await pdfTexts(kept.pdf)).join('\n')).toContain('已批准')
  const blind = await office.member('Blind too', { permissions: ['approval.view'] })
  expect(await office.ask('issued-paper', { id: issue.id }, blind)).toMatchObject({ refused: 'not-found' })
})

test('[PA25] stands among the papers of its record, issued ones too, and never in the archive of its deal', async () => {
  const customer = aPartyRow({ kind: 'customer', code: 'C-AP', name: 'Hansa', paymentTerm: '[]', ownerId: office.owner.id })
  writableDb(office.database.write, 0).put('party', customer)
  const input = await signedSale(office, customer.id)
  const of = { recordKind: 'sales-contract', recordId: input.id } as const
  const papersNow = async () => (await office.query('papers-of', of)).map(({ paper, recordId }) => [paper, recordId])
  expect((await papersNow()).map(([paper]) => paper)).not.toContain(SHEET)
  const id = newId()
  await office.run('submit-for-approval', { id, kind: 'sales-contract', documentId: input.id, revision: 2, note: '请批' })
  expect((await papersNow()).at(-1)).toEqual([SHEET, id])
  const { content } = await sheetOf(id, office.owner)
  const issueId = newId()
  await office.run('issue-paper', {
    ...{ id: issueId, paper: SHEET, recordId: id, seenContent: content, reason: '', sealId: null, signId: null },
  })
  expect(await office.query('issued-papers', of)).toMatchObject([{ id: issueId, paper: SHEET }])
  const { dealId } = await office.query('sales-contract', { id: input.id })
  const archive = await office.query('files-of-deal', { id: dealId })
  expect(archive.records.flatMap(({ papers: printed }) => printed)).toEqual([])
  const amendmentId = newId()
  await office.run('begin-amendment', { id: amendmentId, kind: 'sales-contract', contractId: input.id, revision: 2, reason: '加价' })
  const amended = newId()
  await office.run('submit-for-approval', { id: amended, kind: 'sales-contract', documentId: amendmentId, revision: 1, note: '' })
  expect((await papersNow()).at(-1)).toEqual([SHEET, amended])
  expect((await sheetOf(amended, office.owner)).text).toContain('加价')
})
