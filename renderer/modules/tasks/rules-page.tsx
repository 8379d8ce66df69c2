// The company's reminder rules (提醒规则): which are on, when they ask, whom, when the head is told, and at which hours.
import {
  Box,
  Button,
  Paper,
  Skeleton,
  Switch,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableRow,
  TextField as Plain,
  Typography,
} from '@mui/material'
import { useState } from 'react'
import { announce, type Problem, problemOf, useCommand, useMay, useOfficeQuery, useTabs } from '../../client/index.ts'
import { TextField } from '../../kit/fields/index.ts'
import { ConfirmDialog, EmptyState, ProblemNote, ScrollRegion } from '../../kit/show/index.ts'
import { matchesSearchable } from '../../../preload/contract/vocabulary/fold.ts'
import { useWords } from '../../words/index.ts'
import { timeOf } from './act-dialogs.tsx'
import { RuleDialog } from './rule-dialog.tsx'
import { daysText, escalateText, peopleText, type Rule, type Rules } from './rule-text.ts'
import { tasksWords } from './words.ts'

const HoursDialog = ({ hours, onClose }: { hours: Rules['hours']; onClose: () => void }) => {
  const { t } = useWords(tasksWords)
  const saving = useCommand('save-reminder-hours')
  const [from, setFrom] = useState(hours.from)
  const [to, setTo] = useState(hours.to)
  return (
    <ConfirmDialog
      open
      title={t('rules.hours')}
      text={t('rules.hours-text', { from: timeOf(from) ?? '–', to: timeOf(to) ?? '–' })}
      confirm={t('kit.form.save')}
      onConfirm={() => saving.run({ revision: hours.revision, from: timeOf(from) ?? from, to: timeOf(to) ?? to })}
      onClose={onClose}
    >
      <Box sx={{ display: 'flex', gap: 1.5 }}>
        <TextField name="from" label={t('rules.from')} required autoFocus maxLength={5} value={from} onChange={setFrom} />
        <TextField name="to" label={t('rules.to')} required maxLength={5} value={to} onChange={setTo} />
      </Box>
    </ConfirmDialog>
  )
}

const Row = ({ rule, rules, editable, onEdit }: { rule: Rule; rules: Rules; editable: boolean; onEdit: () => void }) => {
  const words = useWords(tasksWords)
  const { t, name } = words
  const saving = useCommand('save-reminder-rule')
  const [problem, setProblem] = useState<Problem | null>(null)
  const title = name(`follow-up.${rule.rule}`)
  const toggle = async () => {
    const isSet = JSON.stringify(rule.settings) !== JSON.stringify(rule.delivered)
    const answer = await saving.run({
      rule: rule.rule,
      revision: rule.revision,
      active: !rule.active,
      ruleSettings: isSet ? rule.settings : null,
    })
    setProblem(problemOf(answer))
    if (answer.ok)
      announce({ words: rule.active ? 'rules.switched-off' : 'rules.switched-on', of: tasksWords, data: { rule: title }, tone: 'success' })
  }
  return (
    <TableRow hover sx={rule.active ? undefined : { '& td': { color: 'text.secondary' } }}>
      <TableCell sx={{ py: 0 }}>
        <Switch
          size="small"
          checked={rule.active}
          disabled={!editable || saving.running}
          onChange={() => void toggle()}
          slotProps={{ input: { 'aria-label': `${t('rules.on')} ${title}` } }}
        />
      </TableCell>
      <TableCell>
        <Button
          size="small"
          aria-label={t('rules.edit', { rule: title })}
          onClick={onEdit}
          sx={{ textTransform: 'none', p: 0, minWidth: 0, justifyContent: 'flex-start', textAlign: 'left' }}
        >
          {title}
        </Button>
        {rule.changed && (
          <Box component="span" sx={{ ml: 0.75, fontSize: 12, color: 'primary.main' }}>
            {t('rules.changed')}
          </Box>
        )}
        <ProblemNote problem={problem} onClose={() => setProblem(null)} />
      </TableCell>
      <TableCell>
        {daysText(rule.settings, words)}
        {rule.untilGone && (
          <Box component="span" sx={{ ml: 0.75, fontSize: 12, color: 'text.secondary' }}>
            {t('rules.until-gone')}
          </Box>
        )}
      </TableCell>
      <TableCell>{peopleText(rule.settings, rules, words)}</TableCell>
      <TableCell sx={{ whiteSpace: 'nowrap' }}>{escalateText(rule.settings, words)}</TableCell>
      <TableCell align="right">{rule.open > 0 && rule.open}</TableCell>
    </TableRow>
  )
}

