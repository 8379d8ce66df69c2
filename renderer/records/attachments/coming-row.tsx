// A file on its way to the office, or why it did not come.
import { Box, LinearProgress, Typography } from '@mui/material'
import { ProblemNote } from '../../kit/show/index.ts'
import { useWords } from '../../words/index.ts'
import type { Coming } from './use-adding.ts'

export const ComingRow = ({ one, onAgain, onDismiss }: { one: Coming; onAgain: () => void; onDismiss: () => void }) => {
  const { t } = useWords()
  if (one.problem)
    return (
      <ProblemNote
        problem={one.problem}
        ways={[
          { label: t('files.again'), onClick: onAgain },
          { label: t('files.dismiss'), onClick: onDismiss },
        ]}
      />
    )
  const percent = Math.round(one.share * 100)
  return (
    <Box role="status">
      <Typography noWrap variant="body2">
        {t('files.sending', { name: one.file.name })} {t('files.sent', { percent })}
      </Typography>
      <LinearProgress variant="determinate" value={percent} aria-label={t('files.sending', { name: one.file.name })} />
    </Box>
  )
}
