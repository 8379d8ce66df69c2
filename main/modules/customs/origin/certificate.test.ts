// Certificates of origin through the real commands: begun, saved, printed on three forms, refused, and read only in scope.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { writableDb } from '../../../../db/tx.ts'
import { allPermissions } from '../../../../preload/contract/access.ts'
import type { OriginForm } from '../../../../preload/contract/modules/customs/origin.ts'
import { newId } from '../../../../preload/contract/vocabulary/ids.ts'
import { pdfTexts } from '../../../testing/pdf-text.ts'
import { amendments } from '../../amendments/index.ts'
import { contracts } from '../../contracts/index.ts'
import { closeSound, tradeOffice, type Trade } from '../../contracts/testing/trade.ts'
import { deals } from '../../deals/index.ts'
import { papers } from '../../papers/index.ts'
import { shipments } from '../../shipments/index.ts'
import { c4, type C4 } from '../../shipments/testing/packed.ts'
import { customs } from '../index.ts'
import { aCertificate } from '../testing/origin.ts'

let office: Trade
let made: C4
let customer: string
beforeEach(async () => {
  office = await tradeOffice([amendments, deals, contracts, papers, shipments, customs])
  customer = office.customer({ name: 'Nordwind GmbH', country: 'DE' })
  made = await c4(office, customer)
  await office.run('save-shipment', made.input)
})
afterEach(() => closeSound(office))

const shipmentId = () => made.input.id
const lineIds = () => made.input.lines.map(({ id }) => id) as [string, string, string]
const seed = () => writableDb(office.database.write, 0)
/** A product of its own for the free lid, so that every line has a code. */
const withCodes = async () => {
  const lid = office.product({ name: 'lid' })
  seed().patch('product', lid, { hsCode: '7323930000' })
  const [, , free] = made.sale.lines
  seed().patch('sales_line', free!.id, { productId: lid })
}
const criteria = (criterion: string, fobValue: number | null = null) =>
  lineIds().map((lineId) => ({ id: newId(), lineId, criterion, fobValue }))
const paperOf = async (recordId: string) => {
  const paper = await office.query('paper', { paper: 'certificate-of-origin', recordId })
  return { ...paper, text: (await pdfTexts(paper.pdf)).join('\n').replaceAll(/\s+/g, ' ') }
}
const savedAs = async (given: Partial<Parameters<typeof aCertificate>[0]>) => {
  const input = aCertificate({ shipmentId: shipmentId(), ...given })
  await office.run('save-origin-certificate', input)
  return input
}

describe('[CD9] a certificate of origin', () => {
  beforeEach(withCodes)
  it('says boxes 1 to 12 of the chamber’s form, packages in words, closed by ***, and no price (C4)', async () => {
    const { id } = await savedAs({ via: 'Pacific Trading Ltd.' })
    const { text, problems } = await paperOf(id)
    expect(problems).toEqual([])
    for (const part of [
      "CERTIFICATE OF ORIGIN OF THE PEOPLE'S REPUBLIC OF CHINA",
      '1. Exporter',
      'VIA Pacific Trading Ltd.',
      'FROM NINGBO TO HAMBURG BY SEA',
      '4. Country / region',
      'GERMANY',
      'FORTY-TWO (42) CARTONS OF STAINLESS',
      'SAY EIGHTY-FOUR (84) CARTONS ONLY',
      'PACKED TOGETHER WITH GARDEN SET',
      '***',
      '7323930000',
      '1,005 PCS',
      'CI-2026-118',
      'NINGBO, CHINA, 2 MAR 2026',
      'Rules of Origin',
    ])
      expect(text).toContain(part)
    for (const never of ['3.1275', '18.60', 'USD', 'Origin criterion', 'KGS']) expect(text).not.toContain(never)
  })
  it('on Form A says criterion and heading, gross weights, and the country that gives the preference', async () => {
    const { id } = await savedAs({ originForm: 'form-a', destinationCountry: 'AUS', goods: criteria('W') })
    const { text, problems } = await paperOf(id)
    expect(problems).toEqual([])
    for (const part of ['FORM A', '"W" 73.23', '523.60 KGS G.W.', 'exported to AUSTRALIA']) expect(text).toContain(part)
    expect(text).not.toContain('USD')
  })
  it('[CD11] on RCEP says six digits, vessel, producer, remarks, and the FOB value only with RVC', async () => {
    const [first, ...others] = criteria('CTC', 999_99)
    const goods = [{ ...first!, criterion: 'RVC', fobValue: 3_012_50 }, ...others]
    const { id } = await savedAs({
      originForm: 'rcep',
      destinationCountry: 'JPN',
      goods,
      manufacturer: 'CONFIDENTIAL',
      remark: 'Third-party invoice: Pacific Trading Ltd., Singapore',
    })
    const { text, problems } = await paperOf(id)
    expect(problems).toEqual([])
    for (const part of [
      'Form RCEP',
      '7323.93',
      '3,012.50',
      'CONFIDENTIAL',
      'COSCO TAURUS',
      '14. Remarks',
      'Third-party',
      'exported to: JAPAN',
    ])
      expect(text).toContain(part)
    for (const never of ['7323930000', '999.99']) expect(text).not.toContain(never)
  })
  it('[PA11] is never sealed, and the office tells when it was issued of what is said otherwise by now', async () => {
    const { id } = await savedAs({})
    const asked = { paper: 'certificate-of-origin' as const, recordId: id }
    const issue = { ...asked, id: newId(), seenContent: (await paperOf(id)).content, reason: '', sealId: null, signId: null }
    expect(await office.query('paper', asked)).toMatchObject({ sealable: false })
    await office.run('issue-paper', issue)
    expect(await office.query('changed-papers', { recordKind: 'origin-certificate', recordId: id })).toEqual([])
    await office.run('save-origin-certificate', { ...aCertificate({ shipmentId: shipmentId(), id, via: 'Somebody' }), revision: 1 })
    expect(await office.query('changed-papers', { recordKind: 'origin-certificate', recordId: id })).toHaveLength(1)
    expect(await office.send('discard-origin-certificate', { id, revision: 2 })).toMatchObject({ refused: 'in-use' })
  })
})

