// Issues the paper that is looked at: with a seal and a signature where it may bear them, and with a reason where something stands against it.
import { Checkbox, FormControlLabel } from '@mui/material'
import { useState } from 'react'
import type { CommandInput } from '../../../preload/contract/commands.ts'
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { announce, useCommand, useOfficeQuery } from '../../client/index.ts'
import { OptionField } from '../../kit/fields/index.ts'
import { ConfirmDialog } from '../../kit/show/index.ts'
import { useWords } from '../../words/index.ts'
import { PaperNotes } from './paper-notes.tsx'

type Props = {
  asked: Omit<CommandInput<'issue-paper'>, 'id' | 'seenContent' | 'reason' | 'sealId' | 'signId' | 'acrossPages'>
  shown: QueryOutput<'paper'>
  /** Issued, or refused because its record says something else by now: look again. */
  onDone: (id: string | null) => void
  onClose: () => void
}

export const IssueDialog = ({ asked, shown, onDone, onClose }: Props) => {
  const { t, name } = useWords()
  const { run } = useCommand('issue-paper')
  const { data: pictures = [] } = useOfficeQuery('usable-paper-pictures', {}, { enabled: shown.sealable })
  const [id] = useState(newId)
  const [sealId, setSealId] = useState('')
  const [signId, setSignId] = useState('')
  const [acrossPages, setAcrossPages] = useState(false)
  const choices = (use: 'seal' | 'signature') => pictures.filter((one) => one.use === use).map((one) => ({ id: one.id, label: one.name }))
  const [seals, signatures] = [choices('seal'), choices('signature')]
  const isBlocked = shown.problems.length > 0
  const issue = async (reason: string) => {
    const input = {
      ...asked,
      language: shown.language,
      id,
      seenContent: shown.content,
      reason,
      sealId: sealId || null,
      signId: signId || null,
      acrossPages: acrossPages && sealId !== '',
    }
    const answer = await run(input)
    if (answer.ok) {
      announce({ words: 'papers.issued', data: { file: answer.value.fileName }, tone: 'success' })
      onDone(id)
    } else if ('refused' in answer && answer.refused === 'paper-changed') onDone(null)
    return answer
  }
  return (
    <ConfirmDialog
      open
      title={t('papers.issue-title', { file: shown.fileName })}
      text={t(shown.draft ? 'papers.issue-draft' : 'papers.issue-text')}
      confirm={t('papers.issue')}
      {...(isBlocked ? { reason: 'required' as const } : {})}
      onConfirm={({ reason }) => issue(reason)}
      onClose={onClose}
    >
      <PaperNotes of={shown.problems} severity="warning" title={t('papers.issue-problems')} />
      {seals.length > 0 && (
        <OptionField
          name="sealId"
          label={name('paper-picture-use.seal')}
          options={seals}
          empty={t('papers.none-of-it')}
          value={sealId}
          onChange={setSealId}
        />
      )}
      {shown.acrossPages && sealId !== '' && (
        <FormControlLabel
          control={<Checkbox size="small" checked={acrossPages} onChange={(_, checked) => setAcrossPages(checked)} />}
          label={t('papers.across-pages', { pages: shown.pages })}
          slotProps={{ typography: { variant: 'body2' } }}
        />
      )}
      {signatures.length > 0 && (
        <OptionField
          name="signId"
          label={name('paper-picture-use.signature')}
          options={signatures}
          empty={t('papers.none-of-it')}
          value={signId}
          onChange={setSignId}
        />
      )}
    </ConfirmDialog>
  )
}
