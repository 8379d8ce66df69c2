// A desktop joins an office: scan or paste the link, or type the code, with the address where the link does not say it, and what this PC is to be called there.
import { Alert, Box, Button, CircularProgress, Link, List, ListItemButton, ListItemText, Paper, Stack, Typography } from '@mui/material'
import { useEffect, useEffectEvent, useState } from 'react'
import type { JoinResult } from '../../preload/bridge-types.ts'
import { readInvitation } from '../../preload/contract/vocabulary/pairing-code.ts'
import { type Problem, problemOf } from '../client/problem.ts'
import { ProblemNote } from '../kit/show/index.ts'
import { useWords } from '../words/index.ts'
import { PlainField } from './plain-field.tsx'
import { ScanCode } from './scan-code.tsx'

type Found = { company: string; address: string }

/** Offices that say that they are there; choosing one fills in its address, which is a hint: the code decides whether it is the right one. */
const FoundOffices = ({ onChoose }: { onChoose: (found: Found) => void }) => {
  const { t } = useWords()
  const [found, setFound] = useState<readonly Found[] | null>(null)
  const look = () => void window.tradewind?.findOffices().then(setFound)
  useEffect(look, [])
  const again = () => {
    setFound(null)
    look()
  }
  return (
    <Box>
      <Typography variant="body2" color="textSecondary" component="div" sx={{ display: 'flex', gap: 1, alignItems: 'center' }}>
        {found === null && <CircularProgress aria-hidden size={14} />}
        {t(found === null ? 'join.looking' : found.length === 0 ? 'join.none-found' : 'join.found')}
        {found !== null && (
          <Link component="button" type="button" underline="hover" onClick={again} sx={{ font: 'inherit' }}>
            {t('join.look-again')}
          </Link>
        )}
      </Typography>
      {found !== null && found.length > 0 && (
        <List dense disablePadding>
          {found.map((one) => (
            <ListItemButton key={one.address} onClick={() => onChoose(one)} sx={{ borderRadius: 1 }}>
              <ListItemText primary={one.company} secondary={one.address} />
            </ListItemButton>
          ))}
        </List>
      )}
    </Box>
  )
}

/** Hears of a joining link that was opened outside the program, as from a chat or by a camera. */
export const useInvitationLink = (onLink: (link: string) => void): void => {
  const given = useEffectEvent(onLink)
  useEffect(() => {
    const bridge = window.tradewind
    const take = () => void bridge?.takeLink().then((link) => link !== null && readInvitation(link) && given(link))
    take()
    return bridge?.onLink(take)
  }, [])
}

const useJoining = () => {
  const [running, setRunning] = useState(false)
  const [result, setResult] = useState<JoinResult | null>(null)
  const join = async (given: { code: string; address: string; name: string }) => {
    setRunning(true)
    setResult(null)
    const answer = await window.tradewind!.joinOffice(given)
    // When it has joined the window is loaded anew, with the office's own sign-in page.
    setResult(answer)
    setRunning(false)
  }
  const refused: Problem | null = result && 'refused' in result ? problemOf(result.refused) : null
  return { running, refused, problem: result && 'problem' in result ? result.problem : null, join }
}

/** `invitation`: a link that was opened, or ''. */
export const JoinOffice = ({ invitation: opened, onBack }: { invitation: string; onBack: () => void }) => {
  const { t } = useWords()
  const [code, setCode] = useState(opened)
  const [address, setAddress] = useState('')
  const [name, setName] = useState('')
  const [isTried, setTried] = useState(false)
  const { running, refused, problem, join } = useJoining()
  useEffect(() => {
    void window.tradewind?.officePlace().then((place) => setName((typed) => (typed === '' ? place.name : typed)))
  }, [])
  const invitation = readInvitation(code)
  const isAddressAsked = invitation?.address === undefined || invitation.address === null
  const missing = {
    code: code.trim() === '',
    address: isAddressAsked && address.trim() === '',
    name: name.trim() === '',
  }
  const go = () => {
    setTried(true)
    if (!missing.code && !missing.address && !missing.name) void join({ code, address: isAddressAsked ? address : '', name: name.trim() })
  }
  return (
    <Paper variant="outlined" sx={{ width: 560, maxWidth: '100%', p: 4 }}>
      <Typography variant="h1" sx={{ mb: 1 }}>
        {t('join.title')}
      </Typography>
      <Typography color="textSecondary" sx={{ mb: 2 }}>
        {t('join.how')}
      </Typography>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          go()
        }}
      >
        <Stack spacing={2}>
          <PlainField
            required
            autoFocus
            placeholder="XXXXX-XXXXX-XXXXXX-XXXXX-XXXXX"
            label={t('join.code')}
            value={code}
            onChange={setCode}
            maxLength={400}
            isMissing={isTried && missing.code}
          />
          <ScanCode onCode={setCode} />
          {isAddressAsked && (
            <>
              <PlainField
                required
                placeholder="192.168.1.20:5180"
                label={t('join.address')}
                value={address}
                onChange={setAddress}
                maxLength={200}
                isMissing={isTried && missing.address}
              />
              <FoundOffices onChoose={(found) => setAddress(found.address)} />
            </>
          )}
          <PlainField required label={t('join.name')} value={name} onChange={setName} maxLength={100} isMissing={isTried && missing.name} />
          {problem !== null && <Alert severity="error">{t(`join.problem-${problem}`)}</Alert>}
          <ProblemNote problem={refused} />
          <Stack direction="row" sx={{ justifyContent: 'space-between' }}>
            <Button onClick={onBack}>{t('found.back')}</Button>
            <Button type="submit" variant="contained" disabled={running} startIcon={running ? <CircularProgress size={16} /> : undefined}>
              {t('join.go')}
            </Button>
          </Stack>
        </Stack>
      </form>
    </Paper>
  )
}
