// The form of an amendment: the contract's own typed fields with why it is amended, over the amendment that is in preparation.
import { useMemo } from 'react'
import type { Answer } from '../../../preload/contract/envelope.ts'
import { type Form, useForm } from '../../kit/form/index.ts'
import type { Amended } from './amended.ts'

export type AmendmentText = { reason: string; confirmation: string }
type Options<D extends Amended, V extends object> = {
  /** The contract as the amendment would make it; undefined while it is read, or when none is in preparation. */
  data: D | undefined
  /** Functions of the module, the same at every rendering. */
  formValuesOf: (data: D) => V
  empty: () => V
  save: (value: V & AmendmentText, at: { id: string; revision: number }) => Promise<Answer<unknown>>
}

export const useAmendmentForm = <D extends Amended, V extends object>({
  data,
  formValuesOf,
  empty,
  save,
}: Options<D, V>): Form<V & AmendmentText> => {
  const seen = useMemo(() => {
    const amendment = data?.amendment
    if (!data || !amendment) return undefined
    const { id, revision, reason, confirmation } = amendment
    return { id, revision, value: { ...formValuesOf(data), reason, confirmation } }
  }, [data, formValuesOf])
  return useForm<V & AmendmentText>({
    empty: () => ({ ...empty(), reason: '', confirmation: '' }),
    seen,
    save: (value, at) => save(value, { id: at.id, revision: at.revision ?? 1 }),
  })
}
