// Which members of a dimension are counted, or left out: found by a text, several at once.
import {
  Autocomplete,
  Button,
  DialogActions,
  DialogContent,
  DialogTitle,
  FormControlLabel,
  MenuItem,
  Stack,
  Switch,
  TextField,
} from '@mui/material'
import { useState } from 'react'
import type { Question } from '../../../preload/contract/modules/statistics/calls.ts'
import { plainText } from '../../../preload/contract/vocabulary/fold.ts'
import { useOfficeQuery } from '../../client/index.ts'
import { useDebounced } from '../../kit/form/index.ts'
import { Dialog, ProblemNote } from '../../kit/show/index.ts'
import { useWords } from '../../words/index.ts'
import { memberName } from './question.ts'
import { statisticsWords } from './words.ts'

/** So many members are offered at once. */
const MOST = 200
export type Filter = Question['filters'][number]
type Member = { key: string; label: string }
type Props = {
  /** Null for a new one. */
  filter: Filter | null
  dimensions: readonly string[]
  /** The measure whose facts have these members. */
  measure: string
  memberNames: Readonly<Record<string, string>>
  onClose: () => void
  onSave: (filter: Filter | null, labels: readonly Member[]) => void
}

export const FilterEditor = ({ filter, dimensions, measure, memberNames, onClose, onSave }: Props) => {
  const { t, name } = useWords(statisticsWords)
  const [dimension, setDimension] = useState(filter?.dimension ?? dimensions[0] ?? '')
  const [chosen, setChosen] = useState<readonly Member[]>(
    (filter?.members ?? []).map((key) => ({ key, label: memberNames[memberName(filter!.dimension, key)] ?? key })),
  )
  const [not, setNot] = useState(filter?.not ?? false)
  const [text, setText] = useState('')
  // All of them are asked for once; by a text, when it has rested, only where there are more.
  const asked = { dimension, measure, limit: MOST }
  const all = useOfficeQuery('statistic-members', { ...asked, text: '' }, { enabled: dimension !== '', keep: true })
  const rested = useDebounced(text)
  const more = all.data?.more === true && rested !== ''
  const found = useOfficeQuery('statistic-members', { ...asked, text: rested }, { enabled: more, keep: true })
  const { data, problem, loading } = more ? found : all
  const typed = plainText(text)
  const options = (data?.members ?? []).filter((m) => more || plainText(m.label).includes(typed))
  const known = new Map((data?.members ?? []).map((m) => [m.key, m]))
  const shown = chosen.map((m) => known.get(m.key) ?? m)
  return (
    <Dialog open onClose={onClose} maxWidth="xs" fullWidth>
      <DialogTitle>{t('statistics.add-filter')}</DialogTitle>
      <DialogContent>
        <Stack spacing={1.5} sx={{ pt: 1 }}>
          <ProblemNote problem={problem} />
          <TextField
            select
            size="small"
            label={t('statistics.add-filter')}
            value={dimension}
            onChange={(event) => {
              setDimension(event.target.value)
              setChosen([])
            }}
          >
            {dimensions.map((one) => (
              <MenuItem key={one} value={one}>
                {name(`dimension.${one}`)}
              </MenuItem>
            ))}
          </TextField>
          <Autocomplete
            multiple
            size="small"
            disableCloseOnSelect
            loading={loading}
            options={options}
            filterOptions={(those) => those}
            value={[...shown]}
            isOptionEqualToValue={(a, b) => a.key === b.key}
            getOptionLabel={(m) => m.label}
            getOptionKey={(m) => m.key}
            onChange={(_event, members) => setChosen(members)}
            onInputChange={(_event, typed, reason) => reason === 'input' && setText(typed)}
            renderInput={(props) => <TextField {...props} label={t('statistics.members')} autoFocus />}
          />
          <FormControlLabel
            control={<Switch size="small" checked={not} onChange={(_event, on) => setNot(on)} />}
            label={t('statistics.except')}
          />
        </Stack>
      </DialogContent>
      <DialogActions>
        {filter && (
          <Button color="inherit" onClick={() => onSave(null, [])}>
            {t('statistics.drop')}
          </Button>
        )}
        <Button color="inherit" onClick={onClose}>
          {t('kit.cancel')}
        </Button>
        <Button
          variant="contained"
          disabled={chosen.length === 0}
          onClick={() => onSave({ dimension, members: chosen.map((m) => m.key), not }, shown)}
        >
          {t('statistics.apply')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
