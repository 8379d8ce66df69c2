// Issued papers: kept as they were, told when their record says something else, sealed only by who may and only while they are in force.
import { createHash } from 'node:crypto'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writableDb } from '../../../db/tx.ts'
import { allPermissions, type Permission } from '../../../preload/contract/access.ts'
import type { CommandInput } from '../../../preload/contract/commands.ts'
import { readyMadeTemplate } from '../../../preload/contract/modules/papers/calls.ts'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { noteReceived } from '../../access/received-contents.ts'
import { openFileStore } from '../../files/store.ts'
import { pdfTexts } from '../../testing/pdf-text.ts'
import { aPng } from '../../testing/png.ts'
import type { TestUser } from '../../testing/test-office.ts'
import { amendments } from '../amendments/index.ts'
import { contracts } from '../contracts/index.ts'
import { closeSound, salesContract, salesLine, signedSale, tradeOffice, type Trade } from '../contracts/testing/trade.ts'
import { deals } from '../deals/index.ts'
import { files } from '../files/index.ts'
import { papers } from './index.ts'

// One office: each has a process that sets papers, with all its fonts.
let office: Trade
beforeAll(async () => {
  office = await tradeOffice([amendments, deals, contracts, papers, files])
})
afterAll(() => closeSound(office))

const store = () => openFileStore(path.join(office.database.folder, 'files'))
/** Signed, so that it is in force; without a problem that stands against issuing it. */
const signed = () => signedSale(office, office.customer({ name: 'Hansa Import GmbH', shortName: 'Hansa' }))
type Issue = CommandInput<'issue-paper'>
const issueOf = async (recordId: string, given: Partial<Issue> = {}): Promise<Issue> => {
  const asked = { paper: 'sales-contract' as const, recordId, ...(given.language ? { language: given.language } : {}) }
  const { content } = await office.query('paper', asked)
  return { ...asked, id: newId(), seenContent: content, reason: '', sealId: null, signId: null, ...given }
}
/** A picture that this person has sent. */
const sent = async (bytes: Buffer, by: TestUser, more: Partial<{ size: number; width: number; type: 'png' | 'pdf' }> = {}) => {
  const { sha256, size } = await store().put(bytes)
  const { sql } = office.database.write
  noteReceived(sql, { sha256, size, type: 'png', width: 200, height: 200, ...more }, by.id, office.at)
  return sha256
}
type Picture = CommandInput<'save-paper-picture'>
const picture = async (given: Partial<Picture> = {}): Promise<Picture> => {
  const input: Picture = {
    ...{ id: newId(), use: 'seal', name: '合同专用章', height: 38, userId: null, usedBy: [], active: true },
    sha256: await sent(aPng(200, 200), office.owner),
    ...given,
  }
  await office.run('save-paper-picture', input)
  return input
}
const without = (...taken: Permission[]) => allPermissions.filter((one) => !taken.includes(one))

const imagesIn = (pdf: string) =>
  Buffer.from(pdf, 'base64')
    .toString('latin1')
    .match(/\/Subtype \/Image/g)?.length ?? 0

