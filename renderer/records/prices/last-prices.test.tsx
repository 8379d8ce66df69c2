import { fireEvent, screen, waitFor } from '@testing-library/react'
import { useState } from 'react'
import { expect, test } from 'vitest'
import { fakeOffice } from '../../client/testing/fake-office.ts'
import { inTab, openTab } from '../../kit/testing/in-tab.tsx'
import { LastPrices } from './last-prices.tsx'

const price = (kind: string, value: string, currency = 'USD') => ({
  ...{ kind, price: value, currency, number: `N-${kind}`, route: 'sales-contract', id: '0198f000-0000-7000-8000-000000000001' },
  ...{ date: '2026-02-05', party: 'Baltic' },
})

const Cell = ({ onTake }: { onTake: (price: string) => void }) => {
  const [value, setValue] = useState('')
  return (
    <LastPrices
      {...{ side: 'sale', productId: 'p', partyId: 'c', currency: 'USD', unit: 'PCS', value }}
      onTake={(price) => {
        setValue(price)
        onTake(price)
      }}
    />
  )
}

test('[SC9] F4 takes the first price and pressed again the next; one in another currency is shown and not taken', async () => {
  await fakeOffice({ queries: { 'last-prices': [price('this-party', '9'), price('last-purchase', '50', 'CNY'), price('others', '12')] } })
  const taken: string[] = []
  openTab()
  inTab(<Cell onTake={(one) => taken.push(one)} />)
  await screen.findByText('本客户 USD 9.00')
  expect(screen.getByText('最近采购 CNY 50.00').closest('button')?.disabled).toBe(true)
  for (const _ of [1, 2, 3]) fireEvent.keyDown(window, { key: 'F4' })
  await waitFor(() => expect(taken).toEqual(['9', '12', '9']))
  fireEvent.click(screen.getByText('其他客户 USD 12.00'))
  expect(taken.at(-1)).toBe('12')
})
