// A list's period by one word: this month, last quarter … of its date, or of another date it has; and only what is one's own.
import CalendarMonthRounded from '@mui/icons-material/CalendarMonthRounded'
import PersonOutlineRounded from '@mui/icons-material/PersonOutlineRounded'
import { Button, Divider, ListSubheader, Menu, MenuItem, ToggleButton } from '@mui/material'
import { useState } from 'react'
import { PERIODS } from '../../../preload/contract/vocabulary/periods.ts'
import { useWords } from '../../words/index.ts'
import type { ListLook } from './list-view-settings.ts'

type Props = {
  /** The date columns, the usual one first. */
  fields: readonly string[]
  period: ListLook['period']
  titleOf: (field: string) => string
  /** Says the word alone: there is little room. */
  narrow: boolean
  onChange: (period: ListLook['period']) => void
}

export const PeriodButton = ({ fields, period, titleOf, narrow, onChange }: Props) => {
  const { t } = useWords()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const [first] = fields
  if (first === undefined) return null
  const field = period?.field ?? first
  const choose = (next: ListLook['period']) => {
    onChange(next)
    setAnchor(null)
  }
  const said = period === null ? t('kit.period.any') : t(`kit.period.${period.period}`)
  return (
    <>
      <Button
        size="small"
        color={period === null ? 'inherit' : 'primary'}
        variant={period === null ? 'text' : 'outlined'}
        startIcon={narrow && period === null ? undefined : <CalendarMonthRounded />}
        aria-haspopup="menu"
        aria-label={t('kit.period.of', { field: titleOf(field), period: said })}
        onClick={(event) => setAnchor(event.currentTarget)}
        sx={{ flexShrink: 0, ...(narrow && { minWidth: 30, px: 0.75 }) }}
      >
        {narrow && period === null ? (
          <CalendarMonthRounded fontSize="small" />
        ) : narrow ? (
          said
        ) : period === null ? (
          said
        ) : (
          `${titleOf(field)} ${said}`
        )}
      </Button>
      <Menu open={anchor !== null} anchorEl={anchor} onClose={() => setAnchor(null)}>
        <MenuItem selected={period === null} onClick={() => choose(null)}>
          {t('kit.period.any')}
        </MenuItem>
        {PERIODS.map((one) => (
          <MenuItem key={one} selected={period?.period === one} onClick={() => choose({ field, period: one })}>
            {t(`kit.period.${one}`)}
          </MenuItem>
        ))}
        {fields.length > 1 && <Divider />}
        {fields.length > 1 && (
          <ListSubheader role="presentation" sx={{ lineHeight: '28px' }}>
            {t('kit.period.by')}
          </ListSubheader>
        )}
        {fields.length > 1 &&
          fields.map((one) => (
            <MenuItem key={one} selected={one === field} onClick={() => choose({ field: one, period: period?.period ?? 'this-month' })}>
              {titleOf(one)}
            </MenuItem>
          ))}
      </Menu>
    </>
  )
}

export const MineButton = ({ mine, narrow, onChange }: { mine: boolean; narrow: boolean; onChange: (mine: boolean) => void }) => {
  const { t } = useWords()
  return (
    <ToggleButton
      value="mine"
      size="small"
      color="primary"
      selected={mine}
      aria-label={t('kit.list.mine')}
      title={narrow ? t('kit.list.mine') : undefined}
      onChange={() => onChange(!mine)}
      sx={{ py: 0.25, px: narrow ? 0.5 : 1, gap: 0.5, textTransform: 'none', border: mine ? 1 : 0, flexShrink: 0 }}
    >
      <PersonOutlineRounded fontSize="small" />
      {!narrow && t('kit.list.mine')}
    </ToggleButton>
  )
}