describe('[PA20] an issued paper', () => {
  it('is kept as it was, whatever its record says later, and is told to have changed', async () => {
    const { id } = await signed()
    const issue = await issueOf(id)
    expect(await office.run('issue-paper', issue)).toMatchObject({ issue: 1, fileName: expect.stringMatching(/^SC-SC.*-Hansa$/) })
    const before = await office.query('issued-paper', { id: issue.id })
    expect(createHash('sha256').update(Buffer.from(before.pdf, 'base64')).digest('hex')).toBe(before.sha256)
    const of = { recordKind: 'sales-contract' as const, recordId: id }
    expect(await office.query('issued-papers', of)).toMatchObject([{ issue: 1, draft: false, issuedBy: '老板' }])
    expect(await office.query('changed-papers', of)).toEqual([])

    const party = writableDb(office.database.write, 0)
    const { customerId } = office.database.write.sql.prepare('SELECT customerId FROM sales_contract WHERE id = ?').get(id) as {
      customerId: string
    }
    party.patch('party', customerId, { name: 'Hansa Import AG' })
    expect(await office.query('changed-papers', of)).toEqual([issue.id])
    expect((await office.query('issued-paper', { id: issue.id })).pdf).toBe(before.pdf)

    await office.run('issue-paper', await issueOf(id))
    expect(await office.query('issued-papers', of)).toMatchObject([{ issue: 2 }, { issue: 1 }])
    expect(await office.query('changed-papers', of)).toEqual([])
  })

  it('is told to be another thing when its record is void', async () => {
    const { id } = await signed()
    const issue = await issueOf(id)
    await office.run('issue-paper', issue)
    await office.run('void-sales-contract', { id, revision: 2, reason: '客户取消' })
    expect(await office.query('changed-papers', { recordKind: 'sales-contract', recordId: id })).toEqual([issue.id])
  })

  it('keeps its record: a draft of which a paper went out is not dropped', async () => {
    const input = salesContract(office, office.customer())
    await office.run('save-sales-contract', input)
    const { fileName } = await office.run('issue-paper', await issueOf(input.id))
    expect(await office.send('discard-sales-contract', { id: input.id, revision: 1 })).toMatchObject({
      ...{ refused: 'in-use', data: { by: 'issued-paper', number: fileName } },
    })
  })

  it('is refused when its record says something else than what was looked at', async () => {
    const input = salesContract(office, office.customer())
    await office.run('save-sales-contract', input)
    const issue = await issueOf(input.id)
    await office.run('save-sales-contract', { ...input, revision: 1, lines: [salesLine({ price: '6' })] })
    expect(await office.send('issue-paper', issue)).toMatchObject({ ok: false, refused: 'paper-changed' })
    expect(await office.query('issued-papers', { recordKind: 'sales-contract', recordId: input.id })).toEqual([])
  })

  it('with something against it is issued only with a reason, by who may overrule', async () => {
    const { id } = await signed()
    const issue = { ...(await issueOf(id)), paper: 'proforma-invoice' as const }
    const { content, problems } = await office.query('paper', { paper: 'proforma-invoice', recordId: id })
    // No account of ours is confirmed.
    expect(problems).not.toEqual([])
    expect(await office.send('issue-paper', { ...issue, seenContent: content })).toMatchObject({
      ok: false,
      refused: 'paper-problems',
      data: { problems },
    })
    const clerk = await office.user({ permissions: without('paper.overrule'), scopes: { 'sales-contract': 'all', customer: 'all' } })
    const reasoned = { ...issue, id: newId(), seenContent: content, reason: '客户急用' }
    expect(await office.send('issue-paper', reasoned, clerk)).toMatchObject({
      ok: false,
      refused: 'not-permitted',
      data: { permission: 'paper.overrule' },
    })
    await office.run('issue-paper', { ...reasoned, id: newId() })
    const [kept] = await office.query('issued-papers', { recordKind: 'sales-contract', recordId: id })
    expect(kept).toMatchObject({ paper: 'proforma-invoice', reason: '客户急用' })
  })

  it('is nothing to who may not see its record', async () => {
    const { id } = await signed()
    const issue = await issueOf(id)
    await office.run('issue-paper', issue)
    const other = await office.user({ permissions: allPermissions, scopes: { 'sales-contract': 'own', customer: 'all' } })
    const notFound = { ok: false, refused: 'not-found' }
    expect(await office.ask('issued-paper', { id: issue.id }, other)).toMatchObject(notFound)
    expect(await office.ask('issued-papers', { recordKind: 'sales-contract', recordId: id }, other)).toMatchObject(notFound)
    expect(await office.send('issue-paper', { ...issue, id: newId() }, other)).toMatchObject(notFound)
  })
})

