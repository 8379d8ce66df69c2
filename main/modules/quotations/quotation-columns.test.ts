// What a quotation shows where the company's template asks for it: pictures of products (rule PA26 of papers), the minimum order (Q17).
import path from 'node:path'
import { Workbook } from 'exceljs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { writableDb } from '../../../db/tx.ts'
import { readyMadeTemplate } from '../../../preload/contract/modules/papers/calls.ts'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { openFileStore } from '../../files/store.ts'
import { pdfTexts } from '../../testing/pdf-text.ts'
import { aLine, anInput } from '../../testing/fixtures.ts'
import { aPng } from '../../testing/png.ts'
import { contracts } from '../contracts/index.ts'
import { closeSound, tradeOffice, type Trade } from '../contracts/testing/trade.ts'
import { amendments } from '../amendments/index.ts'
import { deals } from '../deals/index.ts'
import { files } from '../files/index.ts'
import { papers } from '../papers/index.ts'
import { quotations } from './index.ts'

let office: Trade
beforeAll(async () => {
  office = await tradeOffice([amendments, deals, contracts, quotations, papers, files])
})
afterAll(() => closeSound(office))

const store = () => openFileStore(path.join(office.database.folder, 'files'))
/** Each of these pictures has a mask beside it. */
const imagesIn = (pdf: string) =>
  (Buffer.from(pdf, 'base64')
    .toString('latin1')
    .match(/\/Subtype \/Image/g)?.length ?? 0) / 2
/** A product with this small picture, as files keep it. */
const pictured = async (bytes: Buffer): Promise<string> => {
  const productId = office.product()
  const { sha256, size } = await store().put(bytes)
  const seed = writableDb(office.database.write, 0)
  const id = newId()
  seed.put('attachment', {
    ...{ id, recordKind: 'product', recordId: productId, kind: 'picture', name: 'a.png', note: '', version: 1, isMain: 0 },
    ...{ addedAt: office.at, addedBy: office.owner.id, binnedAt: null, binnedBy: null, revision: 1 },
  })
  seed.put('attachment_version', {
    ...{ id: newId(), attachmentId: id, version: 1, name: 'a.png', sha256, size, type: 'png', width: 90, height: 60 },
    ...{ pictureSha256: sha256, addedAt: office.at, addedBy: office.owner.id },
  })
  return productId
}
const quoted = async (productIds: readonly (string | null)[]): Promise<string> => {
  const input = anInput('save-quotation', {
    ...{ customerId: office.customer({ shortName: 'Hansa' }), rate: '7.1', ownerId: office.owner.id },
    ...{ quotedOn: '2026-03-01', validUntil: '2026-06-01' },
    lines: productIds.map((productId) => aLine('save-quotation', { description: 'Steel bolts M8', price: '5', productId })),
  })
  await office.run('save-quotation', input)
  return input.id
}
const withPictures = { ...readyMadeTemplate('quotation'), columns: [{ key: 'picture', shown: true, label: { en: '', zh: '' } }] }
const paperOf = (recordId: string, given: object = {}) => office.query('paper', { paper: 'quotation', recordId, ...given })

test('[PA26] a line shows the picture of its product where the template asks for it; without one its cell is empty', async () => {
  const id = await quoted([await pictured(aPng(90, 60)), office.product(), null, await pictured(aPng(60, 90))])
  const plain = await paperOf(id)
  expect(plain.columns.find(({ key }) => key === 'picture')).toMatchObject({ optional: true, fixed: false, zh: '图片' })
  expect(imagesIn(plain.pdf)).toBe(0)
  const made = await paperOf(id, { template: withPictures })
  expect(imagesIn(made.pdf)).toBe(2)
  expect((await pdfTexts(made.pdf)).join('\n')).toContain('Picture')
  expect(made.problems).toEqual([])
  // What is shown beside a line is no part of what the record says.
  expect(made.content).toBe(plain.content)
})

