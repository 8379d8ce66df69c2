// The amendments of a credit, the newest first: what changed from what to what, and the one that waits to be decided.
import { Box, Button, Table, TableBody, TableCell, TableRow, Typography } from '@mui/material'
import { useState } from 'react'
import { useCommand, useMay } from '../../client/index.ts'
import { type Acting, FormSection } from '../../kit/form/index.ts'
import { useFigure } from './figure.tsx'
import { ConfirmDialog, StatusChip } from '../../kit/show/index.ts'
import { useWords } from '../../words/index.ts'
import type { Letter } from './letter-form-values.ts'
import { lettersWords } from './words.ts'

type Amendment = Letter['amendments'][number]

const Changes = ({ amendment }: { amendment: Amendment }) => {
  const { name } = useWords(lettersWords)
  const figure = useFigure()
  return (
    <Table size="small" sx={{ maxWidth: 720 }}>
      <TableBody>
        {amendment.changes.map((change) => (
          <TableRow key={change.field}>
            <TableCell sx={{ width: 180 }}>{name(`field.letter-of-credit.${change.field}`)}</TableCell>
            <TableCell sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>{figure(change.from)}</TableCell>
            <TableCell sx={{ width: 24 }}>→</TableCell>
            <TableCell sx={{ overflowWrap: 'anywhere' }}>{figure(change.to)}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  )
}

export const AmendmentsSection = ({ letter, act }: { letter: Letter; act: Acting }) => {
  const { t, name } = useWords(lettersWords)
  const may = useMay()
  const deciding = useCommand('decide-letter-amendment')
  const [asking, setAsking] = useState<{ accept: boolean } | null>(null)
  if (letter.amendments.length === 0) return null
  const words = asking?.accept ? 'accept' : 'reject'
  return (
    <FormSection title={t('letters.section-amendments')} wide>
      {letter.amendments.map((amendment) => (
        <Box key={amendment.id} sx={{ mb: 1.5 }}>
          <Box sx={{ display: 'flex', gap: 1.5, alignItems: 'center', flexWrap: 'wrap' }}>
            <Typography component="h3" sx={{ fontSize: 13, fontWeight: 600 }}>
              {t('letters.amendment', { number: amendment.number, date: amendment.receivedOn })}
            </Typography>
            <StatusChip group="amendment-state" value={amendment.state} />
            {amendment.decidedOn !== null && <span>{t('letters.amendment-decided', { date: amendment.decidedOn })}</span>}
            {amendment.remark !== '' && <span>{amendment.remark}</span>}
            {amendment.state === 'pending' && may('letter-of-credit.accept') && (
              <>
                <Button size="small" variant="outlined" onClick={() => setAsking({ accept: true })}>
                  {t('letters.accept-amendment')}
                </Button>
                <Button size="small" variant="outlined" color="error" onClick={() => setAsking({ accept: false })}>
                  {t('letters.reject-amendment')}
                </Button>
              </>
            )}
          </Box>
          <Changes amendment={amendment} />
        </Box>
      ))}
      <ConfirmDialog
        open={asking !== null}
        danger={asking?.accept === false}
        title={t(`letters.${words}-amendment`)}
        text={t(`letters.${words}-amendment-text`)}
        confirm={t(`letters.${words}-amendment`)}
        date={name('field.date')}
        onConfirm={({ date }) => act((at) => deciding.run({ ...at, accept: asking?.accept === true, on: date }))}
        onClose={() => setAsking(null)}
      />
    </FormSection>
  )
}
