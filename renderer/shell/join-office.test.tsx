// The first page of a desktop that joins an office: what is asked, what is sent, and that what was typed stays when it does not work. Rules D10, D11 of desks.
import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import type { JoinResult, TradewindBridge } from '../../preload/bridge-types.ts'
import { fakeOffice } from '../client/testing/fake-office.ts'
import { JoinOffice } from './join-office.tsx'
import { wordsIn, WordsContext } from '../words/index.ts'

const CODE = '8JHDA-B8TSJ-79JW0K-94235-27278'
const LINK = `tradewind://join/192.168.1.20:5180/${CODE}`
const { t } = wordsIn.zh

const shown = async (answers: JoinResult[], found: { company: string; address: string }[] = []) => {
  await fakeOffice({})
  const sent: unknown[] = []
  window.tradewind = {
    officePlace: async () => ({ joined: null, excludedBy: null, name: 'PC-7', version: '1.0.0' }),
    findOffices: async () => found,
    joinOffice: async (given: unknown) => (sent.push(given), answers.shift()!),
  } as unknown as TradewindBridge
  const back = vi.fn<() => void>()
  render(
    <WordsContext value={wordsIn.zh}>
      <JoinOffice invitation="" onBack={back} />
    </WordsContext>,
  )
  return { sent, back, user: userEvent.setup({ delay: null }) }
}
afterEach(() => {
  delete window.tradewind
})
const field = (label: string) => screen.getByLabelText<HTMLInputElement>(new RegExp(`^${label}`))
const go = () => screen.getByRole('button', { name: t('join.go') })

test('[D11] a link says where the office is: no address is asked', async () => {
  const { sent, user } = await shown([{ joined: '宁波' }])
  await waitFor(() => expect(field(t('join.name')).value).toBe('PC-7'))
  await user.click(field(t('join.code')))
  await user.paste(LINK)
  expect(screen.queryByLabelText(new RegExp(`^${t('join.address')}`))).toBeNull()
  await user.click(go())
  expect(sent).toEqual([{ code: LINK, address: '', name: 'PC-7' }])
})

test('[D11] with the code alone an office found on the network fills in the address, and nothing is sent without one', async () => {
  const { sent, user } = await shown([{ joined: '宁波' }], [{ company: '宁波进出口', address: '192.168.1.20:5180' }])
  await user.click(field(t('join.code')))
  await user.paste(CODE)
  await user.click(go())
  expect(sent).toEqual([])
  await user.click(await screen.findByText('宁波进出口'))
  await user.click(go())
  expect(sent).toEqual([{ code: CODE, address: '192.168.1.20:5180', name: 'PC-7' }])
})

test('[D10] what does not work is said with the way on, and what was typed stays', async () => {
  const refused: JoinResult = { refused: { ok: false, refused: 'pairing-wrong', data: { left: 3 } } }
  const { user } = await shown([{ problem: 'other-office' }, { problem: 'not-reached' }, refused])
  await user.click(field(t('join.code')))
  await user.paste(LINK)
  await user.click(go())
  await screen.findByText(t('join.problem-other-office'))
  await user.click(go())
  await screen.findByText(t('join.problem-not-reached'))
  await user.click(go())
  await screen.findByText(/还可以再试 3 次/)
  expect(field(t('join.code')).value).toBe(LINK)
})