it('[FI17] stands with the files of its deal, for who may print it', async () => {
  const { id } = await signed()
  const issue = await issueOf(id)
  const { fileName } = await office.run('issue-paper', issue)
  const { dealId } = office.database.write.sql.prepare('SELECT dealId FROM sales_contract WHERE id = ?').get(id) as { dealId: string }
  const { records } = await office.query('files-of-deal', { id: dealId })
  const { sha256 } = await office.query('issued-paper', { id: issue.id })
  expect(records).toMatchObject([{ kind: 'sales-contract', id, papers: [{ id: issue.id, fileName, sha256, issuedBy: '老板' }] }])
})

describe('[PA21] seals and signatures', () => {
  it('stand on a paper in force that was issued with them, and nowhere else', async () => {
    const { id } = await signed()
    const seal = await picture()
    const sign = await picture({ use: 'signature', name: '王芳', userId: office.owner.id, height: 13 })
    expect(imagesIn((await office.query('paper', { paper: 'sales-contract', recordId: id })).pdf)).toBe(0)
    const issue = await issueOf(id, { sealId: seal.id, signId: sign.id })
    await office.run('issue-paper', issue)
    expect(imagesIn((await office.query('issued-paper', { id: issue.id })).pdf)).toBeGreaterThan(0)
    expect(await office.query('issued-papers', { recordKind: 'sales-contract', recordId: id })).toMatchObject([
      { seal: '合同专用章', sign: '王芳' },
    ])
  })

  it('are refused on a draft', async () => {
    const input = salesContract(office, office.customer())
    await office.run('save-sales-contract', input)
    const seal = await picture()
    expect(await office.send('issue-paper', await issueOf(input.id, { sealId: seal.id }))).toMatchObject({
      ...{ ok: false, refused: 'not-sealed', data: { why: 'not-in-force' } },
    })
  })

  it('need their right, and a signature its person or a name on its list', async () => {
    const { id } = await signed()
    const seal = await picture()
    const sign = await picture({ use: 'signature', name: '王芳', userId: office.owner.id })
    const scopes = { 'sales-contract': 'all', customer: 'all' } as const
    const clerk = await office.user({ permissions: without('paper.seal', 'paper.sign'), scopes })
    const seller = await office.user({ permissions: allPermissions, scopes })
    const refused = async (given: Partial<Issue>, by: TestUser) => office.send('issue-paper', await issueOf(id, given), by)
    expect(await refused({ sealId: seal.id }, clerk)).toMatchObject({ refused: 'not-permitted', data: { permission: 'paper.seal' } })
    expect(await refused({ signId: sign.id }, clerk)).toMatchObject({ refused: 'not-permitted', data: { permission: 'paper.sign' } })
    expect(await refused({ signId: sign.id }, seller)).toMatchObject({ refused: 'not-found' })
    expect(await office.query('usable-paper-pictures', {}, seller)).toContainEqual({ id: seal.id, use: 'seal', name: '合同专用章' })
    expect((await office.query('usable-paper-pictures', {}, seller)).map(({ id: of }) => of)).not.toContain(sign.id)
    await office.run('save-paper-picture', { ...sign, sha256: undefined, revision: 1, usedBy: [{ id: newId(), userId: seller.id }] })
    await office.run('save-paper-picture', { ...seal, sha256: undefined, revision: 1, usedBy: [{ id: newId(), userId: office.owner.id }] })
    expect(await refused({ signId: sign.id }, seller)).toMatchObject({ ok: true })
    expect(await refused({ sealId: seal.id }, seller)).toMatchObject({ refused: 'not-found' })
  })

  it('are small pictures that their editor has sent', async () => {
    const add = async (sha256: string) =>
      office.send('save-paper-picture', { id: newId(), use: 'logo', name: 'L', height: 14, userId: null, usedBy: [], active: true, sha256 })
    expect(await add('a'.repeat(64))).toMatchObject({ refused: 'file-not-received' })
    expect(await add(await sent(aPng(3, 3), office.owner, { width: 9_000 }))).toMatchObject({ refused: 'not-a-paper-picture' })
    expect(await add(await sent(Buffer.from('%PDF-1.7'), office.owner, { type: 'pdf' }))).toMatchObject({ refused: 'not-a-paper-picture' })
  })
})

