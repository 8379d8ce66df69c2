// The filters in force as chips: a click changes one, its cross removes it, "add" makes another. All of them hold at once.
import AddRounded from '@mui/icons-material/AddRounded'
import FilterAltOutlined from '@mui/icons-material/FilterAltOutlined'
import { Button, Chip } from '@mui/material'
import { useState } from 'react'
import type { Filter } from '../../../preload/contract/define/index.ts'
import { useWords } from '../../words/index.ts'
import { decimalShown } from '../format/shown.ts'
import { isFigure } from './cell-text.ts'
import { FilterEditor } from './filter-editor.tsx'
import { draftOf, operatorWords } from './filter-operators.ts'
import type { Columns } from './list-view-settings.ts'

type Props = {
  columns: Columns
  filters: readonly Filter[]
  titleOf: (field: string) => string
  /** The button to add one is a sign without words. */
  narrow: boolean
  onChange: (filters: Filter[]) => void
}
type Editing = { anchor: HTMLElement; at: number | null }

export const FilterChips = ({ columns, filters, titleOf, narrow, onChange }: Props) => {
  const { t, name } = useWords()
  const [editing, setEditing] = useState<Editing | null>(null)

  const said = (filter: Filter): string => {
    const column = columns[filter.field]
    const { values } = draftOf(filter)
    const shown = values.map((value) =>
      column?.kind === 'enum' && column.values
        ? name(`${column.values.group}.${value}`)
        : column?.kind === 'boolean'
          ? t(value === 'true' ? 'kit.yes' : 'kit.no')
          : column && isFigure(column)
            ? decimalShown(value)
            : value,
    )
    const joined = shown.join(filter.op === 'between' ? ' – ' : ', ')
    return `${titleOf(filter.field)} ${t(operatorWords(column, filter.op))} ${joined}`.trim()
  }

  return (
    <>
      {filters.map((filter, i) => (
        <Chip
          key={`${filter.field}.${filter.op}.${String(filter.value)}`}
          size="small"
          variant="outlined"
          color="primary"
          label={said(filter)}
          onClick={(event) => setEditing({ anchor: event.currentTarget, at: i })}
          onDelete={() => onChange(filters.toSpliced(i, 1))}
          sx={{ maxWidth: 320 }}
        />
      ))}
      <Button
        size="small"
        startIcon={narrow ? undefined : <AddRounded />}
        aria-label={t('kit.filter.add')}
        title={narrow ? t('kit.filter.add') : undefined}
        onClick={(event) => setEditing({ anchor: event.currentTarget, at: null })}
        sx={narrow ? { minWidth: 30, px: 0.75 } : undefined}
      >
        {narrow ? <FilterAltOutlined fontSize="small" /> : t('kit.filter.add')}
      </Button>
      {filters.length > 1 && (
        <Button size="small" color="inherit" onClick={() => onChange([])}>
          {t('kit.filter.clear')}
        </Button>
      )}
      {editing && (
        <FilterEditor
          anchor={editing.anchor}
          columns={columns}
          titleOf={titleOf}
          filter={editing.at === null ? null : (filters[editing.at] ?? null)}
          onClose={() => setEditing(null)}
          onDone={(filter) => {
            onChange(editing.at === null ? [...filters, filter] : filters.toSpliced(editing.at, 1, filter))
            setEditing(null)
          }}
        />
      )}
    </>
  )
}
