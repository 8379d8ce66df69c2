// What a report is asked for: as of a day, from–to, groupings. Kept with the tab.
import { Box, Button, Menu, MenuItem, TextField } from '@mui/material'
import { useState } from 'react'
import { type Period, periodDays, PERIODS } from '../../../preload/contract/vocabulary/periods.ts'
import { useTabState, useViewer } from '../../client/index.ts'
import { useWords } from '../../words/index.ts'
import { DateInput } from '../fields/date-input.tsx'

/** Values by name: 'asOf', 'from', 'to' and the selects' own; absent for none. */
export type ReportFiltersValue = Readonly<Record<string, string | undefined>>
type Select = {
  /** Key in the value and of its name `field.<name>`. */
  name: string
  label?: string
  options: readonly { value: string; label: string }[]
  /** Words for "all"; absent: one must be chosen. */
  all?: string
}
type Props = {
  asOf?: boolean
  period?: boolean
  selects?: readonly Select[]
  value: ReportFiltersValue
  onChange: (value: ReportFiltersValue) => void
}

/** The report's filters of this tab. */
export const useReportFilters = (initial: ReportFiltersValue): [ReportFiltersValue, (value: ReportFiltersValue) => void] =>
  useTabState<ReportFiltersValue>('report', initial)

/** Fills from and to with a period by one word. */
const Periods = ({
  from,
  to,
  onChoose,
}: {
  from: string | undefined
  to: string | undefined
  onChoose: (period: Period | null) => void
}) => {
  const { t } = useWords()
  const { today } = useViewer()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const now = PERIODS.find((one) => periodDays(one, today).from === from && periodDays(one, today).to === to)
  const choose = (period: Period | null) => {
    onChoose(period)
    setAnchor(null)
  }
  return (
    <>
      <Button size="small" color={now ? 'primary' : 'inherit'} aria-haspopup="menu" onClick={(event) => setAnchor(event.currentTarget)}>
        {t(now ? `kit.period.${now}` : 'kit.period.choose')}
      </Button>
      <Menu open={anchor !== null} anchorEl={anchor} onClose={() => setAnchor(null)}>
        <MenuItem onClick={() => choose(null)}>{t('kit.period.any')}</MenuItem>
        {PERIODS.map((one) => (
          <MenuItem key={one} selected={one === now} onClick={() => choose(one)}>
            {t(`kit.period.${one}`)}
          </MenuItem>
        ))}
      </Menu>
    </>
  )
}

export const ReportFilters = ({ asOf = false, period = false, selects = [], value, onChange }: Props) => {
  const { name } = useWords()
  const { today } = useViewer()
  const set = (key: string, next: string | null) => {
    const { [key]: _old, ...rest } = value
    onChange(next === null || next === '' ? rest : { ...rest, [key]: next })
  }
  const day = (key: string) => (
    <DateInput
      key={key}
      width={148}
      label={name(`field.${key}`)}
      value={value[key] ?? null}
      today={today}
      onChange={(next) => set(key, next)}
    />
  )
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
      {asOf && day('asOf')}
      {period && day('from')}
      {period && day('to')}
      {period && (
        <Periods
          from={value['from']}
          to={value['to']}
          onChoose={(chosen) => {
            const { from: _from, to: _to, ...rest } = value
            onChange(chosen === null ? rest : { ...rest, ...periodDays(chosen, today) })
          }}
        />
      )}
      {selects.map((select) => (
        <TextField
          key={select.name}
          select
          size="small"
          label={select.label ?? name(`field.${select.name}`)}
          value={value[select.name] ?? ''}
          onChange={(event) => set(select.name, event.target.value)}
          sx={{ minWidth: 120 }}
          slotProps={select.all === undefined ? {} : { inputLabel: { shrink: true }, select: { displayEmpty: true } }}
        >
          {select.all !== undefined && <MenuItem value="">{select.all}</MenuItem>}
          {select.options.map((option) => (
            <MenuItem key={option.value} value={option.value}>
              {option.label}
            </MenuItem>
          ))}
        </TextField>
      ))}
    </Box>
  )
}