describe('[PA22] a template', () => {
  const save = (given: Partial<CommandInput<'save-paper-template'>> = {}) =>
    office.send('save-paper-template', {
      ...{ id: newId(), versionId: newId(), paper: 'sales-contract', language: 'en', revision: 0 },
      settings: {
        ...readyMadeTemplate('sales-contract'),
        titles: { en: 'ORDER CONFIRMATION', zh: '' },
        footer: { en: 'Thank you', zh: '' },
      },
      ...given,
    })
  const textOf = async (recordId: string, language: 'en' | 'zh' = 'en') =>
    (await pdfTexts((await office.query('paper', { paper: 'sales-contract', recordId, language })).pdf)).join('\n')

  it('changes its paper in its language alone, until it goes back to the ready-made one', async () => {
    const { id } = await signed()
    expect(await save()).toMatchObject({ ok: true, value: { revision: 1 } })
    expect(await textOf(id)).toContain('ORDER CONFIRMATION')
    expect(await textOf(id, 'zh')).not.toContain('ORDER CONFIRMATION')
    expect(await save({ revision: 1, settings: null })).toMatchObject({ ok: true, value: { revision: 2 } })
    expect(await textOf(id)).not.toContain('ORDER CONFIRMATION')
    const { versions } = await office.query('paper-template', { paper: 'sales-contract', language: 'en' })
    expect(versions).toMatchObject([
      { version: 2, settings: null, savedBy: '老板' },
      { version: 1, settings: { footer: { en: 'Thank you' } } },
    ])
  })

  it('[PA30] marks its own texts, and nothing that the contract says', async () => {
    const said = (en: string) => ({ en, zh: '' })
    const { id } = await signedSale(office, office.customer(), { clauses: 'As **typed** by us\n- and __so__ too' })
    const settings = {
      ...readyMadeTemplate('sales-contract'),
      textBefore: said('Dear **Sirs**,\n- __first__ point'),
      clauses: [said('**Force majeure**: #panic("x") $x$ <b>')],
    }
    const asked = { paper: 'sales-contract', recordId: id, language: 'en' } as const
    const [text] = await pdfTexts((await office.query('paper', { ...asked, template: settings })).pdf)
    for (const one of [
      'Dear Sirs ,',
      '• first point',
      '1. As **typed** by us',
      '2. - and __so__ too',
      '3. Force majeure : #panic("x") $x$ <b>',
    ])
      expect(text!.replaceAll(' ,', ',').replaceAll(' :', ':')).toContain(one.replaceAll(' ,', ',').replaceAll(' :', ':'))
    const { revision: seen } = await office.query('paper-template', { paper: 'sales-contract', language: 'en' })
    expect(await save({ revision: seen, settings })).toMatchObject({ ok: true })
    const plain = await office.query('paper-text', asked)
    for (const one of ['Dear Sirs,', '• first point', '3. Force majeure: #panic("x") $x$ <b>']) expect(plain.text).toContain(one)
    const { revision } = await office.query('paper-template', { paper: 'sales-contract', language: 'en' })
    expect(await save({ revision, settings: null })).toMatchObject({ ok: true })
  })

  it('leaves out what the paper says beside its contract, and nothing of the contract', async () => {
    const { id } = await signed()
    const blocks = ['head', 'lines', 'terms', 'bank', 'signatures'].map((key) => ({ key, shown: false }))
    const asked = { paper: 'sales-contract', recordId: id, language: 'en' } as const
    const { pdf, blocks: parts } = await office.query('paper', { ...asked, template: { ...readyMadeTemplate('sales-contract'), blocks } })
    const [text] = await pdfTexts(pdf)
    expect(parts.filter(({ fixed }) => !fixed).map(({ key }) => key)).toEqual(['bank'])
    for (const said of ['Buyer', 'Description', 'Price term', 'For the seller']) expect(text).toContain(said)
    // As somebody saved it before this was refused, it shows the contract too, in the editor as well.
    const settings = JSON.stringify({ ...readyMadeTemplate('sales-contract'), blocks })
    const seed = writableDb(office.database.write, 0)
    const row = { id: newId(), paper: 'sales-contract', language: 'en-zh', settings, formSha256: null, formName: '', revision: 1 }
    seed.put('paper_template', row)
    const saved = await office.query('paper-template', { paper: 'sales-contract', language: 'en-zh' })
    expect(saved.settings.blocks).toEqual(blocks.map(({ key }) => ({ key, shown: key !== 'bank' })))
    seed.remove('paper_template', row.id)
  })

  it('is not saved over what somebody else saved meanwhile', async () => {
    await save({ language: 'zh' })
    expect(await save({ language: 'zh' })).toMatchObject({ ok: false, refused: 'changed-meanwhile', data: { expected: 0, found: 1 } })
  })

  it('leaves an issued paper as it was', async () => {
    const { id } = await signed()
    const issue = await issueOf(id, { language: 'en-zh' })
    await office.run('issue-paper', issue)
    await save({ language: 'en-zh' })
    const [text] = await pdfTexts((await office.query('issued-paper', { id: issue.id })).pdf)
    expect(text).not.toContain('ORDER CONFIRMATION')
  })

  it('[PA21] a logo stands on every paper, seal or not', async () => {
    const { id } = await signed()
    await picture({ use: 'logo', name: '徽标', height: 14 })
    expect(imagesIn((await office.query('paper', { paper: 'sales-contract', recordId: id })).pdf)).toBeGreaterThan(0)
  })
})

