// Door of the kit's forms.
export { DocumentForm, type FormAction, FormSection, RecordForm } from './document-form.tsx'
export { FormContext } from './form-context.ts'
export type { LineColumn } from './line-columns.ts'
export { LineGrid } from './line-grid.tsx'
export { type Acting, useActing } from './use-acting.ts'
export { type At, type FieldBinding, type Form, useForm } from './use-form.ts'
export { completeLines, useSettled, withoutBlankLines } from './use-settled.ts'
export { DiscardDialog } from './discard-dialog.tsx'
