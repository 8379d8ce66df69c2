// A logo, seal or signature: its picture, what it is used as, how high it stands on paper, and who may use it.
import Close from '@mui/icons-material/Close'
import { Box, Button, Chip } from '@mui/material'
import { useState } from 'react'
import { PICTURE_HEIGHT, PICTURE_USES, type PictureUse } from '../../../preload/contract/modules/papers/calls.ts'
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { type Problem, sendContent, useCommand } from '../../client/index.ts'
import { EnumField, NumberInput, SwitchField, TextField, useFileChooser } from '../../kit/fields/index.ts'
import { ConfirmDialog, ProblemNote } from '../../kit/show/index.ts'
import { UserField } from '../../records/fields/index.ts'
import { useWords } from '../../words/index.ts'
import { papersWords } from './words.ts'

type Picture = QueryOutput<'paper-pictures'>[number]
/** Millimetres that are usual: a round seal of a company is 38 to 42 wide. */
const USUAL: Record<PictureUse, number> = { logo: 14, seal: 40, signature: 13 }
type Chosen = { sha256: string; address: string; name: string }

export const PictureDialog = ({ picture, onClose }: { picture: Picture | null; onClose: () => void }) => {
  const { t, name } = useWords(papersWords)
  const { run } = useCommand('save-paper-picture')
  const [id] = useState(() => picture?.id ?? newId())
  const [use, setUse] = useState<PictureUse>(picture?.use ?? 'seal')
  const [called, setCalled] = useState(picture?.name ?? '')
  const [height, setHeight] = useState(String(picture?.height ?? USUAL.seal))
  const [userId, setUserId] = useState(picture?.userId ?? null)
  const [users, setUsers] = useState(picture?.usedBy ?? [])
  const [active, setActive] = useState(picture?.active ?? true)
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [sending, setSending] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)

  const choose = async (file: File) => {
    setSending(true)
    const sent = await sendContent(file, file.name, () => undefined)
    setSending(false)
    if ('problem' in sent) return setProblem(sent.problem)
    setProblem(null)
    setChosen({ sha256: sent.sha256, address: URL.createObjectURL(file), name: file.name })
    if (called === '') setCalled(file.name.replace(/\.[^.]+$/, ''))
  }
  const chooser = useFileChooser(([file]) => void choose(file!), {
    accept: 'image/png,image/jpeg,image/webp',
    'aria-label': t('papers.choose-picture'),
  })
  const save = () =>
    run({
      ...{ id, use, name: called, height: Number(height), userId: use === 'signature' ? userId : null, active },
      usedBy: use === 'logo' ? [] : users.map((one) => ({ id: one.id, userId: one.userId })),
      ...(picture ? { revision: picture.revision } : {}),
      ...(chosen ? { sha256: chosen.sha256 } : {}),
    })
  const shown = chosen?.address ?? picture?.picture ?? null
  return (
    <ConfirmDialog
      open
      title={name('command.save-paper-picture')}
      confirm={t('kit.form.save')}
      ready={!sending && called.trim() !== '' && (chosen !== null || picture !== null) && (use !== 'signature' || userId !== null)}
      onConfirm={save}
      onClose={onClose}
    >
      <EnumField
        name="use"
        group="paper-picture-use"
        values={PICTURE_USES}
        value={use}
        onChange={(next: PictureUse) => {
          if (height === String(USUAL[use])) setHeight(String(USUAL[next]))
          setUse(next)
        }}
      />
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5 }}>
        {shown !== null && (
          <Box sx={{ bgcolor: '#fff', border: 1, borderColor: 'divider', borderRadius: 1, p: 0.5, lineHeight: 0 }}>
            <Box component="img" src={shown} alt={called} sx={{ maxWidth: 96, maxHeight: 96 }} />
          </Box>
        )}
        <Button size="small" variant="outlined" disabled={sending} onClick={chooser.open}>
          {t(sending ? 'papers.picture-sending' : 'papers.choose-picture')}
        </Button>
        {chooser.input}
      </Box>
      <ProblemNote problem={problem} onClose={() => setProblem(null)} />
      <TextField name="name" label={name('field.name')} required value={called} onChange={setCalled} />
      <NumberInput
        name="height"
        label={name('field.height')}
        required
        value={height}
        places={0}
        help={`${PICTURE_HEIGHT.least}–${PICTURE_HEIGHT.most}`}
        onChange={setHeight}
      />
      {use === 'signature' && (
        <UserField
          name="userId"
          label={name('paper-picture-use.signature')}
          value={userId}
          shown={picture?.person ?? ''}
          required
          onChange={(next: string | null) => setUserId(next === '' ? null : next)}
        />
      )}
      {use !== 'logo' && <Users {...{ users, onChange: setUsers, isSeal: use === 'seal' }} />}
      <SwitchField name="active" label={name('field.active')} value={active} onChange={setActive} />
    </ConfirmDialog>
  )
}

type UsersProps = { users: Picture['usedBy']; isSeal: boolean; onChange: (users: Picture['usedBy']) => void }
/** Who may use it beside its own person; a seal without a name may be used by everybody with the right. */
const Users = ({ users, isSeal, onChange }: UsersProps) => {
  const { t, name } = useWords(papersWords)
  return (
    <Box role="group" aria-label={name('field.usedBy')}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5, mb: users.length > 0 ? 1 : 0 }}>
        {users.map((one) => (
          <Chip
            key={one.id}
            size="small"
            label={one.name}
            deleteIcon={<Close aria-label={`${t('papers.user-remove')} ${one.name}`} />}
            onDelete={() => onChange(users.filter(({ id }) => id !== one.id))}
          />
        ))}
      </Box>
      <UserField
        // Empty again once a person has been added.
        key={users.length}
        name="usedBy"
        label={t('papers.user-add')}
        value={null}
        shown=""
        help={isSeal && users.length === 0 ? t('papers.everyone') : undefined}
        onChange={() => undefined}
        onPick={(row) => {
          if (row && !users.some((one) => one.userId === row.id))
            onChange([...users, { id: newId(), userId: row.id, name: String(row['name']) }])
        }}
      />
    </Box>
  )
}
