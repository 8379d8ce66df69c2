// The small tools at the end of a list's bar: columns, density, asking again, Excel.
import DensitySmallRounded from '@mui/icons-material/DensitySmallRounded'
import RefreshRounded from '@mui/icons-material/RefreshRounded'
import SaveAltRounded from '@mui/icons-material/SaveAltRounded'
import ViewColumnRounded from '@mui/icons-material/ViewColumnRounded'
import { CircularProgress, IconButton, ListItemText, Menu, MenuItem, Tooltip } from '@mui/material'
import { type ReactElement, useState } from 'react'
import { useWords } from '../../words/index.ts'
import { DENSITIES, type Density } from './list-view-settings.ts'

type Props = {
  density: Density
  exporting: boolean
  mayExport: boolean
  onColumns: () => void
  onDensity: (density: Density) => void
  onRefresh: () => void
  onExport: () => void
}

const Tool = ({
  title,
  onClick,
  disabled,
  children,
}: {
  title: string
  onClick: (target: HTMLElement) => void
  disabled?: boolean
  children: ReactElement
}) => (
  <Tooltip title={title}>
    <span>
      <IconButton size="small" aria-label={title} disabled={disabled} onClick={(event) => onClick(event.currentTarget)}>
        {children}
      </IconButton>
    </span>
  </Tooltip>
)

export const ListTools = ({ density, exporting, mayExport, onColumns, onDensity, onRefresh, onExport }: Props) => {
  const { t } = useWords()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  return (
    <>
      <Tool title={t('kit.columns.title')} onClick={onColumns}>
        <ViewColumnRounded fontSize="small" />
      </Tool>
      <Tool title={t('kit.density')} onClick={setAnchor}>
        <DensitySmallRounded fontSize="small" />
      </Tool>
      <Tool title={t('kit.list.refresh')} onClick={onRefresh}>
        <RefreshRounded fontSize="small" />
      </Tool>
      {mayExport && (
        <Tool title={t('kit.list.export')} disabled={exporting} onClick={onExport}>
          {exporting ? <CircularProgress aria-hidden size={18} /> : <SaveAltRounded fontSize="small" />}
        </Tool>
      )}
      <Menu open={anchor !== null} anchorEl={anchor} onClose={() => setAnchor(null)}>
        {DENSITIES.map((one) => (
          <MenuItem
            key={one}
            dense
            selected={one === density}
            onClick={() => {
              onDensity(one)
              setAnchor(null)
            }}
          >
            <ListItemText>{t(`kit.density.${one}`)}</ListItemText>
          </MenuItem>
        ))}
      </Menu>
    </>
  )
}