describe('[PA27] a seal across the pages', () => {
  const contractOf = (lines: number) =>
    signedSale(office, office.customer({ name: 'Hansa Import GmbH', shortName: 'Hansa' }), {
      lines: Array.from({ length: lines }, () => salesLine()),
    })
  const issuedWith = async (recordId: string, given: Partial<Issue>) => {
    const input = await issueOf(recordId, given)
    // Nothing stands against it but the account that nobody confirmed.
    await office.run('issue-paper', { ...input, reason: '客户急用' })
    const [newest] = await office.query('issued-papers', { recordKind: 'sales-contract', recordId })
    const { pdf } = await office.query('issued-paper', { id: input.id })
    return { acrossPages: newest!.acrossPages, images: imagesIn(pdf), of: input.id }
  }
  it('is offered and kept where there are several pages, and is in the trail', async () => {
    const { id: sealId } = await picture()
    const { id } = await contractOf(60)
    const shown = await office.query('paper', { paper: 'sales-contract', recordId: id, language: 'zh' })
    expect(shown).toMatchObject({ acrossPages: true, sealable: true })
    const plain = await issuedWith(id, { language: 'zh', sealId })
    expect(plain.acrossPages).toBe(false)
    const across = await issuedWith(id, { language: 'zh', sealId, acrossPages: true })
    expect(across.acrossPages).toBe(true)
    const { sql } = office.database.read
    expect(sql.prepare('SELECT acrossPages FROM issued_paper WHERE id = ?').get(across.of)).toEqual({ acrossPages: 1 })
  })
  it('is for papers in Chinese, with a seal, of more than one page', async () => {
    const { id: sealId } = await picture()
    const [long, short] = [await contractOf(60), await contractOf(1)]
    expect((await office.query('paper', { paper: 'sales-contract', recordId: long.id, language: 'en' })).acrossPages).toBe(false)
    expect((await office.query('paper', { paper: 'sales-contract', recordId: short.id, language: 'zh' })).acrossPages).toBe(false)
    expect((await office.query('paper', { paper: 'proforma-invoice', recordId: long.id, language: 'zh' })).acrossPages).toBe(false)
    expect((await issuedWith(short.id, { language: 'zh', sealId, acrossPages: true })).acrossPages).toBe(false)
    expect((await issuedWith(long.id, { language: 'en', sealId, acrossPages: true })).acrossPages).toBe(false)
    expect((await issuedWith(long.id, { language: 'zh', acrossPages: true })).acrossPages).toBe(false)
  })
})
