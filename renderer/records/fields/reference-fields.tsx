// Choices from the reference tables: currency, country, unit, Incoterm, sea port, container. Found by code and by either language's name.
import { useMemo } from 'react'
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import { matchesSearchable, plainText } from '../../../preload/contract/vocabulary/fold.ts'
import { INCOTERMS, type Incoterm } from '../../../preload/contract/vocabulary/incoterm.ts'
import { ask, useOfficeQuery } from '../../client/index.ts'
import { useWords } from '../../words/index.ts'
import { DataLine } from '../../kit/show/index.ts'
import { EnumField, type FieldProps, type Option, PickBox, spanned, useFace } from '../../kit/fields/index.ts'

type Named = { code: string; nameZh: string; nameEn: string; foundBy: string }

/** The small reference tables; undefined until the office has answered once. */
export const useReference = (): QueryOutput<'reference'> | undefined => useOfficeQuery('reference', {}).data

/** Rows whose code, name, pinyin or initials hold what is typed (Q9), those that begin so first; without text those named in `first`, then the rest. */
export const foundIn = <T extends Named>(
  rows: readonly T[],
  typed: string,
  first: readonly string[],
  word: (row: T) => string,
): Option<T>[] => {
  const text = plainText(typed)
  const rank = (row: T): number => {
    const code = plainText(row.code)
    if (typed.trim() === '') return first.includes(row.code) ? first.indexOf(row.code) - first.length : 0
    if (code === text) return 0
    if (text !== '' && code.startsWith(text)) return 1
    if (text !== '' && row.foundBy.includes(` ${text}`)) return 2
    return matchesSearchable(typed, [row.nameZh, row.nameEn]) ? 3 : 9
  }
  return rows
    .map((row) => ({ row, at: rank(row) }))
    .filter(({ at }) => at < 9)
    .toSorted((a, b) => a.at - b.at)
    .slice(0, 60)
    .map(({ row }) => ({ id: row.code, label: row.code, code: row.code, detail: word(row), foundBy: row.foundBy, row }))
}

const useWord = () => {
  const { language } = useWords()
  return useMemo(
    () => (row: { nameZh: string | null; nameEn: string }) => (language === 'zh' ? (row.nameZh ?? row.nameEn) : row.nameEn),
    [language],
  )
}

const USUAL_CURRENCIES = ['USD', 'EUR', 'CNY', 'GBP', 'JPY', 'HKD', 'AUD', 'CAD']
const USUAL_UNITS = ['PCS', 'SET', 'CTN', 'KG', 'M', 'PAIR', 'DOZ']

/** Currencies by what is typed, the usual ones first, as a grid's cell picks them. */
export const foundCurrencies = (rows: QueryOutput<'reference'>['currencies'] | undefined, typed: string, language: 'zh' | 'en'): Option[] =>
  foundIn(rows ?? [], typed, USUAL_CURRENCIES, (row) => (language === 'zh' ? row.nameZh : row.nameEn)).map((o) => ({
    ...o,
    code: undefined,
  }))

type CodeProps<T extends Named> = {
  rows: readonly T[] | undefined
  first: readonly string[]
  labelOf: (row: T) => string
  field: FieldProps<string>
  free?: boolean
}
const CodeField = <T extends Named>({ rows = [], first, labelOf, field, free = false }: CodeProps<T>) => {
  const { value, onChange, name } = field
  const { label, error, helperText, readOnly, required, autoFocus, span } = useFace(field)
  const word = useWord()
  const known = rows.find((row) => row.code === value)
  if (readOnly)
    return (
      <DataLine label={label} span={span}>
        {known ? labelOf(known) : value}
      </DataLine>
    )
  return (
    <PickBox<T | null>
      name={name}
      label={label}
      error={error}
      helperText={helperText}
      required={required}
      autoFocus={autoFocus}
      option={value === '' ? null : { id: value, label: known ? labelOf(known) : value, row: known ?? null }}
      search={async (text) => foundIn(rows, text, first, word).map((o) => ({ ...o, label: labelOf(o.row), code: undefined }))}
      onPick={(option) => onChange(option?.id ?? '')}
      onFree={free ? onChange : undefined}
      sx={spanned(span)}
    />
  )
}

/** ISO code; empty text for none. */
export const CurrencyField = (props: FieldProps<string>) => {
  const word = useWord()
  return (
    <CodeField rows={useReference()?.currencies} first={USUAL_CURRENCIES} labelOf={(row) => `${row.code} ${word(row)}`} field={props} />
  )
}

/** ISO alpha-2 or null. */
export const CountryField = (props: FieldProps<string | null>) => {
  const word = useWord()
  const field = { ...props, value: props.value ?? '', onChange: (code: string) => props.onChange(code === '' ? null : code) }
  return <CodeField rows={useReference()?.countries} first={[]} labelOf={(row) => `${row.code} ${word(row)}`} field={field} />
}

/** A unit's code, or the user's own word. */
export const UnitField = (props: FieldProps<string>) => (
  <CodeField rows={useReference()?.units} first={USUAL_UNITS} labelOf={(row) => row.code} field={props} free />
)

export const IncotermField = (props: FieldProps<Incoterm | null>) => <EnumField {...props} group="incoterm" values={INCOTERMS} empty="" />

type Port = QueryOutput<'ports'>[number]
const searchPorts = async (text: string): Promise<Port[]> => {
  const answer = await ask({ kind: 'query', name: 'ports', input: { text, limit: 30 } })
  return answer.ok ? (answer.value as Port[]) : []
}
/** A port's English name as documents print it; found by code, English or Chinese name. Any other place may be typed. */
export const PortField = (props: FieldProps<string>) => {
  const { value, onChange, name } = props
  const { label, error, helperText, readOnly, required, autoFocus, span } = useFace(props)
  if (readOnly)
    return (
      <DataLine label={label} span={span}>
        {value}
      </DataLine>
    )
  return (
    <PickBox<Port | null>
      name={name}
      label={label}
      error={error}
      helperText={helperText}
      required={required}
      autoFocus={autoFocus}
      option={value === '' ? null : { id: value, label: value, row: null }}
      search={async (text) =>
        (await searchPorts(text)).map((port) => ({
          id: port.code,
          label: port.nameEn,
          detail: [port.nameZh, port.country].filter(Boolean).join(' · '),
          row: port,
        }))
      }
      onPick={(option) => onChange(option?.label ?? '')}
      onFree={onChange}
      sx={spanned(span)}
    />
  )
}
