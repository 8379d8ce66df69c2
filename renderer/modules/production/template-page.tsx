// One milestone template: its names, whether it is applied by itself, and its milestones in order.
import Add from '@mui/icons-material/Add'
import ArrowDownward from '@mui/icons-material/ArrowDownward'
import ArrowUpward from '@mui/icons-material/ArrowUpward'
import DeleteOutlined from '@mui/icons-material/DeleteOutlined'
import { Box, Button, Checkbox, FormControlLabel, IconButton, MenuItem, TextField as Input, Tooltip, Typography } from '@mui/material'
import type { ReactNode } from 'react'
import {
  ANCHORS,
  JUDGED_KINDS,
  MILESTONE_KINDS,
  type MilestoneTemplateFields,
  RESPONSIBLE,
} from '../../../preload/contract/modules/production/calls.ts'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { type Params, useCommand, useOfficeQuery } from '../../client/index.ts'
import { NumberInput, SwitchField, TextField } from '../../kit/fields/index.ts'
import { FormSection } from '../../kit/form/index.ts'
import { DocumentPage, useRecordForm } from '../../records/document/index.ts'
import { UserField } from '../../records/fields/index.ts'
import { wordsIn, useWords } from '../../words/index.ts'
import type { Template } from './template-text.ts'
import { productionWords } from './words.ts'

type Line = MilestoneTemplateFields['lines'][number]
const newLine = (): Line => ({
  ...{ id: newId(), kind: 'other', name: '', nameEn: '', anchor: 'previous', offsetDays: 3 },
  ...{ responsible: 'merchandiser', userId: null, needsNote: false },
})
const emptyTemplate = (): MilestoneTemplateFields => ({ name: '', nameEn: '', isDefault: false, active: true, lines: [newLine()] })
const formValuesOf = ({ name, nameEn, isDefault, active, lines }: Template): MilestoneTemplateFields => ({
  ...{ name, nameEn, isDefault, active },
  lines: lines.map(({ person: _person, ...line }) => line),
})

const Choice = <T extends string>(props: {
  label: string
  group: string
  values: readonly T[]
  value: T
  onChange: (value: T) => void
}) => {
  const { name } = useWords(productionWords)
  return (
    <Input
      select
      size="small"
      fullWidth
      label={props.label}
      value={props.value}
      onChange={(event) => props.onChange(event.target.value as T)}
    >
      {props.values.map((one) => (
        <MenuItem key={one} value={one}>
          {name(`${props.group}.${one}`)}
        </MenuItem>
      ))}
    </Input>
  )
}

/** A new kind brings its usual names along, unless others are typed. */
const withKind = (line: Line, kind: Line['kind']): Partial<Line> => {
  const usual = (language: 'zh' | 'en') => (one: Line['kind']) => (one === 'other' ? '' : wordsIn[language].name(`milestone-kind.${one}`))
  const own = (typed: string, of: (one: Line['kind']) => string) => (typed === '' || typed === of(line.kind) ? of(kind) : typed)
  return {
    kind,
    name: own(line.name, usual('zh')),
    nameEn: own(line.nameEn, usual('en')),
    needsNote: line.needsNote || JUDGED_KINDS.includes(kind),
  }
}

