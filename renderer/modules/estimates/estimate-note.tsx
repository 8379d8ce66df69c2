// How a deal stands with its profit estimate, for everybody who sells or buys for it, without any figure; and the next thing to do about it.
import { Alert, Box, Button } from '@mui/material'
import { useState } from 'react'
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { announce, useCommand, useMay, useOfficeQuery, useTabs, useViewer } from '../../client/index.ts'
import type { Subject } from '../../records/index.ts'
import { useWords } from '../../words/index.ts'
import { instantShown } from '../../kit/format/index.ts'
import { ConfirmDialog } from '../../kit/show/confirm-dialog.tsx'
import { StatusChip } from '../../kit/show/status-chip.tsx'
import { estimatesWords } from './words.ts'

type DealEstimate = QueryOutput<'deal-estimate'>

const Ways = ({ standing, onAsk }: { standing: DealEstimate; onAsk: () => void }) => {
  const { t } = useWords(estimatesWords)
  const tabs = useTabs()
  const { estimate, mayOpen, mayPrepare, mayAsk, dealId } = standing
  if (estimate && mayOpen)
    return (
      <Button size="small" color="inherit" onClick={() => void tabs.openRecord('profit-estimate', estimate.id)}>
        {t('estimates.open')}
      </Button>
    )
  if (!estimate && mayPrepare)
    return (
      <Button size="small" color="inherit" onClick={() => tabs.open('profit-estimate', { dealId })}>
        {t('estimates.make')}
      </Button>
    )
  if (mayAsk && standing.standing !== 'approved' && standing.standing !== 'pending')
    return (
      <Button size="small" color="inherit" onClick={onAsk}>
        {t('estimates.ask')}
      </Button>
    )
  return null
}

/** Nothing where the company does not have estimates approved and the deal has none, for who may not prepare one either. */
export const EstimateNote = ({ dealId }: Subject) => {
  const { t, name } = useWords(estimatesWords)
  const may = useMay()
  const { company } = useViewer()
  const enabled = !!dealId && may('deal.view')
  const { data } = useOfficeQuery('deal-estimate', { dealId: dealId ?? '' }, { enabled, keep: true })
  const asking = useCommand('ask-for-profit-estimate')
  const [id, setId] = useState<string | null>(null)
  if (!enabled || !data || (!data.on && !data.estimate && !data.asked && !data.mayPrepare)) return null
  const { estimate, on, asked, standing } = data
  const blocked = on && standing !== 'approved'
  return (
    <Alert
      icon={blocked ? undefined : false}
      severity={blocked ? 'warning' : 'info'}
      variant={blocked ? 'outlined' : 'standard'}
      role="note"
      action={<Ways standing={data} onAsk={() => setId(newId())} />}
      sx={{ py: 0, alignItems: 'center', ...(blocked ? {} : { bgcolor: 'transparent', color: 'text.secondary', px: 0 }) }}
    >
      <Box component="span" sx={{ display: 'inline-flex', flexWrap: 'wrap', gap: 0.75, alignItems: 'center' }}>
        <span>
          {t('estimates.title')} ·{' '}
          {estimate ? t('estimates.stands', { number: estimate.number, version: estimate.version }) : t('estimates.none')}
        </span>
        {estimate && (on || standing !== 'none') && <StatusChip group="approval-state" value={standing} />}
        {asked && <span>{t('estimates.asked', { who: asked.by, date: instantShown(asked.at, company.timeZone) })}</span>}
        {blocked && <span>{t('estimates.needed')}</span>}
      </Box>
      <ConfirmDialog
        open={id !== null}
        title={name('command.ask-for-profit-estimate')}
        text={t('estimates.ask-text')}
        confirm={t('estimates.ask')}
        reason="optional"
        onConfirm={async ({ reason }) => {
          const answer = await asking.run({ id: id ?? '', dealId: dealId ?? '', note: reason })
          if (answer.ok) announce({ words: 'estimates.asked-now', of: estimatesWords, tone: 'success' })
          return answer
        }}
        onClose={() => setId(null)}
      />
    </Alert>
  )
}
