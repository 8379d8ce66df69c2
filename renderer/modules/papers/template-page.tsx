// The template of a paper in one language: what the company changes of it at the left, the paper of a real record as it would be at the right.
import Restore from '@mui/icons-material/SettingsBackupRestoreOutlined'
import { Box, Button, Typography } from '@mui/material'
import { useMemo, useState } from 'react'
import { type PaperTemplate, readyMadeTemplate } from '../../../preload/contract/modules/papers/calls.ts'
import { type PaperKind, PAPER_KINDS } from '../../../preload/contract/papers.ts'
import { PAPER_FONTS, PAPER_LANGUAGES, type PaperLanguage } from '../../../preload/contract/vocabulary/paper-layout.ts'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { type Params, useCommand, useOfficeQuery, useViewer } from '../../client/index.ts'
import { EnumField, OptionField, spanned, SwitchField, TextField } from '../../kit/fields/index.ts'
import { FormSection, RecordForm, useDebounced, useForm } from '../../kit/form/index.ts'
import { instantShown } from '../../kit/format/index.ts'
import { ConfirmDialog, PdfView, ProblemNote } from '../../kit/show/index.ts'
import { bytesOf } from '../../records/papers/index.ts'
import { useWords } from '../../words/index.ts'
import { MarkedTextField } from './marked-text-field.tsx'
import { OwnWorkbookSection } from './own-workbook.tsx'
import { BlocksEditor, ClausesEditor, ColumnsEditor, languagesIn } from './template-parts.tsx'
import { papersWords } from './words.ts'

const SIZES = [7, 7.5, 8, 8.5, 9, 9.5, 10, 10.5, 11, 12]
/** Above the debouncing of typed figures: a paper is set for each look. */
const LOOK_MS = 500

const paperOf = (text: string | undefined): PaperKind => PAPER_KINDS.find((one) => one === text) ?? PAPER_KINDS[0]
const languageOf = (text: string | undefined): PaperLanguage => PAPER_LANGUAGES.find((one) => one === text) ?? 'en'

type Said = { en: string; zh: string }
type TextsProps = {
  field: keyof PaperTemplate
  label: string
  language: PaperLanguage
  value: Said
  long?: boolean
  onChange: (value: Said) => void
}
/** A text in the language of the template; in both where the paper has both. */
const Texts = ({ field, label, language, value, long = false, onChange }: TextsProps) => {
  const { name } = useWords(papersWords)
  return languagesIn(language).map((one) => {
    const of = {
      ...{ name: `${field}.${one}`, value: value[one], span: 2 as const },
      label: language === 'en-zh' ? `${label} · ${name(`paper-language.${one}`)}` : label,
      onChange: (text: string) => onChange({ ...value, [one]: text }),
    }
    return long ? (
      <Box key={one} sx={spanned(2)}>
        <MarkedTextField label={of.label} value={of.value} onChange={of.onChange} field={of.name} />
      </Box>
    ) : (
      <TextField key={one} {...of} />
    )
  })
}