describe('[CD12] what the issuing authority would send back', () => {
  const codesOf = async (form: OriginForm, more: Partial<Parameters<typeof aCertificate>[0]> = {}) => {
    const { id: _id, ...typed } = aCertificate({ shipmentId: shipmentId(), originForm: form, ...more })
    const { problems, warnings } = await office.query('preview-origin-certificate', typed)
    return { problems: [...new Set(problems.map(({ code }) => code))], warnings: warnings.map(({ code }) => code) }
  }
  it('is named: codes, criteria, values, and countries that do not give the preference', async () => {
    expect((await codesOf('co')).problems).toEqual(['no-hs-code'])
    await withCodes()
    expect((await codesOf('co')).problems).toEqual([])
    expect((await codesOf('form-a')).problems).toEqual(['form-a-ended', 'no-origin-criterion'])
    expect((await codesOf('rcep')).problems).toEqual(['not-in-rcep', 'no-origin-criterion'])
    expect((await codesOf('rcep', { destinationCountry: 'JPN', goods: criteria('RVC ACU') })).problems).toEqual(['no-fob-value'])
    expect((await codesOf('rcep', { destinationCountry: 'JPN', goods: criteria('RVC', 1) })).problems).toEqual([])
  })
  it('is goods that were not made here, on forms of China alone, and elsewhere than in the agreement', async () => {
    await withCodes()
    const [bottle] = made.sale.lines
    const productId = bottle!.productId!
    const customsOf = { declaredName: '', elements: '', brandType: '', preference: '', legalUnit: '', legalQuantity: '0', secondUnit: '' }
    await office.run('save-product-customs', {
      id: productId,
      revision: 0,
      ...customsOf,
      secondQuantity: '0',
      sourceArea: '',
      originCountry: 'VNM',
    })
    expect((await codesOf('co')).problems).toEqual(['not-of-china'])
    expect((await codesOf('rcep', { destinationCountry: 'JPN', goods: criteria('WO') })).problems).toEqual([])
    await office.run('save-product-customs', {
      id: productId,
      revision: 1,
      ...customsOf,
      secondQuantity: '0',
      sourceArea: '',
      originCountry: 'DEU',
    })
    expect((await codesOf('rcep', { destinationCountry: 'JPN', goods: criteria('WO') })).problems).toEqual(['not-in-rcep'])
  })
  it('[CD5] goes by countries as the company has corrected them', async () => {
    await withCodes()
    await office.run('save-customs-code', { id: newId(), list: 'form-a-country', code: 'DEU', name: '德国', active: true })
    await office.run('save-customs-code', { id: newId(), list: 'rcep-country', code: 'JPN', name: '日本', active: false })
    expect((await codesOf('form-a', { goods: criteria('P') })).problems).toEqual([])
    expect((await codesOf('rcep', { destinationCountry: 'JPN', goods: criteria('WO') })).problems).toEqual(['not-in-rcep'])
  })
  it('warns of one that is declared after the goods have left', async () => {
    await withCodes()
    seed().patch('shipment', shipmentId(), { dispatchedOn: '2026-03-01' })
    expect((await codesOf('co')).warnings).toEqual(['declared-after-departure'])
    expect((await codesOf('co', { declaredOn: '2026-03-01' })).warnings).toEqual([])
    seed().patch('shipment', shipmentId(), { dispatchedOn: null })
  })
})

