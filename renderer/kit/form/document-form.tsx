// The one form page: header with number, status, figures and actions; what went wrong and how to go on; the sections; Ctrl+S.
import { Alert, Box, Button, CircularProgress, Paper, Skeleton, Tooltip, Typography } from '@mui/material'
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import type { Permission } from '../../../preload/contract/access.ts'
import type { Warning } from '../../../preload/contract/warnings.ts'
import { listenForKeys, type Problem, useMay } from '../../client/index.ts'
import { useWords, type Words } from '../../words/index.ts'
import { ActionButton, type ActionFace } from '../show/action-button.tsx'
import { ConfirmDialog } from '../show/confirm-dialog.tsx'
import { type KeyFigure, KeyFigures } from '../show/key-figures.tsx'
import { ProblemNote } from '../show/problem-note.tsx'
import type { Way } from '../office-calls.ts'
import { StatusChip } from '../show/status-chip.tsx'
import { useTabTitle } from '../show/use-tab-title.ts'
import { DraftsBeside } from './drafts-beside.tsx'
import { FIELD_GRID_BOX, FieldGrid } from './field-grid.tsx'
import { focusIssue } from './focus-issue.ts'
import { FormContext, useLabels } from './form-context.ts'
import { issuesOf } from './issues.ts'
import { newLabels, useLabelOf } from './labels.ts'
import type { Form } from './use-form.ts'
import { useHeldFocus } from './use-refused.ts'

export type FormAction = ActionFace & { shown?: boolean; disabled?: boolean; onClick: () => void }
export type DocumentFormProps<V extends object> = {
  form: Form<V>
  /** The kind of record, e.g. name('record.sales-contract'). */
  title: string
  /** The name key behind `title` where it is not that of the route (a kind of vendor, of bill): the tab follows a switched language by it. */
  titleKey?: string
  /** Number or name of the record; undefined while it is new. */
  number?: string | null
  status?: { group: string; value: string }
  figures?: readonly KeyFigure[]
  actions?: readonly FormAction[]
  /** Nothing can be typed: a signed or posted document. */
  readOnly?: boolean
  /** While the record is being read for the first time. */
  loading?: boolean
  /** Why the record could not be read. */
  problem?: Problem | null
  savePermission?: Permission
  /** What the preview finds odd: each is shown beside the field it names. */
  warnings?: readonly Warning[]
  /** Where this form hands on what is typed when it is refused. */
  waysOn?: (problem: Problem | null) => readonly Way[]
  /** Words of the save button, e.g. name('command.post-bill'). */
  saveLabel?: string
  /** A small record: narrower. */
  narrow?: boolean
  children: ReactNode
}

const StaleDraft = <V extends object>({ form }: { form: Form<V> }) => {
  const { t, name } = useWords()
  const labelOf = useLabelOf(useLabels())
  if (form.staleDraft === null) return null
  const { there, both } = form.staleDraft
  const named = (fields: readonly string[]) => fields.map((field) => labelOf(field) ?? name(`field.${field}`)).join(', ')
  return (
    <Alert
      severity="info"
      variant="outlined"
      role="alert"
      sx={{ alignItems: 'center', py: 0.25 }}
      action={
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5 }}>
          <Button size="small" color="inherit" onClick={() => form.peek(!form.peeking)}>
            {t(form.peeking ? 'kit.form.unpeek' : 'kit.form.peek')}
          </Button>
          <Button size="small" color="inherit" onClick={form.keepMine}>
            {t('kit.form.keep-mine')}
          </Button>
          <Button size="small" color="inherit" onClick={form.reset}>
            {t('kit.form.take-new')}
          </Button>
        </Box>
      }
    >
      {t(form.peeking ? 'kit.form.peeking' : 'kit.form.overtaken')}{' '}
      {there.length > 0 && t('kit.form.overtaken-fields', { fields: named(there) })}{' '}
      {both.length > 0 && t('kit.form.overtaken-both', { fields: named(both) })}
    </Alert>
  )
}

