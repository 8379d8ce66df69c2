// The ocean freight of a new estimate: that of the chosen quotes of the deal's freight inquiries.
import { afterEach, expect, test } from 'vitest'
import { freightOffice, line } from '../freight/testing/inquiries.ts'
import { shipments } from '../shipments/index.ts'
import { aTrade } from '../shipments/testing/trade.ts'
import { estimates } from './index.ts'

let started: Awaited<ReturnType<typeof freightOffice>>
afterEach(() => started.office.close())

test('[E6] a chosen quote stands in, one line a currency at the rates of the deal; before the choice it is left to type', async () => {
  started = await freightOffice({}, [shipments, estimates])
  const { office, forwarders, inquiry, quote, choose } = started
  const sold = await aTrade(office).sold([{ quantity: '100', price: '10' }])
  const id = await inquiry({ contractIds: [sold.id], containers: [{ type: '40HQ', count: 1 }] })
  const chosen = await quote(id, forwarders[0]!, 0, {
    lines: [line(200_000), line(30_000, { kind: 'local', basis: 'bill', currency: 'CNY' })],
  })
  const freight = async () =>
    (await office.query('profit-estimate-fill', { dealId: sold.dealId })).costs
      .filter((c) => c.line === 'freight')
      .map((c) => [c.currency, c.rate, c.amount, c.source.from])
  expect(await freight()).toEqual([['USD', '7.1', null, 'typed']])
  await choose(id, chosen)
  expect(await freight()).toEqual([
    ['CNY', '1', 30_000, 'freight-quote'],
    ['USD', '7.1', 200_000, 'freight-quote'],
  ])
})
