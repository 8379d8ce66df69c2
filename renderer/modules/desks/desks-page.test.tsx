// The page of desks against a fake office: from a closed network to a PC that has joined, what is sent on the way, and what is asked before. Rules D21 to D25.
import { act, configure, screen, waitFor, within } from '@testing-library/react'
import userEvent, { PointerEventsCheckLevel } from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { CommandInput } from '../../../preload/contract/commands.ts'
import { PAIRING_TRIES } from '../../../preload/contract/modules/desks/calls.ts'
import { readInvitation } from '../../../preload/contract/vocabulary/pairing-code.ts'
import { aViewer, type FakeOffice, fakeOffice } from '../../client/testing/fake-office.ts'
import { inTab, openTab } from '../../kit/testing/in-tab.tsx'
import { DesksPage } from './desks-page.tsx'
import type { Network } from './use-pairing.ts'

configure({ defaultHidden: true })

const ADDRESS = '192.168.1.20:5180'
const FINGERPRINT = '0123456789ABCDEF'
const PEM = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n'
const NETWORK = { name: '以太网', address: '192.168.1.20' }
const id = (n: number) => `01890000-0000-7000-8000-00000000000${n}`
const closed: Network = {
  ...{ open: false, interface: '', networkPort: 5180, revision: 3, interfaces: [NETWORK], addresses: [], problem: null },
  ...{ fingerprint: '', pairing: null, lastJoined: null },
}
const opened: Network = { ...closed, open: true, interface: '以太网', addresses: [`https://${ADDRESS}`], fingerprint: FINGERPRINT }
const desk = { id: id(1), name: '财务室', status: 'joined', revision: 4, person: '王芳', address: '192.168.1.31' }
const roles = [
  { id: id(7), name: '会计' },
  { id: id(8), name: '出纳' },
]

let network: Network
let fake: FakeOffice
const now = (part: Partial<Network>) =>
  act(() => {
    network = { ...network, ...part }
    fake.notify({ kind: 'changed', tables: ['pairing', 'network', 'setting', 'desk'] })
  })
const page = async (state: Network, given: { commands?: Record<string, unknown>; permissions?: string[]; rows?: object[] } = {}) => {
  network = state
  fake = await fakeOffice({
    ...(given.permissions && { viewer: aViewer({ permissions: given.permissions as never }) }),
    queries: {
      'network-state': () => network,
      desks: { rows: given.rows ?? [desk], count: 1, columns: ['name', 'person', 'address', 'status', 'revision'] },
      'desk-roles': { roleIds: [id(8)] },
      roles: { rows: roles, count: 2, columns: ['name'] },
      'company-certificate': { pem: PEM },
    },
    commands: {
      'open-network': () => {
        network = { ...network, open: true, revision: 4 }
        return { revision: 4 }
      },
      'open-pairing': ({ id: pairingId }: CommandInput<'open-pairing'>) => {
        network = {
          ...network,
          pairing: { id: pairingId, openedBy: '王老板', expiresAt: '2026-03-02T10:10:00.000Z', triesLeft: PAIRING_TRIES },
        }
        return { id: pairingId, expiresAt: '2026-03-02T10:10:00.000Z' }
      },
      ...Object.fromEntries(['close-pairing', 'close-network', 'edit-desk', 'revoke-desk'].map((name) => [name, {}])),
      ...given.commands,
    },
  })
  openTab()
  inTab(<DesksPage />)
  return userEvent.setup({ pointerEventsCheck: PointerEventsCheckLevel.Never, delay: null })
}
const sent = (name: string) => fake.asked.flatMap((one) => (one.kind === 'command' && one.name === name ? [one.input] : []))
const button = (name: string | RegExp) => screen.findByRole('button', { name })
const inDialog = async () => within(await screen.findByRole('dialog'))
/** The dialog with the code: waits until the letters stand there, and says which secret they hold. */
const shownCode = async () => readInvitation((await screen.findByLabelText('加入码')).textContent)
const pairingSent = (at = 0) => sent('open-pairing')[at] as CommandInput<'open-pairing'>

