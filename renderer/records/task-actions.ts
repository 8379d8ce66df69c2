// What a module offers to do right where a task is shown: a button by the task's rule, and the dialog it opens. The page of tasks knows no module that offers it.
import { type ComponentType, createContext, lazy, use } from 'react'
import { type CommandName, commands } from '../../preload/contract/commands.ts'
import { useMay, useViewer } from '../client/index.ts'
import { useWords, type Words } from '../words/index.ts'

/** The task that a dialog is opened for. */
export type TaskSubject = {
  rule: string
  /** The record it is about. */
  recordId: string
  /** Which of several of its record, such as the id of a milestone; '' where there is one alone. */
  part: string
  onClose: () => void
}
export type TaskAction = {
  /** The rules whose tasks offer it, by the names of `follow-up.<rule>`. */
  rules: readonly string[]
  /** Its right is that of the command, and its name too, where `say` says no other. */
  command: CommandName
  say?: (words: Words) => string
  /** Offered only while the company's switches are so. */
  shown?: (switches: ReturnType<typeof useViewer>['company']['switches']) => boolean
  dialog: ComponentType<TaskSubject>
}

export const TaskActionsContext = createContext<readonly TaskAction[]>([])

/** A dialog that is read when it is first opened: `lazyDialog(async () => (await import('./panels/step-task.tsx')).StepTask)`. */
export const lazyDialog = (load: () => Promise<TaskAction['dialog']>): TaskAction['dialog'] => lazy(async () => ({ default: await load() }))

export type OfferedAction = { label: string; dialog: TaskAction['dialog'] }
/** What this viewer may do about a task of a rule, in the order of the modules. */
export const useTaskActions = (): ((rule: string) => readonly OfferedAction[]) => {
  const all = use(TaskActionsContext)
  const may = useMay()
  const { switches } = useViewer().company
  const words = useWords()
  return (rule) =>
    all
      .filter((one) => one.rules.includes(rule) && may(commands[one.command].permission) && (one.shown?.(switches) ?? true))
      .map(({ command, say, dialog }) => ({ label: say ? say(words) : words.name(`command.${command}`), dialog }))
}
