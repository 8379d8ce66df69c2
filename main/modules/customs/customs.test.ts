// Declarations of shipments: begun with what is known, one a shipment, worked out of its lines and packing, and printed.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { writableDb } from '../../../db/tx.ts'
import { allPermissions } from '../../../preload/contract/access.ts'
import type { PackageKind } from '../../../preload/contract/modules/shipments/calls.ts'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { officeItself } from '../../access/viewer.ts'
import { anInput } from '../../testing/fixtures.ts'
import type { TestUser } from '../../testing/test-office.ts'
import { pdfTexts } from '../../testing/pdf-text.ts'
import { amendments } from '../amendments/index.ts'
import { contracts } from '../contracts/index.ts'
import { closeSound, salesLine, signedSale, tradeOffice, type Trade } from '../contracts/testing/trade.ts'
import { deals } from '../deals/index.ts'
import { files } from '../files/index.ts'
import { aFile } from '../files/testing/received.ts'
import { papers } from '../papers/index.ts'
import { parties } from '../parties/index.ts'
import { shipments } from '../shipments/index.ts'
import { workbench } from '../workbench/index.ts'
import { customs } from './index.ts'
import { aDeclaration } from './testing/declaration.ts'
import { aCertificate } from './testing/origin.ts'

let office: Trade
beforeEach(async () => {
  office = await tradeOffice([parties, amendments, deals, contracts, papers, shipments, customs, files, workbench])
})
afterEach(() => closeSound(office))

const saved = async (sale: Awaited<ReturnType<typeof signedSale>>, packageKind: PackageKind = 'carton') => {
  const input = anInput('save-shipment', {
    ...{ packageKind, customerId: sale.customerId, ownerId: office.owner.id, invoiceNumber: newId(), transportMode: 'sea' },
    lines: sale.lines.map(({ id, quantity }) => ({ id: newId(), salesLineId: id, quantity })),
  })
  await office.run('save-shipment', input)
  return input
}
/** C8: 500 and 300 of one product, 1,000 of another, 10 given. */
const shipped = async (packageKind?: PackageKind) => {
  const bolts = office.product({ name: 'Bolts' })
  const nuts = office.product({ name: 'Nuts' })
  const seed = writableDb(office.database.write, 0)
  for (const [id, nameZh] of [
    [bolts, '螺栓'],
    [nuts, '螺母'],
  ] as const) {
    seed.patch('product', id, {
      nameZh,
      hsCode: '7318159001',
      piecesPerCarton: 100_0000,
      grossWeight: 11_000,
      netWeight: 10_000,
      cartonLength: 40_000,
      cartonWidth: 30_000,
      cartonHeight: 20_000,
    })
    const fields = { declaredName: nameZh, elements: '机用', brandType: '0', preference: '0', legalUnit: '035', legalQuantity: '0' }
    await office.run('save-product-customs', {
      id,
      revision: 0,
      ...fields,
      secondUnit: '',
      secondQuantity: '0',
      sourceArea: '',
      originCountry: '',
    })
  }
  const line = (productId: string | null, quantity: string, price: string) =>
    salesLine({ productId, description: productId === nuts ? 'Nuts' : 'Bolts', quantity, price, unit: 'PCS' })
  const lines = [
    line(bolts, '500', '2.35'),
    line(bolts, '300', '2.60'),
    line(nuts, '1000', '0.87'),
    { ...line(nuts, '10', '0'), description: 'Free nuts' },
  ]
  const sale = await signedSale(office, office.customer({ name: 'Hansa Import GmbH', country: 'DE' }), { lines })
  const input = await saved(sale, packageKind)
  return { shipmentId: input.id, dealId: sale.dealId, contractId: sale.id, input, lines: input.lines, bolts, nuts }
}

