// A value of a closed list (status, stage, level) as a calm chip, named by its group.
import { Box } from '@mui/material'
import { useWords } from '../../words/index.ts'

type Tone = 'quiet' | 'moving' | 'good' | 'gone' | 'alarm'
/** How loud a value is, by its own word in whatever group it stands; a word not named here is quiet. Red is kept for what needs action. */
const tones: Readonly<Record<string, Tone>> = {
  signed: 'moving',
  contracted: 'moving',
  purchasing: 'moving',
  'in-production': 'moving',
  shipping: 'moving',
  shipped: 'moving',
  booked: 'moving',
  dispatched: 'moving',
  'on-board': 'moving',
  arrived: 'moving',
  'documents-delivered': 'moving',
  asking: 'moving',
  chosen: 'good',
  valid: 'good',
  quoted: 'good',
  claimed: 'good',
  posted: 'good',
  active: 'good',
  settled: 'good',
  done: 'good',
  approved: 'good',
  paid: 'good',
  pending: 'moving',
  'in-preparation': 'moving',
  'in-force': 'good',
  superseded: 'quiet',
  accepted: 'good',
  'in-use': 'moving',
  refused: 'alarm',
  damaged: 'alarm',
  unchecked: 'quiet',
  presented: 'moving',
  ok: 'good',
  discrepancy: 'alarm',
  'expiry-passed': 'alarm',
  'presentation-late': 'alarm',
  'presentation-due': 'alarm',
  'shipment-passed': 'alarm',
  'shipment-near': 'alarm',
  'expiry-near': 'alarm',
  'amendment-pending': 'moving',
  rejected: 'alarm',
  returned: 'alarm',
  withdrawn: 'gone',
  ended: 'gone',
  over: 'gone',
  expired: 'gone',
  declined: 'gone',
  void: 'gone',
  reversed: 'gone',
  cancelled: 'gone',
  closed: 'gone',
  blacklisted: 'alarm',
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
  const tone = tones[value] ?? 'quiet'
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
