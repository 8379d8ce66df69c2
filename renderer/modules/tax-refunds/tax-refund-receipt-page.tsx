// Money of the tax bureau as it was booked: the refunds it was taken from, its files, and taking it back.
import { Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material'
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import { type Params, useOfficeQuery } from '../../client/index.ts'
import { FormSection } from '../../kit/form/index.ts'
import { DataLine, MoneyText, RecordLink } from '../../kit/show/index.ts'
import { PostedPage } from '../../records/money/index.ts'
import { useWords } from '../../words/index.ts'
import { taxRefundsWords } from './words.ts'

type Receipt = QueryOutput<'tax-refund-receipt'>

const Facts = ({ of }: { of: Receipt }) => {
  const { name } = useWords()
  return (
    <FormSection>
      <DataLine label={name('field.bankAccount')}>
        <RecordLink route="bank-movements" id={of.bankAccountId}>
          {of.bankAccount}
        </RecordLink>
      </DataLine>
      <DataLine label={name('field.tax-refund-receipts.receivedOn')}>{of.receivedOn}</DataLine>
      {of.remark !== '' && (
        <DataLine label={name('field.remark')} span={2}>
          {of.remark}
        </DataLine>
      )}
    </FormSection>
  )
}

const Refunds = ({ of }: { of: Receipt }) => {
  const { t, name } = useWords(taxRefundsWords)
  const title = t('tax-refunds.taken-from')
  return (
    <FormSection title={title} wide>
      <Table size="small" aria-label={title}>
        <TableHead>
          <TableRow>
            <TableCell>{name('field.shipment')}</TableCell>
            <TableCell align="right">{name('field.amount')}</TableCell>
            <TableCell align="right">{name('field.writtenOff')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {of.lines.map((line) => (
            <TableRow key={line.id}>
              <TableCell>
                {line.shipmentId === null ? (
                  '–'
                ) : (
                  <RecordLink route="shipment" id={line.shipmentId}>
                    {line.shipment}
                  </RecordLink>
                )}
              </TableCell>
              <TableCell align="right">
                <MoneyText money={line.amount} />
              </TableCell>
              <TableCell align="right">
                <MoneyText money={line.writtenOff} />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </FormSection>
  )
}

export const TaxRefundReceiptPage = ({ params }: { params: Params }) => {
  const { t } = useWords(taxRefundsWords)
  const read = useOfficeQuery('tax-refund-receipt', { id: params.id ?? '' }, { enabled: params.id !== undefined })
  const of = read.data
  return (
    <PostedPage
      kind="tax-refund-receipt"
      read={read}
      status={of && { group: 'posted-status', value: of.status }}
      figures={
        of
          ? [
              { name: 'field.amount', money: of.amount },
              { name: 'field.writtenOff', money: of.writtenOff },
            ]
          : []
      }
      reverse={{ command: 'reverse-tax-refund', text: t('tax-refunds.reverse-text'), shown: of?.status === 'posted' }}
    >
      {of && <Facts of={of} />}
      {of && <Refunds of={of} />}
    </PostedPage>
  )
}
