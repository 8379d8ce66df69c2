// A file looked at inside: pictures, PDFs, text and the beginning of sheets and documents; with the ones beside it a key away.
import ChevronLeft from '@mui/icons-material/ChevronLeft'
import ChevronRight from '@mui/icons-material/ChevronRight'
import Close from '@mui/icons-material/Close'
import Download from '@mui/icons-material/DownloadOutlined'
import Launch from '@mui/icons-material/LaunchOutlined'
import { Box, CircularProgress, IconButton, Stack, Table, TableBody, TableCell, TableRow, Typography } from '@mui/material'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { FilePreview } from '../../../preload/contract/envelope.ts'
import { DRAWN_TYPES, FILE_TYPES, type FileType } from '../../../preload/contract/vocabulary/file-types.ts'
import { listenForKeys, opensFiles, type Problem, problemOf, readFile, readPreview } from '../../client/index.ts'
import { Dialog, PdfView, ProblemNote } from '../../kit/show/index.ts'
import { useWords } from '../../words/index.ts'

export type Previewed = { versionId: string; name: string; type: FileType; size: number }
type Content = { bytes: Uint8Array<ArrayBuffer> } | { preview: FilePreview } | { problem: Problem } | 'none'

/** What is read as a text or a table by the office, which looks at it within bounds. */
const READ: readonly FileType[] = ['docx', 'xlsx', 'xls', 'ods', 'txt', 'csv', 'eml', 'zip']

const contentOf = async ({ versionId, type }: Previewed): Promise<Content> => {
  if (READ.includes(type)) {
    const answer = await readPreview(versionId)
    return answer.ok ? { preview: answer.value } : { problem: problemOf(answer)! }
  }
  if (type !== 'pdf' && !DRAWN_TYPES.includes(type)) return 'none'
  const answer = await readFile({ version: versionId })
  return answer.ok ? { bytes: answer.value } : { problem: problemOf(answer)! }
}

const useContent = (file: Previewed): Content | null => {
  const [read, setRead] = useState<{ of: string; content: Content } | null>(null)
  const { versionId, type } = file
  useEffect(() => {
    let gone = false
    void contentOf({ versionId, type, name: '', size: 0 }).then((content) => gone || setRead({ of: versionId, content }))
    return () => {
      gone = true
    }
  }, [versionId, type])
  return read?.of === versionId ? read.content : null
}

const Picture = ({ bytes, type, name }: { bytes: Uint8Array<ArrayBuffer>; type: FileType; name: string }) => {
  const [address, setAddress] = useState<string | null>(null)
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([bytes], { type: FILE_TYPES[type].media }))
    // Made with the picture and given back with it.
    // oxlint-disable-next-line react/set-state-in-effect
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [bytes, type])
  return (
    <Box sx={{ height: '100%', display: 'flex', alignItems: 'center', justifyContent: 'center', overflow: 'auto', p: 1 }}>
      {address && <Box component="img" src={address} alt={name} sx={{ maxWidth: '100%', maxHeight: '100%', objectFit: 'contain' }} />}
    </Box>
  )
}

