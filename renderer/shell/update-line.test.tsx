// What a desk's window says of its update: one line while the versions work together, and on the page of another series what to do. Rules D33, D35 of desks.
import { act, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ReactNode } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { TradewindBridge, UpdateState } from '../../preload/bridge-types.ts'
import { officeState, setOffice } from '../client/office.ts'
import { fakeOffice } from '../client/testing/fake-office.ts'
import { OtherVersion, useOtherVersion } from './joined-office.tsx'
import { useOfficePlace } from './office-place.tsx'
import { UpdateLine } from './update-line.tsx'

let state: UpdateState
let version: string
const heard = new Set<(state: UpdateState) => void>()
const installUpdate = vi.fn<() => Promise<void>>(async () => undefined)
const asked: boolean[] = []
beforeEach(async () => {
  ;[state, version] = [{ at: 'none' }, '1.0.0']
  asked.splice(0)
  installUpdate.mockClear()
  vi.stubGlobal('tradewind', {
    updateState: async (look: boolean) => (asked.push(look), state),
    onUpdate: (listener: (now: UpdateState) => void) => (heard.add(listener), () => heard.delete(listener)),
    installUpdate,
    officePlace: async () => ({ joined: { company: '公司', address: 'a:1' }, dismissedBy: null, name: '', version }),
  } as unknown as TradewindBridge)
  await fakeOffice()
})
afterEach(() => vi.unstubAllGlobals())
/** With what the window asked at first. */
const shown = (what: ReactNode) => act(async () => void render(what))
const becomes = (next: UpdateState) =>
  act(() => {
    state = next
    for (const listener of heard) listener(next)
  })

test('[D33] says nothing while an update is on its way, one line when it is ready, and installs on a word', async () => {
  const person = userEvent.setup()
  await shown(<UpdateLine />)
  becomes({ at: 'loading', version: '1.0.1', percent: 10, back: false })
  becomes({ at: 'failed', version: '1.0.1', back: false })
  expect(screen.queryByRole('status')).toBeNull()
  becomes({ at: 'ready', version: '1.0.1', back: false })
  expect((await screen.findByRole('status')).textContent).toContain('1.0.1 已下载并核对无误')
  await person.click(screen.getByRole('button', { name: '现在安装' }))
  expect(installUpdate).toHaveBeenCalledTimes(1)
})

test('[D33] put off, it comes back with the next word of the hub', async () => {
  const person = userEvent.setup()
  await shown(<UpdateLine />)
  becomes({ at: 'ready', version: '1.0.1', back: false })
  await person.click(await screen.findByRole('button', { name: '以后' }))
  expect(screen.queryByRole('status')).toBeNull()
  becomes({ at: 'ready', version: '1.0.0', back: true })
  expect((await screen.findByRole('status')).textContent).toContain('老板决定退回 1.0.0')
})

test.each(['signature', 'older', 'replayed', 'hash'] as const)('[D32] a refused update says so: %s', async (why) => {
  await shown(<UpdateLine />)
  becomes({ at: 'refused', why })
  expect((await screen.findByRole('status')).textContent).toMatch(/已拒绝.*管理员/)
  expect(screen.queryByRole('button', { name: '现在安装' })).toBeNull()
})

test('[D35] an older desk is updated from the page that says so', async () => {
  const person = userEvent.setup()
  await shown(<OtherVersion own="0.9.0" office="1.0.0" />)
  await screen.findByText(/比主机（1\.0\.0）旧/)
  expect(asked).toEqual([true])
  await screen.findByText(/主机还没有给这台电脑提供更新/)
  await person.click(screen.getByRole('button', { name: '再试一次' }))
  expect(asked).toEqual([true, true])
  becomes({ at: 'loading', version: '1.0.0', percent: 40, back: false })
  await screen.findByText('正在下载 1.0.0：40%')
  becomes({ at: 'ready', version: '1.0.0', back: false })
  await person.click(screen.getByRole('button', { name: '现在安装' }))
  expect(installUpdate).toHaveBeenCalledTimes(1)
})

test('[D35] a newer desk says how the hub is updated', async () => {
  render(<OtherVersion own="1.1.0" office="1.0.0" />)
  await screen.findByText(/先在“备份”里做一份备份，再在主机上安装 1\.1\.0/)
  expect(screen.queryByText(/没有给这台电脑提供更新/)).toBeNull()
})

const Asks = () => {
  const other = useOtherVersion()
  // Asked after the other: known when that is.
  if (!useOfficePlace()) return null
  return <p>{other ? `${other.own} ${other.office}` : 'together'}</p>
}
test.each([
  ['0.1.0', 'together'],
  ['0.1.9', 'together'],
  ['0.2.0', '0.2.0 0.1.0'],
  ['1.1.0', '1.1.0 0.1.0'],
  ['0.0.9', '0.0.9 0.1.0'],
])('[D35] a desk of %s and a hub of 0.1.0: %s', async (own, said) => {
  version = own
  await fakeOffice()
  render(<Asks />)
  await screen.findByText(said)
})

test('[D35] a hub that comes back with another program is seen at once', async () => {
  version = '0.1.0'
  const fake = await fakeOffice()
  const { hello } = officeState()
  act(() => setOffice({ hello: { ...hello!, version: '0.2.0' } }))
  render(<Asks />)
  await screen.findByText('0.1.0 0.2.0')
  act(() => fake.notify({ kind: 'office', state: 'up' }))
  await screen.findByText('together')
})
