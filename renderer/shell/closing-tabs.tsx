// Closing tabs: at once when nothing is lost, else after one question.
import { Button, DialogActions, DialogContent, DialogContentText, DialogTitle } from '@mui/material'
import { type ReactNode, useState } from 'react'
import { useRoutes } from '../client/routes.ts'
import { tabList, useTabs } from '../client/use-tabs.ts'
import { useWords } from '../words/index.ts'
import { tabTitle } from './menu.ts'
import { Dialog } from '../kit/show/index.ts'

export const useTabClosing = (): { close: (ids: readonly string[]) => void; closeActive: () => void; question: ReactNode } => {
  const words = useWords()
  const { t } = words
  const routes = useRoutes()
  const { closeMany } = useTabs()
  const [asked, setAsked] = useState<readonly string[]>([])
  const close = (ids: readonly string[]) => {
    const dirty = tabList().tabs.some((tab) => tab.dirty && ids.includes(tab.id))
    if (dirty) setAsked(ids)
    else closeMany(ids)
  }
  const dirty = tabList().tabs.filter((tab) => tab.dirty && asked.includes(tab.id))
  const [first] = dirty
  const title = first
    ? tabTitle(
        first,
        routes.find((route) => route.name === first.route),
        words,
      )
    : ''
  const done = () => setAsked([])
  return {
    close,
    closeActive: () => {
      const { active } = tabList()
      if (active !== null) close([active])
    },
    question: (
      <Dialog open={asked.length > 0} onClose={done}>
        <DialogTitle>{t('tabs.unsaved-title')}</DialogTitle>
        <DialogContent>
          <DialogContentText>
            {dirty.length > 1 ? t('tabs.unsaved-many', { count: dirty.length }) : t('tabs.unsaved-one', { title })}
          </DialogContentText>
        </DialogContent>
        <DialogActions>
          <Button autoFocus onClick={done}>
            {t('tabs.keep')}
          </Button>
          <Button
            color="error"
            onClick={() => {
              closeMany(asked)
              done()
            }}
          >
            {t('tabs.discard')}
          </Button>
        </DialogActions>
      </Dialog>
    ),
  }
}
