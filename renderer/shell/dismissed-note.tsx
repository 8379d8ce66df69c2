// On the first page of a PC whose office has revoked it: why it is here.
import { Alert } from '@mui/material'
import { useEffect, useState } from 'react'
import { useWords } from '../words/index.ts'

export const DismissedNote = () => {
  const { t } = useWords()
  const [company, setCompany] = useState<string | null>(null)
  useEffect(() => {
    void window.tradewind?.officePlace().then((place) => place.dismissedBy !== null && setCompany(place.dismissedBy))
  }, [])
  return company === null ? null : <Alert severity="warning">{t('join.dismissed', { company })}</Alert>
}
