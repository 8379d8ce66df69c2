// The line on top of Today: what is typed there becomes a task by Enter. What of it was understood as day, time and repeat is shown before, and can be refused.
import AddTask from '@mui/icons-material/AddTaskOutlined'
import CloseIcon from '@mui/icons-material/Close'
import { Box, Button, IconButton, InputAdornment, TextField, Typography } from '@mui/material'
import { type KeyboardEvent, type RefObject, useState } from 'react'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { announce, hearKey, type Problem, problemOf, useCommand, useTabState, useViewer } from '../../client/index.ts'
import { ProblemNote } from '../../kit/show/index.ts'
import { useWords } from '../../words/index.ts'
import { type ReadKind, understood } from './quick-entry.ts'
import { useTaskTexts } from './task-text.ts'
import { tasksWords } from './words.ts'

const MOST = 200

const Read = ({ label, text, onRefuse }: { label: string; text: string; onRefuse: () => void }) => {
  const { t } = useWords(tasksWords)
  return (
    <Box
      component="span"
      sx={{
        display: 'inline-flex',
        alignItems: 'center',
        pl: 0.75,
        borderRadius: 1,
        fontSize: 12,
        bgcolor: 'color-mix(in srgb, var(--mui-palette-primary-main) 12%, transparent)',
      }}
    >
      {label}
      <IconButton
        size="small"
        aria-label={t('quick.not-this', { text })}
        title={t('quick.not-this', { text })}
        onClick={onRefuse}
        sx={{ p: '4px' }}
      >
        <CloseIcon sx={{ fontSize: 14 }} />
      </IconButton>
    </Box>
  )
}

export const QuickLine = ({ input, onDown }: { input: RefObject<HTMLInputElement | null>; onDown: () => void }) => {
  const { t, language } = useWords(tasksWords)
  const { today, id: viewer } = useViewer()
  const { whenText, repeatText } = useTaskTexts()
  const saving = useCommand('save-task')
  const [typed, setTyped] = useTabState('quick-line', '')
  const [without, setWithout] = useState<readonly ReadKind[]>([])
  const [problem, setProblem] = useState<Problem | null>(null)
  const entry = understood(typed, today, without)
  const some = typed.trim() !== ''
  const change = (text: string) => {
    setTyped(text)
    if (text.trim() === '') setWithout([])
  }
  const add = async () => {
    if (!some || saving.running) return
    const { title, dueOn, dueTime, repeat } = entry
    const answer = await saving.run({
      ...{ id: newId(), title: title.slice(0, MOST), note: '', dueOn, dueTime, urgent: false, repeat },
      ...{ record: null, userIds: [viewer], checks: [] },
    })
    setProblem(problemOf(answer))
    if (!answer.ok) return
    announce({ words: 'quick.added', of: tasksWords, data: { title, when: whenText(entry) }, tone: 'success' })
    change('')
  }
  const keys = (event: KeyboardEvent) => {
    const acts: Record<string, () => void> = { Enter: () => void add(), ArrowDown: onDown, Escape: () => change('') }
    const act = acts[event.key]
    if (!act || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    act()
  }
  const said: Record<ReadKind, string> = {
    day: whenText({ ...entry, dueTime: null }),
    time: entry.dueTime ?? '',
    repeat: entry.repeat ? repeatText(entry.repeat) : '',
  }
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 0.5 }}>
      <TextField
        size="small"
        fullWidth
        value={typed}
        inputRef={input}
        placeholder={t('quick.placeholder')}
        autoComplete="off"
        onChange={(event) => change(event.target.value)}
        onKeyDown={(event) => hearKey(event, keys)}
        slotProps={{
          htmlInput: { 'aria-label': t('quick.placeholder'), maxLength: MOST, spellCheck: false, 'data-quick': '' },
          input: {
            startAdornment: (
              <InputAdornment position="start">
                <AddTask fontSize="small" />
              </InputAdornment>
            ),
            endAdornment: some && (
              <Button size="small" disabled={saving.running} onClick={() => void add()}>
                {t('quick.add')}
              </Button>
            ),
          },
        }}
      />
      {some && (
        <Typography
          component="div"
          variant="body2"
          color="textSecondary"
          aria-live="polite"
          sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 0.75, px: 0.5 }}
        >
          {t('quick.understood')}
          {language === 'zh' ? '：' : ':'}
          <Box component="span" sx={{ color: 'text.primary', fontWeight: 600 }}>
            {entry.title}
          </Box>
          {entry.parts.map(({ kind, from, to }) => (
            <Read key={kind} label={said[kind]} text={typed.slice(from, to).trim()} onRefuse={() => setWithout([...without, kind])} />
          ))}
          {!entry.parts.some(({ kind }) => kind === 'day') && <span>{whenText({ ...entry, dueTime: null })}</span>}
        </Typography>
      )}
      <ProblemNote problem={problem} onClose={() => setProblem(null)} />
    </Box>
  )
}
