// The page of a posted document: nothing can be typed, steps are taken through actions.
import type { ReactNode } from 'react'
import type { Problem } from '../../client/index.ts'
import { DocumentForm, type FormAction, useForm } from '../../kit/form/index.ts'
import type { KeyFigure } from '../../kit/show/index.ts'

type Props = {
  title: string
  number: string | undefined
  status?: { group: string; value: string } | undefined
  figures?: readonly KeyFigure[]
  actions?: readonly FormAction[]
  loading: boolean
  problem: Problem | null
  children: ReactNode
}
const empty = () => ({})

export const PostedPage = ({ number, children, ...props }: Props) => {
  const form = useForm({ key: 'posted', empty })
  return (
    <DocumentForm form={form} readOnly number={number ?? '–'} {...props}>
      {children}
    </DocumentForm>
  )
}
