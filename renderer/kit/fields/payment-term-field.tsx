// A payment term: said in a line, edited as instalments with presets and a live check that the shares are 100 %.
import AddRounded from '@mui/icons-material/AddRounded'
import DeleteOutlineRounded from '@mui/icons-material/DeleteOutlineRounded'
import {
  Box,
  Button,
  Chip,
  DialogActions,
  DialogContent,
  DialogTitle,
  IconButton,
  MenuItem,
  Stack,
  TextField,
  Typography,
} from '@mui/material'
import { useState } from 'react'
import { INSTALMENT_EVENTS, type Instalment, type PaymentTerm } from '../../../preload/contract/vocabulary/payment-term.ts'
import { useWords, type Words } from '../../words/index.ts'
import { inPhrase, percentShown } from '../format/shown.ts'
import { DataLine } from '../show/data-line.tsx'
import { type FieldProps, spanned, useFace } from './field-face.ts'
import { NumberInput } from './number-input.tsx'
import { countsDays, presetNames, presets, shareLeft, shareSum } from './payment-term.ts'
import { Dialog } from '../show/dialog.tsx'
import { hearKey } from '../../client/index.ts'

/** '30 % 签约时 + 70 % 提单日后 30 天' */
export const termText = (term: PaymentTerm, words: Words): string => term.map((one) => instalmentText(one, words)).join(' + ')

/** '70 % 30 days after bill of lading': an event's name begins small inside the phrase, where it is no abbreviation. */
export const instalmentText = ({ share, event, days }: PaymentTerm[number], { t, name }: Words): string => {
  const when = inPhrase(name(`instalment-event.${event}`))
  return days > 0 ? t('kit.term.days', { share: percentShown(share), when, days }) : `${percentShown(share)} ${when}`
}

type RowProps = { instalment: Instalment; onChange: (next: Instalment) => void; onRemove?: () => void }
const Row = ({ instalment, onChange, onRemove }: RowProps) => {
  const { t, name } = useWords()
  return (
    <Stack direction="row" spacing={1} sx={{ alignItems: 'flex-start' }}>
      <Box sx={{ width: 110 }}>
        <NumberInput
          label={name('field.share')}
          value={instalment.share}
          places={4}
          onChange={(share) => onChange({ ...instalment, share })}
        />
      </Box>
      <TextField
        select
        size="small"
        label={name('field.event')}
        value={instalment.event}
        sx={{ flex: 1 }}
        onChange={(event) => {
          const next = event.target.value as Instalment['event']
          onChange({ ...instalment, event: next, days: countsDays(next) ? instalment.days : 0 })
        }}
      >
        {INSTALMENT_EVENTS.map((event) => (
          <MenuItem key={event} value={event}>
            {name(`instalment-event.${event}`)}
          </MenuItem>
        ))}
      </TextField>
      <Box sx={{ width: 90, visibility: countsDays(instalment.event) ? 'visible' : 'hidden' }}>
        <NumberInput
          label={name('field.days')}
          value={String(instalment.days)}
          places={0}
          onChange={(days) => onChange({ ...instalment, days: Math.min(720, Number(days)) })}
        />
      </Box>
      <IconButton size="small" aria-label={t('kit.line.remove')} disabled={!onRemove} onClick={onRemove} sx={{ mt: 0.5 }}>
        <DeleteOutlineRounded fontSize="small" />
      </IconButton>
    </Stack>
  )
}

const Editor = ({ term, onChange, onClose }: { term: PaymentTerm; onChange: (term: PaymentTerm) => void; onClose: () => void }) => {
  const { t, name } = useWords()
  const sum = shareSum(term)
  const whole = sum === '100'
  return (
    <Dialog open fleeting onClose={onClose} fullWidth maxWidth="sm">
      <DialogTitle>{name('field.paymentTerm')}</DialogTitle>
      <DialogContent>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.75, mb: 2 }}>
          {presetNames.map((preset) => (
            <Chip
              key={preset}
              size="small"
              variant="outlined"
              label={t(`kit.term.${preset}`)}
              onClick={() => onChange([...presets[preset]])}
            />
          ))}
        </Box>
        <Stack spacing={1.25}>
          {term.map((instalment, at) => (
            <Row
              // Instalments have no identity of their own: they are their place.
              key={at}
              instalment={instalment}
              onChange={(next) => onChange(term.with(at, next))}
              onRemove={term.length > 1 ? () => onChange(term.toSpliced(at, 1)) : undefined}
            />
          ))}
        </Stack>
        <Stack direction="row" sx={{ mt: 1.5, alignItems: 'center', justifyContent: 'space-between' }}>
          <Button
            size="small"
            startIcon={<AddRounded />}
            disabled={term.length >= 12}
            onClick={() => onChange([...term, { share: shareLeft(term), event: 'after-bill-of-lading', days: 30 }])}
          >
            {t('kit.term.add')}
          </Button>
          <Typography role="status" sx={{ fontVariantNumeric: 'tabular-nums', color: whole ? 'success.main' : 'error.main' }}>
            {t('kit.term.sum', { sum: sum ?? '?' })}
          </Typography>
        </Stack>
      </DialogContent>
      <DialogActions>
        <Button variant="contained" disableElevation onClick={onClose}>
          {t('kit.done')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}

export const PaymentTermField = (props: FieldProps<PaymentTerm>) => {
  const { value, onChange, name } = props
  const words = useWords()
  const [open, setOpen] = useState(false)
  const { label, error, helperText, readOnly, required, span } = useFace({
    span: 2,
    ...props,
    issue: props.issue ?? Object.values(props.issues ?? {})[0],
  })
  const said = termText(value, words)
  if (readOnly)
    return (
      <DataLine label={label} span={span}>
        {said}
      </DataLine>
    )
  const off = shareSum(value) !== '100'
  return (
    <Box sx={spanned(span)}>
      <TextField
        size="small"
        fullWidth
        onClick={() => setOpen(true)}
        label={label}
        required={required}
        value={said}
        error={error || off}
        helperText={helperText ?? (off ? words.t('rule.shares-must-be-100') : undefined)}
        onKeyDown={(event) =>
          hearKey(event, () => {
            if (event.key !== 'Enter' && event.key !== ' ') return
            event.preventDefault()
            setOpen(true)
          })
        }
        slotProps={{ htmlInput: { readOnly: true, 'data-field': name, style: { cursor: 'pointer', textOverflow: 'ellipsis' } } }}
      />
      {open && <Editor term={value} onChange={onChange} onClose={() => setOpen(false)} />}
    </Box>
  )
}
