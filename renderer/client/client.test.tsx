// The client against an office that goes away, locks, forgets and sends notices.
import { act, render, renderHook, screen, waitFor } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { ask } from './ask.ts'
import { useCommand, useNotices, useOfficeQuery, useRemembered } from './index.ts'
import { officeState } from './office.ts'
import { flushRemembered } from './remembered.ts'
import { chooseLanguage, lock, signOut, unlock } from './session.ts'
import { aViewer, fakeOffice } from './testing/fake-office.ts'

const commandsAsked = (fake: Awaited<ReturnType<typeof fakeOffice>>, name: string) =>
  fake.asked.filter((request) => request.kind === 'command' && request.name === name) as { id: string; input: unknown }[]
const rate = { currency: 'USD', on: '2026-03-02', rate: '7.1' }

test('a fault keeps the command id for the same intent; the outcome ends it', async () => {
  let broken = true
  const fake = await fakeOffice({ commands: { 'set-exchange-rate': () => (broken ? { ok: false, fault: 'F1' } : {}) } })
  const { result } = renderHook(() => useCommand('set-exchange-rate'))
  await act(() => result.current.run(rate))
  await act(() => result.current.run(rate))
  broken = false
  await act(() => result.current.run(rate))
  await act(() => result.current.run(rate))
  const ids = commandsAsked(fake, 'set-exchange-rate').map((one) => one.id)
  expect(ids).toHaveLength(4)
  expect(new Set(ids.slice(0, 3)).size).toBe(1)
  expect(ids[3]).not.toBe(ids[0])
})
test('another intent after a fault has an id of its own', async () => {
  const fake = await fakeOffice({ commands: { 'set-exchange-rate': { ok: false, fault: 'F1' } } })
  const { result } = renderHook(() => useCommand('set-exchange-rate'))
  await act(() => result.current.run(rate))
  await act(() => result.current.run({ ...rate, rate: '7.2' }))
  const ids = commandsAsked(fake, 'set-exchange-rate').map((one) => one.id)
  expect(ids[0]).not.toBe(ids[1])
})
test('a refused command sent again is a new intent', async () => {
  const fake = await fakeOffice({ commands: { 'set-exchange-rate': { ok: false, refused: 'nothing-to-do', data: {} } } })
  const { result } = renderHook(() => useCommand('set-exchange-rate'))
  await act(() => result.current.run(rate))
  await act(() => result.current.run(rate))
  const ids = commandsAsked(fake, 'set-exchange-rate').map((one) => one.id)
  expect(ids[0]).not.toBe(ids[1])
})
test('a double click is one command', async () => {
  let finish = (_value: unknown) => {}
  const fake = await fakeOffice({ commands: { 'set-exchange-rate': () => new Promise((resolve) => (finish = resolve)) } })
  const { result } = renderHook(() => useCommand('set-exchange-rate'))
  await act(async () => {
    const both = Promise.all([result.current.run(rate), result.current.run(rate)])
    await Promise.resolve()
    finish({})
    await both
  })
  expect(commandsAsked(fake, 'set-exchange-rate')).toHaveLength(1)
})
test('a command waits for an office that comes back, under one id', async () => {
  const fake = await fakeOffice({ commands: { 'set-exchange-rate': {} } })
  const { result } = renderHook(() => useCommand('set-exchange-rate'))
  fake.reachable = false
  let answer: unknown
  await act(async () => {
    const running = result.current.run(rate)
    setTimeout(() => (fake.reachable = true), 200)
    answer = await running
  })
  expect(answer).toEqual({ ok: true, value: {} })
  expect(officeState().reachable).toBe(true)
})
test('an office that stays away is the fault "unreachable", and the retry keeps the id', async () => {
  vi.useFakeTimers()
  try {
    const fake = await fakeOffice({ commands: { 'set-exchange-rate': {} } })
    const { result } = renderHook(() => useCommand('set-exchange-rate'))
    fake.reachable = false
    let answer: unknown
    await act(async () => {
      const running = result.current.run(rate).then((given) => (answer = given))
      await vi.advanceTimersByTimeAsync(25_000)
      await running
    })
    expect(answer).toEqual({ ok: false, fault: 'unreachable' })
    fake.reachable = true
    await act(() => result.current.run(rate))
    expect(commandsAsked(fake, 'set-exchange-rate')).toHaveLength(1)
  } finally {
    vi.useRealTimers()
  }
})

