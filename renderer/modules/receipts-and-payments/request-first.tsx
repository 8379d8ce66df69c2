// Said at the top of a payment form where payments wait for approval: a request comes first, and what is typed goes over to it.
import { Alert, Button } from '@mui/material'
import { useMay } from '../../client/index.ts'
import { useWhoMay } from '../../records/office-calls/index.tsx'
import { useWords } from '../../words/index.ts'
import { receiptsAndPaymentsWords } from './words.ts'

export const RequestFirst = ({ onHand }: { onHand: () => void }) => {
  const { t } = useWords(receiptsAndPaymentsWords)
  const may = useMay()('payment-request.create')
  const who = useWhoMay('payment-request.create', !may)
  return (
    <Alert
      severity="info"
      variant="outlined"
      sx={{ alignItems: 'center', py: 0.25 }}
      action={
        may && (
          <Button size="small" color="inherit" onClick={onHand}>
            {t('receipts-and-payments.to-request')}
          </Button>
        )
      }
    >
      {t('receipts-and-payments.request-first')}{' '}
      {who && t(who.more ? 'receipts-and-payments.who-requests-more' : 'receipts-and-payments.who-requests', { names: who.names })}
    </Alert>
  )
}
