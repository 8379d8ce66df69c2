// Follow-ups of documents: dates that are near or past, within the viewer's scope, by what is permitted.
import { expect, test } from 'vitest'
import { writableDb } from '../../../db/tx.ts'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { approvals } from '../approvals/index.ts'
import { moneyOffice, type MoneyOffice } from '../receipts-and-payments/testing/money.ts'
import { tasks } from './index.ts'
import { askedToday } from './testing/asked.ts'

test('[D4] follow-ups are dates near or past, within the scope, by what is permitted', async () => {
  const trade: MoneyOffice = await moneyOffice({}, [approvals, tasks])
  trade.at = '2026-03-02T02:00:00.000Z'
  const clerk = await trade.user({ permissions: ['shipment.view'], scopes: { shipment: 'own' } })
  const seed = writableDb(trade.database.write, 0)
  const shipment = (number: string, etd: string | null, eta: string | null, status: string, ownerId: string) =>
    seed.put('shipment', {
      ...{ id: newId(), number, customerId: trade.customerId, currency: 'USD', forwarderId: null, carrierId: null, vessel: '', voyage: '' },
      ...{ bookingNumber: '', billOfLadingNumber: '', invoiceNumber: '', declarationNumber: '', portOfLoading: '', portOfDischarge: '' },
      ...{ etd, eta, containers: '[]', remark: '', status, dispatchedOn: null, onBoardOn: null, arrivedOn: null, rate: null },
      ...{ documentsDeliveredOn: null, doneOn: null, total: 1000, totalBase: null, journalId: null, ownerId, departmentId: null },
      ...{ createdAt: trade.at, revision: 1 },
    })
  shipment('near', '2026-03-09', null, 'booked', clerk.id)
  shipment('far', '2026-03-10', null, 'booked', clerk.id)
  shipment('past', '2026-02-20', null, 'planned', clerk.id)
  shipment('gone', '2026-02-20', '2026-03-20', 'dispatched', clerk.id)
  shipment('arriving', '2026-02-01', '2026-03-05', 'on-board', clerk.id)
  shipment('colleague', '2026-03-03', null, 'booked', trade.owner.id)
  await trade.invoice(50_000, { on: '2026-01-10', due: '2026-03-01' })
  await trade.invoice(50_000, { on: '2026-01-10', due: '2026-03-02' })
  await trade.bill({ lines: [trade.billLine(9_900)], dueDate: '2026-03-07' })
  const of = async (as = trade.owner, mine = false) =>
    (await askedToday(trade, as, mine || as !== trade.owner ? 'mine' : 'team')).map((g) => [
      g.rule,
      g.items.length,
      g.items.map((i) => [i.number, i.days]),
    ])
  const clerks = [
    [
      'departure-near',
      2,
      [
        ['past', -10],
        ['near', 7],
      ],
    ],
    ['eta-near', 1, [['arriving', 3]]],
  ]
  expect(await of(clerk)).toEqual(clerks)
  const any = expect.any(String)
  const departures = [
    ['past', -10],
    ['colleague', 1],
    ['near', 7],
  ]
  expect(await of()).toEqual([
    ['departure-near', 3, departures],
    ['sailing-unrecorded', 1, [['gone', -10]]],
    ['receivable-overdue', 1, [[any, -1]]],
    ['balance-due', 1, [[any, 0]]],
    ['eta-near', 1, [['arriving', 3]]],
    ['payable-due', 1, [[any, 5]]],
  ])
  expect(await of(trade.owner, true)).toEqual([
    // Nobody is in the role that would be asked.
    ['sailing-unrecorded', 1, [['gone', -10]]],
    ['receivable-overdue', 1, [[any, -1]]],
    ['balance-due', 1, [[any, 0]]],
    ['departure-near', 1, [['colleague', 1]]],
    ['payable-due', 1, [[any, 5]]],
  ])
  trade.close()
})
