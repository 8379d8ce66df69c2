// Where somebody is paid and whether a second person has confirmed it: on the page of a vendor or of our own account, and as a warning where money goes out.
import { Alert, Box, Typography } from '@mui/material'
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import { useMay, useOfficeQuery, useViewer } from '../../client/index.ts'
import { useWords } from '../../words/index.ts'
import { instantShown } from '../../kit/format/index.ts'
import { DataLine } from '../../kit/show/data-line.tsx'
import { RecordLink } from '../../kit/show/record-link.tsx'
import { OldDetails } from './old-details.tsx'
import { ApprovalPanel } from './approval-panel.tsx'

type Bank = NonNullable<QueryOutput<'vendor'>['bank']>
const lines = { whiteSpace: 'pre-line' } as const

/** What is to be submitted: as confirmed last and as it stands, side by side, with who entered it. A submission shows its own. */
const Change = ({ bank }: { bank: Bank }) => {
  const { t, name } = useWords()
  const { company } = useViewer()
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(220px, 1fr))', gap: '6px 16px', mb: 1 }}>
      <OldDetails confirmed={bank.confirmed} before={bank.before} />
      <DataLine label={name('field.newDetails')}>
        <Box sx={{ ...lines, fontWeight: 600 }}>{bank.details === '' ? name('bank-details-state.missing') : bank.details}</Box>
      </DataLine>
      <Typography variant="body2" color="textSecondary" sx={{ gridColumn: '1 / -1' }}>
        {bank.changedBy === null
          ? t('bank-details.from-before')
          : t('bank-details.changed-by', { person: bank.changedBy, at: instantShown(bank.changedAt, company.timeZone) })}
      </Typography>
    </Box>
  )
}

type Props = { kind: 'vendor-bank-details' | 'own-bank-details'; id: string; bank: Bank | null; unsaved: boolean }

/** Nothing while nothing is recorded, or where the company does not have it confirmed and nobody ever asked. */
export const BankDetailsPanel = ({ kind, id, bank, unsaved }: Props) => {
  const { t } = useWords()
  if (bank === null) return null
  const open = bank.state !== 'approved' && bank.state !== 'pending'
  return (
    <ApprovalPanel
      kind={kind}
      documentId={id}
      revision={bank.version}
      unsaved={unsaved}
      title={t('bank-details.panel')}
      {...(bank.state === 'missing' ? { hint: t('bank-details.missing') } : open ? { hint: t('bank-details.check') } : {})}
    >
      {open && <Change bank={bank} />}
    </ApprovalPanel>
  )
}

/** Warns where money would go to a vendor whose bank details nobody has confirmed; the office refuses it in any case. */
export const BankDetailsWarning = ({ vendorId }: { vendorId: string | null | undefined }) => {
  const { t, name } = useWords()
  const { company } = useViewer()
  const may = useMay()
  const asked = company.switches.approveBankDetails && may('vendor.view') && typeof vendorId === 'string'
  const { data } = useOfficeQuery('vendor', { id: vendorId ?? '' }, { enabled: asked })
  const state = data?.bank?.state ?? 'missing'
  if (!asked || !data || state === 'approved') return null
  return (
    <Alert severity="warning" variant="outlined">
      {t('bank-details.warning', { party: data.name, state: name(`bank-details-state.${state}`) })}{' '}
      <RecordLink route="vendor" id={data.id}>
        {t('bank-details.open')}
      </RecordLink>
    </Alert>
  )
}
