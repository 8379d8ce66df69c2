// Door of the kit's fields.
export { foldedOptions } from './folded-options.ts'
export { type Begins, NothingFound } from './begin-record.tsx'
export { EnumField, OptionField, SwitchField } from './choice-fields.tsx'
export { DateField } from './date-field.tsx'
export { DateInput } from './date-input.tsx'
export { type FieldProps, spanned, useFace } from './field-face.ts'
export { DecimalField, MoneyField, PercentField } from './money-field.tsx'
export { NumberInput } from './number-input.tsx'
export { type Option, PickBox } from './pick-box.tsx'
export { presets as paymentTermPresets } from './payment-term.ts'
export { PaymentTermField, instalmentText, termText } from './payment-term-field.tsx'
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
export { LongTextField, TextField } from './text-field.tsx'
