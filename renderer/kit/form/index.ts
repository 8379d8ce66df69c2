// Door of the kit's forms.
export { asGiven } from './as-given.ts'
export { DocumentForm, type DocumentFormProps, type FormAction, FormSection, RecordForm } from './document-form.tsx'
export { FormContext, useFieldOf } from './form-context.ts'
export type { LineColumn } from './line-columns.ts'
export { LineGrid } from './line-grid.tsx'
export { type Acting, useActing } from './use-acting.ts'
export { type At, type FieldBinding, type Form, useForm } from './use-form.ts'
export { completeLines, useDebounced, withoutBlankLines } from './use-debounced.ts'
