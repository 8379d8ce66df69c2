// All files of a deal: those of its documents, as far as they may be seen, and everything in one archive.
import VerifiedOutlined from '@mui/icons-material/VerifiedOutlined'
import Download from '@mui/icons-material/DownloadOutlined'
import { Box, Button, Typography } from '@mui/material'
import { useState } from 'react'
import { announce, ask, type Problem, problemOf, saveDownload, useOfficeQuery, usePictures, useViewer } from '../../client/index.ts'
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import { instantShown } from '../../kit/format/index.ts'
import { FormSection } from '../../kit/form/index.ts'
import { ProblemNote, RecordLink } from '../../kit/show/index.ts'
import { useWords } from '../../words/index.ts'
import { savePdf } from '../papers/index.ts'
import { FileRow } from './file-row.tsx'
import { useLooking } from './use-looking.tsx'

export const DealFiles = ({ dealId }: { dealId: string }) => {
  const { t, name, language } = useWords()
  const { company } = useViewer()
  const { data } = useOfficeQuery('files-of-deal', { id: dealId })
  const looking = useLooking()
  const [problem, setProblem] = useState<Problem | null>(null)
  const records = data?.records ?? []
  const pictures = usePictures(
    records.flatMap(({ files }) => files.filter(({ hasPicture }) => hasPicture).map(({ versionId }) => versionId)),
  )
  if (!data || records.length === 0) return null
  const savePaper = async (id: string, fileName: string) => {
    const answer = await ask({ kind: 'query', name: 'issued-paper', input: { id } })
    setProblem(problemOf(answer))
    if (answer.ok) savePdf((answer.value as QueryOutput<'issued-paper'>).pdf, fileName)
  }
  const all = async () => {
    const answer = await saveDownload({ deal: dealId, language }, `${data.number}.zip`)
    setProblem(problemOf(answer))
    if (answer.ok && answer.value?.path) announce({ words: 'files.saved', data: { path: answer.value.path }, tone: 'success' })
  }
  const ofDocuments = records.filter(({ kind }) => kind !== 'deal')
  const files = ofDocuments.flatMap((record) => record.files)
  return (
    <FormSection
      wide
      title={t('files.of-documents')}
      aside={
        <Button size="small" startIcon={<Download />} onClick={() => void all()}>
          {t('files.all')}
        </Button>
      }
    >
      <ProblemNote problem={problem ?? looking.problem} onClose={() => (setProblem(null), looking.forgetProblem())} />
      {ofDocuments.map((record) => (
        <Box key={record.id} sx={{ mb: 1 }}>
          <Typography variant="body2" sx={{ fontWeight: 600 }}>
            <RecordLink route={record.kind} id={record.id}>
              {`${name(`record.${record.kind}`)} ${record.title}`}
            </RecordLink>
          </Typography>
          {record.papers.map((paper) => (
            <Box key={paper.id} sx={{ display: 'flex', alignItems: 'center', gap: 1, py: 0.25 }}>
              <VerifiedOutlined sx={{ fontSize: 18, color: 'text.secondary' }} />
              <Typography variant="body2" noWrap title={paper.fileName} sx={{ flex: 1, minWidth: 0 }}>
                {paper.fileName}
                <Box component="span" sx={{ color: 'text.secondary' }}>
                  {` · ${name(`paper.${paper.paper}`)} #${paper.issue} · ${instantShown(paper.issuedAt, company.timeZone)} ${paper.issuedBy}`}
                </Box>
              </Typography>
              <Button
                size="small"
                aria-label={`${t('files.download')} ${paper.fileName}`}
                onClick={() => void savePaper(paper.id, paper.fileName)}
              >
                {t('files.download')}
              </Button>
            </Box>
          ))}
          <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
            {record.files.map((file) => (
              <FileRow
                key={file.id}
                file={file}
                picture={pictures[file.versionId]}
                actions={[{ label: t('files.download'), onClick: () => void looking.download(file) }]}
                onPreview={() => looking.preview(files, files.indexOf(file))}
              />
            ))}
          </Box>
        </Box>
      ))}
      {looking.dialog}
    </FormSection>
  )
}
