// The company's settings as every command and query sees them.
import type { Sql } from '../../db/open.ts'
import { switchesOff, type Company } from '../../preload/contract/modules/people/calls.ts'

/** Its text is read every time and understood once: commands and queries all ask, it changes once a year. */
let parsedSettings: { text: string; company: Company } | undefined

/** The company, or undefined before it is founded. Switches that an older company has never heard of are off, what it was never asked is empty. */
export const readCompany = (sql: Sql): Company | undefined => {
  const row = sql.prepare("SELECT value FROM setting WHERE key = 'company'").get() as { value: string } | undefined
  if (!row) return undefined
  if (parsedSettings?.text !== row.value) {
    const stored = JSON.parse(row.value) as Omit<Company, 'drawingPlace'> & Partial<Company>
    parsedSettings = {
      text: row.value,
      company: Object.freeze({ drawingPlace: '', ...stored, switches: Object.freeze({ ...switchesOff, ...stored.switches }) }),
    }
  }
  return parsedSettings.company
}

/** Stands in while there is no company yet: only founding runs then. */
export const unfounded: Company = {
  name: '',
  nameEn: '',
  address: '',
  addressEn: '',
  drawingPlace: '',
  phone: '',
  email: '',
  taxNumber: '',
  baseCurrency: 'CNY',
  timeZone: 'Asia/Shanghai',
  ageingBasis: 'due-date',
  ageingBuckets: [30, 60, 90, 120],
  lockAfterMinutes: 15,
  switches: switchesOff,
}
