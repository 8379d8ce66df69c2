// A text in which @ names a colleague: what is typed behind it looks for one, arrows choose, Enter puts the name in.
import { Box, MenuItem, MenuList, Paper, Popper, TextField } from '@mui/material'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { hearKey } from '../../client/index.ts'
import type { Option } from '../../kit/fields/index.ts'
import { searchUsers } from '../../records/fields/index.ts'
import { useWords } from '../../words/index.ts'
import { tasksWords } from './words.ts'

export type Mentioned = { id: string; name: string }
/** Those whose names still stand in the text. */
export const stillNamed = (text: string, named: readonly Mentioned[]): string[] => [
  ...new Set(named.flatMap(({ id, name }) => (text.includes(`@${name}`) ? [id] : []))),
]
const PAUSE = 120
const MOST = 6

type Props = {
  name: string
  label: string
  value: string
  help?: string
  autoFocus?: boolean
  rows?: number
  onChange: (text: string, named: readonly Mentioned[]) => void
  named: readonly Mentioned[]
}
export const MentionField = ({ name: field, label, value, help, autoFocus = false, rows = 2, named, onChange }: Props) => {
  const { t } = useWords(tasksWords)
  const input = useRef<HTMLTextAreaElement>(null)
  const box = useRef<HTMLDivElement>(null)
  /** The open list hangs below the field, over the dialog that the field may stand in. */
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  /** What stands behind the @ that is being typed; null while none is. */
  const [asked, setAsked] = useState<string | null>(null)
  const [found, setFound] = useState<readonly Option[]>([])
  const [at, setAt] = useState(0)
  useEffect(() => {
    if (asked === null) return
    let dropped = false
    const timer = setTimeout(() => {
      void searchUsers(asked).then((users) => {
        if (dropped) return
        setFound(users.slice(0, MOST))
        setAnchor(box.current)
        setAt(0)
      })
    }, PAUSE)
    return () => {
      dropped = true
      clearTimeout(timer)
    }
  }, [asked])
  const look = (text: string, caret: number) =>
    setAsked(/(?:^|\s|[，。；：、])@([^\s@，。；：、]{0,20})$/u.exec(text.slice(0, caret))?.[1] ?? null)
  const close = () => setAsked(null)
  const pick = (user: Option | undefined) => {
    if (!user || asked === null) return
    const caret = input.current?.selectionStart ?? value.length
    const begin = caret - asked.length - 1
    const text = `${value.slice(0, begin)}@${user.label} ${value.slice(caret)}`
    onChange(text, [...named.filter(({ id }) => id !== user.id), { id: user.id, name: user.label }])
    close()
    const after = begin + user.label.length + 2
    setTimeout(() => {
      input.current?.focus()
      input.current?.setSelectionRange(after, after)
    })
  }
  const open = asked !== null && found.length > 0
  const keys = (event: KeyboardEvent) => {
    if (!open || event.ctrlKey || event.metaKey) return
    const acts: Record<string, () => void> = {
      ArrowDown: () => setAt((old) => Math.min(old + 1, found.length - 1)),
      ArrowUp: () => setAt((old) => Math.max(old - 1, 0)),
      Enter: () => pick(found[at]),
      Tab: () => pick(found[at]),
      Escape: close,
    }
    const act = acts[event.key]
    if (!act) return
    event.preventDefault()
    event.stopPropagation()
    act()
  }
  const list = `${field}-mentions`
  return (
    <Box ref={box}>
      <TextField
        size="small"
        fullWidth
        multiline
        minRows={rows}
        maxRows={10}
        label={label}
        value={value}
        helperText={help}
        autoFocus={autoFocus}
        inputRef={input}
        onChange={(event) => {
          onChange(event.target.value, named)
          look(event.target.value, event.target.selectionStart ?? event.target.value.length)
        }}
        onKeyDown={(event) => hearKey(event, keys)}
        onBlur={close}
        slotProps={{
          htmlInput: {
            maxLength: 4000,
            'data-field': field,
            'aria-autocomplete': 'list',
            'aria-controls': open && anchor ? list : undefined,
            'aria-activedescendant': open ? `${list}-${at}` : undefined,
          },
        }}
      />
      {open && anchor && (
        <Popper open anchorEl={anchor} placement="bottom-start" sx={{ zIndex: 'modal', minWidth: 260 }}>
          <Paper elevation={6}>
            <MenuList dense id={list} role="listbox" aria-label={t('act.mention')} disablePadding>
              {found.map((user, n) => (
                <MenuItem
                  key={user.id}
                  id={`${list}-${n}`}
                  role="option"
                  tabIndex={-1}
                  selected={n === at}
                  aria-selected={n === at}
                  // The text keeps the keyboard.
                  onMouseDown={(event) => {
                    event.preventDefault()
                    pick(user)
                  }}
                >
                  {user.label}
                  <Box component="span" sx={{ ml: 1, color: 'text.secondary', fontSize: 12 }}>
                    {user.detail}
                  </Box>
                </MenuItem>
              ))}
            </MenuList>
          </Paper>
        </Popper>
      )}
    </Box>
  )
}
