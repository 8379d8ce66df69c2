// A freight inquiry on paper and as text: what a forwarder needs, and nothing of the customer, of other quotes, or of what we think.
import { afterEach, expect, test } from 'vitest'
import { pdfTexts } from '../../testing/pdf-text.ts'
import { papers } from '../papers/index.ts'
import { aTrade } from '../shipments/testing/trade.ts'
import { shipments } from '../shipments/index.ts'
import { freightOffice, line } from './testing/inquiries.ts'

let started: Awaited<ReturnType<typeof freightOffice>>
afterEach(() => {
  const { faults } = started.office
  started.office.close()
  expect(faults).toEqual([])
})

test('[PA16] tells the route, the cargo and what is wanted, one fact a line; neither the customer, a quote nor a remark', async () => {
  started = await freightOffice({}, [papers, shipments])
  const { office, forwarders, inquiry, quote, revisionOf } = started
  const trade = aTrade(office)
  const sale = await trade.sold([{ quantity: '10', price: '5' }])
  const id = await inquiry({
    ...{ forwarderIds: forwarders.slice(0, 2), contractIds: [sale.id], goods: '台灯', remark: 'CANARY-REMARK', transportMode: 'sea' },
    ...{ volume: '68.5', weight: '10125.4', cargoReadyOn: '2026-03-20', neededBy: '2026-03-10' },
  })
  await quote(id, forwarders[0]!, 1_234_56, { lines: [line(1_234_56)], remark: 'CANARY-QUOTE' })
  const made = await office.query('paper', { paper: 'freight-inquiry', recordId: id })
  const { text } = await office.query('paper-text', { paper: 'freight-inquiry', recordId: id })
  const pdf = (await pdfTexts(made.pdf)).join('\n')
  const said = ['Ningbo', 'Hamburg', '2 x 40HQ', '68.500 m³', '10,125.40 kg', '台灯', '免柜期', '报价有效期']
  for (const one of said) expect(pdf).toContain(one)
  for (const one of [...said, '装运港: Ningbo', '卸货港: Hamburg', '集装箱: 2 x 40HQ', '运输方式: 海运', '备货完成: 2026年3月20日'])
    expect(text).toContain(one)
  for (const one of [pdf, text]) expect(one).not.toMatch(/CANARY|Buyer|1,234|SC2026|D2026|Alpha/)
  expect(made).toMatchObject({ language: 'zh', problems: [], fileName: 'FQ-FI2026-0001' })
  await office.run('void-freight-inquiry', { id, revision: revisionOf(id), reason: '取消' })
  expect((await office.query('paper-text', { paper: 'freight-inquiry', recordId: id })).text).toContain('(作废: 取消)')
})
