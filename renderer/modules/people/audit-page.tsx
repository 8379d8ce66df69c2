// The audit trail, and the check that nobody has altered it.
import VerifiedOutlined from '@mui/icons-material/VerifiedUserOutlined'
import { Alert, Box, Button } from '@mui/material'
import { useState } from 'react'
import type { ListRow } from '../../../preload/contract/define.ts'
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import { ask, type Problem, problemOf } from '../../client/index.ts'
import { ListPage } from '../../kit/list/index.ts'
import { ProblemNote } from '../../kit/show/index.ts'
import { useWords } from '../../words/index.ts'
import { AuditEntry } from './audit-entry.tsx'

type Found = QueryOutput<'audit-verification'>

const Verdict = ({ found, onClose }: { found: Found; onClose: () => void }) => {
  const { t } = useWords()
  return found.brokenAt === null ? (
    <Alert severity="success" variant="outlined" onClose={onClose} sx={{ py: 0 }}>
      {t('people.audit.whole', { rows: found.rows })}
    </Alert>
  ) : (
    <Alert severity="error" variant="outlined" onClose={onClose} sx={{ py: 0 }}>
      {t('people.audit.broken', { brokenAt: found.brokenAt })}
    </Alert>
  )
}

export const AuditPage = () => {
  const { t } = useWords()
  const [running, setRunning] = useState(false)
  const [found, setFound] = useState<Found | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [entry, setEntry] = useState<ListRow | null>(null)
  const verify = async () => {
    setRunning(true)
    const answer = await ask({ kind: 'query', name: 'audit-verification', input: {} })
    setRunning(false)
    setProblem(problemOf(answer))
    setFound(answer.ok ? (answer.value as Found) : null)
  }
  return (
    <>
      <ListPage
        list="audit"
        onOpen={setEntry}
        toolbar={
          <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
            <Button color="inherit" startIcon={<VerifiedOutlined />} loading={running} onClick={() => void verify()}>
              {t(running ? 'people.audit.verifying' : 'people.audit.verify')}
            </Button>
            {found && <Verdict found={found} onClose={() => setFound(null)} />}
            <ProblemNote problem={problem} />
          </Box>
        }
      />
      {entry && <AuditEntry row={entry} onClose={() => setEntry(null)} />}
    </>
  )
}
