// A hub with a small company of its own, founded as a person would, and its owner signed in.
import { vi } from 'vitest'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { post } from './client.ts'
import { newFolder, startOffice, type Office } from './office.ts'

export const FOUNDER = { user: 'owner', password: 'harbour-crane-77' }

/** What a company tells of itself at its founding. */
export const company = {
  name: '测试公司',
  nameEn: 'Test',
  address: '',
  addressEn: '',
  phone: '',
  email: '',
  taxNumber: '',
  baseCurrency: 'CNY',
  timeZone: 'Asia/Shanghai',
  ageingBasis: 'due-date',
  ageingBuckets: [30, 60, 90, 120],
  lockAfterMinutes: 15,
}

/** Printed after the address, by an office that has no company yet. */
export const firstStartCode = (office: Office): Promise<string> =>
  vi.waitFor(() => /first-start code: ([A-Z2-9]{8})/.exec(office.said().out)![1]!, 30_000)

export const foundedOffice = async (folder = newFolder()): Promise<{ office: Office; address: string; token: string; folder: string }> => {
  const office = startOffice('--serve', '--port', '0', '--data', folder)
  const address = await office.address
  const code = await firstStartCode(office)
  const owner = { id: newId(), login: FOUNDER.user, name: 'Owner', password: FOUNDER.password, language: 'en' }
  const { answer } = await post(address, 'found', { code, input: { company, owner } })
  if (!answer.ok) throw new Error(`not founded: ${JSON.stringify(answer)}`)
  const signedIn = (await post(address, 'login', FOUNDER)).answer
  if (!signedIn.ok) throw new Error(`not signed in: ${JSON.stringify(signedIn)}`)
  return { office, address, token: (signedIn.value as { token: string }).token, folder }
}
