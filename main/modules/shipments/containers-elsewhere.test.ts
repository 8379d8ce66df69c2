// A container on two voyages at once is warned of; one that has arrived may be used again.
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { QueryInput } from '../../../preload/contract/queries.ts'
import { endSound, moneyOffice, type MoneyOffice } from '../receipts-and-payments/testing/money.ts'
import { checks } from '../checks/index.ts'

let office: MoneyOffice
let line: string
beforeEach(async () => {
  office = await moneyOffice({}, [checks])
  office.at = '2026-05-01T02:00:00.000Z'
  line = (await office.sold([{ quantity: '100', price: '10' }])).lines[0]!
})
afterEach(() => endSound(office))

const planned = async (number: string, days: { etd: string | null; eta: string | null }) => {
  const input = office.shipmentOf([[line, '1']], { ...days, containers: [{ type: '40HQ', number, seal: '' }] })
  return { ...(await office.run('save-shipment', input)), input }
}
const ask = async (
  number: string,
  departsOn: string | null,
  arrivesOn: string | null,
  more: Partial<QueryInput<'containers-elsewhere'>> = {},
  as = office.owner,
) =>
  (await office.query('containers-elsewhere', { containers: [{ id: 'x', number }], departsOn, arrivesOn, exceptId: null, ...more }, as))
    .warnings
const told = (number: string) => [{ code: 'entered-before', field: 'containers.#x.number', data: { by: 'shipment', number } }]

test('[SC10] on a voyage of overlapping days it is warned of, however it is typed; before and after it is not', async () => {
  const { number, id } = await planned('CSQU3054383', { etd: '2026-05-10', eta: '2026-06-10' })
  for (const typed of ['CSQU3054383', 'csqu 305438-3', 'ＣＳＱＵ3054383'])
    expect([typed, await ask(typed, '2026-06-10', '2026-07-10')]).toEqual([typed, told(number)])
  expect(await ask('CSQU3054383', '2026-06-11', '2026-07-10')).toEqual([])
  expect(await ask('CSQU3054383', '2026-04-01', '2026-05-09')).toEqual([])
  expect(await ask('CSQU3054399', '2026-05-10', null)).toEqual([])
  expect(await ask('SQU305438', '2026-05-10', null)).toEqual([{ code: 'container-form', field: 'containers.#x.number', data: {} }]) // a part of it is another one
  // Without days it leaves today; nothing known of the end is thirty days.
  expect(await ask('CSQU3054383', null, null)).toEqual(told(number))
  expect(await ask('CSQU3054383', '2026-04-09', null)).toEqual([])
  expect(await ask('CSQU3054383', '2026-04-10', null)).toEqual(told(number))
  expect(await ask('CSQU3054383', '2026-05-20', null, { exceptId: id })).toEqual([])
})

test('[SC10] the days are those on which it really left and arrived; a void shipment frees it', async () => {
  const { id, revision, number } = await planned('CSQU3054383', { etd: '2026-04-01', eta: '2026-06-10' })
  const sent = await office.run('dispatch-shipment', { id, revision, dispatchedOn: '2026-04-05', rate: '7' })
  expect(await ask('CSQU3054383', '2026-05-01', null)).toEqual(told(number))
  expect(await ask('CSQU3054383', '2026-03-01', '2026-04-04')).toEqual([])
  office.database.write.sql.prepare("UPDATE shipment SET arrivedOn = '2026-04-28', status = 'arrived' WHERE id = ?").run(sent.id)
  expect(await ask('CSQU3054383', '2026-05-01', null)).toEqual([])
  const again = await planned('CSQU3054383', { etd: '2026-05-10', eta: null })
  expect(await ask('CSQU3054383', '2026-05-20', null)).toEqual(told(again.number))
  await office.run('discard-shipment', { id: again.id, revision: again.revision })
  expect(await ask('CSQU3054383', '2026-05-20', null)).toEqual([])
})

test('[SC10] [SEC43] a shipment beyond the viewer’s scope is not told', async () => {
  await planned('CSQU3054383', { etd: '2026-05-10', eta: null })
  const other = await office.user({ permissions: ['shipment.view'], scopes: { shipment: 'own' } })
  expect(await ask('CSQU3054383', '2026-05-20', null, {}, other)).toEqual([])
  expect(await ask('CSQU3054383', '2026-05-20', null)).toHaveLength(1)
})
