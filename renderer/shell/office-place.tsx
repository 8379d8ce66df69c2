// Where this desktop's office is, and the way to leave one that it has joined.
import { Box, Button, Typography } from '@mui/material'
import { useEffect, useState } from 'react'
import type { OfficePlace } from '../../preload/bridge-types.ts'
import { ConfirmDialog } from '../kit/show/index.ts'
import { useWords } from '../words/index.ts'

/** Where this desktop's office is; null in a browser, and until it is known. */
export const useOfficePlace = (): OfficePlace | null => {
  const [place, setPlace] = useState<OfficePlace | null>(null)
  useEffect(() => {
    void window.tradewind?.officePlace().then(setPlace)
  }, [])
  return place
}

export const LeaveButton = ({ company }: { company: string }) => {
  const { t } = useWords()
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Button onClick={() => setAsking(true)}>{t('join.leave')}</Button>
      <ConfirmDialog
        open={asking}
        title={t('join.leave')}
        text={t('join.leave-text', { company })}
        confirm={t('join.leave')}
        onConfirm={async () => {
          await window.tradewind!.leaveOffice()
          return { ok: true, value: {} }
        }}
        onClose={() => setAsking(false)}
      />
    </>
  )
}

/** Of a desktop that has joined an office: where that is, and the way to leave it. */
export const JoinedOffice = () => {
  const { t } = useWords()
  const joined = useOfficePlace()?.joined
  if (!joined) return null
  return (
    <>
      <Typography variant="body2" color="textSecondary">
        {t('join.joined', { address: joined.address })}
      </Typography>
      <Box>
        <LeaveButton company={joined.company} />
      </Box>
    </>
  )
}
