// What a chosen party brings into a document, and what it leaves as it was typed.
import { expect, test } from 'vitest'
import { fakeOffice } from '../../client/testing/fake-office.ts'
import { customerTerms, supplierTerms } from './party-terms.ts'

const party = { currency: 'USD', paymentTerm: [], incoterm: null, port: '', ownerId: 'o' }
const open = () =>
  fakeOffice({ queries: { customer: party, vendor: party, 'rate-on': { rate: '7.05', date: '2026-03-01', revision: 1, warnings: [] } } })

test('[T56] a chosen party does not overwrite a rate that was typed; another currency takes the rate of the day', async () => {
  await open()
  for (const terms of [customerTerms, supplierTerms]) {
    expect(await terms('x', '2026-03-02', { currency: 'USD', rate: '7.30' })).toMatchObject({ currency: 'USD', rate: '7.30' })
    expect(await terms('x', '2026-03-02', { currency: 'USD', rate: '' })).toMatchObject({ rate: '7.05' })
    expect(await terms('x', '2026-03-02', { currency: 'EUR', rate: '7.90' })).toMatchObject({ currency: 'USD', rate: '7.05' })
    expect(await terms('x', '2026-03-02')).toMatchObject({ rate: '7.05' })
  }
})
