// A value of a closed list (status, stage, level) as a calm chip, named by its group.
import { Box } from '@mui/material'
import type { Tone } from '../../../preload/contract/define/record.ts'
import { toneOfState } from '../../../preload/contract/states.ts'
import { useWords } from '../../words/index.ts'

/** How loud a word is that is no state of a record, in whatever group it is; one not named here is quiet. Red is kept for what needs action. */
const tones: Readonly<Record<string, Tone>> = {
  quoted: 'good',
  declined: 'gone',
  accepted: 'good',
  damaged: 'alarm',
  ok: 'good',
  discrepancy: 'alarm',
  'expiry-passed': 'alarm',
  'presentation-late': 'alarm',
  'presentation-due': 'alarm',
  'shipment-passed': 'alarm',
  'shipment-near': 'alarm',
  'expiry-near': 'alarm',
  'amendment-pending': 'moving',
  approved: 'good',
  rejected: 'alarm',
  returned: 'alarm',
  withdrawn: 'gone',
  ended: 'gone',
  done: 'good',
  unclaimed: 'alarm',
  overdue: 'alarm',
  failed: 'alarm',
  skipped: 'gone',
  received: 'good',
  partly: 'moving',
  added: 'good',
  changed: 'moving',
  removed: 'alarm',
  'sign-in-failed': 'alarm',
  there: 'good',
  awaited: 'moving',
  'scan-missing': 'alarm',
}
const colours: Record<Tone, string> = {
  quiet: 'var(--mui-palette-text-secondary)',
  moving: 'var(--mui-palette-primary-main)',
  good: 'var(--mui-palette-success-main)',
  gone: 'var(--mui-palette-text-secondary)',
  alarm: 'var(--mui-palette-error-main)',
}

/** A name that begins with its own code (FOB …) is known by the code. */
export const chipText = (value: string, named: string): string => (named.startsWith(`${value} `) ? value : named)

export const StatusChip = ({ group, value }: { group: string; value: string }) => {
  const { name } = useWords()
  const named = name(`${group}.${value}`)
  const tone = toneOfState(group, value) ?? tones[value] ?? 'quiet'
  const colour = colours[tone]
  return (
    <Box
      component="span"
      data-tone={tone}
      title={named}
      sx={{
        display: 'inline-block',
        maxWidth: '100%',
        overflow: 'hidden',
        textOverflow: 'ellipsis',
        whiteSpace: 'nowrap',
        verticalAlign: 'middle',
        px: 0.75,
        lineHeight: '20px',
        borderRadius: 1,
        fontSize: 12,
        color: tone === 'quiet' || tone === 'gone' ? 'text.secondary' : colour,
        backgroundColor: `color-mix(in srgb, ${colour} 11%, transparent)`,
        ...(tone === 'gone' && { textDecoration: 'line-through', textDecorationColor: colour }),
      }}
    >
      {chipText(value, named)}
    </Box>
  )
}
