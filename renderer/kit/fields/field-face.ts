// What every field has in common: its label by name, what is wrong or odd about it, its width in the form, and whether it is only read.
import { createElement, type ReactNode } from 'react'
import { useFieldOf, useReadOnly, useWarnings } from '../form/form-context.ts'
import type { FieldBinding } from '../form/use-form.ts'
import { WarningLine } from '../show/warning-line.tsx'
import { ruleText, useWords } from '../../words/index.ts'

export type FieldProps<T> = FieldBinding<T> & {
  /** Default: the name `field.<name>`. */
  label?: string
  required?: boolean
  /** Columns of the form's grid it takes. */
  span?: 1 | 2 | 3 | 4
  help?: ReactNode
  autoFocus?: boolean
  readOnly?: boolean
}

export type Face = {
  label: string
  error: boolean
  helperText: ReactNode
  readOnly: boolean
  required: boolean
  autoFocus: boolean
  span: number
}

type Facing = Pick<FieldProps<unknown>, 'name' | 'value' | 'label' | 'required' | 'span' | 'help' | 'autoFocus' | 'readOnly' | 'issue'>
export const useFace = ({ name: field, required = false, span = 1, help, autoFocus = false, readOnly, ...given }: Facing): Face => {
  const words = useWords()
  const label = given.label ?? words.name(`field.${field}`)
  const marked = useFieldOf(field, label, given.value)
  const issue = given.issue ?? marked
  const onlyRead = useReadOnly(readOnly)
  const odd = useWarnings().filter((warning) => warning.field === field)
  const beside = odd.length > 0 && !onlyRead ? createElement(WarningLine, { warnings: odd }) : help
  return {
    label,
    error: issue !== undefined,
    helperText: issue === undefined ? beside : ruleText(issue, words),
    readOnly: onlyRead,
    required,
    autoFocus,
    span,
  }
}

/** A field's own cell in the form's grid; never wider than that is. */
export const spanned = (span: number) => ({ gridColumn: `span min(${span}, var(--form-columns, ${span}))`, minWidth: 0 })