export const RulesPage = () => {
  const { t, name } = useWords(tasksWords)
  const editable = useMay()('reminder-rule.edit')
  const tabs = useTabs()
  const { data, problem } = useOfficeQuery('reminder-rules', {}, { keep: true })
  const [editing, setEditing] = useState<string | null>(null)
  const [hours, setHours] = useState(false)
  const [text, setText] = useState('')
  const shown = data?.rules.filter(({ rule }) => text.trim() === '' || matchesSearchable(text, [name(`follow-up.${rule}`), rule])) ?? []
  const edited = data?.rules.find(({ rule }) => rule === editing)
  return (
    <Box sx={{ p: 2, maxWidth: 1300, display: 'flex', flexDirection: 'column', gap: 1.5 }}>
      <Box>
        <Typography component="h1" sx={{ fontSize: 17, fontWeight: 600 }}>
          {name('query.reminder-rules')}
        </Typography>
        <Typography variant="body2" color="textSecondary">
          {t('rules.intro')}
        </Typography>
      </Box>
      <ProblemNote problem={problem} />
      {!data && !problem && <Skeleton height={200} />}
      {data && (
        <>
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center' }}>
            <Plain
              size="small"
              value={text}
              placeholder={t('rules.search')}
              onChange={(event) => setText(event.target.value)}
              slotProps={{ htmlInput: { 'aria-label': t('rules.search'), maxLength: 60 } }}
            />
            <Box sx={{ flex: 1 }} />
            <Typography variant="body2">
              {t('rules.hours')}
              {'　'}
              {t('rules.hours-text', data.hours)}
            </Typography>
            {editable && (
              <Button size="small" color="inherit" onClick={() => setHours(true)}>
                {t('rules.hours-edit')}
              </Button>
            )}
            <Button size="small" color="inherit" onClick={() => tabs.open('work-year')}>
              {name('query.work-year')}
            </Button>
          </Box>
          <Paper variant="outlined" sx={{ minWidth: 0 }}>
            <ScrollRegion label={name('query.reminder-rules')}>
              <Table size="small">
                <TableHead>
                  <TableRow>
                    <TableCell>{t('rules.on')}</TableCell>
                    <TableCell>{name('field.rule')}</TableCell>
                    <TableCell>{t('rules.when')}</TableCell>
                    <TableCell>{name('field.whom')}</TableCell>
                    <TableCell>{name('field.escalateAfter')}</TableCell>
                    <TableCell align="right">{t('rules.open')}</TableCell>
                  </TableRow>
                </TableHead>
                <TableBody>
                  {shown.map((rule) => (
                    <Row key={rule.rule} rule={rule} rules={data} editable={editable} onEdit={() => setEditing(rule.rule)} />
                  ))}
                </TableBody>
              </Table>
            </ScrollRegion>
            {shown.length === 0 && <EmptyState title={t('rules.none')} />}
          </Paper>
          {edited && <RuleDialog rule={edited} rules={data} editable={editable} onClose={() => setEditing(null)} />}
          {hours && <HoursDialog hours={data.hours} onClose={() => setHours(false)} />}
        </>
      )}
    </Box>
  )
}
