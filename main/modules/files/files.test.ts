// Files on records: added, replaced, described, put into the bin and out of it; whose they are, and when they go. Rules FI4 to FI10.
import { expect, test } from 'vitest'
import { modules } from '../../../preload/contract/modules.ts'
import { attachment } from '../../../preload/contract/modules/files/records.ts'
import { ATTACHABLE_KINDS, recordOf, records } from '../../../preload/contract/records.ts'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { officeItself } from '../../access/viewer.ts'
import { tradeOffice } from '../contracts/testing/trade.ts'
import type { TestUser } from '../../testing/test-office.ts'
import { catalogue } from '../catalogue/index.ts'
import { parties } from '../parties/index.ts'
import { people } from '../people/index.ts'
import { files } from './index.ts'
import { aFile, received } from './testing/received.ts'

const office = () => tradeOffice([people, parties, catalogue, files])
test('[FI7] every kind that carries files says which table it is in', () => {
  expect(Object.keys(attachment.of.each).toSorted()).toEqual(ATTACHABLE_KINDS.toSorted())
  for (const [kind, table] of Object.entries(attachment.of.each)) expect([kind, recordOf(kind as never).table]).toEqual([kind, table])
  expect(Object.values(modules).flat().length).toBeGreaterThan(20)
})

/** Records without files, and why. One that is new carries files (`attachable`), or says here why not. */
const WITHOUT_FILES: Record<string, string> = {
  ...{ company: 'settings', department: 'settings', role: 'settings', 'approval-route': 'settings', delegation: 'settings' },
  ...{ 'milestone-template': 'settings', 'product-category': 'settings', 'customs-code': 'settings', rate: 'settings' },
  ...{ 'list-view': 'settings', 'paper-template': 'settings', desk: 'settings', pairing: 'settings' },
  ...{ 'reminder-rule': 'settings', 'work-year': 'settings', workbench: 'settings', 'role-workbench': 'settings', statistic: 'settings' },
  target: 'settings',
  ...{ approval: 'its document carries them', task: 'the record that it is about carries them', notification: 'news of a record' },
  allocation: 'receipt and payment carry them',
  ...{ 'bank-details': 'on the party or account', 'vendor-bank-details': 'on the vendor', 'own-bank-details': 'on the account' },
  ...{ 'contract-amendment': 'on the contract', production: 'on the purchase contract', milestone: 'on the purchase contract' },
  ...{ 'product-customs': 'on the product', 'credit-override': 'on the shipment', 'credit-insurance': 'on the customer' },
  'estimate-request': 'on the deal',
  ...{ attachment: 'a file itself', 'issued-paper': 'a file itself', 'paper-picture': 'a file itself' },
  ...{ backup: 'a file itself', 'backup-task': 'of a backup', release: 'a file itself' },
}
test('[FI27] every record carries files or says why not; one that does has a page to show them', () => {
  const without = records.filter(({ attachable }) => !attachable).map(({ kind }) => kind)
  expect(without.toSorted()).toEqual(Object.keys(WITHOUT_FILES).toSorted())
  // A list by the name of its route has no place for the files of a row.
  for (const kind of ATTACHABLE_KINDS) expect([kind, recordOf(kind).route]).toEqual([kind, kind])
})

test('[FI4] [FI8] many files at once, a newer version beside the older ones, described anew', async () => {
  const of = await office()
  const customerId = of.customer()
  const holder = { recordKind: 'customer', recordId: customerId } as const
  const [one, two] = [aFile(of), aFile(of)]
  await of.run('attach-files', { ...holder, files: [one, two] })
  const replaced = await of.run('replace-file', {
    id: one.id,
    revision: 1,
    versionId: newId(),
    name: '正本提单.pdf',
    sha256: received(of),
    pictureSha256: null,
  })
  expect(replaced).toEqual({ id: one.id, revision: 2 })
  await of.run('describe-file', { id: two.id, revision: 1, name: '保单.exe', kind: 'insurance', note: '' })
  expect(await of.query('files-of', holder)).toMatchObject({
    withheld: false,
    mayAdd: true,
    files: [
      { id: one.id, name: '正本提单.pdf', version: 2, kind: 'bill-of-lading', note: '正本', addedBy: '老板' },
      { id: two.id, name: '保单.exe.pdf', version: 1, kind: 'insurance' },
    ],
    binned: [],
  })
  expect((await of.query('file-versions', { id: one.id })).versions).toMatchObject([{ version: 2 }, { version: 1, name: '提单.pdf' }])
  expect(await of.send('describe-file', { id: one.id, revision: 1, name: 'x', kind: 'other', note: '' })).toMatchObject({
    refused: 'changed-meanwhile',
  })
  expect(await of.send('attach-files', { ...holder, files: [{ ...aFile(of), sha256: 'f'.repeat(64) }] })).toMatchObject({
    refused: 'file-not-received',
  })
  of.close()
})

