// One reminder rule: its days, whom it asks, when the head is told; with whom it would remind today while it is being changed.
import Add from '@mui/icons-material/Add'
import DeleteOutlined from '@mui/icons-material/DeleteOutlined'
import { Box, Button, Chip, DialogActions, DialogContent, DialogTitle, IconButton, Typography } from '@mui/material'
import { type ReactNode, useRef, useState } from 'react'
import { DAY_UNITS, type RuleSettings } from '../../../preload/contract/modules/tasks/calls.ts'
import { type Problem, problemOf, useCommand, useOfficeQuery } from '../../client/index.ts'
import { EnumField, OptionField, PickBox, TextField } from '../../kit/fields/index.ts'
import { useDebounced } from '../../kit/form/index.ts'
import { Dialog, ProblemNote } from '../../kit/show/index.ts'
import { matchesSearchable } from '../../../preload/contract/vocabulary/fold.ts'
import { namesText, useWords } from '../../words/index.ts'
import { type Offset, ruleFormValuesOf, ruleSettingsOf } from './rule-form-values.ts'
import { daysText, escalateText, peopleText, type Rule, type Rules, whomText } from './rule-text.ts'
import { tasksWords } from './words.ts'

const PAUSE = 300
const SHOWN_PEOPLE = 12

const Line = ({ label, help, children }: { label: string; help?: string; children: ReactNode }) => (
  <Box role="group" aria-label={label} sx={{ display: 'grid', gridTemplateColumns: '96px minmax(0, 1fr)', gap: 1, alignItems: 'start' }}>
    <Typography variant="body2" sx={{ pt: 1, color: 'text.secondary' }}>
      {label}
    </Typography>
    <Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>{children}</Box>
      {help && (
        <Typography variant="caption" color="textSecondary">
          {help}
        </Typography>
      )}
    </Box>
  </Box>
)

/** So many days before or after. */
const OffsetFields = ({
  name,
  value,
  onChange,
  autoFocus = false,
}: {
  name: string
  value: Offset
  onChange: (value: Offset) => void
  autoFocus?: boolean
}) => {
  const { t } = useWords(tasksWords)
  return (
    <>
      <Box sx={{ width: 150 }}>
        <OptionField
          name={`${name}.before`}
          label={t('rules.direction')}
          value={value.before ? 'before' : 'after'}
          options={(['before', 'after'] as const).map((id) => ({ id, label: t(`rules.direction-${id}`) }))}
          onChange={(id) => onChange({ ...value, before: id === 'before' })}
        />
      </Box>
      <Box sx={{ width: 80 }}>
        <TextField
          name={name}
          label={t('rules.days')}
          maxLength={3}
          autoFocus={autoFocus}
          value={value.days}
          onChange={(days) => onChange({ ...value, days })}
        />
      </Box>
    </>
  )
}

const Preview = ({ rule, settings }: { rule: string; settings: RuleSettings | null }) => {
  const { t, language } = useWords(tasksWords)
  const wanted = useDebounced(JSON.stringify(settings), PAUSE)
  const asked = JSON.parse(wanted) as RuleSettings | null
  const { data, problem } = useOfficeQuery('reminder-preview', { rule, settings: asked! }, { enabled: asked !== null, keep: true })
  return (
    <Box
      role="region"
      aria-label={t('rules.preview')}
      aria-live="polite"
      tabIndex={0}
      sx={{ p: 1.5, borderRadius: 1, bgcolor: 'action.hover', minWidth: 0, maxHeight: 420, overflowY: 'auto', fontSize: 13 }}
    >
      <Typography component="h3" sx={{ fontSize: 13, fontWeight: 600, mb: 0.75 }}>
        {t('rules.preview')}
      </Typography>
      <ProblemNote problem={problem} />
      {data && data.total === 0 && t('rules.preview-nobody')}
      {data && data.total > 0 && (
        <>
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5, mb: 1 }}>
            {data.people.slice(0, SHOWN_PEOPLE).map(({ userId, name, count }) => (
              <Chip key={userId} size="small" label={`${name} ${count}`} />
            ))}
          </Box>
          <Box sx={{ color: 'text.secondary', mb: 0.5 }}>{t('rules.preview-total', { count: data.total })}</Box>
          <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
            {data.first.map((one) => (
              <Box component="li" key={`${one.number} ${one.date}`} sx={{ py: 0.25, borderTop: 1, borderColor: 'divider' }}>
                <strong>{one.number}</strong> {one.party}
                <Box sx={{ color: 'text.secondary', fontSize: 12 }}>
                  {one.date} · {t('rules.preview-since', { first: one.firstOn })} · {namesText(one.names, language)}
                </Box>
              </Box>
            ))}
          </Box>
          {data.total > data.first.length && (
            <Box sx={{ color: 'text.secondary', mt: 0.5 }}>{t('rules.preview-rest', { count: data.total - data.first.length })}</Box>
          )}
        </>
      )}
    </Box>
  )
}

