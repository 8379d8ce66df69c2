// Beside a blank form of a new record: what was begun before and not saved can be gone on with, or discarded.
import { Alert, Button } from '@mui/material'
import { useState } from 'react'
import { useDraftsBeside, useTabs, useViewer } from '../../client/index.ts'
import { useWords } from '../../words/index.ts'
import { instantShown } from '../format/shown.ts'
import { ConfirmDialog } from '../show/confirm-dialog.tsx'

export const DraftsBeside = () => {
  const { t } = useWords()
  const { company } = useViewer()
  const tabs = useTabs()
  const drafts = useDraftsBeside()
  const [dropping, setDropping] = useState<string | null>(null)
  const goOn = (tab: string) => {
    const blank = tabs.id
    tabs.activate(tab)
    if (blank !== null) tabs.close(blank)
  }
  return (
    <>
      {drafts.map(({ tab, began }) => (
        <Alert
          key={tab}
          severity="info"
          variant="outlined"
          sx={{ alignItems: 'center', py: 0 }}
          action={
            <>
              <Button size="small" color="inherit" onClick={() => goOn(tab)}>
                {t('kit.draft.continue')}
              </Button>
              <Button size="small" color="inherit" onClick={() => setDropping(tab)}>
                {t('kit.draft.discard')}
              </Button>
            </>
          }
        >
          {began === null ? t('kit.draft.unsaved') : t('kit.draft.began', { at: instantShown(began, company.timeZone) })}
        </Alert>
      ))}
      <ConfirmDialog
        open={dropping !== null}
        title={t('kit.form.reset-title')}
        text={t('kit.draft.discard-text')}
        confirm={t('kit.draft.discard')}
        danger
        onConfirm={() => {
          if (dropping !== null) tabs.close(dropping)
          return Promise.resolve({ ok: true, value: null })
        }}
        onClose={() => setDropping(null)}
      />
    </>
  )
}