export const TemplatePage = ({ params }: { params: Params }) => {
  const [ofPaper, ofLanguage] = (params.id ?? '').split('.')
  const [paper, language] = [paperOf(ofPaper), languageOf(ofLanguage)]
  const { t, name } = useWords(papersWords)
  const { company } = useViewer()
  const read = useOfficeQuery('paper-template', { paper, language })
  const samples = useOfficeQuery('paper-templates', {})
  const saving = useCommand('save-paper-template')
  const [back, setBack] = useState(false)
  const template = read.data
  const seen = useMemo(
    () => template && { id: `${paper}.${language}`, revision: template.revision, value: template.settings },
    [template, paper, language],
  )
  const send = (settings: PaperTemplate | null, revision: number) =>
    saving.run({ paper, language, id: newId(), versionId: newId(), revision, settings })
  const form = useForm<PaperTemplate, { id: string; revision: number }>({
    key: `${paper}.${language}`,
    empty: () => readyMadeTemplate(paper),
    ...(seen ? { seen } : {}),
    save: (settings, at) => send(settings, at.revision ?? 0),
  })
  const { value } = form
  const sample = samples.data?.find((one) => one.paper === paper && one.language === language)?.sample
  const looked = useDebounced(value, LOOK_MS)
  const made = useOfficeQuery(
    'paper',
    { paper, recordId: sample?.recordId ?? '', language, template: looked },
    { enabled: Boolean(sample), keep: true },
  )
  const pdf = made.data?.pdf
  const bytes = useMemo(() => (pdf === undefined ? undefined : bytesOf(pdf)), [pdf])
  const said = (field: 'titles' | 'textBefore' | 'textAfter' | 'footer', long = false) => (
    <Texts
      field={field}
      label={name(`field.${field}`)}
      language={language}
      value={value[field]}
      long={long}
      onChange={(text) => form.set({ [field]: text })}
    />
  )
  const title = `${name(`paper.${paper}`)} · ${name(`paper-language.${language}`)}`
  return (
    <Box sx={{ display: 'flex', height: '100%', minHeight: 0 }}>
      <Box sx={{ width: 'clamp(460px, 44%, 640px)', flexShrink: 0, borderRight: 1, borderColor: 'divider', minHeight: 0 }}>
        <RecordForm
          form={form}
          title={name('record.paper-template')}
          titleKey="record.paper-template"
          number={title}
          loading={read.loading}
          problem={read.problem}
          savePermission="paper-template.edit"
          actions={[
            {
              label: t('papers.to-ready-made'),
              icon: <Restore />,
              shown: template?.isOwn === true,
              onClick: () => setBack(true),
            },
          ]}
        >
          <FormSection title={t('papers.look')}>
            {said('titles')}
            <EnumField {...form.field('font')} group="paper-font" values={PAPER_FONTS} />
            <OptionField
              name="size"
              options={SIZES.map((one) => ({ id: String(one), label: `${one} pt` }))}
              value={String(value.size)}
              onChange={(size) => form.set({ size: Number(size) })}
            />
            <EnumField {...form.field('format')} group="paper-format" values={['a4', 'us-letter'] as const} />
            <SwitchField {...form.field('landscape')} />
            <SwitchField {...form.field('letterhead')} />
            <SwitchField {...form.field('logo')} />
          </FormSection>
          <FormSection title={t('papers.texts')}>
            <Typography variant="body2" color="textSecondary" sx={{ gridColumn: '1 / -1' }}>
              {t('papers.marks-text')}
            </Typography>
            {said('textBefore', true)}
            {said('textAfter', true)}
            {said('footer')}
            <ClausesEditor language={language} value={value.clauses} onChange={(clauses) => form.set({ clauses })} />
          </FormSection>
          {made.data && (
            <FormSection title={t('papers.columns-title')} wide>
              <ColumnsEditor
                language={language}
                columns={made.data.columns}
                value={value.columns}
                onChange={(columns) => form.set({ columns })}
              />
            </FormSection>
          )}
          {made.data && (
            <FormSection title={t('papers.blocks-title')} wide>
              <BlocksEditor blocks={made.data.blocks} value={value.blocks} onChange={(blocks) => form.set({ blocks })} />
            </FormSection>
          )}
          {template && <OwnWorkbookSection {...{ paper, language, template, sample: sample ?? null }} />}
          {template && template.versions.length > 0 && (
            <FormSection title={t('papers.versions')} wide>
              {template.versions.map(({ version, savedAt, savedBy, settings }) => (
                <Box key={version} sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
                  <Typography variant="body2" sx={{ flex: 1 }}>
                    {t('papers.version-line', { n: version, at: instantShown(savedAt, company.timeZone), who: savedBy })}
                    {settings === null && ` · ${t('papers.ready-made')}`}
                  </Typography>
                  <Button size="small" onClick={() => form.set(settings ?? readyMadeTemplate(paper))}>
                    {t('papers.use-version')}
                  </Button>
                </Box>
              ))}
            </FormSection>
          )}
        </RecordForm>
      </Box>
      <Box sx={{ flex: 1, minWidth: 0, display: 'flex', flexDirection: 'column' }}>
        {sample && (
          <Typography variant="body2" color="textSecondary" sx={{ px: 2, py: 0.75 }}>
            {t('papers.sample', sample)}
          </Typography>
        )}
        {samples.data && !sample && (
          <Typography variant="body2" color="textSecondary" sx={{ p: 2 }}>
            {t('papers.no-sample')}
          </Typography>
        )}
        <ProblemNote problem={made.problem} />
        {bytes && made.data && <PdfView bytes={bytes} label={made.data.fileName} />}
      </Box>
      <ConfirmDialog
        open={back}
        title={t('papers.to-ready-made')}
        text={t('papers.to-ready-made-text')}
        confirm={t('papers.to-ready-made')}
        onConfirm={async () => {
          const answer = await send(null, template?.revision ?? 0)
          if (answer.ok) form.reset()
          return answer
        }}
        onClose={() => setBack(false)}
      />
    </Box>
  )
}
