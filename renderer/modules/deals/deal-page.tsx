// One deal: where it stands, what it is worth, and every document of it with the way there.
import { Box, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material'
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import { records } from '../../../preload/contract/records.ts'
import type { Cell } from '../../../preload/contract/define/index.ts'
import type { Money } from '../../../preload/contract/vocabulary/money.ts'
import { type Params, useMay, useOfficeList, useOfficeQuery, useTabs } from '../../client/index.ts'
import { FormSection } from '../../kit/form/index.ts'
import {
  DataLine,
  EmptyState,
  KeyFigures,
  type KeyFigure,
  MoneyText,
  ProblemNote,
  RecordLink,
  ScrollRegion,
  StatusChip,
  useTabTitle,
} from '../../kit/show/index.ts'
import { Panels } from '../../records/index.ts'
import { DealFiles, FilesSection } from '../../records/attachments/index.tsx'
import { useWords, type Words } from '../../words/index.ts'
import { DealActions } from './deal-actions.tsx'
import { StageSteps } from './stage-steps.tsx'
import { dealsWords } from './words.ts'

type Deal = QueryOutput<'deal'>

/** Which group names the states of a kind of document. */
const statusGroup = (kind: string): string => records.find((record) => record.kind === kind)?.states?.group ?? ''

const Documents = ({ documents }: { documents: Deal['documents'] }) => {
  const { t, name } = useWords(dealsWords)
  if (documents.length === 0) return <EmptyState title={t('deals.no-documents')} text={t('deals.no-documents-text')} />
  return (
    <ScrollRegion label={t('deals.documents')}>
      <Table size="small" aria-label={t('deals.documents')}>
        <TableHead>
          <TableRow>
            {['date', 'kind', 'number', 'party', 'status'].map((field) => (
              <TableCell key={field}>{name(`field.${field}`)}</TableCell>
            ))}
            <TableCell align="right">{name('field.total')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {documents.map(({ kind, id, number, date, status, party, total }) => (
            <TableRow key={id} hover>
              <TableCell sx={{ whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' }}>{date}</TableCell>
              <TableCell>{name(`record.${kind}`)}</TableCell>
              <TableCell>
                <RecordLink route={kind} id={id}>
                  {number}
                </RecordLink>
              </TableCell>
              <TableCell>{party}</TableCell>
              <TableCell>{status !== '' && <StatusChip group={statusGroup(kind)} value={status} />}</TableCell>
              <TableCell align="right">
                <MoneyText money={total} />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </ScrollRegion>
  )
}

const moneyOf = (cell: Cell | undefined): Money | null => (typeof cell === 'object' && cell !== null ? cell : null)

/** The deal's own row of the list: the same figures, absent for who may not see them. */
const useFigures = (deal: Deal | undefined): KeyFigure[] => {
  const tabs = useTabs()
  const may = useMay()
  const filters = [{ field: 'number', op: 'is' as const, value: deal?.number ?? '' }]
  const { data } = useOfficeList('deals', { filters, limit: 1 }, { enabled: deal !== undefined })
  const row = data?.rows[0]
  if (!deal || !row) return []
  return [
    { name: 'field.contracted', money: moneyOf(row.contracted) },
    { name: 'field.revenue', money: moneyOf(row.revenue) },
    ...(may('profit.view')
      ? [{ name: 'field.profit', money: moneyOf(row.profit), onClick: () => void tabs.openRecord('deal-profit', deal.id) }]
      : []),
  ]
}

export const DealPage = ({ params }: { params: Params }) => {
  const words = useWords(dealsWords)
  const { t, name } = words
  const read = useOfficeQuery('deal', { id: params.id ?? '' }, { enabled: params.id !== undefined })
  const { data } = read
  const figures = useFigures(data)
  const titleIn = (w: Words) => `${w.name('record.deal')} ${data?.number ?? ''}`
  const title = titleIn(words)
  useTabTitle(data && titleIn)
  return (
    <Box sx={{ height: '100%', overflow: 'auto', p: 2, display: 'flex', flexDirection: 'column', gap: 2 }} aria-busy={read.loading}>
      <ProblemNote problem={read.problem} ways={[{ label: t('kit.list.refresh'), onClick: read.refetch }]} />
      {data && (
        <>
          <Box component="header" sx={{ display: 'flex', flexDirection: 'column', gap: 1.25 }}>
            <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
              <Typography component="h1" sx={{ fontSize: 17, fontWeight: 600 }}>
                {title}
              </Typography>
              <Box sx={{ flex: 1 }} />
              <DealActions deal={data} />
            </Box>
            <StageSteps stage={data.stage} />
            {figures.length > 0 && <KeyFigures figures={figures} />}
            <Panels on="deal" place="notes" dealId={data.id} />
          </Box>
          <FormSection>
            <DataLine label={name('field.customerId')}>
              <RecordLink route="customer" id={data.customerId}>
                {data.customerName}
              </RecordLink>
            </DataLine>
            <DataLine label={name('field.openedOn')}>{data.openedOn}</DataLine>
            <DataLine label={name('field.deals.owner')}>{data.ownerName}</DataLine>
          </FormSection>
          <Panels on="deal" place="sections" dealId={data.id} />
          <FormSection title={t('deals.documents')} wide>
            <Documents documents={data.documents} />
          </FormSection>
          <FilesSection recordKind="deal" recordId={data.id} />
          <DealFiles dealId={data.id} />
        </>
      )}
    </Box>
  )
}
