// Shipping advice and application for insurance: what each tells, what stops it, and what is never on it.
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { CommandInput } from '../../../../preload/contract/commands.ts'
import { pdfTexts } from '../../../testing/pdf-text.ts'
import { closeSound, tradeOffice, type Trade } from '../../contracts/testing/trade.ts'
import { contracts } from '../../contracts/index.ts'
import { deals } from '../../deals/index.ts'
import { papers } from '../../papers/index.ts'
import { purchasing } from '../../purchasing/index.ts'
import { shipments } from '../index.ts'
import { c4, type C4 } from '../testing/packed.ts'

let office: Trade
let made: C4
const start = async (more: Parameters<typeof c4>[2] = {}) => {
  made = await c4(
    office,
    office.customer({
      ...{
        name: '汉萨进口有限责任公司 Hansa Import & Großhandel GmbH & Co. KG, Abteilung Haushaltswaren',
        shortName: 'HANSA',
        country: 'DE',
      },
      address: 'Speicherstadt 5, 20457 Hamburg',
    }),
    more,
  )
  made.input = {
    ...made.input,
    ...{ billOfLadingNumber: 'COSU6312345678', etd: '2026-05-12', eta: '2026-06-14', remark: 'CANARY-REMARK', premiumRate: '0.3' },
  }
}
beforeEach(async () => {
  office = await tradeOffice([deals, contracts, purchasing, shipments, papers])
  office.at = '2026-05-20T02:00:00.000Z'
})
afterEach(() => closeSound(office))

const save = (more: Partial<CommandInput<'save-shipment'>> = {}) => office.run('save-shipment', { ...made.input, ...more })
const printed = async (paper: 'shipping-advice' | 'insurance-application') => {
  const asked = { paper, recordId: made.input.id }
  const made_ = await office.query('paper', asked)
  const { text } = await office.query('paper-text', asked)
  return { ...made_, plain: text, text: (await pdfTexts(made_.pdf)).join('\n') }
}
const offered = async () => (await office.query('papers-of', { recordKind: 'shipment', recordId: made.input.id })).map(({ paper }) => paper)

test('[H61] [PA16] the shipping advice tells what left, on which vessel, and when it arrives; no price, no amount', async () => {
  await start()
  await save()
  await office.run('dispatch-shipment', { id: made.input.id, revision: 1, dispatchedOn: '2026-05-11', rate: '7.1' })
  expect((await printed('shipping-advice')).problems).toEqual([{ code: 'empty', what: '装船日 On board' }])
  await office.run('record-shipment-step', { id: made.input.id, revision: 2, step: 'on-board', on: '2026-05-12' })
  const { text, plain, problems, language, fileName } = await printed('shipping-advice')
  for (const said of [
    ...['SHIPPING ADVICE', 'CI-2026-118', 'COSCO TAURUS / 021W', 'COSU6312345678', 'Ningbo', 'Hamburg', '12 MAY 2026', '14 JUN 2026'],
    ...['1,005 PCS Stainless steel bottle', '250 SET Garden set', '30 PCS Spare lid', '84 CARTONS', '1,145.60 KGS', '7.939 CBM'],
    ...['1 x 20GP CSQU3054383 / SL778', '汉萨进口有限责任公司', 'Großhandel'],
  ])
    expect(text).toContain(said)
  for (const said of ['On board: 12 MAY 2026', 'ETA: 14 JUN 2026', 'B/L No.: COSU6312345678']) expect(plain).toContain(said)
  for (const one of [text, plain]) expect(one).not.toMatch(/CANARY|USD|3\.1275|18\.6|3,143|7,560|FREE OF CHARGE/)
  expect({ problems, language }).toEqual({ problems: [], language: 'en' })
  expect(fileName).toBe('SA-CI-2026-118-HANSA')
})

test('[H59] the application for insurance tells value, sum insured and premium, in both languages; unit prices it does not', async () => {
  await start()
  await save()
  const { text, plain, problems } = await printed('insurance-application')
  for (const said of [
    ...['投保单', 'USD 7,560.64', '10 %', 'USD 8,316.71', '0.3 %', 'USD 24.95', 'INSTITUTE CARGO CLAUSES (C)', '84 CARTONS', '84 箱'],
    ...['SAY US DOLLARS EIGHT THOUSAND THREE HUNDRED SIXTEEN AND CENTS SEVENTY-ONE ONLY', '2026-05-12', 'Ningbo – Hamburg', 'GERMANY 德国'],
  ])
    expect(text.replaceAll(/\s+/g, ' ')).toContain(said)
  for (const one of [text, plain]) expect(one).not.toMatch(/CANARY|3\.1275|18\.60|3,143|汉萨/)
  expect(problems).toEqual([])
  expect(await office.query('shipment', { id: made.input.id })).toMatchObject({
    insured: { sum: { minor: 831_671 }, least: { minor: 831_671 }, premium: { minor: 2495 } },
  })
})

test('[H60] less than 110 % under CIF, and less than all risks under CIP, is named with both figures', async () => {
  await start({ incoterm: 'CIP' })
  await save({ insuranceMarkup: '5', insuranceConditions: 'ICC (C)' })
  expect((await printed('insurance-application')).problems).toEqual([
    { code: 'insured-too-little', what: 'CI-2026-118', one: 'USD 7,938.68', other: 'USD 8,316.71' },
    { code: 'insurance-conditions', what: 'CIP', one: 'ICC (C)', other: 'INSTITUTE CARGO CLAUSES (A)' },
  ])
  await save({ revision: 1, insuranceMarkup: '10', insuredWhole: true, insuranceConditions: 'ICC (A), war and strikes' })
  const { text, problems } = await printed('insurance-application')
  expect(problems).toEqual([])
  expect(text).toContain('USD 8,317.00')
})

test('[H60] is offered where we insure', async () => {
  await start({ incoterm: 'FOB', incotermPlace: 'Ningbo' })
  await save()
  expect(await offered()).toEqual(['commercial-invoice', 'packing-list', 'booking-note', 'shipping-instruction', 'shipping-advice'])
  expect((await office.query('shipment', { id: made.input.id })).insured).toBeNull()
})
