// A button for an action of a page, by the action's name: the one primary action stands out, a dangerous one is red only in its dialog.
import { Button } from '@mui/material'
import type { ReactNode } from 'react'
import type { Access } from '../../../preload/contract/define/index.ts'
import { useWords } from '../../words/index.ts'

export type ActionFace = {
  /** Name key, e.g. 'command.sign-sales-contract'; or `label` for words made up by the page. */
  name?: string
  label?: string
  /** The action is not offered to who lacks it. */
  permission?: Access
  icon?: ReactNode
  primary?: boolean
}

export const ActionButton = ({
  action,
  disabled,
  onClick,
  title,
}: {
  action: ActionFace
  disabled?: boolean
  onClick: () => void
  title?: string
}) => {
  const { name } = useWords()
  return (
    <Button
      size="small"
      variant={action.primary ? 'contained' : 'outlined'}
      color={action.primary ? 'primary' : 'inherit'}
      disableElevation
      startIcon={action.icon}
      disabled={disabled}
      onClick={onClick}
      title={title}
      sx={{ whiteSpace: 'nowrap', ...(!action.primary && { borderColor: 'divider' }) }}
    >
      {action.label ?? name(action.name ?? '')}
    </Button>
  )
}
