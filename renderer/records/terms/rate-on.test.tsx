// The rate of a document: it follows the document's day until one is typed.
import { renderHook, waitFor } from '@testing-library/react'
import { useState } from 'react'
import { QueryClientProvider } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import { office } from '../../client/office.ts'
import { fakeOffice } from '../../client/testing/fake-office.ts'
import { useFollowingRate } from './rate-on.ts'

const rates: Record<string, string> = { '2026-03-02': '7.1', '2026-06-01': '6.857402' }
const start = async (first: string, on = '2026-03-02') => {
  await fakeOffice({
    queries: {
      'rate-on': ({ on }: { on: string }) => ({ rate: rates[on] ?? null, date: rates[on] ? on : null, revision: null, warnings: [] }),
    },
  })
  return renderHook(
    ({ on }: { on: string }) => {
      const [rate, setRate] = useState(first)
      useFollowingRate({ currency: 'USD', rate, on }, (part) => setRate(part.rate), false)
      return rate
    },
    {
      initialProps: { on },
      wrapper: ({ children }) => <QueryClientProvider client={office().queryClient}>{children}</QueryClientProvider>,
    },
  )
}

test('[T46] a rate that nobody has typed is that of the new day', async () => {
  const { result, rerender } = await start('7.10')
  rerender({ on: '2026-06-01' })
  await waitFor(() => expect(result.current).toBe('6.857402'))
  rerender({ on: '2026-03-02' })
  await waitFor(() => expect(result.current).toBe('7.1'))
})

test('[T46] it follows too when the day is cleared before the next one is typed, and when there was none at first', async () => {
  const { result, rerender } = await start('7.1')
  rerender({ on: '' })
  rerender({ on: '2026-06-01' })
  await waitFor(() => expect(result.current).toBe('6.857402'))
  const empty = await start('', '')
  empty.rerender({ on: '2026-06-01' })
  await waitFor(() => expect(empty.result.current).toBe('6.857402'))
  const typed = await start('7.25')
  typed.rerender({ on: '' })
  typed.rerender({ on: '2026-06-01' })
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(typed.result.current).toBe('7.25')
})

test('[T46] a typed one stays, and so does one on a day without a rate', async () => {
  const typed = await start('7.25')
  typed.rerender({ on: '2026-06-01' })
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(typed.result.current).toBe('7.25')
  const known = await start('7.1')
  known.rerender({ on: '1990-01-01' })
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(known.result.current).toBe('7.1')
})
