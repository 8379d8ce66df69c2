// First start: a new company with its owner's account, or the demonstration company. Shown while the office has no company.
import ArrowForward from '@mui/icons-material/ArrowForward'
import BusinessOutlined from '@mui/icons-material/BusinessOutlined'
import ExploreOutlined from '@mui/icons-material/ExploreOutlined'
import LanOutlined from '@mui/icons-material/LanOutlined'
import { Box, Button, ButtonBase, LinearProgress, Paper, Stack, Step, StepLabel, Stepper, TextField, Typography } from '@mui/material'
import { type ReactNode, useEffect, useState } from 'react'
import type { CommandInput, CommandOutcome } from '../../preload/contract/commands.ts'
import { dayIn } from '../../preload/contract/vocabulary/dates.ts'
import { newId } from '../../preload/contract/vocabulary/ids.ts'
import { announce } from '../client/announcements.ts'
import { reach } from '../client/reach.ts'
import { office } from '../client/office.ts'
import { type Problem, problemOf } from '../client/problem.ts'
import { found, createDemonstration, lookAtOffice } from '../client/session.ts'
import { useOffice } from '../client/viewer.ts'
import { ProblemNote } from '../kit/show/index.ts'
import { problemText, ruleText, useWords } from '../words/index.ts'
import { Backdrop } from './backdrop.tsx'
import { commandsOf, emptyFigures, type FirstFigures, sendAll } from './first-figures.ts'
import { JoinOffice, useInvitationLink } from './join-office.tsx'
import { ExcludedNote } from './excluded-note.tsx'
import { FirstFigureFields } from './first-figure-fields.tsx'
import { emptyFounding, type Founding, inputOf, issuesOf } from './founding.ts'
import { CompanyFields, OwnerFields } from './founding-fields.tsx'

type WizardStep = 'choose' | 'company' | 'owner' | 'demonstration' | 'join'

const Choice = ({ icon, title, text, onClick }: { icon: ReactNode; title: string; text: string; onClick: () => void }) => (
  <ButtonBase
    onClick={onClick}
    sx={{
      width: '100%',
      p: 2,
      gap: 2,
      justifyContent: 'flex-start',
      textAlign: 'left',
      border: 1,
      borderColor: 'divider',
      borderRadius: 1.5,
      '&:hover': { borderColor: 'primary.main', bgcolor: 'action.hover' },
      '& svg': { color: 'primary.main' },
    }}
  >
    {icon}
    <Box sx={{ flex: 1 }}>
      <Typography variant="h3">{title}</Typography>
      <Typography variant="body2" color="textSecondary">
        {text}
      </Typography>
    </Box>
    <ArrowForward fontSize="small" />
  </ButtonBase>
)

const Progress = () => {
  const { t } = useWords()
  const founding = useOffice((state) => state.founding)
  // Notices may be missed by a browser that came later: the office's own state is looked at as well.
  useEffect(() => {
    const timer = setInterval(() => void lookAtOffice(), 2_000)
    return () => clearInterval(timer)
  }, [])
  return (
    <Box role="status" sx={{ width: 420, maxWidth: '100%' }}>
      <Typography sx={{ mb: 1.5 }}>{founding ? t('found.making-demonstration', founding) : t('found.making')}</Typography>
      {founding && founding.of > 0 ? (
        <LinearProgress variant="determinate" value={Math.min(100, (founding.done / founding.of) * 100)} />
      ) : (
        <LinearProgress />
      )}
    </Box>
  )
}

/** Only a browser asks for the code: the desktop is the office's own screen and knows it. */
const CodeField = ({ code, onChange, missing }: { code: string; onChange: (code: string) => void; missing: boolean }) => {
  const words = useWords()
  const { t } = words
  return (
    <TextField
      fullWidth
      required
      label={t('found.code')}
      value={code}
      onChange={(event) => onChange(event.target.value)}
      error={missing}
      helperText={missing ? ruleText('required', words) : t('found.code-help')}
      autoComplete="off"
      slotProps={{ htmlInput: { spellCheck: false, maxLength: 40 } }}
    />
  )
}

