// Of a desktop that has joined an office: when that office is not reached at the start, another address or another office; when its version is another, what to do.
import { Alert, Button, Paper, Stack, Typography } from '@mui/material'
import { useEffect, useState } from 'react'
import { isNewer, isSameSeries } from '../../preload/contract/vocabulary/versions.ts'
import { lookAtOffice } from '../client/session.ts'
import { useOffice } from '../client/viewer.ts'
import { useWords } from '../words/index.ts'
import { Backdrop } from './backdrop.tsx'
import { PlainField } from './plain-field.tsx'
import { LeaveButton, useOfficePlace } from './office-place.tsx'
import { InstallButton, UpdateProgress, useUpdate } from './update-line.tsx'

/** A start that takes longer than this is told about. */
const PATIENCE_MS = 3000

/** At the start, while the office that was joined does not answer. */
export const OfficeAway = () => {
  const { t } = useWords()
  const place = useOfficePlace()
  const [isLate, setLate] = useState(false)
  const [address, setAddress] = useState<string | null>(null)
  const [isElsewhere, setElsewhere] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE_MS)
    return () => clearTimeout(timer)
  }, [])
  if (!isLate || !place?.joined) return null
  const { company, address: known } = place.joined
  const move = async () => setElsewhere(!(await window.tradewind!.moveOffice(address ?? known)))
  return (
    <Backdrop>
      <Paper variant="outlined" sx={{ width: 560, maxWidth: '100%', p: 4 }}>
        <Typography variant="h1" sx={{ mb: 1 }}>
          {company}
        </Typography>
        <Typography role="status" sx={{ mb: 2 }}>
          {t('join.away', { address: known })}
        </Typography>
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            void move()
          }}
        >
          <Stack spacing={2}>
            <PlainField label={t('join.address')} value={address ?? known} onChange={setAddress} maxLength={200} />
            {isElsewhere && <Alert severity="error">{t('join.not-there')}</Alert>}
            <Stack direction="row" sx={{ justifyContent: 'space-between' }}>
              <LeaveButton company={company} />
              <Button type="submit" variant="contained">
                {t('join.move')}
              </Button>
            </Stack>
          </Stack>
        </form>
      </Paper>
    </Backdrop>
  )
}

/** Whether the office is of another series than this desktop: then nothing is shown of it but what to do (D35). */
export const useOtherVersion = (): { own: string; office: string } | null => {
  const place = useOfficePlace()
  const office = useOffice((state) => state.hello?.version)
  return place?.joined && office !== undefined && !isSameSeries(office, place.version) ? { own: place.version, office } : null
}

export const OtherVersion = ({ own, office }: { own: string; office: string }) => {
  const { t } = useWords()
  const update = useUpdate(true)
  const again = () => {
    void lookAtOffice()
    void window.tradewind?.updateState(true)
  }
  const isOlder = isNewer(office, own)
  return (
    <Backdrop>
      <Paper variant="outlined" sx={{ width: 560, maxWidth: '100%', p: 4 }}>
        <Typography variant="h1" sx={{ mb: 1 }}>
          {t('version.other')}
        </Typography>
        <Typography role="alert">{t(isOlder ? 'version.desk-older' : 'version.office-older', { own, office })}</Typography>
        {(isOlder || update.at !== 'none') && <UpdateProgress state={update} />}
        <Stack direction="row" spacing={1} sx={{ mt: 2, justifyContent: 'flex-end' }}>
          <Button variant={update.at === 'ready' ? 'text' : 'contained'} onClick={again}>
            {t('version.again')}
          </Button>
          {update.at === 'ready' && <InstallButton />}
        </Stack>
      </Paper>
    </Backdrop>
  )
}
