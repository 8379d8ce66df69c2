// Whether a contract needs a letter of credit, which it has, and the way to register one.
import { Alert, Box, Button } from '@mui/material'
import { useMay, useOfficeQuery, useTabs } from '../../../client/index.ts'
import type { Subject } from '../../../records/index.ts'
import { useWords } from '../../../words/index.ts'
import { moneyShown } from '../../../kit/format/index.ts'
import { RecordLink, StatusChip } from '../../../kit/show/index.ts'
import { lettersWords } from '../words.ts'

export const ContractLetters = ({ id: contractId = '', status, customerId, currency }: Subject) => {
  const { t, name } = useWords(lettersWords)
  const may = useMay()
  const tabs = useTabs()
  const enabled = status === 'signed' && may('letter-of-credit.view') && may('sales-contract.view')
  const { data } = useOfficeQuery('contract-letters', { contractId }, { enabled, keep: true })
  if (!enabled || !data || data.state === 'not-needed') return null
  const waiting = data.state === 'missing' || data.state === 'short'
  return (
    <Alert
      severity={waiting ? 'warning' : 'info'}
      variant={waiting ? 'outlined' : 'standard'}
      icon={waiting ? undefined : false}
      role="note"
      sx={{ py: 0, alignItems: 'center', ...(waiting ? {} : { bgcolor: 'transparent', color: 'text.secondary', px: 0 }) }}
      action={
        waiting && may('letter-of-credit.create') ? (
          <Button
            size="small"
            color="inherit"
            onClick={() => tabs.open('letter-of-credit', { contractId, customerId: customerId ?? '', currency: currency ?? '' })}
          >
            {t('letters.register')}
          </Button>
        ) : undefined
      }
    >
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: '2px 12px', alignItems: 'center' }}>
        <span>
          {t('letters.contract-title')} · {name(`contract-letters.${data.state}`)}
          {waiting && ` · ${t('letters.contract-asked', { amount: moneyShown(data.asked) })}`}
        </span>
        {data.letters.map((letter) => (
          <Box key={letter.id} component="span" sx={{ display: 'inline-flex', gap: 0.75, alignItems: 'center' }}>
            <RecordLink route="letter-of-credit" id={letter.id}>
              {letter.bankNumber}
            </RecordLink>
            <StatusChip group="letter-status" value={letter.status} />
            <span>
              {t('letters.left', { amount: moneyShown(letter.left) })}
              {letter.latestShipment !== null && ` · ${t('letters.latest-shipment', { date: letter.latestShipment })}`}
              {` · ${t('letters.expires', { date: letter.expiresOn })}`}
            </span>
          </Box>
        ))}
      </Box>
    </Alert>
  )
}
