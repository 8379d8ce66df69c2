// What happened to a submission, in the order in which it happened, with reasons and in whose place.
import { Box, Typography } from '@mui/material'
import type { ApprovalView } from '../../../preload/contract/modules/approvals/calls.ts'
import { useViewer } from '../../client/index.ts'
import { namesText, useWords } from '../../words/index.ts'
import { instantShown } from '../../kit/format/index.ts'

export const ApprovalHistory = ({ approval }: { approval: ApprovalView }) => {
  const { t, name, language } = useWords()
  const { company } = useViewer()
  return (
    <Box component="ul" aria-label={t('approvals.history')} sx={{ m: 0, p: 0, listStyle: 'none' }}>
      {approval.events.map((event, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- a history only grows
        <Box component="li" key={at} sx={{ display: 'flex', gap: 1.5, py: 0.25 }}>
          <Typography variant="body2" color="textSecondary" sx={{ fontVariantNumeric: 'tabular-nums', flexShrink: 0 }}>
            {instantShown(event.at, company.timeZone)}
          </Typography>
          <Typography variant="body2" sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
            <strong>{event.user}</strong> {name(`approval-act.${event.act}`)}
            {event.inPlaceOf.length > 0 && ` ${t('approvals.in-place-of', { people: namesText(event.inPlaceOf, language) })}`}
            {event.reason !== '' && (
              <Box component="span" sx={{ color: 'text.secondary' }}>
                {language === 'zh' ? `：${event.reason}` : `: ${event.reason}`}
              </Box>
            )}
          </Typography>
        </Box>
      ))}
    </Box>
  )
}
