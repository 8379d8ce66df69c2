// What every field has in common: its label by name, what is wrong with it, its width in the form, and whether it is only read.
import { useReadOnly } from '../form/form-context.ts'
import type { FieldBinding } from '../form/use-form.ts'
import { ruleText, useWords } from '../../words/index.ts'

export type FieldProps<T> = FieldBinding<T> & {
  /** Default: the name `field.<name>`. */
  label?: string
  required?: boolean
  /** Columns of the form's grid it takes. */
  span?: 1 | 2 | 3 | 4
  help?: string
  autoFocus?: boolean
  readOnly?: boolean
}

export type Face = {
  label: string
  error: boolean
  helperText: string | undefined
  readOnly: boolean
  required: boolean
  autoFocus: boolean
  span: number
}

type Facing = Pick<FieldProps<unknown>, 'name' | 'label' | 'required' | 'span' | 'help' | 'autoFocus' | 'readOnly' | 'issue'>
export const useFace = ({ name: field, label, required = false, span = 1, help, autoFocus = false, readOnly, issue }: Facing): Face => {
  const words = useWords()
  return {
    label: label ?? words.name(`field.${field}`),
    error: issue !== undefined,
    helperText: issue === undefined ? help : ruleText(issue, words),
    readOnly: useReadOnly(readOnly),
    required,
    autoFocus,
    span,
  }
}

/** A field's own cell in the form's grid. */
export const spanned = (span: number) => ({ gridColumn: `span ${span}`, minWidth: 0 })
