// "New" is always blank; what was begun before stands beside it.
import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test } from 'vitest'
import { type Route, RoutesContext } from '../../client/routes.ts'
import { fakeOffice } from '../../client/testing/fake-office.ts'
import { TabContext, tabList, useTabList, useTabs } from '../../client/use-tabs.ts'
import { TextField } from '../fields/text-field.tsx'
import { DocumentForm } from './document-form.tsx'
import { useForm } from './use-form.ts'

const Page = () => {
  const form = useForm<{ name: string }>({ empty: () => ({ name: '' }), save: () => Promise.resolve({ ok: false, fault: 'F-1' }) })
  return (
    <DocumentForm form={form} title="Customer">
      <TextField {...form.field('name')} label="name" />
    </DocumentForm>
  )
}
const routes: Route[] = [{ name: 'customer', page: Page }]
const Desk = () => {
  const tabs = useTabs()
  const { active } = useTabList()
  return (
    <>
      <button type="button" onClick={() => tabs.open('customer')}>
        new
      </button>
      {active !== null && (
        <TabContext key={active} value={active}>
          <Page />
        </TabContext>
      )}
    </>
  )
}
const box = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'name' })
const begin = () => userEvent.click(screen.getByRole('button', { name: 'new' }))

beforeEach(async () => {
  await fakeOffice()
  render(
    <RoutesContext value={routes}>
      <Desk />
    </RoutesContext>,
  )
})

test('[W11] a new form is blank; what was begun before is gone on with, and the blank one goes', async () => {
  await begin()
  await userEvent.type(box(), 'half')
  const begun = tabList().active
  await begin()
  expect(tabList().tabs).toHaveLength(2)
  expect(box().value).toBe('')
  expect(screen.getByText(/开始填的一张还没有保存/)).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: '继续填那一张' }))
  expect(tabList()).toMatchObject({ active: begun, tabs: [{ dirty: true }] })
  expect(box().value).toBe('half')
})

test('[W11] what was begun before is discarded only after a question; typing in the blank one takes the offer away', async () => {
  await begin()
  await userEvent.type(box(), 'half')
  await begin()
  await userEvent.click(screen.getByRole('button', { name: '丢弃' }))
  expect(tabList().tabs).toHaveLength(2)
  await userEvent.click(screen.getAllByRole('button', { name: '丢弃' }).at(-1)!)
  await waitFor(() => expect(tabList().tabs).toHaveLength(1))
  await userEvent.type(box(), 'other')
  await begin()
  expect(screen.getByRole('button', { name: '丢弃' })).toBeTruthy()
  await userEvent.type(box(), 'x')
  expect(screen.queryByRole('button', { name: '丢弃' })).toBeNull()
})
