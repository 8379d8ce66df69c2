// The page of approvals: which box it opens with.
import { waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { fakeOffice } from '../../client/testing/fake-office.ts'
import { inTab, openTab } from '../../kit/testing/in-tab.tsx'
import { ApprovalsPage } from './approvals-page.tsx'

test.each([
  [{}, 'waiting'],
  [{ look: '{}' }, 'all'],
  [{ view: '01890000-0000-7000-8000-000000000009' }, 'all'],
])('[W38] opened with %o it shows the box that was meant', async (params, box) => {
  const office = await fakeOffice({ queries: { approvals: { rows: [], count: 0 }, 'list-views': { views: [], roles: [] } } })
  openTab()
  inTab(<ApprovalsPage params={params} />)
  const asked = () => office.asked.flatMap((one) => (one.kind === 'query' && one.name === 'approvals' ? [one.input] : []))
  await waitFor(() => expect(asked().at(-1)).toMatchObject({ params: { box } }))
})
