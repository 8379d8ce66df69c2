// What can be done with the tasks of a list: by their boxes, by their menus and by the keyboard; and the dialogs that ask for more.
import CloseIcon from '@mui/icons-material/Close'
import { Alert, Button, IconButton, Menu, MenuItem } from '@mui/material'
import { type KeyboardEvent, type ReactNode, Suspense, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { OWN_TASK, type TaskLine } from '../../../preload/contract/modules/tasks/calls.ts'
import { type Problem, problemOf, useCommand, useMay, useTabs } from '../../client/index.ts'
import { ProblemNote } from '../../kit/show/index.ts'
import { type OfferedAction, type TaskSubject, useTaskActions } from '../../records/index.ts'
import { useWords } from '../../words/index.ts'
import { ActDialog, type TaskAct } from './act-dialogs.tsx'
import type { RowActs } from './task-row.tsx'
import { useTaskTexts } from './task-text.ts'
import { tasksWords } from './words.ts'

type Acting = { task: TaskLine } & ({ act: TaskAct } | { offer: OfferedAction })
const rowsIn = (root: HTMLElement | null): HTMLElement[] => [...(root?.querySelectorAll<HTMLElement>('[data-row]') ?? [])]

/** Finishing at once, and taking it back. */
const useFinishing = (tell: (problem: Problem | null) => void) => {
  const finishing = useCommand('finish-task')
  const reopening = useCommand('reopen-task')
  /** Finished from here, in this revision: what comes back in another is open again. */
  const [ended, setEnded] = useState<ReadonlyMap<string, number>>(new Map())
  const without = (id: string) => setEnded((old) => new Map([...old].filter(([one]) => one !== id)))
  const [done, setDone] = useState<{ id: string; revision: number; title: string } | null>(null)
  const finish = async (task: TaskLine, title: string) => {
    setEnded((old) => new Map([...old, [task.id, task.revision]]))
    const answer = await finishing.run({ id: task.id, revision: task.revision })
    const problem = problemOf(answer)
    tell(problem)
    if (answer.ok) setDone({ ...answer.value, title })
    // A done one leaves with the next answer; one that was refused can be tried again.
    else without(task.id)
  }
  const undo = async () => {
    if (!done) return
    const problem = problemOf(await reopening.run({ id: done.id, revision: done.revision }))
    tell(problem)
    without(done.id)
    setDone(null)
  }
  const isEnding = ({ id, revision }: TaskLine) => ended.get(id) === revision
  return { isEnding, done, finish, undo, forget: () => setDone(null) }
}

/**
 * @param shown all tasks that stand in the list
 * @param onAbove where the keyboard goes from the first row on
 * @returns the handlers of its rows, where its keyboard is, its dialogs and notes
 */
export const useTaskList = (shown: readonly TaskLine[], onAbove: () => void) => {
  const { t, name } = useWords(tasksWords)
  const tabs = useTabs()
  const may = useMay()
  const offeredFor = useTaskActions()
  const { titleOf } = useTaskTexts()
  const root = useRef<HTMLDivElement>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [acting, setActing] = useState<Acting | null>(null)
  const [menu, setMenu] = useState<{ task: TaskLine; anchor: HTMLElement } | null>(null)
  const [at, setAt] = useState<string | null>(null)
  const { isEnding, done, finish, undo, forget } = useFinishing(setProblem)
  /** Which row has the keyboard, by its place: when it goes, the next one takes it. */
  const place = useRef<number | null>(null)
  const assigns = may('task.assign')

  const toRow = (n: number) => rowsIn(root.current)[Math.max(0, n)]?.focus()
  const open = (task: TaskLine) => {
    if (task.rule === OWN_TASK && task.number === '') tabs.open('task', { id: task.id })
    else if (task.route !== null && task.recordId !== null) void tabs.openRecord(task.route, task.recordId)
    else if (task.recordId !== null) void tabs.openRecord('document', task.recordId)
    else tabs.open('task', { id: task.id })
  }
  const details = (task: TaskLine) => tabs.open('task', { id: task.id })
  const ask = (task: TaskLine, act: TaskAct) => setActing({ task, act })
  const keys = (task: TaskLine, event: KeyboardEvent<HTMLElement>) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return
    const rows = rowsIn(root.current)
    const n = rows.indexOf(event.currentTarget)
    const acts: Record<string, () => void> = {
      ArrowDown: () => toRow(Math.min(n + 1, rows.length - 1)),
      ArrowUp: () => (n === 0 ? onAbove() : toRow(n - 1)),
      Home: () => toRow(0),
      End: () => toRow(rows.length - 1),
      Enter: () => (task.rule === OWN_TASK ? details(task) : open(task)),
      ...(task.mayAct && { ' ': () => void finish(task, titleOf(task)), w: () => ask(task, 'wait') }),
      ...(task.mine && { s: () => ask(task, 'snooze') }),
      n: () => ask(task, 'comment'),
      e: () => details(task),
      ...(assigns && task.mayAct && { h: () => ask(task, 'hand-over') }),
    }
    const act = acts[event.key.length === 1 ? event.key.toLowerCase() : event.key]
    if (!act) return
    event.preventDefault()
    event.stopPropagation()
    act()
  }
  const current: RowActs = {
    onFinish: (task) => void finish(task, titleOf(task)),
    onOpen: open,
    onDetails: details,
    onMenu: (task, anchor) => setMenu({ task, anchor }),
    onOffer: (task, offer) => setActing({ task, offer }),
    onFocus: (task) => {
      setAt(task.id)
      place.current = rowsIn(root.current).findIndex((row) => row.dataset['task'] === task.id)
    },
    onKeys: keys,
  }
  const latest = useRef(current)
  useLayoutEffect(() => {
    latest.current = current
  })
  // The same object for as long as the list is there: a row is drawn again only when its own task has changed.
  const acts = useMemo<RowActs>(
    () => ({
      onFinish: (task) => latest.current.onFinish(task),
      onOpen: (task) => latest.current.onOpen(task),
      onDetails: (task) => latest.current.onDetails(task),
      onMenu: (task, anchor) => latest.current.onMenu(task, anchor),
      onOffer: (task, offer) => latest.current.onOffer(task, offer),
      onFocus: (task) => latest.current.onFocus(task),
      onKeys: (task, event) => latest.current.onKeys(task, event),
    }),
    [],
  )
  useEffect(() => {
    const had = place.current
    if (had === null || acting !== null) return
    const { activeElement } = document
    if (activeElement !== null && activeElement !== document.body && activeElement.isConnected && activeElement.role !== 'tabpanel') return
    const rows = rowsIn(root.current)
    rows[Math.min(had, rows.length - 1)]?.focus()
  }, [shown, acting])
  const reached = shown.some(({ id }) => id === at) ? at : (shown[0]?.id ?? null)

  const close = () => setActing(null)
  const subject = (task: TaskLine): TaskSubject => ({ rule: task.rule, recordId: task.recordId ?? '', part: task.part, onClose: close })
  const item = (label: string, act: () => void, key?: string) => (
    <MenuItem
      key={label}
      dense
      onClick={() => {
        setMenu(null)
        act()
      }}
    >
      <span style={{ flex: 1 }}>{label}</span>
      {key && <span style={{ opacity: 0.7, marginLeft: 24, fontSize: 12 }}>{key}</span>}
    </MenuItem>
  )
  const offered = (task: TaskLine) => (task.recordId === null ? [] : offeredFor(task.rule))
  const dialogs: ReactNode = (
    <>
      {menu && (
        <Menu open anchorEl={menu.anchor} onClose={() => setMenu(null)}>
          {offered(menu.task).map((one) => item(one.label, () => setActing({ task: menu.task, offer: one })))}
          {menu.task.mayAct && item(t('today.finish-note'), () => ask(menu.task, 'finish'))}
          {menu.task.mine && item(name('command.snooze-task'), () => ask(menu.task, 'snooze'), 'S')}
          {menu.task.mayAct && item(name('command.wait-task'), () => ask(menu.task, 'wait'), 'W')}
          {item(name('command.comment-task'), () => ask(menu.task, 'comment'), 'N')}
          {assigns && menu.task.mayAct && item(name('command.hand-over-task'), () => ask(menu.task, 'hand-over'), 'H')}
          {menu.task.recordId !== null && item(t('today.open-record'), () => open(menu.task))}
          {item(t('today.details'), () => details(menu.task), 'E')}
        </Menu>
      )}
      {acting && 'act' in acting && <ActDialog act={acting.act} task={acting.task} onClose={close} />}
      {acting && 'offer' in acting && (
        <Suspense fallback={null}>
          <acting.offer.dialog {...subject(acting.task)} />
        </Suspense>
      )}
    </>
  )
  const notes: ReactNode = (
    <>
      <ProblemNote problem={problem} onClose={() => setProblem(null)} />
      {done && (
        <Alert
          severity="success"
          variant="outlined"
          action={
            <>
              <Button size="small" color="inherit" onClick={() => void undo()}>
                {t('today.undo')}
              </Button>
              <IconButton size="small" color="inherit" aria-label={t('shell.close')} onClick={forget}>
                <CloseIcon fontSize="small" />
              </IconButton>
            </>
          }
          sx={{ py: 0, alignItems: 'center' }}
        >
          {t('today.finished', { title: done.title })}
        </Alert>
      )}
    </>
  )
  return { root, acts, reached, isEnding, dialogs, notes, toFirst: () => toRow(0) }
}
