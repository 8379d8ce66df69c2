// The register of contracts: each with its signed scan a click away, those without one in one filter, and all files of the deals of chosen ones saved at once.
import { Box, FormControlLabel, LinearProgress, Switch } from '@mui/material'
import { useMemo, useState } from 'react'
import type { ListRow } from '../../../preload/contract/define/index.ts'
import type { FileType } from '../../../preload/contract/vocabulary/file-types.ts'
import { useTabs, useTabState } from '../../client/index.ts'
import { ListPage } from '../../kit/list/index.ts'
import { ProblemNote } from '../../kit/show/index.ts'
import { useLooking } from '../../records/attachments/index.tsx'
import { useWords } from '../../words/index.ts'
import { AttachScanDialog } from './attach-scan-dialog.tsx'
import { useDealArchives } from './use-deal-archives.ts'
import { filesPagesWords } from './words.ts'

const hasScan = (row: ListRow | undefined): boolean => typeof row?.['scanVersion'] === 'string'
const scanOf = (row: ListRow) => ({
  versionId: String(row['scanVersion']),
  name: String(row['scan']),
  type: row['scanType'] as FileType,
  size: Number(row['scanSize']),
})

export const ContractRegisterPage = () => {
  const { t, name } = useWords(filesPagesWords)
  const tabs = useTabs()
  const [missingOnly, setMissingOnly] = useTabState('missingOnly', false)
  const [attaching, setAttaching] = useState<ListRow | null>(null)
  const looking = useLooking()
  const archives = useDealArchives()
  const { preview } = looking
  const cells = useMemo(() => ({ scan: (row: ListRow) => hasScan(row) && preview([scanOf(row)], 0) }), [preview])
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', height: '100%' }}>
      {archives.said && <LinearProgress aria-label={archives.said} />}
      <ProblemNote problem={looking.problem ?? archives.problem} onClose={() => (looking.forgetProblem(), archives.forgetProblem())} />
      <Box sx={{ flex: 1, minHeight: 0 }}>
        <ListPage
          list="contract-register"
          params={{ missingOnly }}
          cells={cells}
          onOpen={({ kind, id }) => void tabs.openRecord(String(kind), id)}
          actions={[
            { label: t('register.attach'), needs: 'one', primary: true, onClick: ([row]) => row && setAttaching(row) },
            {
              label: t('register.look'),
              needs: 'one',
              shown: ([row]) => hasScan(row),
              onClick: ([row]) => row && preview([scanOf(row)], 0),
            },
            { label: t('register.archives'), needs: 'some', permission: 'deal.view', onClick: (rows) => void archives.save(rows) },
          ]}
          toolbar={
            <FormControlLabel
              label={name('field.missingOnly')}
              control={<Switch size="small" checked={missingOnly} onChange={(event) => setMissingOnly(event.target.checked)} />}
            />
          }
        />
      </Box>
      {looking.dialog}
      {attaching && (
        <AttachScanDialog
          recordKind={attaching['kind'] as 'sales-contract' | 'purchase-contract'}
          recordId={attaching.id}
          number={String(attaching['number'])}
          onClose={() => setAttaching(null)}
        />
      )}
    </Box>
  )
}