type LineProps = { line: Line; at: number; person: string; tools: ReactNode; onChange: (part: Partial<Line>) => void }
const LineFields = ({ line, at, person, tools, onChange }: LineProps) => {
  const { t, name } = useWords(productionWords)
  const text = (field: 'name' | 'nameEn', required: boolean) => (
    <Input
      size="small"
      fullWidth
      label={name(`field.${field}`)}
      required={required}
      value={line[field]}
      onChange={(event) => onChange({ [field]: event.target.value })}
      slotProps={{ htmlInput: { maxLength: 200 } }}
    />
  )
  return (
    <Box
      role="group"
      aria-label={t('production.line', { n: at + 1 })}
      sx={{
        display: 'grid',
        gridTemplateColumns: '28px repeat(auto-fit, minmax(130px, 1fr)) 100px',
        gap: 1.25,
        alignItems: 'center',
        py: 0.75,
      }}
    >
      <Typography variant="body2" color="textSecondary">
        {at + 1}
      </Typography>
      <Choice
        label={name('field.kind')}
        group="milestone-kind"
        values={MILESTONE_KINDS}
        value={line.kind}
        onChange={(kind) => onChange(withKind(line, kind))}
      />
      {text('name', true)}
      {text('nameEn', false)}
      <Choice
        label={name('field.anchor')}
        group="milestone-anchor"
        values={ANCHORS}
        value={line.anchor}
        onChange={(anchor) => onChange({ anchor })}
      />
      <NumberInput
        label={name('field.offsetDays')}
        value={String(line.offsetDays)}
        places={0}
        signed
        onChange={(value) => onChange({ offsetDays: Number(value) })}
      />
      <Choice
        label={name('field.responsible')}
        group="milestone-responsible"
        values={RESPONSIBLE}
        value={line.responsible}
        onChange={(responsible) => onChange({ responsible, userId: null })}
      />
      {line.responsible === 'user' && (
        <UserField
          name="userId"
          value={line.userId}
          shown={person}
          required
          onChange={(userId: string | null) => onChange({ userId: userId === '' ? null : userId })}
        />
      )}
      <FormControlLabel
        label={<Typography variant="body2">{t('production.needs-note')}</Typography>}
        control={<Checkbox size="small" checked={line.needsNote} onChange={(event) => onChange({ needsNote: event.target.checked })} />}
        sx={{ m: 0 }}
      />
      <Box sx={{ display: 'flex' }}>{tools}</Box>
    </Box>
  )
}

export const TemplatePage = ({ params }: { params: Params }) => {
  const { t, name } = useWords(productionWords)
  const read = useOfficeQuery('milestone-templates', {})
  const template = read.data?.find((one) => one.id === params.id)
  const saving = useCommand('save-milestone-template')
  const form = useRecordForm('milestone-template', template, {
    formValuesOf,
    empty: emptyTemplate,
    save: (value, at) => saving.run({ ...value, id: at.id, revision: at.revision }),
  })
  const { lines } = form.value
  const setLine = (at: number, part: Partial<Line>) => form.set({ lines: lines.map((old, n) => (n === at ? { ...old, ...part } : old)) })
  const move = (at: number, by: number) => {
    const next = [...lines]
    const [line] = next.splice(at, 1)
    if (line) next.splice(at + by, 0, line)
    form.set({ lines: next })
  }
  const tool = (label: string, at: number, icon: ReactNode, disabled: boolean, onClick: () => void) => (
    <Tooltip title={label}>
      <span>
        <IconButton size="small" aria-label={`${label} ${at + 1}`} disabled={disabled} onClick={onClick}>
          {icon}
        </IconButton>
      </span>
    </Tooltip>
  )
  const tools = (at: number) => (
    <>
      {tool(t('production.up'), at, <ArrowUpward fontSize="small" />, at === 0, () => move(at, -1))}
      {tool(t('production.down'), at, <ArrowDownward fontSize="small" />, at === lines.length - 1, () => move(at, 1))}
      {tool(t('production.remove-line'), at, <DeleteOutlined fontSize="small" />, lines.length === 1, () =>
        form.set({ lines: lines.filter((_, n) => n !== at) }),
      )}
    </>
  )
  return (
    <DocumentPage
      record={{ kind: 'milestone-template', form, loading: params.id !== undefined && read.loading, problem: read.problem }}
      number={template?.name}
      savePermission="milestone-template.edit"
    >
      <FormSection>
        <TextField {...form.field('name')} required autoFocus={params.id === undefined} />
        <TextField {...form.field('nameEn')} />
        <SwitchField {...form.field('isDefault')} />
        <SwitchField {...form.field('active')} />
      </FormSection>
      <FormSection
        title={name('list.milestones')}
        wide
        aside={
          <Button size="small" startIcon={<Add />} onClick={() => form.set({ lines: [...lines, newLine()] })}>
            {t('production.add-line')}
          </Button>
        }
      >
        {lines.map((line, at) => (
          <LineFields
            key={line.id}
            line={line}
            at={at}
            person={template?.lines.find((one) => one.userId === line.userId)?.person ?? ''}
            tools={tools(at)}
            onChange={(part) => setLine(at, part)}
          />
        ))}
      </FormSection>
    </DocumentPage>
  )
}