/** Whom a rule can ask: those whom its records name, roles, people. */
const choicesOf = ({ persons }: Rule, { roles, people }: Rules): string[] => [
  ...persons,
  ...roles.map(({ code }) => `role:${code}`),
  ...people.map(({ id }) => `user:${id}`),
]

export const RuleDialog = ({ rule, rules, editable, onClose }: { rule: Rule; rules: Rules; editable: boolean; onClose: () => void }) => {
  const words = useWords(tasksWords)
  const { t, name } = words
  const saving = useCommand('save-reminder-rule')
  // As it was when the dialog came: what somebody else has saved meanwhile is refused, not written over.
  const [seen] = useState(rule)
  const [value, setValue] = useState(() => ruleFormValuesOf(rule.settings))
  const [problem, setProblem] = useState<Problem | null>(null)
  const box = useRef<HTMLDivElement>(null)
  const settings = ruleSettingsOf(value)
  const set = (part: Partial<typeof value>) => setValue((old) => ({ ...old, ...part }))
  const send = async (ruleSettings: RuleSettings | null) => {
    if (saving.running) return
    const answer = await saving.run({ rule: rule.rule, revision: seen.revision, active: seen.active, ruleSettings })
    const failed = problemOf(answer)
    setProblem(failed)
    if (!failed) onClose()
  }
  const submit = () => {
    if (settings !== null && editable) void send(settings)
  }
  const choices = choicesOf(rule, rules).filter((one) => !value.whom.includes(one))
  const optionOf = (entry: string) => ({ id: entry, label: whomText(entry, rules, words), row: null })
  return (
    <Dialog open onClose={onClose} onSubmit={submit} fullWidth maxWidth="md">
      <DialogTitle>{t('rules.edit', { rule: name(`follow-up.${rule.rule}`) })}</DialogTitle>
      <DialogContent ref={box}>
        <Box sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', md: 'minmax(0, 1.35fr) minmax(0, 1fr)' }, gap: 2, pt: 1 }}>
          <Box
            component="fieldset"
            disabled={!editable}
            sx={{ border: 0, p: 0, m: 0, minWidth: 0, display: 'flex', flexDirection: 'column', gap: 1.5 }}
          >
            <Line label={t('rules.first')} help={t(`rules.move-${rule.move}`)}>
              <OffsetFields name="ruleSettings.first" value={value.first} autoFocus onChange={(first) => set({ first })} />
              <Box sx={{ width: 120 }}>
                <EnumField
                  name="ruleSettings.firstUnit"
                  label={t('rules.unit')}
                  group="day-unit"
                  values={DAY_UNITS}
                  value={value.firstUnit}
                  onChange={(firstUnit) => set({ firstUnit })}
                />
              </Box>
            </Line>
            <Line label={t('rules.again-on')}>
              {value.again.map((one, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: they are told apart by their place
                <Box key={at} sx={{ display: 'flex', gap: 1, alignItems: 'center' }}>
                  <OffsetFields
                    name={`ruleSettings.again.${at}`}
                    value={one}
                    onChange={(next) => set({ again: value.again.map((other, n) => (n === at ? next : other)) })}
                  />
                  <IconButton
                    size="small"
                    aria-label={t('rules.again-remove', { at: at + 1 })}
                    onClick={() => set({ again: value.again.filter((_, n) => n !== at) })}
                  >
                    <DeleteOutlined fontSize="small" />
                  </IconButton>
                </Box>
              ))}
              {value.again.length < 5 && (
                <Button
                  size="small"
                  startIcon={<Add />}
                  onClick={() => set({ again: [...value.again, { days: '1', before: value.first.before }] })}
                >
                  {t('rules.again-add')}
                </Button>
              )}
            </Line>
            <Line label={t('rules.repeat')} help={value.every.trim() === '' ? t('rules.repeat-help') : t('rules.at-most-help')}>
              <Box sx={{ width: 110 }}>
                <TextField
                  name="ruleSettings.every"
                  label={name('field.every')}
                  maxLength={3}
                  value={value.every}
                  onChange={(every) => set({ every })}
                />
              </Box>
              <Box sx={{ width: 120 }}>
                <EnumField
                  name="ruleSettings.everyUnit"
                  label={t('rules.unit')}
                  group="day-unit"
                  values={DAY_UNITS}
                  value={value.everyUnit}
                  onChange={(everyUnit) => set({ everyUnit })}
                />
              </Box>
              {value.every.trim() !== '' && (
                <Box sx={{ width: 120 }}>
                  <TextField
                    name="ruleSettings.atMost"
                    label={name('field.atMost')}
                    maxLength={2}
                    value={value.atMost}
                    onChange={(atMost) => set({ atMost })}
                  />
                </Box>
              )}
            </Line>
            <Line label={name('field.whom')}>
              {value.whom.map((entry) => (
                <Chip
                  key={entry}
                  label={whomText(entry, rules, words)}
                  size="small"
                  {...(editable && { onDelete: () => set({ whom: value.whom.filter((one) => one !== entry) }) })}
                />
              ))}
              {editable && (
                <PickBox
                  name="ruleSettings.whom"
                  label={t('rules.whom-add')}
                  option={null}
                  search={(text) =>
                    Promise.resolve(
                      choices
                        .map(optionOf)
                        .filter(({ label }) => text === '' || matchesSearchable(text, [label]))
                        .slice(0, 40),
                    )
                  }
                  onPick={(option) => option && set({ whom: [...value.whom, option.id] })}
                />
              )}
            </Line>
            <Line label={t('rules.escalate')} help={t('rules.escalate-help')}>
              <Box sx={{ width: 110 }}>
                <TextField
                  name="ruleSettings.escalateAfter"
                  label={t('rules.days')}
                  maxLength={2}
                  value={value.escalateAfter}
                  onChange={(escalateAfter) => set({ escalateAfter })}
                />
              </Box>
            </Line>
            <Typography variant="body2" color="textSecondary">
              {t('rules.delivered-text', {
                days: daysText(rule.delivered, words),
                whom: peopleText(rule.delivered, rules, words),
                escalate: escalateText(rule.delivered, words),
              })}
            </Typography>
          </Box>
          <Preview rule={rule.rule} settings={settings} />
        </Box>
        <ProblemNote problem={problem} />
      </DialogContent>
      <DialogActions>
        {editable && rule.changed && (
          <Button color="inherit" onClick={() => void send(null)} disabled={saving.running} sx={{ mr: 'auto' }}>
            {t('rules.delivered')}
          </Button>
        )}
        <Button color="inherit" onClick={onClose} disabled={saving.running}>
          {t(editable ? 'kit.cancel' : 'shell.close')}
        </Button>
        {editable && (
          <Button variant="contained" disableElevation disabled={settings === null || saving.running} onClick={submit}>
            {t('kit.form.save')}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  )
}
