// The witness of the audit trail: to print, copy or mail; those in the names of backups; and one typed from paper, compared with the chain (U61).
import {
  Alert,
  Box,
  Button,
  DialogActions,
  DialogContent,
  DialogTitle,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableRow,
  TextField,
  Typography,
} from '@mui/material'
import { useState } from 'react'
import { witnessText } from '../../../preload/contract/vocabulary/witness.ts'
import { companyName, useOfficeQuery, useViewer } from '../../client/index.ts'
import { Dialog, PrintButton } from '../../kit/show/index.ts'
import { useWords } from '../../words/index.ts'
import { auditWords } from './words.ts'

const severity = { fits: 'success', 'left-behind': 'info', differs: 'error', unreadable: 'warning' } as const

/** Grouped by four, so that eyes and fingers find their way from paper. */
const grouped = (code: string): string => code.replaceAll(/(.{4})(?=.)/g, '$1 ')

export const AuditWitness = ({ onClose }: { onClose: () => void }) => {
  const { t, language } = useWords(auditWords)
  const company = companyName(useViewer(), language)
  const [typed, setTyped] = useState('')
  const { data } = useOfficeQuery('audit-witness', { typed: typed.slice(0, 80) })
  const now = data?.now ?? null
  const text = now === null ? '' : witnessText(now)
  const mail = `mailto:?subject=${encodeURIComponent(t('audit.witness.subject', { company }))}&body=${encodeURIComponent(text)}`
  return (
    <Dialog open onClose={onClose} maxWidth="md" fullWidth>
      <DialogTitle>{t('audit.witness.title')}</DialogTitle>
      <DialogContent sx={{ display: 'flex', flexDirection: 'column', gap: 2 }}>
        <Typography color="textSecondary">{t('audit.witness.about')}</Typography>
        {now && (
          <Box className="on-paper" sx={{ border: 1, borderColor: 'divider', borderRadius: 1, p: 2 }}>
            <Typography variant="subtitle2">{t('audit.witness.subject', { company })}</Typography>
            <Typography>{t('audit.witness.entries', { count: now.count, day: now.day })}</Typography>
            <Typography sx={{ fontFamily: 'monospace', fontSize: 18 }}>{grouped(now.code)}</Typography>
            <Typography sx={{ fontFamily: 'monospace', userSelect: 'all' }}>{text}</Typography>
          </Box>
        )}
        <TextField
          size="small"
          label={t('audit.witness.typed')}
          placeholder="1204.3f9a1c20b7d4e881aa02.2026-11-28"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        {data?.typed && typed !== '' && <Alert severity={severity[data.typed]}>{t(`audit.witness.typed-${data.typed}`)}</Alert>}
        {data && data.kept.length > 0 && (
          <Table size="small">
            <TableHead>
              <TableRow>
                <TableCell>{t('audit.witness.backup')}</TableCell>
                <TableCell align="right">{t('audit.witness.count')}</TableCell>
                <TableCell>{t('audit.witness.state')}</TableCell>
              </TableRow>
            </TableHead>
            <TableBody>
              {data.kept.map(({ backup, witness, state }) => (
                <TableRow key={backup}>
                  <TableCell sx={{ fontFamily: 'monospace', fontSize: 12, overflowWrap: 'anywhere' }}>{backup}</TableCell>
                  <TableCell align="right">{witness.count}</TableCell>
                  <TableCell sx={state === 'differs' ? { color: 'error.main' } : undefined}>{t(`audit.witness.${state}`)}</TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        )}
      </DialogContent>
      <DialogActions>
        <Button disabled={!now} onClick={() => void navigator.clipboard.writeText(text)}>
          {t('audit.witness.copy')}
        </Button>
        <Button disabled={!now} component="a" href={mail} target="_blank" rel="noreferrer">
          {t('audit.witness.mail')}
        </Button>
        <PrintButton disabled={!now} />
        <Button onClick={onClose}>{t('audit.witness.close')}</Button>
      </DialogActions>
    </Dialog>
  )
}
