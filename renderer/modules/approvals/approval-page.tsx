// One submission by itself, for who may decide it without being able to open the document.
import { Box, Typography } from '@mui/material'
import { useEffect } from 'react'
import { type Params, useOfficeQuery, useTabs } from '../../client/index.ts'
import { ApprovalCard } from '../../kit/approvals/index.ts'
import { ProblemNote } from '../../kit/show/index.ts'
import { useWords } from '../../words/index.ts'

export const ApprovalPage = ({ params }: { params: Params }) => {
  const { name } = useWords()
  const tabs = useTabs()
  const { data, problem } = useOfficeQuery('approval', { id: params.id ?? '' }, { enabled: params.id !== undefined })
  const title = data && `${name('record.approval')} ${data.number}`
  useEffect(() => {
    if (title) tabs.setTitle(title)
  }, [tabs, title])
  return (
    <Box sx={{ p: 2, maxWidth: 980 }}>
      <Typography component="h1" sx={{ fontSize: 17, fontWeight: 600, mb: 1.5 }}>
        {title ?? name('record.approval')}
      </Typography>
      <ProblemNote problem={problem} />
      {data && <ApprovalCard approval={data} open />}
    </Box>
  )
}
