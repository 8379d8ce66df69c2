// One key figure of the home page: a label, an exact amount, what it is made of; a click goes to where it comes from.
import { Box, Card, CardActionArea, Skeleton, Typography } from '@mui/material'
import type { ReactNode } from 'react'
import type { Money } from '../../../preload/contract/vocabulary/money.ts'
import type { Problem } from '../../client/index.ts'
import { amountShown } from '../../kit/format/index.ts'
import { useWords } from '../../words/index.ts'
import { workbenchWords } from './words.ts'

type Props = { label: string; money: Money | null; problem: Problem | null; below?: ReactNode; onClick?: (() => void) | undefined }

export const FigureCard = ({ label, money, problem, below, onClick }: Props) => {
  const { t } = useWords(workbenchWords)
  const body = (
    <Box sx={{ p: 1.75 }}>
      <Typography variant="body2" color="textSecondary" noWrap>
        {label}
      </Typography>
      {money ? (
        <Typography component="p" sx={{ fontSize: 22, fontWeight: 600, lineHeight: 1.4 }} noWrap>
          <Typography component="span" variant="caption" color="textSecondary" sx={{ mr: 0.5 }}>
            {money.currency}
          </Typography>
          {amountShown(money)}
        </Typography>
      ) : problem ? (
        <Typography color="textSecondary" sx={{ lineHeight: '31px' }}>
          {t('home.failed')}
        </Typography>
      ) : (
        <Skeleton width="60%" sx={{ fontSize: 22 }} />
      )}
      <Typography component="div" variant="caption" color="textSecondary" sx={{ minHeight: 18 }}>
        {money ? below : null}
      </Typography>
    </Box>
  )
  return <Card variant="outlined">{onClick ? <CardActionArea onClick={onClick}>{body}</CardActionArea> : body}</Card>
}
