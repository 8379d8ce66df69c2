// What may be done with a record, one row each: what its button says, and the question that is asked before a command runs.
import { type ReactNode, useState } from 'react'
import { type CommandInput, type CommandName, commands } from '../../../preload/contract/commands.ts'
import { useCommand, useTabs } from '../../client/index.ts'
import { type Acting, type Form, type FormAction, useActing } from '../../kit/form/index.ts'
import { ConfirmDialog } from '../../kit/show/index.ts'
import { useWords } from '../../words/index.ts'

/** What a dialog needs of the page that opens it. `act` saves what is typed, then runs a command on the record; a refusal stays in the dialog. */
type Asked = { act: Acting; form: Pick<Form<object>, 'id' | 'reset'>; onClose: () => void }
type Row = Omit<FormAction, 'onClick'>
export type RecordAction = Row & ({ onClick: () => void } | { dialog: (asked: Asked) => ReactNode })

type Given = { reason: string; date: string }
type Question<N extends CommandName> = {
  text?: string
  danger?: boolean
  reason?: 'required' | 'optional'
  /** The command's field for the day that is asked, today to begin with. */
  date?: string
  /** Name of that day, where it is not the field's. */
  dateName?: string
  /** Words of title and button, where they are not the command's name; `title` where the title says more than the button. */
  label?: string
  title?: string
  input: (at: { id: string; revision: number }, given: Given) => CommandInput<N>
  onDone?: () => void
}
type QuestionProps<N extends CommandName> = Question<N> & { command: N; act: Acting; onClose: () => void }

export const QuestionDialog = <N extends CommandName>(props: QuestionProps<N>) => {
  const { command, text, danger, reason, date, dateName = `field.${date}`, input, act, onDone, onClose } = props
  const { name } = useWords()
  const { run } = useCommand(command)
  const label = props.label ?? name(`command.${command}`)
  return (
    <ConfirmDialog
      open
      danger={danger}
      title={props.title ?? label}
      text={text}
      confirm={label}
      reason={reason}
      {...(date !== undefined && { date: name(dateName), dateField: date })}
      onConfirm={(given) =>
        act(async (at) => {
          const answer = await run(input(at, given))
          if (answer.ok) onDone?.()
          return answer
        })
      }
      onClose={onClose}
    />
  )
}

const named = (command: CommandName) => ({ name: `command.${command}`, permission: commands[command].permission })

/** A command on the record that is confirmed first. Name and permission are the command's. */
export const asks = <N extends CommandName>(command: N, row: Row & Question<N>): RecordAction => ({
  ...named(command),
  ...row,
  dialog: ({ act, onClose }) => <QuestionDialog {...row} command={command} act={act} onClose={onClose} />,
})

/** A command that has a dialog of its own. */
export const opens = (command: CommandName, row: Row & { dialog: (asked: Asked) => ReactNode }): RecordAction => ({
  ...named(command),
  ...row,
})

type DiscardCommand = Extract<CommandName, `discard-${string}`>
type Discarded = {
  text: string
  /** As seen. */
  revision: number | undefined
  /** Where its tab goes then; by default it closes. */
  leave?: () => void
}
type DiscardProps = Discarded & Omit<Asked, 'act'> & { command: DiscardCommand }

/** Throws a draft away, with what is typed over it. */
const DiscardDialog = ({ command, text, revision, leave, form, onClose }: DiscardProps) => {
  const tabs = useTabs()
  return (
    <QuestionDialog
      command={command}
      danger
      text={text}
      input={(at) => at}
      act={(run) => run({ id: form.id, revision: revision ?? 1 })}
      onDone={() => {
        form.reset()
        if (leave) leave()
        else tabs.close()
      }}
      onClose={onClose}
    />
  )
}
export const discards = (command: DiscardCommand, { text, revision, leave, ...row }: Row & Discarded): RecordAction => ({
  ...named(command),
  ...row,
  dialog: ({ form, onClose }) => <DiscardDialog {...{ command, text, revision, leave, form, onClose }} />,
})

const keyOf = ({ name, label }: Row): string => name ?? label ?? ''

/** The actions as buttons, and the dialog of the one that asks now; `first` is asked at once. */
export const useActions = <V extends object>(
  actions: readonly RecordAction[],
  form: Form<V>,
  first?: string,
): { buttons: FormAction[]; dialog: ReactNode } => {
  const act = useActing(form)
  const [asking, setAsking] = useState<string | null>(first ?? null)
  // Its button may have gone meanwhile: what was asked stays until it is answered.
  const asked = actions.find((one) => keyOf(one) === asking)
  return {
    buttons: actions.map((one) => ('onClick' in one ? one : { ...one, onClick: () => setAsking(keyOf(one)) })),
    dialog: asked && 'dialog' in asked && asked.dialog({ act, form, onClose: () => setAsking(null) }),
  }
}
