// The files of a record (附件): dropped anywhere on its page, pasted or chosen, many at once; looked at, replaced, and put into the bin, from which they come back.
import AttachFile from '@mui/icons-material/AttachFile'
import FileUpload from '@mui/icons-material/FileUploadOutlined'
import { Alert, Box, Button, Link, Portal, Stack, Typography } from '@mui/material'
import { useCallback, useState } from 'react'
import type { AttachableKind } from '../../../preload/contract/records.ts'
import {
  opensFiles,
  type Problem,
  problemOf,
  useCommand,
  useFileToShow,
  useOfficeQuery,
  usePictures,
  useViewer,
} from '../../client/index.ts'
import { useFileChooser } from '../../kit/fields/index.ts'
import { instantShown } from '../../kit/format/index.ts'
import { FormSection } from '../../kit/form/index.ts'
import { ProblemNote } from '../../kit/show/index.ts'
import { useWords } from '../../words/index.ts'
import { ComingRow } from './coming-row.tsx'
import { DescribeDialog } from './describe-dialog.tsx'
import { type FileAction, FileRow, type ShownFile } from './file-row.tsx'
import { useAdding } from './use-adding.ts'
import { useDropped } from './use-dropped.ts'
import { useLooking } from './use-looking.tsx'
import { VersionsDialog } from './versions-dialog.tsx'

const NO_FILES: readonly ShownFile[] = []

type Props = { recordKind: AttachableKind; recordId: string }

