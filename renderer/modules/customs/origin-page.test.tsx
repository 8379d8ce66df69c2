// A new certificate of origin against a fake office: begun for the form that was chosen, one criterion for all goods, a value where RVC asks for it, saved.
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { CommandInput } from '../../../preload/contract/commands.ts'
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import { aViewer, fakeOffice } from '../../client/testing/fake-office.ts'
import { inTab, openTab } from '../../kit/testing/in-tab.tsx'
import { OriginPage } from './origin-page.tsx'
import { customsWords } from './words.ts'

const id = (n: number) => `01890000-0000-7000-8000-${String(n).padStart(12, '0')}`
const begun: QueryOutput<'new-origin-certificate'> = {
  ...{ originForm: 'rcep', certificateNumber: '', declaredAt: 'NINGBO, CHINA', declaredOn: null, destinationCountry: 'JPN', consignee: '' },
  ...{
    via: '',
    manufacturer: 'NOT AVAILABLE',
    remark: '',
    goods: [{ lineId: id(1), criterion: 'RVC' }],
    shipmentNumber: 'SH1',
    customer: 'Buyer',
  },
}
const computed: QueryOutput<'preview-origin-certificate'> = {
  items: [],
  lines: [
    { lineId: id(1), description: 'Bolts', quantity: '5', unit: 'PCS' },
    { lineId: id(2), description: 'Nuts', quantity: '7', unit: 'PCS' },
  ],
  ...{ currency: 'USD', problems: [{ code: 'no-origin-criterion', what: 'Nuts' }], warnings: [] },
}

test('[CD13] goods get the criterion of the first line in one step, and RVC asks for the value of each', async () => {
  let saved: CommandInput<'save-origin-certificate'> | undefined
  await fakeOffice({
    viewer: aViewer({ permissions: ['origin-certificate.view', 'origin-certificate.edit'] }),
    queries: { 'new-origin-certificate': begun, 'preview-origin-certificate': computed, 'customs-codes': [] },
    commands: {
      'save-origin-certificate': (input: CommandInput<'save-origin-certificate'>) => {
        saved = input
        return { id: input.id, number: 'CO2026-0001', revision: 1 }
      },
    },
  })
  openTab()
  inTab(<OriginPage params={{ shipmentId: id(5), form: 'rcep' }} />)
  expect(await screen.findByDisplayValue('NOT AVAILABLE')).toBeTruthy()
  expect(screen.getByText(/Nuts/, { selector: 'li, p, div' })).toBeTruthy()
  const values = () => document.querySelectorAll('[data-field$=".fobValue"]')
  await waitFor(() => expect(values()).toHaveLength(1))
  fireEvent.click(screen.getByRole('button', { name: customsWords.zh.t('origin.same-for-all') }))
  await waitFor(() => expect(values()).toHaveLength(2))
  fireEvent.change(values()[1]!, { target: { value: '12.50' } })
  fireEvent.blur(values()[1]!)
  fireEvent.keyDown(document.body, { key: 's', ctrlKey: true })
  await waitFor(() => expect(saved).toBeDefined())
  expect(saved).toMatchObject({
    ...{ shipmentId: id(5), originForm: 'rcep', destinationCountry: 'JPN' },
    goods: [
      { lineId: id(1), criterion: 'RVC', fobValue: null },
      { lineId: id(2), criterion: 'RVC', fobValue: 12_50 },
    ],
  })
})
