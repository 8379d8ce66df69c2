// The page of a posted document: nothing can be typed, its postings are a click away, and it is taken back by a reversal.
import { useMemo } from 'react'
import type { PlacedKind } from '../../../preload/contract/records.ts'
import { type Problem, useTabs } from '../../client/index.ts'
import { type DocumentFormProps, useForm } from '../../kit/form/index.ts'
import { asks, DocumentPage, type RecordAction } from '../document/index.ts'
import { type Reversal, reversal } from './reversal.tsx'

type Page = Pick<DocumentFormProps<object>, 'titleKey' | 'number' | 'status' | 'figures' | 'children'>
type Props = Page & {
  kind: PlacedKind
  read: { data: { id: string; number: string } | undefined; loading: boolean; problem: Problem | null }
  actions?: readonly RecordAction[]
  asking?: string | undefined
  /** How it is taken back; `shown`: it still can be. */
  reverse: { command: Reversal; text: string; shown: boolean }
}
const nothing = () => ({})

export const PostedPage = ({ kind, read, actions = [], reverse: { command, text, shown }, ...page }: Props) => {
  const tabs = useTabs()
  const { data, loading, problem } = read
  const id = data?.id
  const seen = useMemo(() => (id === undefined ? undefined : { id, value: {} }), [id])
  const form = useForm({ key: 'posted', empty: nothing, seen })
  return (
    <DocumentPage
      {...page}
      record={{ kind, form, loading, problem }}
      readOnly
      number={data?.number ?? '–'}
      actions={[
        ...actions,
        {
          name: 'list.postings',
          permission: 'ledger.view',
          shown: data !== undefined,
          onClick: () => tabs.open('postings', { documentId: id ?? '' }),
        },
        asks(command, { ...reversal(text), shown }),
      ]}
    />
  )
}