describe('[CD1] a declaration', () => {
  it('merges alike lines, asks for the value of what is given, and never works the total back (C8)', async () => {
    const { shipmentId, lines } = await shipped()
    const without = aDeclaration({ shipmentId })
    const { id: _id, ...head } = without
    const open = await office.query('preview-customs-declaration', head)
    expect(open.free).toMatchObject([{ lineId: lines[3]!.id, quantity: '10' }])
    const saved = await office.run('save-customs-declaration', {
      ...without,
      customsValues: [{ id: newId(), lineId: lines[3]!.id, price: '1.20' }],
    })
    expect(saved).toMatchObject({ number: expect.stringMatching(/^BG2026-0001$/), revision: 1 })
    const read = await office.query('customs-declaration', { id: without.id })
    // Given nuts and sold ones are alike to customs: one item.
    expect(
      read.items.map(({ quantity, price, total, netWeight, legalQuantity }) => [quantity, price, total.minor, netWeight, legalQuantity]),
    ).toEqual([
      ['800', '2.4438', 195_500, '80', '80'],
      ['1010', '0.8733', 88_200, '101', '101'],
    ])
    expect(read.total).toEqual({ minor: 283_700, currency: 'USD' })
    expect(read.problems).toEqual([])
    const { pdf, problems } = await office.query('paper', { paper: 'customs-declaration', recordId: without.id })
    const text = (await pdfTexts(pdf)).join('\n')
    for (const said of ['2.4438', '1,955.00', '2,837.00', '北仑海关 (3104)', '一般贸易 (0110)', '德国 (DEU)', '80 千克', '800 件'])
      expect(text).toContain(said)
    expect(problems.map(({ what }) => what)).toEqual([])
  })

  it('has fifty items a sheet, and the total on the last', async () => {
    const products = Array.from({ length: 51 }, (_, n) => office.product({ name: `Part ${n}` }))
    const seed = writableDb(office.database.write, 0)
    for (const [n, id] of products.entries()) seed.patch('product', id, { nameZh: `零件${n}`, hsCode: '7318159001' })
    const sale = await signedSale(office, office.customer(), {
      lines: products.map((productId) => salesLine({ productId, quantity: '1', price: '1' })),
    })
    const { id } = await saved(sale)
    const input = aDeclaration({ shipmentId: id })
    await office.run('save-customs-declaration', input)
    const { text } = await office.query('paper-text', { paper: 'customs-declaration', recordId: input.id })
    const [, first, second] = text.split(/第 [12] 张/)
    expect([first!.match(/零件/g)!.length, second!.match(/零件/g)!.length]).toEqual([50, 1])
    expect([first!.includes('合计'), second!.includes('合计: 51.00')]).toEqual([false, true])
  })

  it('[CD4] names what customs would send back', async () => {
    const { shipmentId, bolts } = await shipped()
    const seed = writableDb(office.database.write, 0)
    seed.patch('product', bolts, { hsCode: '731815' })
    const { id: _id, ...head } = aDeclaration({ shipmentId, dealTerms: '1' })
    const { problems } = await office.query('preview-customs-declaration', head)
    expect(problems.map(({ code }) => code)).toEqual(['short-hs-code', 'no-customs-value', 'fees-of-terms', 'fees-of-terms'])
  })

  it('[CD7] is one a shipment, and nothing to who may not see it', async () => {
    const { shipmentId } = await shipped()
    const input = aDeclaration({ shipmentId })
    await office.run('save-customs-declaration', input)
    expect(await office.send('save-customs-declaration', aDeclaration({ shipmentId }))).toMatchObject({ refused: 'already-exists' })
    expect(await office.send('save-customs-declaration', { ...input, revision: 2 })).toMatchObject({ refused: 'changed-meanwhile' })
    const other = await office.user({ permissions: allPermissions, scopes: { shipment: 'own' } })
    expect(await office.ask('customs-declaration', { id: input.id }, other)).toMatchObject({ refused: 'not-found' })
    expect(await office.ask('declaration-of-shipment', { shipmentId }, other)).toMatchObject({ refused: 'not-found' })
    expect((await office.query('customs-declarations', {}, other)).rows).toEqual([])
    expect((await office.query('customs-declarations', {})).rows).toMatchObject([{ number: 'BG2026-0001', customer: 'Hansa Import GmbH' }])
  })

  it('[CD7] keeps its shipment, which stays as void, and forgets what was said of goods that left it', async () => {
    const { shipmentId, lines } = await shipped()
    const input = aDeclaration({ shipmentId, customsValues: [{ id: newId(), lineId: lines[3]!.id, price: '1.20' }] })
    await office.run('save-customs-declaration', input)
    await office.run('save-customs-declaration', { ...input, revision: 1, customsValues: [{ id: newId(), lineId: newId(), price: '1' }] })
    expect((await office.query('customs-declaration', { id: input.id })).customsValues).toEqual([])
    await office.run('discard-shipment', { id: shipmentId, revision: 1 })
    expect(await office.query('shipment', { id: shipmentId })).toMatchObject({ status: 'void' })
    expect((await pdfTexts((await office.query('paper', { paper: 'customs-declaration', recordId: input.id })).pdf)).join()).toContain(
      '作废',
    )
  })

  it('[CD8] begins with what the shipment says, and with what the one before said', async () => {
    const { shipmentId } = await shipped()
    expect(await office.query('new-customs-declaration', { shipmentId })).toMatchObject({
      ...{ dealTerms: '3', destinationCountry: 'DEU', tradeCountry: 'DEU', supervision: '0110', exitOffice: '', feeCurrency: 'USD' },
    })
    await office.run('save-customs-declaration', aDeclaration({ shipmentId, exitOffice: '2248', sourceArea: '33019' }))
    const next = await shipped()
    expect(await office.query('new-customs-declaration', { shipmentId: next.shipmentId })).toMatchObject({
      exitOffice: '2248',
      sourceArea: '33019',
    })
  })

  it('[CD14] goes out with invoice, packing list and contract, for who sees those', async () => {
    const { shipmentId } = await shipped()
    const input = aDeclaration({ shipmentId })
    await office.run('save-customs-declaration', input)
    const offered = async (user?: TestUser) =>
      (await office.query('papers-of', { recordKind: 'customs-declaration', recordId: input.id }, user)).map(({ paper }) => paper)
    expect(await offered()).toEqual(['customs-declaration', 'commercial-invoice', 'packing-list', 'sales-contract'])
    const numbers = (await office.query('papers-of', { recordKind: 'customs-declaration', recordId: input.id })).map(({ number }) => number)
    expect(numbers).toEqual(['BG2026-0001', 'SH2026-0001', 'SH2026-0001', 'SC2026-0001'])
    const clerk = await office.user({ permissions: ['customs-declaration.view', 'shipment.view'], scopes: { shipment: 'all' } })
    expect(await offered(clerk)).not.toContain('sales-contract')
    const elsewhere = await office.user({ permissions: allPermissions, scopes: { shipment: 'own', 'sales-contract': 'all' } })
    expect(await offered(elsewhere)).toEqual(['customs-declaration'])
    const { pdf } = await office.query('paper', { paper: 'packing-list', recordId: shipmentId }, clerk)
    expect((await pdfTexts(pdf)).join()).toContain('Bolts')
  })

  it('[CD15] carries files for who sees its shipment, stands in the deal with them, and a certificate that goes takes its own along', async () => {
    const { shipmentId, dealId } = await shipped()
    const [declaration, certificate] = [aDeclaration({ shipmentId, exportOn: '2026-03-02' }), aCertificate({ shipmentId })]
    await office.run('save-customs-declaration', declaration)
    await office.run('save-origin-certificate', certificate)
    const declared = { recordKind: 'customs-declaration', recordId: declaration.id } as const
    const certified = { recordKind: 'origin-certificate', recordId: certificate.id } as const
    await office.run('attach-files', { ...declared, files: [aFile(office)] })
    await office.run('attach-files', { ...certified, files: [aFile(office)] })
    const permissions = ['customs-declaration.view', 'deal.view', 'shipment.view'] as const
    const reader = await office.user({ permissions: [...permissions], scopes: { shipment: 'all', deal: 'all' } })
    expect(await office.query('files-of', declared, reader)).toMatchObject({ mayAdd: false, files: [{ name: '提单.pdf' }] })
    expect(await office.ask('files-of', certified, reader)).toMatchObject({ refused: 'not-found' })
    const elsewhere = await office.user({ permissions: allPermissions, scopes: { shipment: 'own', deal: 'all' } })
    expect(await office.ask('files-of', declared, elsewhere)).toMatchObject({ refused: 'not-found' })
    const customsOf = async (user?: TestUser) => {
      const { documents } = await office.query('deal', { id: dealId }, user)
      const { records } = await office.query('files-of-deal', { id: dealId }, user)
      const own = ({ kind }: { kind: string }) => ['customs-declaration', 'origin-certificate'].includes(kind)
      return { documents: documents.filter(own), files: records.filter(own).map(({ kind, files: of }) => [kind, of.length]) }
    }
    expect(await customsOf()).toMatchObject({
      documents: [
        { number: 'CO2026-0001', date: '2026-03-02', party: 'Hansa Import GmbH', status: '', total: null },
        { number: 'BG2026-0001', date: '2026-03-02' },
      ].toSorted((a, b) => (a.number < b.number ? -1 : 1)),
      files: [
        ['customs-declaration', 1],
        ['origin-certificate', 1],
      ],
    })
    expect(await customsOf(reader)).toMatchObject({ documents: [{ number: 'BG2026-0001' }], files: [['customs-declaration', 1]] })
    expect(await customsOf(elsewhere)).toEqual({ documents: [], files: [] })
    await office.run('discard-origin-certificate', { id: certificate.id, revision: 1 })
    expect(await office.run('empty-bin', {}, { id: officeItself.userId, viewer: officeItself })).toEqual({ removed: 1 })
    expect(await office.query('files-of', declared)).toMatchObject({ files: [{ name: '提单.pdf' }] })
  })

  it('[CD16] is found by its number and its shipment’s, by the customs number once there is one, and by who the shipment was given to', async () => {
    const { shipmentId, input } = await shipped()
    const [declaration, certificate] = [aDeclaration({ shipmentId }), aCertificate({ shipmentId, certificateNumber: '26C33020001' })]
    await office.run('save-customs-declaration', declaration)
    await office.run('save-origin-certificate', certificate)
    const finds = async (text: string, user?: TestUser) =>
      (await office.query('find', { text, limit: 9 }, user)).map(({ kind, title }) => [kind, title]).toSorted()
    const [declared, certified] = [
      ['customs-declaration', 'BG2026-0001'],
      ['origin-certificate', 'CO2026-0001'],
    ]
    expect([await finds('bg2026-0001'), await finds('26C33020001')]).toEqual([[declared], [certified]])
    expect(await finds('SH2026-0001')).toEqual([declared, certified, ['shipment', 'SH2026-0001']])
    expect(await finds('223320260001')).toEqual([])
    await office.run('save-shipment', { ...input, revision: 1, declarationNumber: '223320260001' })
    expect(await finds('223320260001')).toEqual([declared, certified, ['shipment', 'SH2026-0001']])
    const li = await office.user({ permissions: allPermissions, scopes: { customer: 'own', shipment: 'own' } })
    expect(await finds('BG2026-0001', li)).toEqual([])
    await office.run('hand-over-customer', { id: input.customerId, revision: 1, newOwnerId: li.id })
    expect(await finds('BG2026-0001', li)).toEqual([declared])
    await office.run('discard-origin-certificate', { id: certificate.id, revision: 1 })
    expect(await finds('CO2026-0001')).toEqual([])
  })

  it('[PA28] is one file with what goes in with it: as issued while nothing has changed, as it would be now otherwise, and without what may not be seen', async () => {
    const { shipmentId, contractId, input } = await shipped()
    const declaration = aDeclaration({ shipmentId })
    await office.run('save-customs-declaration', declaration)
    const asked = { recordKind: 'customs-declaration', recordId: declaration.id } as const
    const partsOf = async (user?: TestUser) => {
      const { parts, leftOut, fileName, pdf } = await office.query('paper-set', asked, user)
      return {
        leftOut,
        fileName,
        texts: await pdfTexts(pdf),
        parts: parts.map(({ paper, number, page, issue }) => [paper, number, page, issue]),
      }
    }
    const whole = await partsOf()
    expect(whole.parts).toEqual([
      ['customs-declaration', 'BG2026-0001', 1, null],
      ['commercial-invoice', 'SH2026-0001', 2, null],
      ['packing-list', 'SH2026-0001', 3, null],
      ['sales-contract', 'SC2026-0001', 4, null],
    ])
    expect([whole.leftOut, whole.fileName]).toEqual([[], expect.stringMatching(/^CD-SET-BG2026-0001/)])
    for (const [at, said] of ['报关单', 'COMMERCIAL INVOICE', 'PACKING LIST', 'SALES CONTRACT'].entries())
      expect(whole.texts[at]).toContain(said)
    // Each has its own pages.
    for (const text of whole.texts.slice(0, 4)) expect(text).toMatch(/第\s*1\s*页|Page 1 of/)

    const one = { paper: 'sales-contract', recordId: contractId } as const
    const { content } = await office.query('paper', one)
    await office.run('issue-paper', { ...one, id: newId(), seenContent: content, reason: 'kept', sealId: null, signId: null })
    expect((await partsOf()).parts.at(-1)).toEqual(['sales-contract', 'SC2026-0001', 4, 1])
    const seed = writableDb(office.database.write, 0)
    seed.patch('party', input.customerId, { name: 'Hansa Import AG' })
    const changed = await partsOf()
    expect(changed.parts.at(-1)).toEqual(['sales-contract', 'SC2026-0001', 4, null])
    expect(changed.texts[3]).toContain('Hansa Import AG')

    const clerk = await office.user({ permissions: ['customs-declaration.view', 'shipment.view'], scopes: { shipment: 'all' } })
    const less = await partsOf(clerk)
    expect([less.parts.map(([paper]) => paper), less.leftOut]).toEqual([
      ['customs-declaration', 'commercial-invoice', 'packing-list'],
      ['sales-contract'],
    ])
    expect(less.texts.join()).not.toContain('SALES CONTRACT')
    const broker = await office.user({ permissions: ['customs-declaration.view'], scopes: { shipment: 'all' } })
    expect((await partsOf(broker)).leftOut).toEqual(['commercial-invoice', 'packing-list', 'sales-contract'])
    const elsewhere = await office.user({ permissions: allPermissions, scopes: { shipment: 'own' } })
    expect(await office.ask('paper-set', asked, elsewhere)).toMatchObject({ refused: 'not-found' })
  })

  it('[CD8] begins with the packaging of its packages, by customs’ own code', async () => {
    const packagings: Partial<Record<PackageKind, string>> = { carton: '22', case: '23', crate: '23', bag: '06', bale: '06', drum: '99' }
    for (const [kind, packaging] of Object.entries(packagings)) {
      const { shipmentId } = await shipped(kind as PackageKind)
      expect(await office.query('new-customs-declaration', { shipmentId }), kind).toMatchObject({ packaging })
    }
  })
})

describe('[CD5] customs’ lists', () => {
  const codesOf = async (list: string) => (await office.query('customs-codes', {})).find((one) => one.list === list)!.codes
  it('are ready-made, corrected and added to by the company', async () => {
    expect(await codesOf('supervision')).toContainEqual({ code: '0110', name: '一般贸易', active: true, own: null })
    const id = newId()
    await office.run('save-customs-code', { id, list: 'supervision', code: '0110', name: '一般贸易（新）', active: false })
    const codes = await codesOf('supervision')
    expect(codes.filter(({ code }) => code === '0110')).toEqual([
      { code: '0110', name: '一般贸易（新）', active: false, own: { id, revision: 1 } },
    ])
    expect(
      await office.send('save-customs-code', { id: newId(), list: 'supervision', code: '0110', name: 'x', active: true }),
    ).toMatchObject({
      refused: 'already-exists',
    })
    await office.run('save-customs-code', { id: newId(), list: 'exit-port', code: '330001', name: '宁波', active: true })
    expect(await codesOf('exit-port')).toMatchObject([{ code: '330001', name: '宁波' }])
  })
})