// The desktop's window, whose page stays where it is when the office moves.
beforeEach(() => vi.stubGlobal('tradewind', {}))
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('[D21] [D22] a closed network is opened on the only one there is, and the code shown holds the secret that the office was told', async () => {
  const person = await page(closed)
  await screen.findByText(/网络没有开放/)
  await person.click(await button('让同事加入'))
  expect((await inDialog()).getByRole<HTMLInputElement>('radio', { name: /以太网/ }).checked).toBe(true)
  await person.click(await button('开放网络'))
  expect(sent('open-network')).toEqual([{ interface: '以太网', networkPort: 5180, revision: 3 }])
  // The code waits until the office is served at an address and has its certificate.
  await screen.findByText(/制作公司证书/, { selector: '[role=dialog] *' })
  expect(sent('open-pairing')).toEqual([])
  now({ addresses: opened.addresses, fingerprint: FINGERPRINT })
  const code = await shownCode()
  expect(code).toEqual({ address: null, fingerprint: FINGERPRINT, secret: pairingSent().secret })
  const link = await screen.findByLabelText('链接（含地址和加入码）')
  expect(readInvitation(link.textContent)).toEqual({ ...code, address: ADDRESS })
  expect(await screen.findByRole('img', { name: /二维码/ })).toBeTruthy()
  await screen.findByText('还能试 5 次')
})

test('[D21] of several networks one is chosen first, and the port can be another', async () => {
  const person = await page({ ...closed, interfaces: [NETWORK, { name: 'VPN', address: '10.8.0.2' }] })
  await person.click(await button('让同事加入'))
  const go = await button('开放网络')
  expect(go.hasAttribute('disabled')).toBe(true)
  await person.click(await screen.findByRole('radio', { name: /VPN/ }))
  await person.click(await button(/更多：端口 5180/))
  const port = await screen.findByLabelText('端口')
  await person.clear(port)
  await person.type(port, '6000')
  await person.click(go)
  await waitFor(() => expect(sent('open-network')).toEqual([{ interface: 'VPN', networkPort: 6000, revision: 3 }]))
})

test('[D21] a hub without a network says what to do and opens nothing', async () => {
  const person = await page({ ...closed, interfaces: [] })
  await person.click(await button('让同事加入'))
  await screen.findByText(/没有接入任何网络/)
  expect((await button('开放网络')).hasAttribute('disabled')).toBe(true)
})

test.each([
  ['port-in-use', /端口被别的程序占用.*端口 5180/],
  ['no-address', /这个网络没有接通.*以太网/],
  ['other', /不能开放.*office\.log/],
] as const)('[D21] what keeps the office from its network is told with what to do: %s', async (problem, said) => {
  const person = await page({ ...opened, addresses: [], problem })
  expect((await screen.findByRole('alert')).textContent).toMatch(said)
  expect((await button('让一台电脑加入')).hasAttribute('disabled')).toBe(true)
  await person.click(await button(/换网络或端口/))
  await person.click(await button('开放网络'))
  await waitFor(() => expect(sent('open-network')).toHaveLength(1))
  // What was open before is mended; nobody asked for a code.
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(sent('open-pairing')).toEqual([])
})

test('[D22] tries are counted as they are used, and the PC that has joined is named; another one gets a code of its own', async () => {
  const person = await page(opened)
  await person.click(await button('让一台电脑加入'))
  const first = await shownCode()
  now({ pairing: { ...network.pairing!, triesLeft: 3 } })
  await screen.findByText('还能试 3 次')
  now({ pairing: null, lastJoined: { pairingId: pairingSent().id, name: '仓库' } })
  await screen.findByText('“仓库”已加入。')
  await person.click(await button('让另一台电脑加入'))
  await waitFor(() => expect(sent('open-pairing')).toHaveLength(2))
  const second = await shownCode()
  expect(second?.secret).toBe(pairingSent(1).secret)
  expect([second?.secret === first?.secret, pairingSent(1).id === pairingSent(0).id]).toEqual([false, false])
})

