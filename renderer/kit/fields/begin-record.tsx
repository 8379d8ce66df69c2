// Where a picker finds nothing: who may, begins the record right there and gets it back chosen; the others are told who can.
import { Box, Button } from '@mui/material'
import type { Permission } from '../../../preload/contract/access.ts'
import { type Params, useMay, useTabs } from '../../client/index.ts'
import { useWords } from '../../words/index.ts'
import { useOfficeCalls } from '../office-calls.ts'
import { inPhrase } from '../format/shown.ts'

/** The record that a picker lacks. */
export type Begins = {
  permission: Permission
  /** What it is called, e.g. name('record.customer'). */
  what: string
  /** Its form; a page that begins it in another way gives `begin` instead. */
  route?: string
  params?: Params
  begin?: () => void
  /** The record has been made: it is chosen now. */
  made?: (id: string) => void
}

/** The way to begin it; null for who may not. */
export const useBegin = (begins: Begins | undefined): (() => void) | null => {
  const may = useMay()
  const tabs = useTabs()
  if (!begins || !may(begins.permission)) return null
  const { route, params = {}, begin, made } = begins
  return begin ?? (route === undefined ? null : () => tabs.openFor(route, params, (id) => made?.(id)))
}

/** Said where nothing was found. */
export const NothingFound = ({ begins, keys = false }: { begins: Begins; keys?: boolean }) => {
  const { t } = useWords()
  const begin = useBegin(begins)
  const { useWhoMay } = useOfficeCalls()
  const who = useWhoMay(begins.permission, begin === null)
  return (
    <Box component="span" sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 0.5 }}>
      {t('kit.pick.no-such', { what: inPhrase(begins.what) })}
      {begin ? (
        <Button
          size="small"
          sx={{ py: 0 }}
          // The field keeps the keyboard until the new record's page has it.
          onMouseDown={(event) => event.preventDefault()}
          onClick={begin}
        >
          {t(keys ? 'kit.pick.begin-keys' : 'kit.pick.begin', { what: inPhrase(begins.what) })}
        </Button>
      ) : (
        who && t(who.more ? 'kit.pick.who-more' : 'kit.pick.who', { names: who.names })
      )}
    </Box>
  )
}
