// Milestones on the screen against a fake office: the panel of a contract, its keys and dialogs, and the progress of a deal.
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test, vi } from 'vitest'
import type { OfficeRequest } from '../../../preload/contract/envelope.ts'
import type { MilestoneView, ProductionView } from '../../../preload/contract/modules/production/calls.ts'
import { aViewer, fakeOffice, type FakeOffice } from '../../client/testing/fake-office.ts'
import { tabList } from '../../client/use-tabs.ts'
import { inTab, openTab } from '../../kit/testing/in-tab.tsx'
import { DealProduction } from './panels/deal-production.tsx'
import { MilestoneTask } from './panels/milestone-task.tsx'
import { ProductionPanel } from './panels/production-panel.tsx'

vi.setConfig({ testTimeout: 60_000 })
const id = (n: number) => `01890000-0000-7000-8000-${String(n).padStart(12, '0')}`

const milestone = (n: number, given: Partial<MilestoneView> = {}): MilestoneView => ({
  ...{ id: id(n), revision: 1, kind: 'start', name: '开工', nameEn: 'Start', plannedOn: '2026-03-10', revisedOn: null, due: '2026-03-10' },
  ...{ standing: 'open', slip: 0, responsible: 'merchandiser', person: '', needsNote: false, doneOn: null, note: '', checked: null },
  ...{ defects: null, events: [] },
  ...given,
})
const production = (milestones: MilestoneView[], given: Partial<ProductionView> = {}): ProductionView => ({
  ...{ contractId: id(1), opens: true, number: 'PC2026-0001', revision: 3, supplierId: id(2), supplier: 'Ningbo Bolts', purchaser: '孙伟' },
  ...{ merchandiser: null, templateName: '标准大货', templateNameEn: 'Standard order', deals: [], deliveryDate: '2026-04-10' },
  ...{ latestShipment: '2026-04-20', done: 0, total: milestones.length, overdue: 0, nextId: milestones[0]?.id ?? null, slip: 0 },
  ...{ expectedDelivery: '2026-04-10', room: 10, milestones },
  ...given,
})
const anOffice = (data: ProductionView | null, permissions = aViewer().permissions) =>
  fakeOffice({
    viewer: aViewer({ permissions }),
    queries: {
      'contract-milestones': data,
      'deal-production': data ? [data] : [],
      'milestone-templates': [
        { id: id(90), revision: 1, name: '标准大货', nameEn: '', isDefault: true, active: true, lines: [] },
        { id: id(91), revision: 1, name: '停用的', nameEn: '', isDefault: false, active: false, lines: [] },
      ],
    },
    commands: {
      'complete-milestone': ({ id: own }: { id: string }) => ({ id: own, revision: 2 }),
      'revise-milestone': { id: id(10), revision: 2 },
      'apply-milestones': { applied: 1 },
      'reschedule-milestones': { changed: 2 },
    },
  })
const sent = (office: FakeOffice, name: string) =>
  office.asked.filter((r): r is Extract<OfficeRequest, { kind: 'command' }> => r.kind === 'command' && r.name === name).map((r) => r.input)
const panel = () => {
  openTab()
  inTab(<ProductionPanel id={id(1)} status="signed" />)
}
const row = async (n: number) => (await screen.findAllByRole('listitem')).find((li) => li.dataset['milestone'] === id(n))!

test('a task of one of two milestones of a day opens that one, and none when it is done meanwhile', async () => {
  const two = [milestone(10), milestone(11, { name: '包装', kind: 'packing' })]
  const office = await anOffice(production(two))
  openTab()
  const about = (part: string) => <MilestoneTask rule="milestone" recordId={id(1)} part={part} onClose={vi.fn<() => void>()} />
  const { rerender } = inTab(about(id(11)))
  const dialog = await screen.findByRole('dialog')
  expect(dialog.textContent).toContain('包装')
  fireEvent.click(within(dialog).getByRole('button', { name: /完成/ }))
  await waitFor(() => expect(sent(office, 'complete-milestone')).toMatchObject([{ id: id(11) }]))
  rerender(about(id(12)))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
})

