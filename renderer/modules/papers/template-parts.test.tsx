// The lists of a template: what cannot be left out says so, parts stand as they do on the paper, and choices for what this paper does not have stay.
import { fireEvent, screen } from '@testing-library/react'
import { useState } from 'react'
import { expect, test } from 'vitest'
import type { PaperTemplate } from '../../../preload/contract/modules/papers/calls.ts'
import { fakeOffice } from '../../client/testing/fake-office.ts'
import { inTab, openTab } from '../../kit/testing/in-tab.tsx'
import { BlocksEditor } from './template-parts.tsx'

const block = (key: string, fixed: boolean) => ({ key, fixed, en: key, zh: key })
const opened = async (before: PaperTemplate['blocks']) => {
  await fakeOffice({})
  const saved = [before]
  const Editor = () => {
    const [value, setValue] = useState(before)
    const save = (next: PaperTemplate['blocks']) => {
      saved.push(next)
      setValue(next)
    }
    return <BlocksEditor blocks={[block('movements', true), block('ageing', false), block('end', true)]} value={value} onChange={save} />
  }
  openTab()
  inTab(<Editor />)
  return () => saved.at(-1)!.map(({ key, shown }) => `${key} ${shown}`)
}
const named = () => screen.getAllByRole('group').map((one) => one.getAttribute('aria-label'))

test('[PA22] a part of the document is ticked, cannot be taken away and says why; another can', async () => {
  const chosen = await opened([])
  const movements = screen.getByRole('checkbox', { name: 'movements' })
  expect(movements).toHaveProperty('disabled', true)
  expect(movements).toHaveProperty('checked', true)
  expect(screen.getAllByTitle('这一部分是单据本身的内容，不能去掉')).toHaveLength(2)
  fireEvent.click(screen.getByRole('checkbox', { name: 'ageing' }))
  expect(chosen()).toEqual(['movements true', 'ageing false', 'end true'])
})

test('[PA22] what was not chosen stands behind what it stands behind on the paper; what the paper does not have keeps its choice', async () => {
  const chosen = await opened([
    { key: 'end', shown: true },
    { key: 'bank', shown: false },
    { key: 'movements', shown: true },
  ])
  expect(named()).toEqual(['end', 'movements', 'ageing'])
  fireEvent.click(screen.getByRole('button', { name: '上移 movements' }))
  expect(named()).toEqual(['movements', 'end', 'ageing'])
  expect(chosen()).toEqual(['movements true', 'end true', 'bank false', 'ageing true'])
})