export const FilesSection = ({ recordKind, recordId }: Props) => {
  const { company } = useViewer()
  const { t } = useWords()
  const { data, problem } = useOfficeQuery('files-of', { recordKind, recordId })
  const adding = useAdding(recordKind, recordId)
  const looking = useLooking()
  const bin = useCommand('bin-file')
  const restore = useCommand('restore-file')
  const main = useCommand('choose-main-picture')
  const [replacing, setReplacing] = useState<ShownFile | null>(null)
  const chosen = (all: readonly File[]) => {
    if (replacing) void adding.replace({ id: replacing.id, revision: replacing.revision }, all[0]!)
    else adding.add(all)
    setReplacing(null)
  }
  const chooser = useFileChooser(chosen, { multiple: replacing === null, 'data-files': recordKind })
  const [describing, setDescribing] = useState<ShownFile | null>(null)
  const [versions, setVersions] = useState<string | null>(null)
  const [undo, setUndo] = useState<{ id: string; revision: number; name: string } | null>(null)
  const [failed, setFailed] = useState<Problem | null>(null)
  const [binOpen, setBinOpen] = useState(false)
  const over = useDropped(data?.mayAdd === true, adding.add)
  const files = data?.files ?? NO_FILES
  const { preview } = looking
  useFileToShow(
    files,
    useCallback((at) => preview(files, at), [files, preview]),
  )
  const pictures = usePictures([...files, ...(data?.binned ?? [])].filter(({ hasPicture }) => hasPicture).map(({ versionId }) => versionId))
  if (problem) return <ProblemNote problem={problem} />
  if (!data) return null

  const choose = (file: ShownFile | null) => {
    setReplacing(file)
    chooser.open()
  }
  const toBin = async (file: ShownFile) => {
    const answer = await bin.run({ id: file.id, revision: file.revision })
    setFailed(problemOf(answer))
    setUndo(answer.ok ? { ...answer.value, name: file.name } : null)
  }
  const back = async (file: { id: string; revision: number }) => {
    setFailed(problemOf(await restore.run({ id: file.id, revision: file.revision })))
    setUndo(null)
  }
  const makeMain = async (file: ShownFile) => setFailed(problemOf(await main.run({ id: file.id, revision: file.revision })))
  const actionsOf = (file: ShownFile, at: number): FileAction[] => [
    { label: t('files.preview'), onClick: () => looking.preview(files, at) },
    ...(opensFiles() ? [{ label: t('files.open'), onClick: () => void looking.open(file) }] : []),
    { label: t('files.download'), onClick: () => void looking.download(file) },
    ...(file.version > 1 ? [{ label: t('files.versions'), onClick: () => setVersions(file.id) }] : []),
    ...(data.mayAdd
      ? [
          { label: t('files.replace'), onClick: () => choose(file) },
          { label: t('files.describe'), onClick: () => setDescribing(file) },
          ...(recordKind === 'product' && file.hasPicture && !file.isMain
            ? [{ label: t('files.main'), onClick: () => void makeMain(file) }]
            : []),
          { label: t('files.bin'), onClick: () => void toBin(file) },
        ]
      : []),
  ]

  return (
    <>
      <FormSection
        wide
        title={files.length > 0 ? `${t('files.title')} (${files.length})` : t('files.title')}
        aside={
          data.mayAdd && (
            <Button size="small" startIcon={<AttachFile />} onClick={() => choose(null)}>
              {t('files.add')}
            </Button>
          )
        }
      >
        {chooser.input}
        <Stack sx={{ gap: 1 }}>
          <ProblemNote problem={failed} onClose={() => setFailed(null)} />
          <ProblemNote problem={looking.problem} onClose={looking.forgetProblem} />
          <ProblemNote problem={adding.problem} onClose={adding.forgetProblem} />
          {undo && (
            <Alert
              severity="info"
              variant="outlined"
              role="status"
              sx={{ py: 0 }}
              action={
                <Button size="small" color="inherit" onClick={() => void back(undo)}>
                  {t('files.undo')}
                </Button>
              }
            >
              {t('files.binned', { name: undo.name })}
            </Alert>
          )}
          {adding.coming.map((one) => (
            <ComingRow key={one.id} one={one} onAgain={() => adding.again(one)} onDismiss={() => adding.dismiss(one)} />
          ))}
          {data.withheld && <Typography sx={{ color: 'text.secondary', fontSize: 14 }}>{t('files.withheld')}</Typography>}
          {!data.withheld && files.length === 0 && adding.coming.length === 0 && (
            <Box sx={{ color: 'text.secondary', fontSize: 14 }}>
              {t('files.empty')} {t(data.mayAdd ? 'files.empty-add' : 'files.empty-read')}
            </Box>
          )}
          {files.length > 0 && (
            <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
              {files.map((file, at) => (
                <FileRow
                  key={file.id}
                  file={file}
                  picture={pictures[file.versionId]}
                  actions={actionsOf(file, at)}
                  onPreview={() => looking.preview(files, at)}
                />
              ))}
            </Box>
          )}
          {data.binned.length > 0 && (
            <Box>
              <Link
                component="button"
                type="button"
                underline="hover"
                sx={{ fontSize: 13 }}
                aria-expanded={binOpen}
                onClick={() => setBinOpen(!binOpen)}
              >
                {t('files.in-bin', { count: data.binned.length })}
              </Link>
              {binOpen && (
                <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', opacity: 0.85 }}>
                  {data.binned.map((file, at) => (
                    <FileRow
                      key={file.id}
                      file={file}
                      picture={pictures[file.versionId]}
                      said={`${t('files.by', { by: file.binnedBy, at: instantShown(file.binnedAt, company.timeZone) })} · ${t('files.gone-on', { day: file.goneOn })}`}
                      actions={[{ label: t('files.restore'), onClick: () => void back(file) }]}
                      onPreview={() => looking.preview(data.binned, at)}
                    />
                  ))}
                </Box>
              )}
            </Box>
          )}
        </Stack>
      </FormSection>
      {looking.dialog}
      {describing && <DescribeDialog file={describing} onClose={() => setDescribing(null)} />}
      {versions && (
        <VersionsDialog
          id={versions}
          onPreview={(file) => {
            setVersions(null)
            looking.preview([file], 0)
          }}
          onClose={() => setVersions(null)}
        />
      )}
      {over && (
        <Portal>
          <Stack
            sx={{
              ...{ position: 'fixed', inset: 8, zIndex: 'modal', pointerEvents: 'none', alignItems: 'center', justifyContent: 'center' },
              ...{
                border: 2,
                borderStyle: 'dashed',
                borderColor: 'primary.main',
                borderRadius: 2,
                backgroundColor: 'background.paper',
                opacity: 0.92,
              },
            }}
          >
            <FileUpload color="primary" sx={{ fontSize: 48 }} />
            <Typography sx={{ fontSize: 18 }}>{t('files.drop')}</Typography>
          </Stack>
        </Portal>
      )}
    </>
  )
}
