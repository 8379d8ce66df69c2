// The buttons of a list: those that need rows wait until some are chosen.
import type { ListRow } from '../../../preload/contract/define/index.ts'
import { useMay } from '../../client/index.ts'
import { useWords } from '../../words/index.ts'
import { ActionButton, type ActionFace } from '../show/action-button.tsx'

export type ListAction = ActionFace & {
  /** Which rows it works on; 'none' is the default: it needs no row. */
  needs?: 'none' | 'one' | 'some'
  /** Not shown when it says no, e.g. for rows in another state. */
  shown?: (selection: ListRow[]) => boolean
  onClick: (selection: ListRow[]) => void
}

export const ListActions = ({ actions, selection }: { actions: readonly ListAction[]; selection: ListRow[] }) => {
  const may = useMay()
  const { t } = useWords()
  const lacks = ({ needs = 'none' }: ListAction) =>
    (needs === 'one' && selection.length !== 1) || (needs === 'some' && selection.length === 0)
  return actions
    .filter((action) => (action.permission === undefined || may(action.permission)) && action.shown?.(selection) !== false)
    .map((action) => (
      <ActionButton
        key={action.name ?? action.label}
        action={action}
        disabled={lacks(action)}
        title={lacks(action) ? t(action.needs === 'one' ? 'kit.list.choose-one' : 'kit.list.choose-some') : undefined}
        onClick={() => action.onClick(selection)}
      />
    ))
}
