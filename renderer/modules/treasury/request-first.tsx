// Said at the top of a payment form where payments wait for approval: a request comes first, and what is typed goes over to it.
import { Alert, Button } from '@mui/material'
import { useMay } from '../../client/index.ts'
import { useWhoMay } from '../../kit/show/index.ts'
import { useWords } from '../../words/index.ts'

export const RequestFirst = ({ onHand }: { onHand: () => void }) => {
  const { t } = useWords()
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
            {t('treasury.to-request')}
          </Button>
        )
      }
    >
      {t('treasury.request-first')} {who && t(who.more ? 'treasury.who-requests-more' : 'treasury.who-requests', { names: who.names })}
    </Alert>
  )
}
