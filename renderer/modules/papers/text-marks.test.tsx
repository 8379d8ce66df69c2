// Marks by the bar above a text: set and taken away where something is selected, in the field as by themselves.
import { fireEvent, screen } from '@testing-library/react'
import { useState } from 'react'
import { describe, expect, it } from 'vitest'
import { fakeOffice } from '../../client/testing/fake-office.ts'
import { inTab, openTab } from '../../kit/testing/in-tab.tsx'
import { MarkedTextField } from './marked-text-field.tsx'
import { asList, withMark } from './text-marks.ts'

/** '|' where the selection begins and ends. */
const at = (marked: string) => {
  const [before = '', chosen = '', after] = marked.split('|')
  return after === undefined
    ? { text: before + chosen, from: before.length, to: before.length }
    : { text: before + chosen + after, from: before.length, to: before.length + chosen.length }
}
const shown = ({ text, from, to }: { text: string; from: number; to: number }) =>
  `${text.slice(0, from)}|${text.slice(from, to)}|${text.slice(to)}`

describe('[PA30] a mark', () => {
  it.each([
    ['a |goods| b', 'a |**goods**| b'],
    ['a| goods |b', 'a| **goods** |b'],
    ['a |**goods**| b', 'a |goods| b'],
    ['a **|goods|** b', 'a |goods| b'],
    ['|one\n\ntwo|', '|**one**\n\n**two**|'],
    ['a |', 'a **||**'],
  ])('of %j is %j', (before, after) => expect(shown(withMark(at(before), '**'))).toBe(after))

  it.each([
    ['plain', 'one\nt|wo\nth|ree', 'one\n|- two\n- three|'],
    ['number', 'one\nt|wo\nth|ree', 'one\n|1. two\n2. three|'],
    ['number', '|- two\n- three|', '|1. two\n2. three|'],
    ['plain', '|- two\n- three|', '|two\nthree|'],
  ] as const)('of a %s list of %j is %j', (kind, before, after) => expect(shown(asList(at(before), kind))).toBe(after))

  it('is set in the field, by its button and by keys, and what was selected stays so', async () => {
    await fakeOffice({})
    const Field = () => {
      const [value, setValue] = useState('quality as agreed')
      return <MarkedTextField label="条款 1" value={value} onChange={setValue} />
    }
    openTab()
    inTab(<Field />)
    const field = screen.getByRole<HTMLTextAreaElement>('textbox', { name: '条款 1' })
    field.setSelectionRange(0, 7)
    fireEvent.click(screen.getByRole('button', { name: '粗体 条款 1' }))
    expect(field.value).toBe('**quality** as agreed')
    expect([field.selectionStart, field.selectionEnd]).toEqual([0, 11])
    fireEvent.keyDown(field, { key: 'u', ctrlKey: true })
    expect(field.value).toBe('__**quality**__ as agreed')
    field.setSelectionRange(0, 0)
    fireEvent.click(screen.getByRole('button', { name: '编号列表 条款 1' }))
    expect(field.value).toBe('1. __**quality**__ as agreed')
  })
})
