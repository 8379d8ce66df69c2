// The other side as papers name it: as it was written by those who read them, in whatever language the reader of the screen has.
import { countries } from '../../../db/reference/index.ts'
import type { PaperLanguage } from '../../../preload/contract/vocabulary/paper-layout.ts'
import type { QueryContext } from '../../queries/define-query.ts'

/** Countries whose names in our lists are short forms. */
const WHOLE_NAMES: Readonly<Record<string, string>> = { US: 'UNITED STATES OF AMERICA', GB: 'UNITED KINGDOM' }

export type PartyOnPaper = {
  /** On papers in English. */
  name: string
  /** On papers in Chinese; '' where there is none. */
  nameZh: string
  shortName: string
  address: string
  city: string
  country: { en: string; zh: string } | null
  phone: string
  email: string
  taxNumber: string
  documentLanguage: PaperLanguage
  consignee: string
  notifyParty: string
  marks: string
  /** The first contact. */
  contact: string
}

/** A customer's first name is for foreign papers and the second one Chinese; a vendor's first is what it is called here, and the second English or another. */
const namesOf = ({ kind, name, nameZh }: { kind: string; name: string; nameZh: string }): Pick<PartyOnPaper, 'name' | 'nameZh'> =>
  kind === 'customer' ? { name, nameZh } : { name: nameZh || name, nameZh: name }

/** A party of a record that the viewer may see; whoever reads a contract reads who it is with. */
export const partyOnPaper = async (q: QueryContext, id: string): Promise<PartyOnPaper> => {
  const row = q.orNotFound(await q.db.selectFrom('party').selectAll().where('id', '=', id).executeTakeFirst(), 'customer')
  const contact = await q.db.selectFrom('contact').select('name').where('partyId', '=', id).orderBy('position').limit(1).executeTakeFirst()
  const country = countries.find(({ alpha2 }) => alpha2 === row.country)
  return {
    ...{ ...namesOf(row), shortName: row.shortName || row.name, address: row.address, city: row.city },
    country: country ? { en: WHOLE_NAMES[country.alpha2] ?? country.nameEn.toUpperCase(), zh: country.nameZh } : null,
    ...{ phone: row.phone, email: row.email, taxNumber: row.taxNumber, documentLanguage: (row.documentLanguage ?? 'en') as PaperLanguage },
    ...{ consignee: row.consignee, notifyParty: row.notifyParty, marks: row.marks, contact: contact?.name ?? '' },
  }
}

/** Name, address and country, a line each; the city where the address does not name it. */
export const addressBlock = (party: PartyOnPaper, language: PaperLanguage): string => {
  const names = language === 'zh' ? [party.nameZh || party.name] : language === 'en' ? [party.name] : [party.name, party.nameZh]
  const country = language === 'zh' ? party.country?.zh : party.country?.en
  const city = party.city !== '' && !party.address.toLowerCase().includes(party.city.toLowerCase()) ? party.city : ''
  const isNamed = country !== undefined && party.address.toUpperCase().includes(country.toUpperCase())
  return [...names, party.address.trim(), city, isNamed ? '' : (country ?? '')].filter((line) => line !== '').join('\n')
}