test('[D22] the code expires ten minutes after the office opened it, and a new one is offered', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-03-02T09:00:00Z') })
  const person = await page(opened)
  await person.click(await button('让一台电脑加入'))
  await screen.findByText('还有 10:00')
  vi.setSystemTime('2026-03-02T09:09:59Z')
  await screen.findByText('还有 0:01')
  vi.setSystemTime('2026-03-02T09:10:00Z')
  await screen.findByText(/加入码已过期/)
  expect(screen.queryByLabelText('加入码')).toBeNull()
  await person.click(await button('生成新的加入码'))
  await screen.findByText('还有 10:00')
  expect(sent('open-pairing')).toHaveLength(2)
})

test.each([
  ['typed wrong too often', () => ({ pairing: null }), /输错了 5 次/, true],
  [
    'replaced by a colleague',
    () => ({ pairing: { id: id(9), openedBy: '李', expiresAt: '2026-03-02T10:20:00.000Z', triesLeft: 5 } }),
    /有人生成了新的/,
    true,
  ],
  ['the network closed', () => ({ open: false, addresses: [], pairing: null }), /网络已关闭/, false],
] as const)('[D22] a code that is over says why: %s', async (_why, change, said, mayAgain) => {
  const person = await page(opened)
  await person.click(await button('让一台电脑加入'))
  await shownCode()
  now({})
  await screen.findByText(/王老板的加入码/)
  now(change())
  await screen.findByText(said)
  expect(screen.queryByLabelText('加入码')).toBeNull()
  expect(screen.queryByRole('button', { name: '生成新的加入码' }) !== null).toBe(mayAgain)
})

test('[D22] closing the dialog ends the code, once; a code that was used is not ended', async () => {
  const person = await page(opened)
  await person.click(await button('让一台电脑加入'))
  await shownCode()
  // A click beside it does nothing.
  await person.click(document.querySelector('.MuiDialog-container')!)
  expect(await shownCode()).toBeTruthy()
  await person.click(await button('关闭'))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(sent('close-pairing')).toEqual([{ id: pairingSent().id }])

  await person.click(await button('让一台电脑加入'))
  await shownCode()
  now({ pairing: null, lastJoined: { pairingId: pairingSent(1).id, name: '仓库' } })
  await screen.findByText(/仓库/)
  await person.click(await button('关闭'))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(sent('close-pairing')).toHaveLength(1)
})

test('[D22] a refused code is told, with no code shown', async () => {
  const person = await page(opened, { commands: { 'open-pairing': { ok: false, refused: 'network-closed', data: {} } } })
  await person.click(await button('让一台电脑加入'))
  expect((await (await inDialog()).findByRole('alert')).textContent).toContain('网络')
  expect(screen.queryByLabelText('加入码')).toBeNull()
})

test('[D21] closing the network asks first', async () => {
  const person = await page(opened)
  await person.click(await button('关闭网络'))
  const dialog = await inDialog()
  expect(dialog.getByText(/马上断开/)).toBeTruthy()
  expect(sent('close-network')).toEqual([])
  await person.click(dialog.getByRole('button', { name: '关闭网络' }))
  await waitFor(() => expect(sent('close-network')).toEqual([{ revision: 3 }]))
})

test('[D23] a desk is named and limited, beginning with the limits that it has', async () => {
  const person = await page(opened)
  await person.click(await screen.findByText('财务室'))
  await person.click(await button('改名、限用'))
  const dialog = await inDialog()
  await dialog.findByText('出纳')
  const name = dialog.getByLabelText(/^名称/)
  await person.clear(name)
  await person.type(name, '出纳室')
  await person.click(dialog.getByRole('combobox'))
  await person.click(await screen.findByRole('option', { name: '会计' }))
  await person.keyboard('{Escape}')
  await person.click(dialog.getByRole('button', { name: '保存' }))
  await waitFor(() => expect(sent('edit-desk')).toEqual([{ id: id(1), revision: 4, name: '出纳室', roleIds: [id(8), id(7)] }]))
})

