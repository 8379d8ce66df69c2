// Which statistic is shown: those to begin with, one's own and those shared with one's roles; keeping the question as it is now.
import BookmarkBorderRounded from '@mui/icons-material/BookmarkBorderRounded'
import { Button, Divider, ListItemText, ListSubheader, Menu, MenuItem } from '@mui/material'
import { useState } from 'react'
import type { Question } from '../../../preload/contract/modules/statistics/calls.ts'
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import { useCommand, useOfficeQuery } from '../../client/index.ts'
import { KeepDialog } from '../../kit/show/index.ts'
import { useWords } from '../../words/index.ts'
import { statisticsWords } from './words.ts'

type Kept = QueryOutput<'statistics'>['statistics'][number]
/** Which one is shown: a ready-made one by its name, a kept one by its id. */
export type Shown = { readyMade: string } | { kept: string } | null
type Props = { shown: Shown; question: Question; onChoose: (question: Question, shown: Shown) => void; onShown: (shown: Shown) => void }

export const StatisticsMenu = ({ shown, question, onChoose, onShown }: Props) => {
  const { t, name } = useWords(statisticsWords)
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const [editing, setEditing] = useState<Kept | 'new' | null>(null)
  const { data } = useOfficeQuery('statistics', {})
  const save = useCommand('save-statistic')
  const remove = useCommand('remove-statistic')
  const kept = data?.statistics ?? []
  const roles = data?.roles ?? []
  const now = shown && 'kept' in shown ? kept.find((k) => k.id === shown.kept) : undefined
  const title = now?.name ?? (shown && 'readyMade' in shown ? name(`ready-statistic.${shown.readyMade}`) : t('statistics.choose'))
  const mayChange = now !== undefined && (now.mine || (now.roleId !== null && roles.length > 0))
  const close = () => setAnchor(null)
  const choose = (asked: Question, which: Shown) => {
    onChoose(asked, which)
    close()
  }
  return (
    <>
      <Button
        size="small"
        variant="outlined"
        color="inherit"
        startIcon={<BookmarkBorderRounded />}
        aria-haspopup="menu"
        onClick={(event) => setAnchor(event.currentTarget)}
        sx={{ borderColor: 'divider', maxWidth: 260, whiteSpace: 'nowrap' }}
      >
        {title}
      </Button>
      <Menu open={anchor !== null} anchorEl={anchor} onClose={close}>
        {kept.length > 0 && (
          <ListSubheader role="presentation" sx={{ lineHeight: '28px' }}>
            {t('statistics.kept')}
          </ListSubheader>
        )}
        {kept.map((one) => (
          <MenuItem
            dense
            key={one.id}
            selected={one.id === now?.id}
            disabled={one.question === null}
            onClick={() => one.question && choose(one.question, { kept: one.id })}
          >
            <ListItemText
              primary={one.name}
              secondary={
                one.question === null
                  ? t('statistics.not-yours')
                  : one.mine || one.role === null
                    ? undefined
                    : t('statistics.shared', { owner: one.owner, role: one.role })
              }
            />
          </MenuItem>
        ))}
        {kept.length > 0 && <Divider />}
        <ListSubheader role="presentation" sx={{ lineHeight: '28px' }}>
          {t('statistics.ready-made')}
        </ListSubheader>
        {(data?.readyMade ?? []).map((one) => (
          <MenuItem
            dense
            key={one.name}
            selected={shown !== null && 'readyMade' in shown && shown.readyMade === one.name}
            onClick={() => choose(one.question, { readyMade: one.name })}
          >
            {name(`ready-statistic.${one.name}`)}
          </MenuItem>
        ))}
        <Divider />
        <MenuItem dense onClick={() => (setEditing('new'), close())}>
          {t('statistics.save-new')}
        </MenuItem>
        {mayChange && (
          <MenuItem dense onClick={() => (setEditing(now), close())}>
            {t('statistics.change', { name: now.name })}
          </MenuItem>
        )}
        {mayChange && (
          <MenuItem
            dense
            disabled={remove.running}
            onClick={() => void remove.run({ id: now.id, revision: now.revision }).then((answer) => (close(), answer.ok && onShown(null)))}
          >
            {t('statistics.remove', { name: now.name })}
          </MenuItem>
        )}
      </Menu>
      {editing && (
        <KeepDialog
          title={editing === 'new' ? t('statistics.save-new') : t('statistics.change', { name: editing.name })}
          kept={editing === 'new' ? null : editing}
          roles={roles}
          running={save.running}
          keep={(fields) => save.run({ ...fields, question })}
          onClose={() => setEditing(null)}
          onSaved={(id) => {
            setEditing(null)
            onShown({ kept: id })
          }}
        />
      )}
    </>
  )
}
