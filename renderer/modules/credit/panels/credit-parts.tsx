// A customer's credit position in its parts, each opening the documents it is made of.
import { Box, Button, Stack, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material'
import { useState } from 'react'
import type { CREDIT_PARTS } from '../../../../preload/contract/modules/credit/calls.ts'
import type { QueryOutput } from '../../../../preload/contract/queries.ts'
import { useWords } from '../../../words/index.ts'
import { EmptyState, KeyFigures, MoneyText, RecordLink, StatusChip } from '../../../kit/show/index.ts'
import { creditWords } from '../words.ts'

type Position = QueryOutput<'credit-position'>
type Part = (typeof CREDIT_PARTS)[number]

const Items = ({ position, part }: { position: Position; part: Part }) => {
  const { t, name } = useWords(creditWords)
  const items = position.items.filter((item) => item.part === part)
  if (items.length === 0) return <EmptyState title={t('credit.nothing-open')} />
  return (
    <Table size="small" aria-label={name(`credit-part.${part}`)}>
      <TableHead>
        <TableRow>
          <TableCell>{name('field.number')}</TableCell>
          <TableCell>{name('field.dueDate')}</TableCell>
          <TableCell align="right">{name('field.daysOverdue')}</TableCell>
          <TableCell align="right">{name('field.open')}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {items.map((item, at) => (
          // Instalments of one shipment share its number and may share a due date.
          // oxlint-disable-next-line react/no-array-index-key
          <TableRow key={`${item.documentId} ${at}`}>
            <TableCell>
              <RecordLink route="document" id={item.documentId}>
                {item.number}
              </RecordLink>
            </TableCell>
            <TableCell>{item.dueDate}</TableCell>
            <TableCell align="right">{item.overdueDays > 0 ? item.overdueDays : ''}</TableCell>
            <TableCell align="right">
              <MoneyText money={item.open} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  )
}

export const CreditParts = ({ position }: { position: Position }) => {
  const { t, name } = useWords(creditWords)
  const [part, setPart] = useState<Part | null>(null)
  const open = (one: Part) => () => setPart((now) => (now === one ? null : one))
  const label = (one: Part) => name(`credit-part.${one}`)
  const beside = position.countsContracts ? '' : ` (${t('credit.contracts-beside')})`
  const { parts, limit, free, state } = position
  return (
    <Stack spacing={1}>
      <Box sx={{ display: 'flex', gap: 2, alignItems: 'center', flexWrap: 'wrap' }}>
        <KeyFigures
          figures={[
            { name: 'field.exposure', money: position.exposure, alarm: state === 'over-limit' || state === 'overdue' },
            ...(limit ? [{ name: 'field.creditLimit', money: limit }] : []),
            ...(free ? [{ name: 'field.free', money: free }] : []),
            { label: label('receivables'), money: parts.receivables, onClick: open('receivables') },
            ...(parts.addition.minor === 0 ? [] : [{ label: t('credit.this-document'), money: parts.addition }]),
            { label: label('advances'), money: parts.advances, onClick: open('advances') },
            ...(parts.covered.minor > 0 ? [{ label: label('covered'), money: parts.covered, onClick: open('covered') }] : []),
            ...(parts.insured.minor > 0 ? [{ label: name('credit-part.insured'), money: parts.insured }] : []),
            { label: label('contracts') + beside, money: parts.contracts, onClick: open('contracts') },
            ...(position.overdueDays > 0 ? [{ name: 'field.overdueDays', text: String(position.overdueDays) }] : []),
          ]}
        />
        <StatusChip group="credit-state" value={state} />
        {!position.on && <span>{t('credit.information-only')}</span>}
      </Box>
      {part !== null && (
        <>
          <Items position={position} part={part} />
          <Box>
            <Button size="small" color="inherit" onClick={() => setPart(null)}>
              {t('credit.hide-items')}
            </Button>
          </Box>
        </>
      )}
    </Stack>
  )
}
