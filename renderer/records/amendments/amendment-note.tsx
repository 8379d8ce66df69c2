// Above a contract: that an amendment is in preparation, or that an older version is being read.
import type { AmendedKind } from '../../../preload/contract/records.ts'
import { Alert, Button } from '@mui/material'
import { useMay, useTabs } from '../../client/index.ts'
import { useWords } from '../../words/index.ts'
import { type Amended, amendmentRoutes } from './amended.ts'

export const AmendmentNote = ({ kind, data }: { kind: AmendedKind; data: Amended }) => {
  const { t } = useWords()
  const tabs = useTabs()
  const may = useMay()
  const { id, version, inForce, amendment } = data
  const older = version < inForce
  if (!older && !amendment) return null
  const way = older
    ? { label: t('amendments.open-in-force'), go: () => tabs.open(kind, { id }) }
    : { label: t('amendments.open'), go: () => tabs.open(amendmentRoutes[kind], { id }) }
  return (
    <Alert
      severity="info"
      variant="outlined"
      role="note"
      sx={{ py: 0.25, alignItems: 'center' }}
      action={
        (older || may(`${kind}.amend`)) && (
          <Button size="small" color="inherit" onClick={way.go}>
            {way.label}
          </Button>
        )
      }
    >
      {older
        ? t('amendments.superseded', { version, inForce })
        : t('amendments.prepared', { by: amendment!.preparedBy, version: amendment!.version, reason: amendment!.reason })}
    </Alert>
  )
}
