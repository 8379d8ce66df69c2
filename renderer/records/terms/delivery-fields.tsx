// How goods travel and the Incoterm that fits: the same pair of fields on quotations, contracts and amendments.
import { INCOTERMS, type Incoterm, termFor, TRANSPORT_MODES, type TransportMode } from '../../../preload/contract/vocabulary/incoterm.ts'
import { useWords } from '../../words/index.ts'
import { EnumField, TextField } from '../../kit/fields/index.ts'
import type { FieldBinding } from '../../kit/form/index.ts'

type Values = { transportMode: TransportMode | null; incoterm: Incoterm | null; incotermPlace: string }
type Props = { field: <K extends keyof Values>(name: K) => FieldBinding<Values[K]> }

/** A term for carriage by water alone is pointed at where goods go another way, with the one that takes its place (Incoterms 2020); it may stand. */
export const DeliveryTermFields = ({ field }: Props) => {
  const { t, name } = useWords()
  const [mode, term] = [field('transportMode'), field('incoterm')]
  const instead = termFor(mode.value, term.value)
  const help =
    instead && term.value && mode.value
      ? t('kit.terms.by-water', { term: term.value, mode: name(`transport-mode.${mode.value}`), instead })
      : undefined
  return (
    <>
      <EnumField {...mode} group="transport-mode" values={TRANSPORT_MODES} empty="" />
      <EnumField {...term} group="incoterm" values={INCOTERMS} empty="" {...(help ? { help } : {})} />
      <TextField {...field('incotermPlace')} />
    </>
  )
}
