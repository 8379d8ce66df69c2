// The company's own Excel form for a paper: a sample to begin with, the workbook in use, another one instead.
import { Box, Button, Typography } from '@mui/material'
import { useState } from 'react'
import type { PaperKind } from '../../../preload/contract/papers.ts'
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import type { PaperLanguage } from '../../../preload/contract/vocabulary/paper-layout.ts'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { ask, type Problem, problemOf, sendContent, useCommand } from '../../client/index.ts'
import { useFileChooser } from '../../kit/fields/index.ts'
import { FormSection } from '../../kit/form/index.ts'
import { ProblemNote } from '../../kit/show/index.ts'
import { saveWorkbook } from '../../records/papers/index.ts'
import { useWords } from '../../words/index.ts'
import { papersWords } from './words.ts'

type Props = {
  paper: PaperKind
  language: PaperLanguage
  template: QueryOutput<'paper-template'>
  sample: { recordId: string; number: string } | null
}

export const OwnWorkbookSection = ({ paper, language, template, sample }: Props) => {
  const { t } = useWords(papersWords)
  const { run, running } = useCommand('save-paper-template')
  const [problem, setProblem] = useState<Problem | null>(null)
  const save = async (form: { sha256: string; name: string } | null) => {
    const settings = template.isOwn ? template.settings : null
    const answer = await run({ paper, language, id: newId(), versionId: newId(), revision: template.revision, settings, form })
    setProblem(problemOf(answer))
  }
  const choose = async (file: File) => {
    const sent = await sendContent(file, file.name, () => undefined)
    if ('problem' in sent) setProblem(sent.problem)
    else await save({ sha256: sent.sha256, name: file.name })
  }
  const chooser = useFileChooser(([file]) => void choose(file!), { accept: '.xlsx', 'aria-label': t('papers.form-choose') })
  const saveSample = async () => {
    const answer = await ask({ kind: 'query', name: 'paper-form-sample', input: { paper, language, recordId: sample!.recordId } })
    setProblem(problemOf(answer))
    if (!answer.ok) return
    const { fileName, xlsx } = answer.value as QueryOutput<'paper-form-sample'>
    saveWorkbook(xlsx, fileName)
  }
  return (
    <FormSection title={t('papers.own-form')} wide>
      <Typography variant="body2" color="textSecondary" sx={{ mb: 1 }}>
        {t('papers.form-text')}
      </Typography>
      {template.form !== '' && (
        <Typography variant="body2" sx={{ mb: 1, fontWeight: 600, overflowWrap: 'anywhere' }}>
          {template.form}
        </Typography>
      )}
      <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
        <Button size="small" variant="outlined" disabled={!sample} onClick={() => void saveSample()}>
          {t('papers.form-sample')}
        </Button>
        <Button size="small" variant="outlined" disabled={running} onClick={chooser.open}>
          {t('papers.form-choose')}
        </Button>
        {template.form !== '' && (
          <Button size="small" color="inherit" disabled={running} onClick={() => void save(null)}>
            {t('papers.form-remove')}
          </Button>
        )}
      </Box>
      {chooser.input}
      <Box sx={{ mt: 1 }}>
        <ProblemNote problem={problem} onClose={() => setProblem(null)} />
      </Box>
    </FormSection>
  )
}
