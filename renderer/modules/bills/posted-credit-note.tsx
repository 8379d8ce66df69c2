// One posted credit note: what it is about, what of it is open, and taking it back.
import { Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material'
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import { useOfficeQuery, useViewer } from '../../client/index.ts'
import { FormSection } from '../../kit/form/index.ts'
import { decimalShown } from '../../kit/format/index.ts'
import { DataLine, MoneyText, RecordLink } from '../../kit/show/index.ts'
import { useWords } from '../../words/index.ts'
import { PostedPage } from '../../records/money/index.ts'
import { billsWords } from './words.ts'

type Note = QueryOutput<'credit-note'>
const FIGURE = { textAlign: 'right' } as const

const Facts = ({ note }: { note: Note }) => {
  const { name } = useWords()
  const { company } = useViewer()
  return (
    <FormSection>
      <DataLine label={name('field.party')}>
        <RecordLink route={note.side === 'receivable' ? 'customer' : 'vendor'} id={note.partyId}>
          {note.partyName}
        </RecordLink>
      </DataLine>
      <DataLine label={name('field.date')}>{note.on}</DataLine>
      {note.amount && note.amount.currency !== company.baseCurrency && (
        <DataLine label={name('field.rate')}>{decimalShown(note.rate)}</DataLine>
      )}
      {note.dealId !== null && (
        <DataLine label={name('field.deal')}>
          <RecordLink route="deal" id={note.dealId}>
            {note.dealNumber}
          </RecordLink>
        </DataLine>
      )}
      {note.lines.length === 0 && note.vatRate !== '0' && <DataLine label={name('field.vatRate')}>{decimalShown(note.vatRate)}</DataLine>}
      <DataLine label={name('field.reason')} span={2}>
        {note.reason}
      </DataLine>
    </FormSection>
  )
}

const Goods = ({ note }: { note: Note }) => {
  const { name } = useWords()
  const title = name('field.credit-note.goods')
  return (
    <FormSection title={title} wide>
      <Table size="small" aria-label={title}>
        <TableHead>
          <TableRow>
            <TableCell>{name('field.contractNumber')}</TableCell>
            <TableCell>{name('field.deal')}</TableCell>
            <TableCell>{name('field.description')}</TableCell>
            <TableCell sx={FIGURE}>{name('field.vatRate')}</TableCell>
            <TableCell sx={FIGURE}>{name('field.bill.amount')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {note.lines.map((line) => (
            <TableRow key={line.id}>
              <TableCell>
                <RecordLink route="purchase-contract" id={line.contractId}>
                  {line.contractNumber}
                </RecordLink>
              </TableCell>
              <TableCell>{line.dealNumber}</TableCell>
              <TableCell>{line.description}</TableCell>
              <TableCell sx={FIGURE}>{decimalShown(line.vatRate)}</TableCell>
              <TableCell sx={FIGURE}>
                <MoneyText money={line.amount} />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </FormSection>
  )
}

export const PostedCreditNote = ({ id }: { id: string }) => {
  const { t } = useWords(billsWords)
  const read = useOfficeQuery('credit-note', { id })
  const note = read.data
  return (
    <PostedPage
      kind="credit-note"
      read={read}
      status={note && { group: 'posted-status', value: note.status }}
      figures={
        note?.amount
          ? [
              { name: 'field.amount', money: note.amount },
              { name: 'field.open', money: note.open },
            ]
          : []
      }
      reverse={{ command: 'reverse-credit-note', text: t('bills.reverse-credit-note-text'), shown: note?.status === 'posted' }}
    >
      {note && <Facts note={note} />}
      {note && note.lines.length > 0 && <Goods note={note} />}
    </PostedPage>
  )
}
