// The update of a desk, in one calm line above the work: it is ready, or why it cannot be had; and the same on the page of another version. Rules D33, D35 of desks.
import { Box, Button, LinearProgress, Typography } from '@mui/material'
import { useEffect, useState } from 'react'
import type { UpdateState } from '../../preload/bridge-types.ts'
import { useWords } from '../words/index.ts'

/** Of a desktop; `look`: the hub is asked first. */
export const useUpdate = (look: boolean): UpdateState => {
  const [state, setState] = useState<UpdateState>({ at: 'none' })
  useEffect(() => {
    void window.tradewind?.updateState(look).then(setState)
    return window.tradewind?.onUpdate(setState)
  }, [look])
  return state
}

export const useUpdateText = () => {
  const { t } = useWords()
  return (state: Exclude<UpdateState, { at: 'none' }>): string => {
    if (state.at === 'refused') return t(`update.refused-${state.why}`)
    if (state.at === 'no-file') return t('update.no-file', { version: state.version })
    if (state.at === 'loading') return t('update.loading', { version: state.version, percent: state.percent })
    if (state.at === 'ready' && state.back) return t('update.ready-back', { version: state.version })
    return t(`update.${state.at}`, { version: state.version })
  }
}

export const InstallButton = () => {
  const { t } = useWords()
  const [isAsked, setAsked] = useState(false)
  const install = () => {
    setAsked(true)
    void window.tradewind!.installUpdate()
  }
  return (
    <Button variant="contained" disabled={isAsked} onClick={install}>
      {t('update.now')}
    </Button>
  )
}

/** On the page of another version: how far its update is. */
export const UpdateProgress = ({ state }: { state: UpdateState }) => {
  const text = useUpdateText()
  const { t } = useWords()
  return (
    <Box role="status" sx={{ mt: 2 }}>
      <Typography>{state.at === 'none' ? t('update.none') : text(state)}</Typography>
      {state.at === 'loading' && <LinearProgress aria-hidden variant="determinate" value={state.percent} sx={{ mt: 1 }} />}
    </Box>
  )
}

/** What is on its way, or tried again, is nobody's business yet. */
const isWorthALine = ({ at }: UpdateState): boolean => at !== 'none' && at !== 'loading' && at !== 'failed'

export const UpdateLine = () => {
  const { t } = useWords()
  const text = useUpdateText()
  const state = useUpdate(false)
  const [later, setLater] = useState<UpdateState | null>(null)
  if (state.at === 'none' || !isWorthALine(state) || later === state) return null
  return (
    <Box
      role="status"
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 1,
        px: 2,
        py: 0.5,
        borderBottom: 1,
        borderColor: 'divider',
        bgcolor: 'action.hover',
      }}
    >
      <Typography variant="body2" sx={{ flex: 1 }} color={state.at === 'refused' ? 'error' : undefined}>
        {text(state)}
      </Typography>
      <Button color="inherit" onClick={() => setLater(state)}>
        {t('update.later')}
      </Button>
      {state.at === 'ready' && <InstallButton />}
    </Box>
  )
}