test('[PA26] saved for English alone it is on the English paper, and in its workbook and not in its text', async () => {
  const id = await quoted([await pictured(aPng(80, 80)), null])
  await office.run('save-paper-template', {
    ...{ paper: 'quotation', language: 'en', id: newId(), versionId: newId(), revision: 0, settings: withPictures },
  })
  expect(imagesIn((await paperOf(id, { language: 'en' })).pdf)).toBe(1)
  expect(imagesIn((await paperOf(id, { language: 'zh' })).pdf)).toBe(0)
  const { xlsx } = await office.query('paper-workbook', { paper: 'quotation', recordId: id, language: 'en' })
  const workbook = new Workbook()
  await workbook.xlsx.load(Buffer.from(xlsx, 'base64') as never)
  const [sheet] = workbook.worksheets
  expect(sheet!.getImages()).toHaveLength(1)
  const head = sheet!.getRow(sheet!.getImages()[0]!.range.tl.nativeRow)
  expect(head.values).toContain('Picture')
  const { text } = await office.query('paper-text', { paper: 'quotation', recordId: id, language: 'en' })
  expect(text).not.toMatch(/[0-9a-f]{64}/)
})

test('[PA26] a picture that is lost or cannot be drawn keeps no quotation back', async () => {
  const broken = await pictured(Buffer.from('\u0089PNG no picture at all', 'latin1'))
  const lost = await pictured(aPng(40, 40))
  office.database.write.sql
    .prepare('UPDATE attachment_version SET pictureSha256 = ? WHERE attachmentId IN (SELECT id FROM attachment WHERE recordId = ?)')
    .run('0'.repeat(64), lost)
  const id = await quoted([broken, lost])
  const made = await paperOf(id, { template: withPictures, language: 'zh' })
  expect(imagesIn(made.pdf)).toBe(0)
  expect(made.problems).toEqual([])
})

test('[PA26] without the right to products there is no picture', async () => {
  const id = await quoted([await pictured(aPng(70, 50))])
  const seller = await office.user({ permissions: ['quotation.view'], scopes: { quotation: 'all' } })
  const made = await office.query('paper', { paper: 'quotation', recordId: id, template: withPictures, language: 'zh' }, seller)
  expect(imagesIn(made.pdf)).toBe(0)
})

test('[PA26] 200 lines, each with a picture of its own, are all there', async () => {
  const products = []
  for (let at = 0; at < 200; at += 1) products.push(await pictured(aPng(320, 200 + at)))
  const id = await quoted(products)
  const made = await paperOf(id, { template: withPictures, language: 'en' })
  expect(imagesIn(made.pdf)).toBe(200)
})

test('[Q17] the least that is sold at once stands on the paper and in its workbook where the template asks for it', async () => {
  const input = anInput('save-quotation', {
    ...{ customerId: office.customer({ shortName: 'Hansa' }), rate: '7.1', ownerId: office.owner.id },
    ...{ quotedOn: '2026-03-01', validUntil: '2026-06-01' },
    lines: ['20000', '0'].map((minimumQuantity) =>
      aLine('save-quotation', { description: 'Steel bolts M8', price: '5', minimumQuantity, minimumUnit: 'CTN' }),
    ),
  })
  await office.run('save-quotation', input)
  const plain = await paperOf(input.id)
  expect(plain.columns.find(({ key }) => key === 'minimumOrder')).toMatchObject({ optional: true, fixed: false, zh: '最小起订量' })
  expect((await pdfTexts(plain.pdf)).join('\n')).not.toMatch(/MOQ|20,000 CTN/)
  const template = { ...readyMadeTemplate('quotation'), columns: [{ key: 'minimumOrder', shown: true, label: { en: '', zh: '' } }] }
  expect((await pdfTexts((await paperOf(input.id, { template })).pdf)).join('\n')).toMatch(/MOQ[^]*20,000 CTN/)
})
