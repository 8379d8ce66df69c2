// What was given up while the office was away is said otherwise once it is back.
import { act, render, screen } from '@testing-library/react'
import { beforeEach, expect, test } from 'vitest'
import { UNREACHABLE } from '../../client/index.ts'
import { setReachable } from '../../client/office.ts'
import { fakeOffice } from '../../client/testing/fake-office.ts'
import { ProblemNote } from './problem-note.tsx'

beforeEach(() => fakeOffice())
const note = () => screen.getByRole('alert')

test('the red note of an office that is away turns into what to do once it is back; other faults stay', () => {
  setReachable(false)
  const { rerender } = render(<ProblemNote problem={{ fault: UNREACHABLE }} />)
  expect(note().className).toContain('colorError')
  expect(note().textContent).toContain('连不上主机')
  act(() => setReachable(true))
  expect(note().className).toContain('colorInfo')
  expect(note().textContent).toContain('再提交一次')
  rerender(<ProblemNote problem={{ fault: 'F-1' }} />)
  expect(note().className).toContain('colorError')
})