test('a locked session raises the overlay; after the password the request goes again by itself', async () => {
  const fake = await fakeOffice({ queries: { 'rate-on': { rate: '7.1', date: '2026-03-02' } } })
  fake.closed = 'session-locked'
  const asking = ask({ kind: 'query', name: 'rate-on', input: { currency: 'USD', on: '2026-03-02' } })
  await waitFor(() => expect(officeState().gate).toBe('locked'))
  expect((await unlock('wrong')).ok).toBe(false)
  expect(officeState().gate).toBe('locked')
  expect((await unlock(fake.password)).ok).toBe(true)
  expect(await asking).toMatchObject({ ok: true })
})
test('a session that has ended signs the same user in anew and goes on', async () => {
  const fake = await fakeOffice({ queries: { 'rate-on': { rate: '7.1', date: '2026-03-02' } } })
  fake.closed = 'signed-out'
  const asking = ask({ kind: 'query', name: 'rate-on', input: { currency: 'USD', on: '2026-03-02' } })
  await waitFor(() => expect(officeState().gate).toBe('expired'))
  await unlock(fake.password)
  expect(fake.asked.findLast((request) => request.kind === 'sign-in')).toMatchObject({ user: 'owner' })
  expect(await asking).toMatchObject({ ok: true })
})
test('leaving the desk to another user ends the waiting request with its refusal', async () => {
  const fake = await fakeOffice()
  fake.closed = 'session-locked'
  const asking = ask({ kind: 'query', name: 'company', input: {} })
  await waitFor(() => expect(officeState().gate).toBe('locked'))
  await signOut()
  expect(await asking).toEqual({ ok: false, refused: 'session-locked', data: {} })
  expect(officeState()).toMatchObject({ gate: 'signed-out', viewer: null, token: null })
})
test('locking the screen locks the session at the office too', async () => {
  const fake = await fakeOffice()
  lock()
  expect(officeState().gate).toBe('locked')
  await waitFor(() => expect(fake.asked.some((request) => request.kind === 'lock')).toBe(true))
})

test('a query asks again when a table it watches has changed, and only then', async () => {
  let n = 0
  const fake = await fakeOffice({ queries: { company: () => ({ ...aViewer().company, name: `公司 ${(n += 1)}` }) } })
  const Name = () => <p>{useOfficeQuery('company', {}).data?.name}</p>
  render(<Name />)
  await screen.findByText('公司 1')
  act(() => fake.notify({ kind: 'changed', tables: ['shipment'] }))
  act(() => fake.notify({ kind: 'changed', tables: ['setting'] }))
  await screen.findByText('公司 2')
  act(() => fake.notify({ kind: 'office', state: 'up' }))
  expect(await screen.findByText('公司 3')).toBeTruthy()
})
test('a refusal of a query is a problem with its data', async () => {
  await fakeOffice({ queries: { company: { ok: false, refused: 'not-permitted', data: { permission: 'company.edit' } } } })
  const { result } = renderHook(() => useOfficeQuery('company', {}))
  await waitFor(() => expect(result.current.problem).toEqual({ refused: 'not-permitted', data: { permission: 'company.edit' } }))
})
test('a list that was hidden learns of a change when it comes back', async () => {
  const fake = await fakeOffice()
  const told = vi.fn<() => void>()
  const Lists = ({ shown }: { shown: boolean }) => {
    useNotices(['party'], told)
    return <p>{String(shown)}</p>
  }
  const { Activity } = await import('react')
  const view = (mode: 'visible' | 'hidden') => (
    <Activity mode={mode}>
      <Lists shown={mode === 'visible'} />
    </Activity>
  )
  const { rerender } = render(view('visible'))
  expect(told).toHaveBeenCalledTimes(0)
  rerender(view('hidden'))
  act(() => fake.notify({ kind: 'changed', tables: ['party'] }))
  expect(told).toHaveBeenCalledTimes(0)
  rerender(view('visible'))
  expect(told).toHaveBeenCalledTimes(1)
})

test('what is remembered goes to the office after a moment and comes back at the next start', async () => {
  const fake = await fakeOffice({ kept: { wide: '[1]' } })
  const { result } = renderHook(() => useRemembered<number[]>('wide', []))
  expect(result.current[0]).toEqual([1])
  act(() => result.current[1]((old) => [...old, 2]))
  expect(result.current[0]).toEqual([1, 2])
  await flushRemembered()
  expect(fake.kept.wide).toBe('[1,2]')
})
test('what could not be sent is still there after a reload, and is sent then', async () => {
  const fake = await fakeOffice()
  const { result } = renderHook(() => useRemembered('draft', ''))
  fake.reachable = false
  act(() => result.current[1]('half a sentence'))
  const unsent = fake.store.get(`tradewind.unsent.${aViewer().id}`)
  expect(unsent).toContain('half a sentence')

  globalThis.localStorage?.clear()
  const next = await fakeOffice({ unsent: unsent ?? '' })
  const again = renderHook(() => useRemembered('draft', ''))
  expect(again.result.current[0]).toBe('half a sentence')
  await flushRemembered()
  expect(next.kept.draft).toBe('"half a sentence"')
})
test('[Q32] a switched language asks for everything open again, once the office knows of it', async () => {
  const fake = await fakeOffice({
    queries: { company: () => ({ ...aViewer().company, name: `公司 ${commandsAsked(fake, 'choose-language').length}` }) },
  })
  const Name = () => <p>{useOfficeQuery('company', {}).data?.name}</p>
  render(<Name />)
  await screen.findByText('公司 0')
  await act(() => chooseLanguage('en'))
  expect(await screen.findByText('公司 1')).toBeTruthy()
})
test('the language changes at once and is told to the office', async () => {
  const fake = await fakeOffice()
  void chooseLanguage('en')
  expect(officeState().language).toBe('en')
  await waitFor(() => expect(commandsAsked(fake, 'choose-language')[0]?.input).toEqual({ language: 'en' }))
})
