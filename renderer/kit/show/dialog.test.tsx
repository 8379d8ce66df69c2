// The one dialog: what is typed in it does not vanish by accident; Ctrl+Enter does what it is for.
import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { beforeEach, expect, test, vi } from 'vitest'
import { fakeOffice } from '../../client/testing/fake-office.ts'
import { FilterEditor } from '../list/filter-editor.tsx'
import { ConfirmDialog } from './confirm-dialog.tsx'
import { Dialog } from './dialog.tsx'

const closed = vi.fn<() => void>()
const submitted = vi.fn<() => void>()
beforeEach(async () => {
  await fakeOffice()
  closed.mockClear()
  submitted.mockClear()
})

const Typed = ({ fleeting = false }) => {
  const [text, setText] = useState('first')
  return (
    <Dialog open fleeting={fleeting} onClose={closed} onSubmit={submitted}>
      <input aria-label="text" value={text} onChange={(event) => setText(event.target.value)} />
      <input aria-label="tick" type="checkbox" />
    </Dialog>
  )
}
const beside = () => {
  const container = document.querySelector('.MuiDialog-container')!
  fireEvent.mouseDown(container)
  fireEvent.click(container)
}
const box = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'text' })

test('[W9] nothing typed: a click beside it and Esc close it', async () => {
  render(<Typed />)
  beside()
  expect(closed).toHaveBeenCalledTimes(1)
  await userEvent.click(box())
  await userEvent.keyboard('{Escape}')
  expect(closed).toHaveBeenCalledTimes(2)
})

test('[W9] typed: a click beside it does nothing; Esc asks, and what is typed is still there when one goes on', async () => {
  render(<Typed />)
  await userEvent.type(box(), ' second')
  beside()
  expect(closed).not.toHaveBeenCalled()
  await userEvent.type(box(), '{Escape}')
  expect(closed).not.toHaveBeenCalled()
  await userEvent.click(screen.getByRole('button', { name: '继续输入' }))
  await waitFor(() => expect(screen.queryByRole('button', { name: '继续输入' })).toBeNull())
  expect(box().value).toBe('first second')
  await userEvent.type(box(), '{Escape}')
  await userEvent.click(screen.getByRole('button', { name: '放弃' }))
  expect(closed).toHaveBeenCalledTimes(1)
})

test('[W9] a tick is work too; typed back to what it was is nothing typed', async () => {
  render(<Typed />)
  await userEvent.type(box(), 'x{Backspace}')
  beside()
  expect(closed).toHaveBeenCalledTimes(1)
  await userEvent.click(screen.getByRole('checkbox'))
  beside()
  expect(closed).toHaveBeenCalledTimes(1)
})

test('[W9] a search is worth nothing: it closes at once', async () => {
  render(<Typed fleeting />)
  await userEvent.type(box(), 'abc{Escape}')
  expect(closed).toHaveBeenCalledTimes(1)
})

test('[W9] a reason typed in a question stays, and so does a filter that is being typed', async () => {
  render(
    <ConfirmDialog
      open
      title="t"
      confirm="ok"
      reason="required"
      onConfirm={() => Promise.resolve({ ok: true, value: null })}
      onClose={closed}
    />,
  )
  await userEvent.type(screen.getByRole('textbox'), 'wrong ship')
  beside()
  expect(closed).not.toHaveBeenCalled()
  await userEvent.click(screen.getByRole('button', { name: '取消' }))
  expect(closed).toHaveBeenCalledTimes(1)
})

test('[W9] a filter that is being typed stays', async () => {
  render(
    <FilterEditor
      anchor={document.body}
      columns={{ name: { kind: 'text' } }}
      titleOf={(field) => field}
      filter={null}
      field="name"
      onDone={() => {}}
      onClose={closed}
    />,
  )
  await userEvent.type(screen.getAllByRole('textbox').at(-1)!, 'abc')
  fireEvent.click(document.querySelector('.MuiBackdrop-root')!)
  expect(closed).not.toHaveBeenCalled()
})

test('[W8] Ctrl+Enter submits, but not while a word is being composed', async () => {
  render(<Typed />)
  fireEvent.keyDown(box(), { key: 'Enter', ctrlKey: true, isComposing: true })
  fireEvent.keyDown(box(), { key: 'Enter', ctrlKey: true, keyCode: 229 })
  expect(submitted).not.toHaveBeenCalled()
  fireEvent.keyDown(box(), { key: 'Enter', ctrlKey: true })
  expect(submitted).toHaveBeenCalledTimes(1)
})
