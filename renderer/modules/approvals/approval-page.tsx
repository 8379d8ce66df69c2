// One submission by itself, for who may decide it without being able to open the document.
import { Box, Typography } from '@mui/material'
import { type Params, useOfficeQuery } from '../../client/index.ts'
import { ApprovalCard } from '../../records/approvals/index.ts'
import { ProblemNote, useTabTitle } from '../../kit/show/index.ts'
import { usePapers } from '../../records/papers/index.ts'
import { useWords, type Words } from '../../words/index.ts'

export const ApprovalPage = ({ params }: { params: Params }) => {
  const words = useWords()
  const { data, problem } = useOfficeQuery('approval', { id: params.id ?? '' }, { enabled: params.id !== undefined })
  const titleIn = data && ((words: Words) => `${words.name('record.approval')} ${data.number}`)
  useTabTitle(titleIn)
  const { dialog } = usePapers('approval', { of: data?.hasSheet ? data.id : undefined, isTyped: false })
  return (
    <Box sx={{ p: 2, maxWidth: 980 }}>
      <Typography component="h1" sx={{ fontSize: 17, fontWeight: 600, mb: 1.5 }}>
        {titleIn?.(words) ?? words.name('record.approval')}
      </Typography>
      <ProblemNote problem={problem} />
      {data && <ApprovalCard approval={data} open />}
      {dialog}
    </Box>
  )
}
