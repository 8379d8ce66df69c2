// The audit trail, and the check that nobody has altered it.
import VerifiedOutlined from '@mui/icons-material/VerifiedUserOutlined'
import { Alert, Box, Button, Chip } from '@mui/material'
import { useState } from 'react'
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import { ask, type Problem, problemOf } from '../../client/index.ts'
import { ListPage } from '../../kit/list/index.ts'
import { ProblemNote } from '../../kit/show/index.ts'
import { useWords } from '../../words/index.ts'
import { ChainAlarm, ChainNote, useBreak } from './audit-chain.tsx'
import { AuditEntry } from './audit-entry.tsx'
import { AuditWitness } from './audit-witness.tsx'
import { auditWords } from './words.ts'

type Found = QueryOutput<'audit-verification'>

const Verdict = ({ found, onClose }: { found: Found; onClose: () => void }) => {
  const { t } = useWords(auditWords)
  const describeBreak = useBreak()
  return (
    <Alert severity={found.broken ? 'error' : 'success'} variant="outlined" onClose={onClose} sx={{ py: 0 }}>
      {found.broken ? describeBreak(found.broken) : t('audit.whole', { rows: found.rows })}
    </Alert>
  )
}

export const AuditPage = () => {
  const { t } = useWords(auditWords)
  const [running, setRunning] = useState(false)
  const [found, setFound] = useState<Found | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [entry, setEntry] = useState<number | null>(null)
  const [followed, setFollowed] = useState<{ id: string; title: string } | null>(null)
  const [witness, setWitness] = useState(false)
  const verify = async () => {
    setRunning(true)
    const answer = await ask({ kind: 'query', name: 'audit-verification', input: {} })
    setRunning(false)
    setProblem(problemOf(answer))
    setFound(answer.ok ? (answer.value as Found) : null)
  }
  return (
    <>
      <Box sx={{ display: 'flex', flexDirection: 'column', height: '100%', minHeight: 0 }}>
        <ChainAlarm onOpen={setEntry} />
        <Box sx={{ flex: 1, minHeight: 0 }}>
          <ListPage
            list="audit"
            params={followed ? { record: followed.id } : undefined}
            onOpen={(row) => setEntry(Number(row.id))}
            toolbar={
              <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
                <Button color="inherit" startIcon={<VerifiedOutlined />} loading={running} onClick={() => void verify()}>
                  {t(running ? 'audit.verifying' : 'audit.verify')}
                </Button>
                <Button color="inherit" onClick={() => setWitness(true)}>
                  {t('audit.witness.open')}
                </Button>
                {followed && (
                  <Chip label={t('audit.followed', { record: followed.title })} onDelete={() => setFollowed(null)} sx={{ maxWidth: 360 }} />
                )}
                {!found && <ChainNote />}
                {found && <Verdict found={found} onClose={() => setFound(null)} />}
                <ProblemNote problem={problem} />
              </Box>
            }
          />
        </Box>
      </Box>
      {witness && <AuditWitness onClose={() => setWitness(false)} />}
      {entry !== null && (
        <AuditEntry
          entry={entry}
          onClose={() => setEntry(null)}
          onFollow={(record) => {
            setEntry(null)
            setFollowed(record)
          }}
        />
      )}
    </>
  )
}
