// A link to a record: opens its tab (or shows it when it is open already).
import { Link } from '@mui/material'
import type { ReactNode } from 'react'
import { useTabs } from '../../client/index.ts'

/** Without an id it is plain text: the record is not the viewer's to open. */
type Props = { route: string; id: string | null; children: ReactNode; tabIndex?: number }

/** What looks like a link and does something of the page itself. */
export const LinkButton = ({ onClick, tabIndex, children }: { onClick: () => void; tabIndex?: number; children: ReactNode }) => (
  <Link
    component="button"
    type="button"
    underline="hover"
    tabIndex={tabIndex}
    onClick={(event) => {
      event.stopPropagation()
      onClick()
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

export const RecordLink = ({ route, id, children, tabIndex }: Props) => {
  const tabs = useTabs()
  if (id === null) return children
  return (
    <LinkButton {...(tabIndex === undefined ? {} : { tabIndex })} onClick={() => void tabs.openRecord(route, id)}>
      {children}
    </LinkButton>
  )
}