export const FoundingWizard = () => {
  const words = useWords()
  const { t, language } = words
  const state = useOffice((one) => one.hello?.state)
  const [step, setStep] = useState<WizardStep>('choose')
  const [value, setValue] = useState<Founding>(() => emptyFounding(language))
  const [figures, setFigures] = useState<FirstFigures>(() => ({
    ...emptyFigures,
    baseAccount: t('found.base-account-name'),
    foreignAccount: t('found.foreign-account-name', { currency: emptyFigures.currency }),
  }))
  const [code, setCode] = useState('')
  const [known, setKnown] = useState(false)
  const [tried, setTried] = useState<WizardStep | null>(null)
  const [running, setRunning] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [invitation, setInvitation] = useState('')
  useInvitationLink((link) => {
    setInvitation(link)
    setStep('join')
  })
  useEffect(() => {
    void office()
      .transport.foundingCode()
      .then((given) => {
        if (given === null) return
        setCode(given)
        setKnown(true)
      })
  }, [])

  const issues = issuesOf(value)
  const companyIssues = Object.keys(issues).some((path) => path.startsWith('company'))
  const anyIssue = Object.keys(issues).length > 0
  const send = async (input: CommandInput<'found-company'> | 'demonstration') => {
    setProblem(null)
    setRunning(true)
    const answer = await (input === 'demonstration' ? createDemonstration(code.trim()) : found(code.trim(), input, begin))
    setRunning(false)
    setProblem(problemOf(answer))
  }
  /** Where one of the first things is refused the company stands all the same: it is said, and done later. */
  const begin = async ({ departmentId, roleIds }: CommandOutcome<'found-company'>) => {
    const { baseCurrency, timeZone } = value.company
    if (!figures.wanted) return
    const commands = commandsOf(figures, {
      today: dayIn(timeZone, new Date().toISOString()),
      baseCurrency,
      departmentId,
      roleIds,
      language,
    })
    const refused = await sendAll(commands, (one) => reach({ kind: 'command', id: newId(), ...one }))
    const said = refused && problemOf(refused)
    if (said) announce({ words: 'found.start-refused', data: { problem: problemText(said, words) }, tone: 'warning' })
  }
  const codeMissing = code.trim() === ''
  const next = () => {
    setTried(step)
    if (codeMissing && step !== 'company') return
    if (step === 'company' && !companyIssues) setStep('owner')
    // The owner reads on in the language in which he has just typed.
    if (step === 'owner' && !anyIssue) void send(inputOf({ ...value, owner: { ...value.owner, language } }))
    if (step === 'demonstration') void send('demonstration')
  }
  if (running || state === 'founding')
    return (
      <Backdrop>
        <Progress />
      </Backdrop>
    )
  if (step === 'join')
    return (
      <Backdrop>
        <JoinOffice invitation={invitation} onBack={() => setStep('choose')} />
      </Backdrop>
    )
  const lastStep = step === 'owner' || step === 'demonstration'
  const shown = tried === step || tried === 'owner' ? issues : {}
  return (
    <Backdrop>
      <Paper variant="outlined" sx={{ width: 560, maxWidth: '100%', p: 4 }}>
        <Typography variant="h1" sx={{ mb: 1 }}>
          {t('found.title')}
        </Typography>
        {step === 'choose' ? (
          <Stack spacing={1.5}>
            <ExcludedNote />
            <Typography color="textSecondary">{t('found.choose')}</Typography>
            <Choice icon={<BusinessOutlined />} title={t('found.new')} text={t('found.new-why')} onClick={() => setStep('company')} />
            {window.tradewind && (
              <Choice icon={<LanOutlined />} title={t('join.title')} text={t('join.why')} onClick={() => setStep('join')} />
            )}
            <Choice
              icon={<ExploreOutlined />}
              title={t('found.demonstration')}
              text={t('found.demonstration-why')}
              onClick={() => (known ? void send('demonstration') : setStep('demonstration'))}
            />
            <ProblemNote problem={problem} />
          </Stack>
        ) : (
          <form
            noValidate
            onSubmit={(event) => {
              event.preventDefault()
              next()
            }}
          >
            {step !== 'demonstration' && (
              <Stepper activeStep={step === 'company' ? 0 : 1} sx={{ my: 2 }}>
                <Step>
                  <StepLabel>{t('found.company')}</StepLabel>
                </Step>
                <Step>
                  <StepLabel>{t('found.owner')}</StepLabel>
                </Step>
              </Stepper>
            )}
            <Stack spacing={2} sx={{ mt: 2 }}>
              {step === 'company' && <CompanyFields value={value} onChange={setValue} issues={shown} />}
              {step === 'owner' && <OwnerFields value={value} onChange={setValue} issues={shown} />}
              {step === 'owner' && <FirstFigureFields value={figures} onChange={setFigures} baseCurrency={value.company.baseCurrency} />}
              {step === 'demonstration' && <Typography color="textSecondary">{t('found.demonstration-why')}</Typography>}
              {lastStep && !known && <CodeField code={code} onChange={setCode} missing={codeMissing && tried === step} />}
              <ProblemNote problem={problem} />
              <Stack direction="row" sx={{ justifyContent: 'space-between' }}>
                <Button onClick={() => setStep(step === 'owner' ? 'company' : 'choose')}>{t('found.back')}</Button>
                <Button type="submit" variant="contained">
                  {t(step === 'company' ? 'found.next' : step === 'owner' ? 'found.go' : 'found.start-demonstration')}
                </Button>
              </Stack>
            </Stack>
          </form>
        )}
      </Paper>
    </Backdrop>
  )
}