describe('[CD13] a new certificate', () => {
  it('is suggested by the country, and begins with what the one of that form before said', async () => {
    await withCodes()
    expect(await office.query('origin-of-shipment', { shipmentId: shipmentId() })).toEqual({ certificates: [], suggested: 'co' })
    seed().patch('party', customer, { country: 'NO' })
    expect(await office.query('origin-of-shipment', { shipmentId: shipmentId() })).toMatchObject({ suggested: 'form-a' })
    seed().patch('party', customer, { country: 'AU' })
    expect(await office.query('origin-of-shipment', { shipmentId: shipmentId() })).toMatchObject({ suggested: 'rcep' })
    expect(await office.query('new-origin-certificate', { shipmentId: shipmentId(), originForm: 'rcep' })).toMatchObject({
      ...{ destinationCountry: 'AUS', declaredAt: '', goods: [], shipmentNumber: 'SH2026-0001', customer: 'Nordwind GmbH' },
    })
    await savedAs({ originForm: 'rcep', manufacturer: 'NOT AVAILABLE', goods: criteria('CTC').slice(0, 2) })
    const next = await office.query('new-origin-certificate', { shipmentId: shipmentId(), originForm: 'rcep' })
    const [first, second] = lineIds()
    expect(next).toMatchObject({ declaredAt: 'NINGBO, CHINA', manufacturer: 'NOT AVAILABLE' })
    expect(next.goods.toSorted((a, b) => a.lineId.localeCompare(b.lineId))).toEqual(
      [first, second].map((lineId) => ({ lineId, criterion: 'CTC' })).toSorted((a, b) => a.lineId.localeCompare(b.lineId)),
    )
    // What is said on one form is said of that form.
    expect(await office.query('new-origin-certificate', { shipmentId: shipmentId(), originForm: 'form-a' })).toMatchObject({
      goods: [],
      manufacturer: '',
    })
  })
  it('keeps its shipment, forgets goods that left it, and can be taken away', async () => {
    const input = await savedAs({ goods: [{ id: newId(), lineId: newId(), criterion: 'P', fobValue: null }] })
    expect((await office.query('origin-certificate', { id: input.id })).goods).toEqual([])
    const { revision } = await office.query('shipment', { id: shipmentId() })
    await office.run('discard-shipment', { id: shipmentId(), revision })
    expect(await office.query('shipment', { id: shipmentId() })).toMatchObject({ status: 'void' })
    expect((await paperOf(input.id)).text).toContain('across')
    expect(await office.send('discard-origin-certificate', { id: input.id, revision: 2 })).toMatchObject({ refused: 'changed-meanwhile' })
    await office.run('discard-origin-certificate', { id: input.id, revision: 1 })
    expect(await office.ask('origin-certificate', { id: input.id }, office.owner)).toMatchObject({ refused: 'not-found' })
  })
  it('is nothing to who may not see its shipment', async () => {
    const input = await savedAs({})
    const other = await office.user({ permissions: allPermissions, scopes: { shipment: 'own' } })
    expect(await office.ask('origin-certificate', { id: input.id }, other)).toMatchObject({ refused: 'not-found' })
    expect(await office.ask('origin-of-shipment', { shipmentId: shipmentId() }, other)).toMatchObject({ refused: 'not-found' })
    expect((await office.query('origin-certificates', {}, other)).rows).toEqual([])
    expect((await office.query('origin-certificates', {})).rows).toMatchObject([
      { number: 'CO2026-0001', originForm: 'co', customer: 'Nordwind GmbH' },
    ])
  })
})