describe('the panel of a purchase contract', () => {
  test('arrows move between milestones; D records a plain one as done today', async () => {
    const office = await anOffice(production([milestone(10), milestone(11, { name: '包装', kind: 'packing' })]))
    panel()
    const first = await row(10)
    expect(first.tabIndex).toBe(0)
    first.focus()
    fireEvent.keyDown(first, { key: 'ArrowDown' })
    const second = await row(11)
    expect(document.activeElement).toBe(second)
    fireEvent.keyDown(second, { key: 'd' })
    await waitFor(() => expect(sent(office, 'complete-milestone')).toHaveLength(1))
    expect(sent(office, 'complete-milestone')[0]).toEqual({
      ...{ id: id(11), revision: 1, doneOn: '2026-03-02', note: '', result: null, checked: null, defects: null },
    })
  })

  test('D on an inspection asks first: result, figures and note go along', async () => {
    const office = await anOffice(production([milestone(10, { kind: 'final-inspection', name: '尾期验货', needsNote: true })]))
    panel()
    const inspection = await row(10)
    expect(within(inspection).queryByText('今天完成')).toBeNull()
    fireEvent.keyDown(inspection, { key: 'D' })
    const dialog = within(await screen.findByRole('dialog'))
    fireEvent.click(dialog.getByText('不通过'))
    fireEvent.change(dialog.getByLabelText('检验数量'), { target: { value: '125' } })
    fireEvent.blur(dialog.getByLabelText('检验数量'))
    fireEvent.change(dialog.getByLabelText('次品数'), { target: { value: '12' } })
    fireEvent.blur(dialog.getByLabelText('次品数'))
    fireEvent.change(dialog.getByLabelText(/说明/), { target: { value: '划痕' } })
    fireEvent.click(dialog.getByRole('button', { name: '登记完成' }))
    await waitFor(() => expect(sent(office, 'complete-milestone')).toHaveLength(1))
    expect(sent(office, 'complete-milestone')[0]).toMatchObject({ result: 'failed', checked: '125', defects: 12, note: '划痕' })
  })

  test('what the office refuses is said in the panel', async () => {
    const office = await anOffice(production([milestone(10)]))
    office.commands['complete-milestone'] = { ok: false, refused: 'changed-meanwhile', data: { expected: 1, found: 2 } }
    panel()
    fireEvent.click(within(await row(10)).getByText('今天完成'))
    expect(await screen.findByRole('alert')).toBeTruthy()
  })

  test('delays, the old day and the history are shown', async () => {
    const events: MilestoneView['events'] = [
      { at: '2026-03-01T02:00:00.000Z', user: '赵敏', act: 'revised', on: '2026-03-22', note: '缺料', checked: null, defects: null },
    ]
    const late = milestone(10, { revisedOn: '2026-03-22', due: '2026-03-22', slip: 12, events })
    await anOffice(production([late], { slip: 12, expectedDelivery: '2026-04-22', room: -2 }))
    panel()
    const one = within(await row(10))
    expect(one.getByText('2026-03-10')).toBeTruthy()
    expect(one.getByText('拖期 12 天')).toBeTruthy()
    expect(screen.getByText('比最迟装运晚 2 天')).toBeTruthy()
    fireEvent.click(one.getByText('记录 1'))
    expect(await one.findByText(/赵敏 · 改期 2026-03-22 · 缺料/)).toBeTruthy()
    expect(screen.queryByText('套用跟单模板')).toBeNull()
  })

  test('a contract without milestones offers the templates in use', async () => {
    const office = await anOffice(null)
    panel()
    fireEvent.click(await screen.findByRole('button', { name: '套用跟单模板' }))
    const dialog = within(await screen.findByRole('dialog'))
    expect(await dialog.findByText('标准大货')).toBeTruthy()
    fireEvent.click(dialog.getByRole('button', { name: '套用跟单模板' }))
    await waitFor(() =>
      expect(sent(office, 'apply-milestones')).toEqual([{ contracts: [{ contractId: id(1) }], templateId: id(90), merchandiserId: null }]),
    )
  })

  test('who may only look has nothing to press; who may not look has no panel', async () => {
    const office = await anOffice(production([milestone(10)]), ['milestone.view'])
    panel()
    const one = await row(10)
    expect(within(one).queryAllByRole('button')).toEqual([])
    fireEvent.keyDown(one, { key: 'd' })
    expect(sent(office, 'complete-milestone')).toEqual([])
  })

  test('no right, no panel', async () => {
    const office = await anOffice(production([milestone(10)]), [])
    panel()
    expect(screen.queryByText(/跟单/)).toBeNull()
    expect(office.asked.some((r) => r.kind === 'query' && r.name === 'contract-milestones')).toBe(false)
  })
})

test('a deal shows how far each factory is, and opens the contract', async () => {
  await anOffice(production([milestone(10, { standing: 'overdue', due: '2026-02-20' })], { done: 3, total: 8, overdue: 1 }))
  openTab()
  inTab(<DealProduction dealId={id(5)} />)
  expect(await screen.findByText('3/8')).toBeTruthy()
  expect(screen.getByText('逾期')).toBeTruthy()
  fireEvent.click(screen.getByText('PC2026-0001'))
  expect(tabList().tabs.at(-1)).toMatchObject({ route: 'purchase-contract', params: { id: id(1) } })
})
