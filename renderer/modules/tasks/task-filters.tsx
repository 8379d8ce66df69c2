// By what the tasks on Today can be narrowed down: kinds, people, a search.
import Search from '@mui/icons-material/Search'
import { Box, Chip, InputAdornment, TextField } from '@mui/material'
import type { KeyboardEvent, RefObject } from 'react'
import { matchesSearchable } from '../../../preload/contract/vocabulary/fold.ts'
import type { TaskLine } from '../../../preload/contract/modules/tasks/calls.ts'
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import { hearKey } from '../../client/index.ts'
import { useWords } from '../../words/index.ts'
import { tasksWords } from './words.ts'

export type Filter = { kinds: readonly string[]; people: readonly string[]; text: string }
export const NO_FILTER: Filter = { kinds: [], people: [], text: '' }
export const isFiltered = ({ kinds, people, text }: Filter): boolean => kinds.length > 0 || people.length > 0 || text.trim() !== ''

/** @param ruleOf the name of a rule, by which tasks are found too */
export const fits = ({ kinds, people, text }: Filter, task: TaskLine, ruleOf: (rule: string) => string): boolean =>
  (kinds.length === 0 || kinds.includes(task.rule)) &&
  (people.length === 0 || task.people.some(({ id }) => people.includes(id))) &&
  (text.trim() === '' ||
    matchesSearchable(text, [
      task.title,
      task.number,
      task.party,
      ruleOf(task.rule),
      task.waitingFor,
      ...task.people.map(({ name }) => name),
    ]))

const toggled = (all: readonly string[], one: string) => (all.includes(one) ? all.filter((other) => other !== one) : [...all, one])

type Today = Pick<QueryOutput<'today'>, 'counts' | 'people'>
/** Kinds with their counts over all sections, the most frequent first. */
export const kindsOf = (counts: Today['counts']): { rule: string; count: number }[] =>
  [...Map.groupBy(counts, ({ rule }) => rule)]
    .map(([rule, of]) => ({ rule, count: of.reduce((sum, { count }) => sum + count, 0) }))
    .toSorted((a, b) => b.count - a.count)

const Chips = ({
  label,
  chips,
  chosen,
  onToggle,
}: {
  label: string
  chips: readonly { id: string; text: string; count: number }[]
  chosen: readonly string[]
  onToggle: (id: string) => void
}) => (
  <Box role="group" aria-label={label} sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5 }}>
    {chips.map(({ id, text, count }) => (
      <Chip
        key={id}
        size="small"
        clickable
        variant={chosen.includes(id) ? 'filled' : 'outlined'}
        color={chosen.includes(id) ? 'primary' : 'default'}
        aria-pressed={chosen.includes(id)}
        label={`${text} ${count}`}
        onClick={() => onToggle(id)}
      />
    ))}
  </Box>
)

export const TaskFilters = ({
  today,
  filter,
  search,
  ruleOf,
  onFilter,
  onDown,
}: {
  today: Today
  filter: Filter
  search: RefObject<HTMLInputElement | null>
  ruleOf: (rule: string) => string
  onFilter: (filter: Filter) => void
  onDown: () => void
}) => {
  const { t } = useWords(tasksWords)
  const kinds = kindsOf(today.counts)
  const keys = (event: KeyboardEvent) => {
    const acts: Record<string, () => void> = {
      ArrowDown: onDown,
      Enter: onDown,
      Escape: () => {
        onFilter({ ...filter, text: '' })
        onDown()
      },
    }
    const act = acts[event.key]
    if (!act) return
    event.preventDefault()
    act()
  }
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 0.75 }}>
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
        <TextField
          size="small"
          value={filter.text}
          inputRef={search}
          placeholder={t('today.search')}
          autoComplete="off"
          onChange={(event) => onFilter({ ...filter, text: event.target.value })}
          onKeyDown={(event) => hearKey(event, keys)}
          sx={{ width: 240 }}
          slotProps={{
            htmlInput: { 'aria-label': t('today.search'), maxLength: 100 },
            input: {
              startAdornment: (
                <InputAdornment position="start">
                  <Search fontSize="small" />
                </InputAdornment>
              ),
            },
          }}
        />
        {today.people.length > 0 && (
          <Chips
            label={t('today.people')}
            chips={today.people.map(({ userId, name, count }) => ({ id: userId, text: name, count }))}
            chosen={filter.people}
            onToggle={(id) => onFilter({ ...filter, people: toggled(filter.people, id) })}
          />
        )}
        {isFiltered(filter) && <Chip size="small" variant="outlined" label={t('today.clear-filter')} onClick={() => onFilter(NO_FILTER)} />}
      </Box>
      {kinds.length > 1 && (
        <Chips
          label={t('today.kinds')}
          chips={kinds.map(({ rule, count }) => ({ id: rule, text: ruleOf(rule), count }))}
          chosen={filter.kinds}
          onToggle={(rule) => onFilter({ ...filter, kinds: toggled(filter.kinds, rule) })}
        />
      )}
    </Box>
  )
}
