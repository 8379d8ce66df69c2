// The small picture of a file, or a sign of its type where there is none. Pictures of one page are asked for together, and kept while somebody is signed in.
import Description from '@mui/icons-material/DescriptionOutlined'
import FolderZip from '@mui/icons-material/FolderZipOutlined'
import ImageIcon from '@mui/icons-material/ImageOutlined'
import Mail from '@mui/icons-material/MailOutlined'
import PictureAsPdf from '@mui/icons-material/PictureAsPdfOutlined'
import TableChart from '@mui/icons-material/TableChartOutlined'
import { Box } from '@mui/material'
import type { FileType } from '../../../preload/contract/vocabulary/file-types.ts'

const signOf = (type: FileType) => {
  if (type === 'pdf') return <PictureAsPdf />
  if (['xlsx', 'xls', 'ods', 'csv'].includes(type)) return <TableChart />
  if (['png', 'jpeg', 'gif', 'webp', 'bmp', 'tiff', 'heic', 'dwg'].includes(type)) return <ImageIcon />
  if (type === 'zip') return <FolderZip />
  return type === 'eml' || type === 'msg' ? <Mail /> : <Description />
}

export const FilePicture = ({ address, type, size = 40 }: { address: string | undefined; type: FileType; size?: number }) => (
  <Box
    aria-hidden
    sx={{
      ...{ width: size, height: size, flexShrink: 0, borderRadius: 1, overflow: 'hidden', color: 'text.secondary' },
      ...{ display: 'flex', alignItems: 'center', justifyContent: 'center', backgroundColor: 'action.hover' },
    }}
  >
    {address ? <Box component="img" src={address} alt="" sx={{ width: '100%', height: '100%', objectFit: 'cover' }} /> : signOf(type)}
  </Box>
)
