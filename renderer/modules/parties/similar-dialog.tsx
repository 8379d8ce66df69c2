// The office has found the party that is being made: shows who is here already, and goes on only with a reason.
import { Stack, Typography } from '@mui/material'
import { useRef } from 'react'
import type { RefusalData } from '../../../preload/contract/refusals.ts'
import { SIMILAR_REASONS } from '../../../preload/contract/modules/parties/calls.ts'
import type { Problem } from '../../client/index.ts'
import type { At, Form } from '../../kit/form/index.ts'
import { ConfirmDialog, RecordLink } from '../../kit/show/index.ts'
import { useWords } from '../../words/index.ts'
import { partiesWords } from './words.ts'

type Similar = RefusalData<'similar-party'>['parties'][number]

/** Sends the reason with one save only: `extra` is what a new party is sent with beside what was typed. */
export const useDuplicateReason = () => {
  const reason = useRef('')
  const saveWith = async (given: string, save: () => Promise<unknown>): Promise<void> => {
    reason.current = given
    await save()
    reason.current = ''
  }
  return { saveWith, extra: (at: At) => (at.isNew && reason.current !== '' ? { duplicateReason: reason.current } : {}) }
}
type SaveWith = ReturnType<typeof useDuplicateReason>['saveWith']

const One = ({ party, route }: { party: Similar; route: 'customer' | 'vendor' }) => {
  const { t, language } = useWords(partiesWords)
  const shared = SIMILAR_REASONS.filter((reason) => party.reasons.includes(reason)).map((reason) => t(`parties.similar-${reason}`))
  const about = [...(party.owner === '' ? [] : [t('parties.similar-owner', { owner: party.owner })]), ...shared]
  const called = party.code === '' ? party.name : `${party.code} ${party.name}`
  return (
    <Stack component="li" spacing={0}>
      {party.id === null ? (
        <Typography variant="body2">{called}</Typography>
      ) : (
        <RecordLink route={route} id={party.id}>
          {called}
        </RecordLink>
      )}
      <Typography variant="caption" color="text.secondary">
        {about.join(language === 'zh' ? '，' : ', ')}
      </Typography>
    </Stack>
  )
}

type Props<V extends object> = { form: Form<V>; saveWith: SaveWith; route: 'customer' | 'vendor' }
export const SimilarDialog = <V extends object>({ form, saveWith, route }: Props<V>) => {
  const { t } = useWords(partiesWords)
  const wentOn = useRef<Problem | null>(null)
  const { problem } = form
  if (!problem || !('refused' in problem) || problem.refused !== 'similar-party') return null
  const { parties } = problem.data as RefusalData<'similar-party'>
  return (
    <ConfirmDialog
      open
      title={t('parties.similar-stop')}
      text={t('parties.similar-stop-text')}
      confirm={t('parties.similar-go-on')}
      reason="required"
      onConfirm={async (given) => {
        wentOn.current = problem
        await saveWith(given.reason, form.save)
        return { ok: true, value: null }
      }}
      // Going on has put another answer in its place, which stays.
      onClose={() => (wentOn.current === problem ? undefined : form.forgetProblem())}
    >
      <Stack component="ul" spacing={1} sx={{ m: 0, p: 0, listStyle: 'none', maxHeight: 280, overflow: 'auto' }}>
        {parties.map((party, at) => (
          <One key={`${party.name} ${at}`} party={party} route={route} />
        ))}
      </Stack>
    </ConfirmDialog>
  )
}
