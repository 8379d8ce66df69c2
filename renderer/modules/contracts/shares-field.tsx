// Who has which part of a sales contract: said in a line, edited as parts of colleagues; the salesperson has the rest. Rule C29 of contracts.
import AddRounded from '@mui/icons-material/AddRounded'
import DeleteOutlineRounded from '@mui/icons-material/DeleteOutlineRounded'
import { Box, Button, DialogActions, DialogContent, DialogTitle, IconButton, Stack, TextField, Typography } from '@mui/material'
import { useState } from 'react'
import { hearKey } from '../../client/index.ts'
import { type FieldProps, NumberInput, shareLeft, shareSum, useFace } from '../../kit/fields/index.ts'
import { percentShown } from '../../kit/format/shown.ts'
import { DataLine, Dialog } from '../../kit/show/index.ts'
import { UserField } from '../../records/fields/index.ts'
import { useWords } from '../../words/index.ts'
import type { ShareFormValues } from './contract-form-values.ts'
import { contractsWords } from './words.ts'

const MOST = 9
type Shares = readonly ShareFormValues[]
/** What colleagues leave to the salesperson, per cent; null where nothing is left, or a part is no number. */
const salespersonsPart = (shares: Shares): string | null => {
  const typed = shares.filter(({ share }) => share !== '')
  const left = shareSum(typed) === null ? '0' : shareLeft(typed)
  return left === '0' ? null : left
}
type RowProps = { share: ShareFormValues; onChange: (next: ShareFormValues) => void; onRemove: () => void; first: boolean }

const Row = ({ share, onChange, onRemove, first }: RowProps) => {
  const { t, name } = useWords(contractsWords)
  return (
    <Stack direction="row" spacing={1} sx={{ alignItems: 'flex-start' }}>
      <Box sx={{ flex: 1 }}>
        <UserField
          name="userId"
          label={t('contracts.share-colleague')}
          autoFocus={first}
          value={share.userId}
          shown={share.name}
          onChange={(userId) => onChange({ ...share, userId })}
          onPick={(row) => onChange({ ...share, userId: row?.id ?? null, name: row === null ? '' : String(row['name'] ?? '') })}
        />
      </Box>
      <Box sx={{ width: 110 }}>
        <NumberInput label={name('field.share')} value={share.share} places={4} onChange={(part) => onChange({ ...share, share: part })} />
      </Box>
      <IconButton size="small" aria-label={t('contracts.share-remove')} onClick={onRemove} sx={{ mt: 0.5 }}>
        <DeleteOutlineRounded fontSize="small" />
      </IconButton>
    </Stack>
  )
}

type EditorProps = { shares: Shares; salesperson: string; onChange: (shares: ShareFormValues[]) => void; onClose: () => void }
const Editor = ({ shares, salesperson, onChange, onClose }: EditorProps) => {
  const { t, name } = useWords(contractsWords)
  const own = salespersonsPart(shares)
  const add = () => onChange([...shares, { userId: null, name: '', share: '' }])
  return (
    <Dialog open fleeting onClose={onClose} fullWidth maxWidth="sm">
      <DialogTitle>{name('field.shares')}</DialogTitle>
      <DialogContent>
        <Typography variant="body2" sx={{ mb: 2, color: 'text.secondary' }}>
          {t('contracts.share-help')}
        </Typography>
        <Stack spacing={1.25}>
          {shares.map((share, at) => (
            <Row
              // A part that nobody has yet is known by its place alone.
              key={at}
              share={share}
              first={at === shares.length - 1 && share.userId === null}
              onChange={(next) => onChange(shares.with(at, next))}
              onRemove={() => onChange(shares.toSpliced(at, 1))}
            />
          ))}
        </Stack>
        <Stack direction="row" sx={{ mt: 1.5, alignItems: 'center', justifyContent: 'space-between' }}>
          <Button size="small" startIcon={<AddRounded />} disabled={shares.length >= MOST} onClick={add}>
            {t('contracts.share-add')}
          </Button>
          <Typography role="status" sx={{ fontVariantNumeric: 'tabular-nums', color: own === null ? 'error.main' : 'text.primary' }}>
            {own === null ? t('contracts.share-nothing') : `${salesperson} ${percentShown(own)}`}
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

/** `salesperson`: what whoever has the rest is called. */
export const SharesField = ({ salesperson, ...props }: FieldProps<ShareFormValues[]> & { salesperson: string }) => {
  const { value, onChange, name } = props
  const { t } = useWords(contractsWords)
  const [open, setOpen] = useState(false)
  const { label, error, helperText, readOnly } = useFace({ ...props, issue: props.issue ?? Object.values(props.issues ?? {})[0] })
  const own = salespersonsPart(value)
  const parts = [
    `${salesperson} ${own === null ? '–' : percentShown(own)}`,
    ...value.map((one) => `${one.name || '…'} ${percentShown(one.share || '0')}`),
  ]
  const said = value.length === 0 ? '' : parts.join(' + ')
  if (readOnly) return value.length === 0 ? null : <DataLine label={label}>{said}</DataLine>
  const begin = () => {
    if (value.length === 0) onChange([{ userId: null, name: '', share: '' }])
    setOpen(true)
  }
  const close = () => {
    onChange(value.filter(({ userId, share }) => userId !== null || share !== ''))
    setOpen(false)
  }
  return (
    <>
      <TextField
        size="small"
        fullWidth
        onClick={begin}
        label={label}
        value={said}
        placeholder={t('contracts.share-none')}
        error={error || own === null}
        helperText={helperText ?? (own === null ? t('contracts.share-nothing') : undefined)}
        onKeyDown={(event) =>
          hearKey(event, () => {
            if (event.key !== 'Enter' && event.key !== ' ') return
            event.preventDefault()
            begin()
          })
        }
        slotProps={{
          htmlInput: { readOnly: true, 'data-field': name, style: { cursor: 'pointer', textOverflow: 'ellipsis' } },
          inputLabel: { shrink: true },
        }}
      />
      {open && <Editor shares={value} salesperson={salesperson} onChange={onChange} onClose={close} />}
    </>
  )
}
