// Door of the kit's forms.
export { DocumentForm, type DocumentFormProps, type FormAction, FormSection, RecordForm } from './document-form.tsx'
export { FormContext } from './form-context.ts'
export type { Line, LineColumn } from './line-columns.ts'
export { LineGrid } from './line-grid.tsx'
export type { LineGridProps } from './line-grid-props.ts'
export { type Acting, useActing } from './use-acting.ts'
export { type At, type FieldBinding, type Form, useForm } from './use-form.ts'
export { completeLines, useSettled, withoutBlankLines } from './use-settled.ts'