export const DocumentForm = <V extends object>(props: DocumentFormProps<V>) => {
  const { form, title, number, status, figures = [], actions = [], loading = false, savePermission, narrow = false } = props
  const { t } = useWords()
  const may = useMay()
  const root = useRef<HTMLDivElement>(null)
  const [dropping, setDropping] = useState(false)
  const allowed = form.canSave && props.readOnly !== true && (savePermission === undefined || may(savePermission))
  const readOnly = !allowed || form.peeking
  const { warnings } = props
  const [labels] = useState(newLabels)
  const surroundings = useMemo(() => ({ readOnly, warnings, labels }), [readOnly, warnings, labels])
  const kindIn = (words: Words) => (props.titleKey === undefined ? title : words.name(props.titleKey))
  const tabTitle = (words: Words) => (number ? `${kindIn(words)} ${number}` : `${words.t('kit.form.new')} · ${kindIn(words)}`)
  useTabTitle(loading ? undefined : tabTitle)

  // Once for each refusal: while fields are corrected the keyboard stays where it is.
  useEffect(() => {
    focusIssue(root.current, Object.keys(issuesOf(form.refusal)))
  }, [form.refusal])
  useHeldFocus(root)

  const shown = actions.filter((a) => a.shown !== false && (a.permission === undefined || may(a.permission)))
  const unsaved = allowed && (form.dirty || form.isNew)
  const save = () => {
    if (unsaved) void form.save()
  }
  /** Ctrl+Enter: what is typed is saved; with nothing to save it is the way on, e.g. signing. */
  const goOn = () => {
    if (unsaved) return save()
    const primary = shown.find((a) => a.primary === true)
    if (primary && primary.disabled !== true && !form.saving) primary.onClick()
  }
  const latest = useRef({ save, goOn })
  useEffect(() => {
    latest.current = { save, goOn }
  })
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      const key = event.key.toLowerCase()
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || (key !== 's' && key !== 'enter')) return
      if (event.defaultPrevented) return
      // A dialog over the form has its own Ctrl+Enter.
      const target = event.target as Node
      if (key === 'enter' && !root.current?.contains(target) && !target.contains(root.current)) return
      event.preventDefault()
      if (key === 'enter') latest.current.goOn()
      else latest.current.save()
    }
    return listenForKeys(window, hear)
  }, [])

  return (
    <FormContext value={surroundings}>
      <Box ref={root} tabIndex={-1} sx={{ height: '100%', overflow: 'auto', display: 'flex', flexDirection: 'column', outline: 0 }}>
        <Box
          component="header"
          sx={{
            position: 'sticky',
            top: 0,
            zIndex: 3,
            bgcolor: 'background.default',
            borderBottom: 1,
            borderColor: 'divider',
            px: 2,
            py: 1,
            display: 'flex',
            flexDirection: 'column',
            gap: 0.75,
          }}
        >
          <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
            <Typography component="h1" sx={{ fontSize: 17, fontWeight: 600 }}>
              {number ? title : `${t('kit.form.new')} · ${title}`}
            </Typography>
            {number && (
              <Typography noWrap title={number} sx={{ fontSize: 17, fontVariantNumeric: 'tabular-nums', minWidth: 0, maxWidth: 460 }}>
                {number}
              </Typography>
            )}
            {status && <StatusChip {...status} />}
            {form.dirty && (
              <Tooltip title={t('kit.form.unsaved')}>
                <Box role="img" aria-label={t('kit.form.unsaved')} sx={{ width: 8, height: 8, borderRadius: 4, bgcolor: 'warning.main' }} />
              </Tooltip>
            )}
            <Box sx={{ flex: 1 }} />
            <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
              {form.dirty && !form.isNew && (
                <Button size="small" color="inherit" onClick={() => setDropping(true)}>
                  {t('kit.form.reset')}
                </Button>
              )}
              {shown.map((action) => (
                <ActionButton
                  key={action.name ?? action.label}
                  action={{ ...action, primary: action.primary === true && !(allowed && form.dirty) }}
                  disabled={action.disabled === true || form.saving}
                  onClick={action.onClick}
                />
              ))}
              {allowed && (
                <Button
                  size="small"
                  variant={form.dirty || form.isNew ? 'contained' : 'outlined'}
                  disableElevation
                  disabled={form.saving || !(form.dirty || form.isNew)}
                  title={t('kit.form.save-hint')}
                  startIcon={form.saving ? <CircularProgress aria-hidden size={14} color="inherit" /> : undefined}
                  onClick={save}
                >
                  {props.saveLabel ?? t('kit.form.save')}
                </Button>
              )}
            </Box>
          </Box>
          {figures.length > 0 && <KeyFigures figures={figures} />}
          <ProblemNote problem={props.problem} />
          {form.staleDraft === null && (
            <ProblemNote problem={form.problem} ways={props.waysOn?.(form.problem)} onAgain={form.again} onClose={form.forgetProblem} />
          )}
          <StaleDraft form={form} />
          {form.isNew && !form.dirty && <DraftsBeside />}
        </Box>
        {loading ? (
          <Box sx={{ p: 2, display: 'grid', gap: 1.5, maxWidth: 900 }} aria-busy>
            {[0, 1, 2, 3].map((n) => (
              <Skeleton key={n} height={36} />
            ))}
          </Box>
        ) : (
          <Box sx={{ p: 2, display: 'flex', flexDirection: 'column', gap: 2, ...(narrow && { maxWidth: 760 }) }}>{props.children}</Box>
        )}
      </Box>
      <ConfirmDialog
        open={dropping}
        title={t('kit.form.reset-title')}
        text={t('kit.form.reset-text')}
        confirm={t('kit.form.reset')}
        danger
        onConfirm={() => {
          form.reset()
          return Promise.resolve({ ok: true, value: null })
        }}
        onClose={() => setDropping(false)}
      />
    </FormContext>
  )
}

/** The same form for a small record without lines. */
export const RecordForm = <V extends object>(props: DocumentFormProps<V>) => <DocumentForm narrow {...props} />

/** Fields that belong together, on the grid of all forms. */
export const FormSection = ({
  title,
  children,
  wide = false,
  aside,
}: {
  title?: string
  children: ReactNode
  wide?: boolean
  aside?: ReactNode
}) => (
  // A help below the last field keeps clear of the edge.
  <Paper component="section" variant="outlined" sx={{ ...FIELD_GRID_BOX, p: 2, pb: 2.5, minWidth: 0 }}>
    {(title !== undefined || aside !== undefined) && (
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, mb: 1.5 }}>
        {title !== undefined && (
          <Typography component="h2" sx={{ fontSize: 13, fontWeight: 600, color: 'text.secondary' }}>
            {title}
          </Typography>
        )}
        <Box sx={{ flex: 1 }} />
        {aside}
      </Box>
    )}
    {wide ? children : <FieldGrid>{children}</FieldGrid>}
  </Paper>
)
