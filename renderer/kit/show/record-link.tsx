// A link to a record: opens its tab (or shows it when it is open already).
import { Link } from '@mui/material'
import type { ReactNode } from 'react'
import { useTabs } from '../../client/index.ts'

type Props = { route: string; id: string; children: ReactNode; tabIndex?: number }

export const RecordLink = ({ route, id, children, tabIndex }: Props) => {
  const tabs = useTabs()
  return (
    <Link
      component="button"
      type="button"
      underline="hover"
      tabIndex={tabIndex}
      onClick={(event) => {
        event.stopPropagation()
        void tabs.openRecord(route, id)
      }}
      sx={{
        font: 'inherit',
        textAlign: 'inherit',
        verticalAlign: 'baseline',
        maxWidth: '100%',
        overflow: 'hidden',
        textOverflow: 'ellipsis',
        whiteSpace: 'nowrap',
      }}
    >
      {children}
    </Link>
  )
}
