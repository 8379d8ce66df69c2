// Follow-up of production and its templates against a fake office: what is asked, what opens, what a template sends.
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import type { OfficeRequest } from '../../../preload/contract/envelope.ts'
import type { MilestoneView, ProductionView } from '../../../preload/contract/modules/production/calls.ts'
import { fakeOffice, type FakeOffice } from '../../client/testing/fake-office.ts'
import { inTab, openTab } from '../../kit/testing/in-tab.tsx'
import { ProductionPage } from './production-page.tsx'
import { TemplatePage } from './template-page.tsx'

const id = (n: number) => `01890000-0000-7000-8000-${String(n).padStart(12, '0')}`
const milestone = (n: number, name: string): MilestoneView => ({
  ...{ id: id(n), revision: 1, kind: 'start', name, nameEn: '', plannedOn: '2026-03-10', revisedOn: null, due: '2026-03-10' },
  ...{ standing: 'open', slip: 0, responsible: 'merchandiser', person: '', needsNote: false, doneOn: null, note: '', checked: null },
  ...{ defects: null, events: [] },
})
const contract = (n: number, number: string, milestones: MilestoneView[]): ProductionView => ({
  ...{ contractId: id(n), opens: true, number, revision: 3, supplierId: id(2), supplier: 'Ningbo Bolts', purchaser: '孙伟' },
  ...{ merchandiser: null, templateName: '标准大货', templateNameEn: '', deals: [], deliveryDate: '2026-04-10' },
  ...{ latestShipment: '2026-04-20', done: 0, total: milestones.length, overdue: 0, nextId: milestones[0]?.id ?? null, slip: 0 },
  ...{ expectedDelivery: '2026-04-10', room: 10, milestones },
})
const asked = (office: FakeOffice, name: string) =>
  office.asked.flatMap((r: OfficeRequest) => (r.kind === 'query' && r.name === name ? [r.input] : []))
const sent = (office: FakeOffice) =>
  office.asked.flatMap((r: OfficeRequest) => (r.kind === 'command' && r.name === 'save-milestone-template' ? [r.input] : []))

describe('follow-up', () => {
  test('contracts stand closed with what comes next; opened, every milestone is there; a box asks for its own', async () => {
    const contracts = [
      contract(1, 'PC2026-0001', [milestone(10, '开工'), milestone(11, '包装')]),
      contract(3, 'PC2026-0002', [milestone(12, '备料')]),
    ]
    const office = await fakeOffice({ queries: { 'production-board': { contracts, more: 4 } } })
    openTab()
    inTab(<ProductionPage params={{}} />)
    const first = within(await screen.findByRole('region', { name: 'PC2026-0001' }))
    expect(first.queryByText('包装')).toBeNull()
    fireEvent.click(first.getByRole('button', { name: '展开 PC2026-0001' }))
    expect(await first.findByText('包装')).toBeTruthy()
    expect(screen.getByText(/另有 4/)).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: '逾期' }))
    await waitFor(() => expect(asked(office, 'production-board').at(-1)).toEqual({ box: 'overdue' }))
  })

  test('nothing to follow says where milestones come from', async () => {
    await fakeOffice({ queries: { 'production-board': { contracts: [], more: 0 } } })
    openTab()
    inTab(<ProductionPage params={{}} />)
    expect(await screen.findByText(/签订采购合同后/)).toBeTruthy()
  })
})

test('[W38] opened with a view of its list it shows the list, and all of it', async () => {
  const office = await fakeOffice({ queries: { milestones: { rows: [], count: 0 }, 'list-views': { views: [], roles: [] } } })
  openTab()
  inTab(<ProductionPage params={{ view: id(9) }} />)
  await waitFor(() => expect(asked(office, 'milestones').at(-1)).toMatchObject({ params: { box: 'all' } }))
})

describe('a template', () => {
  const start = async () => {
    const office = await fakeOffice({
      queries: { 'milestone-templates': [] },
      commands: { 'save-milestone-template': { id: id(90), revision: 1 } },
    })
    openTab()
    inTab(<TemplatePage params={{}} />)
    await screen.findByRole('group', { name: /1/ })
    return office
  }
  const line = (n: number) => within(screen.getByRole('group', { name: new RegExp(String(n)) }))

  test('a kind brings its usual name and asks for a note where it is checked; lines are moved and sent in order', async () => {
    const office = await start()
    fireEvent.change(screen.getAllByRole('textbox', { name: /名称/ })[0]!, { target: { value: '急单' } })
    fireEvent.mouseDown(line(1).getByRole('combobox', { name: '类别' }))
    fireEvent.click(await screen.findByRole('option', { name: '尾期验货' }))
    expect((line(1).getByRole('textbox', { name: '名称' }) as HTMLInputElement).value).toBe('尾期验货')
    expect((line(1).getByRole('checkbox') as HTMLInputElement).checked).toBe(true)
    expect((line(1).getByRole('button', { name: /去掉/ }) as HTMLButtonElement).disabled).toBe(true)
    fireEvent.click(screen.getByRole('button', { name: '增加节点' }))
    fireEvent.change(line(2).getByRole('textbox', { name: '名称' }), { target: { value: '贴标' } })
    fireEvent.click(line(2).getByRole('button', { name: /上移/ }))
    fireEvent.click(screen.getByRole('button', { name: '保存' }))
    await waitFor(() => expect(sent(office)).toHaveLength(1))
    expect(sent(office)[0]).toMatchObject({
      name: '急单',
      lines: [
        { kind: 'other', name: '贴标' },
        { kind: 'final-inspection', name: '尾期验货', nameEn: 'Final inspection', needsNote: true },
      ],
    })
  })

  test('what the office refuses is said at its field, and what was typed stays', async () => {
    const office = await start()
    office.commands['save-milestone-template'] = {
      ok: false,
      refused: 'invalid-input',
      data: { issues: [{ path: 'name', rule: 'required' }] },
    }
    fireEvent.change(line(1).getByRole('textbox', { name: '名称' }), { target: { value: '贴标' } })
    fireEvent.click(screen.getByRole('button', { name: '保存' }))
    expect((await screen.findAllByText('必填')).length).toBeGreaterThan(0)
    expect((line(1).getByRole('textbox', { name: '名称' }) as HTMLInputElement).value).toBe('贴标')
  })
})