const Read = ({ preview, name }: { preview: FilePreview; name: string }) => {
  const { t } = useWords()
  return (
    <Box tabIndex={0} role="document" aria-label={name} sx={{ height: '100%', overflow: 'auto', bgcolor: 'background.paper' }}>
      {preview.more && (
        <Typography variant="body2" sx={{ p: 1, color: 'text.secondary' }}>
          {t('files.first-rows')}
        </Typography>
      )}
      {'text' in preview ? (
        <Box component="pre" sx={{ m: 0, p: 2, fontFamily: 'inherit', fontSize: 14, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {preview.text}
        </Box>
      ) : (
        <>
          <Typography variant="body2" sx={{ px: 1, py: 0.5, fontWeight: 600 }}>
            {t('files.sheet', { name: preview.sheet })}
          </Typography>
          <Table size="small" sx={{ width: 'max-content' }}>
            <TableBody>
              {preview.rows.map((row, at) => (
                // Rows of a sheet have no other name than their place, and stay.
                // oxlint-disable-next-line react/no-array-index-key
                <TableRow key={at}>
                  <TableCell sx={{ color: 'text.disabled' }}>{at + 1}</TableCell>
                  {row.map((cell, column) => (
                    // oxlint-disable-next-line react/no-array-index-key
                    <TableCell
                      key={column}
                      sx={{ maxWidth: 320, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}
                      title={cell}
                    >
                      {cell}
                    </TableCell>
                  ))}
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </>
      )}
    </Box>
  )
}

const Inside = ({ file }: { file: Previewed }) => {
  const { t } = useWords()
  const content = useContent(file)
  const middle = (inner: ReactNode) => <Stack sx={{ height: '100%', alignItems: 'center', justifyContent: 'center', p: 3 }}>{inner}</Stack>
  if (content === null) return middle(<CircularProgress size={28} aria-label={t('files.reading')} />)
  if (content === 'none') return middle(<Typography sx={{ color: 'text.secondary' }}>{t('files.no-preview')}</Typography>)
  if ('problem' in content) return middle(<ProblemNote problem={content.problem} />)
  if ('preview' in content) return <Read preview={content.preview} name={file.name} />
  return file.type === 'pdf' ? (
    <PdfView bytes={content.bytes} label={file.name} />
  ) : (
    <Picture bytes={content.bytes} type={file.type} name={file.name} />
  )
}

type Props = {
  files: readonly Previewed[]
  at: number
  onMove: (at: number) => void
  onClose: () => void
  onDownload: (file: Previewed) => void
  onOpen: (file: Previewed) => void
}

export const FilePreviewDialog = ({ files, at, onMove, onClose, onDownload, onOpen }: Props) => {
  const { t } = useWords()
  const latest = useRef({ at, last: files.length - 1, onMove })
  useEffect(() => {
    latest.current = { at, last: files.length - 1, onMove }
  })
  useEffect(
    () =>
      listenForKeys(window, (event) => {
        const { at: now, last, onMove: move } = latest.current
        if (event.key === 'ArrowLeft' && now > 0) move(now - 1)
        if (event.key === 'ArrowRight' && now < last) move(now + 1)
      }),
    [],
  )
  const file = files[at]
  if (!file) return null
  const tool = (label: string, icon: ReactNode, onClick: () => void, disabled = false) => (
    <IconButton size="small" aria-label={label} title={label} onClick={onClick} disabled={disabled}>
      {icon}
    </IconButton>
  )
  return (
    <Dialog
      open
      onClose={onClose}
      fullWidth
      maxWidth="lg"
      aria-label={file.name}
      fleeting
      slotProps={{ paper: { sx: { height: '92vh' } } }}
    >
      <Stack direction="row" sx={{ alignItems: 'center', gap: 0.5, px: 1.5, py: 0.75, borderBottom: 1, borderColor: 'divider' }}>
        <Typography noWrap title={file.name} sx={{ flexGrow: 1, fontWeight: 600, minWidth: 0 }}>
          {file.name}
        </Typography>
        {files.length > 1 && (
          <>
            {tool(t('files.previous'), <ChevronLeft />, () => onMove(at - 1), at === 0)}
            <Typography variant="body2" sx={{ color: 'text.secondary' }}>
              {at + 1} / {files.length}
            </Typography>
            {tool(t('files.next'), <ChevronRight />, () => onMove(at + 1), at === files.length - 1)}
          </>
        )}
        {opensFiles() && tool(t('files.open'), <Launch fontSize="small" />, () => onOpen(file))}
        {tool(t('files.download'), <Download fontSize="small" />, () => onDownload(file))}
        {tool(t('files.close'), <Close fontSize="small" />, onClose)}
      </Stack>
      <Box sx={{ flexGrow: 1, minHeight: 0, backgroundColor: 'action.hover' }}>
        <Inside key={file.versionId} file={file} />
      </Box>
    </Dialog>
  )
}
