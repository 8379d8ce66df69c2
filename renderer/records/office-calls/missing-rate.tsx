// A rate that is missing is entered where it is missed, and what was asked for is done again; who may not enter it is told who can.
import { Alert, Button, DialogActions, DialogContent, DialogTitle, Stack, Typography } from '@mui/material'
import { useState } from 'react'
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import { type RefusalData, refusalSchemas } from '../../../preload/contract/refusals.ts'
import { type Problem, problemOf, useCommand, useMay, useOfficeQuery, useViewer } from '../../client/index.ts'
import { problemText, useWords } from '../../words/index.ts'
import { NumberInput } from '../../kit/fields/index.ts'
import { useLabels, useToldHere } from '../../kit/form/form-context.ts'
import { useLabelOf } from '../../kit/form/labels.ts'
import { Dialog, useAsSeen } from '../../kit/show/index.ts'
import { useWhoMay } from './who-may.ts'

type Missing = RefusalData<'rate-missing'>

/** The rate that a refusal asks for; null for any other problem. */
export const missingRateOf = (problem: Problem | null | undefined): Missing | null =>
  problem && 'refused' in problem && problem.refused === 'rate-missing'
    ? (refusalSchemas()['rate-missing'].safeParse(problem.data).data ?? null)
    : null

/** Says which rate is set for a day already; nothing where there is none. */
export const useRateSet = () => {
  const { t } = useWords()
  return (known: QueryOutput<'rate-on'> | undefined): string | undefined =>
    known?.revision && known.rate !== null ? t('kit.rate.set', { rate: known.rate }) : undefined
}

/** Without a way on of its own, which would be this dialog again. */
const Refusal = (props: { problem: Problem | null }) => {
  const words = useWords()
  const problem = useToldHere(props.problem)
  const labelOf = useLabelOf(useLabels())
  if (!problem) return null
  return (
    <Alert severity="warning" variant="outlined" role="alert">
      {problemText(problem, words, labelOf)}
    </Alert>
  )
}

const RateDialog = ({ missing, onSet, onClose }: { missing: Missing; onSet: () => void; onClose: () => void }) => {
  const { currency, date } = missing
  const { t, name } = useWords()
  const { company } = useViewer()
  const setting = useCommand('set-exchange-rate')
  const { data: known } = useOfficeQuery('rate-on', { currency, on: date })
  const { seen, answered } = useAsSeen(known)
  const [rate, setRate] = useState('')
  const [problem, setProblem] = useState<Problem | null>(null)
  const setThatDay = useRateSet()
  const ready = rate.trim() !== '' && !setting.running
  const save = async () => {
    if (!ready) return
    const answer = answered(await setting.run({ currency, on: date, rate, ...(seen?.revision ? { revision: seen.revision } : {}) }))
    setProblem(problemOf(answer))
    if (!answer.ok) return
    onClose()
    onSet()
  }
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="xs" onSubmit={() => void save()}>
      <DialogTitle>{t('kit.rate.title', { currency, date })}</DialogTitle>
      <DialogContent>
        <Stack spacing={1.5} sx={{ pt: 1 }}>
          <Typography variant="body2">{t('kit.rate.text', { currency, base: company.baseCurrency })}</Typography>
          <NumberInput
            name="rate"
            label={name('field.rate')}
            required
            value={rate}
            places={8}
            autoFocus
            help={setThatDay(seen)}
            onChange={setRate}
          />
          <Refusal problem={problem} />
        </Stack>
      </DialogContent>
      <DialogActions>
        <Button color="inherit" onClick={onClose}>
          {t('kit.cancel')}
        </Button>
        <Button variant="contained" disableElevation disabled={!ready} onClick={() => void save()}>
          {t('kit.rate.save')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}

/** `onSet`: what was refused is done again. */
export const MissingRate = ({ missing, onSet }: { missing: Missing; onSet: () => void }) => {
  const { t } = useWords()
  const may = useMay()('rate.edit')
  const who = useWhoMay('rate.edit', !may)
  const [open, setOpen] = useState(false)
  if (!may) return who && <> {t(who.more ? 'kit.rate.who-more' : 'kit.rate.who', { names: who.names })}</>
  return (
    <>
      {' '}
      <Button size="small" color="inherit" variant="outlined" sx={{ py: 0, ml: 0.5 }} onClick={() => setOpen(true)}>
        {t('kit.rate.enter', missing)}
      </Button>
      {open && <RateDialog missing={missing} onSet={onSet} onClose={() => setOpen(false)} />}
    </>
  )
}