test('[FI7] who sees the record sees its files, who may edit it adds; what tells costs is for who may see them', async () => {
  const of = await office()
  const customerId = of.customer()
  const holder = { recordKind: 'customer', recordId: customerId } as const
  const file = aFile(of)
  await of.run('attach-files', { ...holder, files: [file] })
  const reader = await of.user({ permissions: ['customer.view'], scopes: { customer: 'all' } })
  const stranger = await of.user({ permissions: ['customer.view', 'customer.edit'], scopes: { customer: 'own' } })
  expect(await of.query('files-of', holder, reader)).toMatchObject({ mayAdd: false, files: [{ id: file.id }], binned: [] })
  expect(await of.send('attach-files', { ...holder, files: [aFile(of, reader)] }, reader)).toMatchObject({
    ...{ refused: 'not-permitted', data: { permission: 'customer.edit' } },
  })
  expect(await of.send('bin-file', { id: file.id, revision: 1 }, reader)).toMatchObject({ refused: 'not-permitted' })
  expect(await of.ask('files-of', holder, stranger)).toMatchObject({ refused: 'not-found', data: { resource: 'customer' } })
  expect(await of.ask('file-version', { id: file.versionId }, stranger)).toMatchObject({ refused: 'not-found' })
  expect(await of.query('file-pictures', { versionIds: [file.versionId] }, stranger)).toEqual({ pictures: [] })
  // A customer is no vendor, though both are parties.
  expect(await of.ask('files-of', { recordKind: 'vendor', recordId: customerId })).toMatchObject({ refused: 'not-found' })
  of.close()
})

test('[FI9] [FI10] the bin keeps a file for its days, gives it back, and is emptied by the office alone', async () => {
  const of = await office()
  const customerId = of.customer()
  const holder = { recordKind: 'customer', recordId: customerId } as const
  const [one, two] = [aFile(of), aFile(of)]
  await of.run('attach-files', { ...holder, files: [one, two] })
  await of.run('bin-file', { id: one.id, revision: 1 })
  await of.run('bin-file', { id: two.id, revision: 1 })
  expect(await of.query('files-of', holder)).toMatchObject({
    files: [],
    binned: [{ id: one.id, goneOn: '2026-04-01', binnedBy: '老板' }, { id: two.id }],
  })
  await of.run('restore-file', { id: two.id, revision: 2 })
  expect(await of.send('empty-bin', {})).toMatchObject({ refused: 'not-permitted' })
  const itself: TestUser = { id: officeItself.userId, viewer: officeItself }
  of.at = '2026-03-31T02:00:00.000Z'
  expect(await of.run('empty-bin', {}, itself)).toEqual({ removed: 0 })
  of.at = '2026-04-01T02:00:00.000Z'
  expect(await of.run('empty-bin', {}, itself)).toEqual({ removed: 1 })
  expect(await of.query('files-of', holder)).toMatchObject({ files: [{ id: two.id, revision: 3 }], binned: [] })
  expect(of.database.read.sql.prepare('SELECT count(*) AS n FROM attachment_version').get()).toEqual({ n: 1 })
  of.close()
})

test('[FI12] the picture of a product is the one chosen, or else the first that has a small one', async () => {
  const of = await office()
  const productId = of.product()
  const holder = { recordKind: 'product', recordId: productId } as const
  const picture = () => received(of, of.owner, { type: 'webp', size: 5000, width: 160 })
  const [plain, first, second] = [aFile(of), { ...aFile(of), pictureSha256: picture() }, { ...aFile(of), pictureSha256: picture() }]
  await of.run('attach-files', { ...holder, files: [plain] })
  await of.run('attach-files', { ...holder, files: [first] })
  await of.run('attach-files', { ...holder, files: [second] })
  const shown = async () => (await of.query('main-pictures', { productIds: [productId, newId()] })).pictures
  expect(await shown()).toEqual([{ productId, versionId: [first, second].toSorted((a, b) => (a.id < b.id ? -1 : 1))[0]!.versionId }])
  await of.run('choose-main-picture', { id: second.id, revision: 1 })
  expect(await shown()).toEqual([{ productId, versionId: second.versionId }])
  await of.run('choose-main-picture', { id: first.id, revision: 1 })
  expect((await of.query('files-of', holder)).files.filter((f) => f.isMain).map((f) => f.id)).toEqual([first.id])
  const large = { ...aFile(of), pictureSha256: received(of, of.owner, { type: 'webp', size: 5000, width: 2000 }) }
  expect(await of.send('attach-files', { ...holder, files: [large] })).toMatchObject({ refused: 'invalid-input' })
  of.close()
})

test('[FI28] what all contents take is told to who sets how large a file may be, each content once', async () => {
  const of = await office()
  const holder = { recordKind: 'customer', recordId: of.customer() } as const
  const [one, two] = [aFile(of), aFile(of)]
  await of.run('attach-files', { ...holder, files: [one, two] })
  await of.run('attach-files', { ...holder, files: [{ ...one, id: newId(), versionId: newId() }] })
  expect(await of.query('file-settings', {})).toMatchObject({ kept: { contents: 2, bytes: 2000 } })
  const reader = await of.user({ permissions: ['customer.view'], scopes: { customer: 'all' } })
  expect(await of.query('file-settings', {}, reader)).toMatchObject({ kept: null })
  of.close()
})

test('[FI9] settings are changed as they were seen', async () => {
  const of = await office()
  const values = { mostMegabytes: 50, binDays: 10, scanDays: 3 }
  expect(await of.query('file-settings', {})).toEqual({
    mostMegabytes: 25,
    binDays: 30,
    scanDays: 7,
    revision: 1,
    kept: { contents: 0, bytes: 0 },
  })
  await of.run('set-file-settings', { ...values, revision: 1 })
  expect(await of.query('file-settings', {})).toMatchObject({ ...values, revision: 2 })
  expect(await of.send('set-file-settings', { ...values, revision: 1 })).toMatchObject({ refused: 'changed-meanwhile' })
  of.close()
})
