// How large a file may be, how long the bin keeps one, and by when a signed contract's scan is there.
import { Button } from '@mui/material'
import { useState } from 'react'
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import { useCommand, useMay, useOfficeQuery } from '../../client/index.ts'
import { TextField } from '../../kit/fields/index.ts'
import { FormSection } from '../../kit/form/index.ts'
import { bytesShown, decimalShown } from '../../kit/format/index.ts'
import { ConfirmDialog, DataLine } from '../../kit/show/index.ts'
import { useWords } from '../../words/index.ts'

const FIELDS = ['mostMegabytes', 'binDays', 'scanDays'] as const
type Settings = QueryOutput<'file-settings'>

const SettingsDialog = ({ seen, onClose }: { seen: Settings; onClose: () => void }) => {
  const { name } = useWords()
  const { run } = useCommand('set-file-settings')
  const [typed, setTyped] = useState<Record<string, string>>(() => Object.fromEntries(FIELDS.map((field) => [field, String(seen[field])])))
  const ready = FIELDS.every((field) => /^\d{1,3}$/.test(typed[field]?.trim() ?? ''))
  const numbers = () => Object.fromEntries(FIELDS.map((field) => [field, Number(typed[field])])) as Pick<Settings, (typeof FIELDS)[number]>
  return (
    <ConfirmDialog
      open
      title={name('command.set-file-settings')}
      confirm={name('command.set-file-settings')}
      ready={ready}
      onConfirm={() => run({ ...numbers(), revision: seen.revision })}
      onClose={onClose}
    >
      {FIELDS.map((field) => (
        <TextField
          key={field}
          name={field}
          required
          maxLength={3}
          value={typed[field] ?? ''}
          onChange={(value) => setTyped((all) => ({ ...all, [field]: value }))}
        />
      ))}
    </ConfirmDialog>
  )
}

export const FileSettingsSection = () => {
  const { t, name, language } = useWords()
  const may = useMay()
  const { data } = useOfficeQuery('file-settings', {})
  const [editing, setEditing] = useState(false)
  if (!data) return null
  return (
    <>
      <FormSection
        title={t('files.title')}
        aside={
          may('company.edit') && (
            <Button size="small" onClick={() => setEditing(true)}>
              {name('command.set-file-settings')}
            </Button>
          )
        }
      >
        {FIELDS.map((field) => (
          <DataLine key={field} label={name(`field.${field}`)}>
            {data[field]}
          </DataLine>
        ))}
        {data.kept && (
          <DataLine label={name('field.keptContents')}>
            {`${bytesShown(data.kept.bytes, language)} (${decimalShown(String(data.kept.contents))})`}
          </DataLine>
        )}
      </FormSection>
      {editing && <SettingsDialog seen={data} onClose={() => setEditing(false)} />}
    </>
  )
}