test('[D23] revoking a desk asks first; one that is revoked has nothing left to be done', async () => {
  const person = await page(opened, { rows: [desk, { ...desk, id: id(2), name: '旧电脑', status: 'revoked' }] })
  await person.click(await screen.findByText('财务室'))
  await person.click(await button('撤销工作站'))
  const dialog = await inDialog()
  expect(dialog.getByText(/撤销“财务室”/)).toBeTruthy()
  expect(sent('revoke-desk')).toEqual([])
  await person.click(dialog.getByRole('button', { name: '撤销工作站' }))
  await waitFor(() => expect(sent('revoke-desk')).toEqual([{ id: id(1), revision: 4 }]))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  await person.click(await screen.findByText('旧电脑'))
  await waitFor(() => expect(screen.queryByRole('button', { name: '撤销工作站' })).toBeNull())
})

test('[D21] who may only look has the state and the certificate, and no button that changes anything', async () => {
  await page(
    { ...opened, pairing: { id: id(9), openedBy: '李', expiresAt: '2026-03-02T10:20:00.000Z', triesLeft: 5 } },
    { permissions: ['desk.view'] },
  )
  await screen.findByText(`https://${ADDRESS}`)
  await screen.findByText(/李的加入码/)
  await button(/浏览器证书/)
  await screen.findByText('财务室')
  for (const name of ['让一台电脑加入', '让同事加入', '关闭网络', '作废', '改名、限用', '撤销工作站'])
    expect(screen.queryByRole('button', { name }), name).toBeNull()
})

test('[D24] the certificate for browsers is saved as a file', async () => {
  const person = await page(opened)
  await person.click(await button(/浏览器证书/))
  const saved: { name: string; content: Blob }[] = []
  let content: Blob
  vi.stubGlobal(
    'URL',
    Object.assign(URL, { createObjectURL: (blob: Blob) => ((content = blob), 'blob:x'), revokeObjectURL: () => undefined }),
  )
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    saved.push({ name: this.download, content })
  })
  const save = await button('保存证书文件')
  await waitFor(() => expect(save.hasAttribute('disabled')).toBe(false))
  await person.click(save)
  expect(saved.map(({ name }) => name)).toEqual(['tradewind-office.crt'])
  expect(await saved[0]!.content.text()).toBe(PEM)
  vi.restoreAllMocks()
})

test('[D25] a page of a browser says beforehand and afterwards where it goes on, and asks for no code', async () => {
  vi.unstubAllGlobals()
  const to = `https://${location.hostname}:5180/#/desks`
  const person = await page(closed)
  await person.click(await button('让同事加入'))
  expect((await inDialog()).getByText(new RegExp(to))).toBeTruthy()
  await person.click(await button('开放网络'))
  expect((await screen.findByRole('link', { name: to })).getAttribute('href')).toBe(to)
  now({ addresses: opened.addresses, fingerprint: FINGERPRINT })
  await screen.findByText(`https://${ADDRESS}`)
  expect(sent('open-pairing')).toEqual([])
})

test('[D25] where it goes on is told also when the office leaves before it has answered', async () => {
  vi.unstubAllGlobals()
  const person = await page(closed, {
    commands: {
      'open-network': () => {
        fake.reachable = false
        return new Promise(() => undefined)
      },
    },
  })
  await person.click(await button('让同事加入'))
  await person.click(await button('开放网络'))
  // Whoever asks next finds that the office is gone.
  now({})
  expect(await screen.findByRole('link', { name: /^https:/ })).toBeTruthy()
  await person.click(await button('关闭'))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
})
