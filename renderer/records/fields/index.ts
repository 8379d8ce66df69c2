// Door of fields and columns that look records up: parties, products, users, roles, categories, currencies, countries, units, ports; and whether a number was entered before.
export { type AnyRecord, AnyRecordField } from './any-record-field.tsx'
export { pictureColumn, productColumn, unitColumn } from './line-columns.tsx'
export { CategoryField, PartyField, UserField } from './record-fields.tsx'
export {
  CountryField,
  CurrencyField,
  foundCurrencies,
  IncotermField,
  PortField,
  UnitField,
  useReference,
} from './reference-fields.tsx'
export { searchUsers } from './record-sources.ts'
export { RolesField } from './roles-field.tsx'
export { useEnteredBefore } from './use-entered-before.ts'
