// A desk that stays open over midnight, or wakes up the next morning, takes the company's new day by itself.
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { watchDay } from './current-day.ts'
import { setOffice } from './office.ts'
import { aViewer, fakeOffice } from './testing/fake-office.ts'

let stop = () => {}
const asked = vi.fn<() => void>()
beforeEach(async () => {
  vi.useFakeTimers()
  vi.setSystemTime('2026-03-02T15:59:00Z') // 23:59 in Shanghai
  await fakeOffice({ viewer: aViewer({ today: '2026-03-02' }) })
  setOffice({ viewer: aViewer({ today: '2026-03-02' }), gate: 'open' })
  asked.mockReset()
  stop = watchDay(asked)
})
afterEach(() => {
  stop()
  vi.useRealTimers()
})

test('[U25] at the company’s midnight, wherever this machine thinks it is', () => {
  vi.advanceTimersByTime(30_000)
  expect(asked).not.toHaveBeenCalled()
  vi.advanceTimersByTime(60_000)
  expect(asked).toHaveBeenCalledTimes(1)
  // A wrong clock of this machine asks once, not at every look: the office's day counts.
  vi.advanceTimersByTime(3_600_000)
  expect(asked).toHaveBeenCalledTimes(1)
})

test('[U25] on coming back to the window after a night asleep; not behind the lock, where unlocking asks', () => {
  vi.setSystemTime('2026-03-03T01:00:00Z')
  setOffice({ gate: 'locked' })
  window.dispatchEvent(new Event('focus'))
  expect(asked).not.toHaveBeenCalled()
  setOffice({ gate: 'open' })
  window.dispatchEvent(new Event('focus'))
  expect(asked).toHaveBeenCalledTimes(1)
})

test('[U25] only the connection that stands looks at the day: what looked for the one before has ended with it', async () => {
  stop()
  const { asked: requests } = await fakeOffice({ viewer: aViewer({ today: '2026-03-02' }) })
  requests.length = 0
  vi.setSystemTime('2026-03-03T01:00:00Z')
  window.dispatchEvent(new Event('focus'))
  expect(requests).toMatchObject([{ kind: 'query', name: 'me' }])
})
