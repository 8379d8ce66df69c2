// One file in the list of a record: its picture, what it is, who added it, and what may be done with it.
import MoreVert from '@mui/icons-material/MoreVert'
import { Box, ButtonBase, Chip, IconButton, Menu, MenuItem, Stack, Typography } from '@mui/material'
import { useState } from 'react'
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import { useViewer } from '../../client/index.ts'
import { bytesShown, instantShown } from '../../kit/format/index.ts'
import { useWords } from '../../words/index.ts'
import { FilePicture } from './picture.tsx'

export type ShownFile = QueryOutput<'files-of'>['files'][number]
export type FileAction = { label: string; onClick: () => void }

type Props = { file: ShownFile; picture: string | undefined; actions: readonly FileAction[]; onPreview: () => void; said?: string }

export const FileRow = ({ file, picture, actions, onPreview, said }: Props) => {
  const { t, name, language } = useWords()
  const { company } = useViewer()
  const [menu, setMenu] = useState<HTMLElement | null>(null)
  const facts = [
    bytesShown(file.size, language),
    ...(file.version > 1 ? [t('files.version', { version: file.version })] : []),
    t('files.by', { by: file.changedBy, at: instantShown(file.changedAt, company.timeZone) }),
  ]
  return (
    <Stack
      component="li"
      direction="row"
      sx={{ alignItems: 'center', gap: 1, py: 0.5, borderBottom: 1, borderColor: 'divider', '&:last-child': { borderBottom: 0 } }}
    >
      <ButtonBase
        onClick={onPreview}
        title={file.name}
        sx={{ flexGrow: 1, minWidth: 0, gap: 1.25, justifyContent: 'flex-start', textAlign: 'left', borderRadius: 1, p: 0.25 }}
      >
        <FilePicture address={picture} type={file.type} />
        <Box sx={{ minWidth: 0 }}>
          <Stack direction="row" sx={{ alignItems: 'center', gap: 0.75, minWidth: 0 }}>
            <Typography noWrap sx={{ fontSize: 14, minWidth: 0 }}>
              {file.name}
            </Typography>
            {file.kind !== 'other' && <Chip size="small" variant="outlined" label={name(`file-kind.${file.kind}`)} />}
            {file.isMain && <Chip size="small" color="primary" variant="outlined" label={t('files.is-main')} />}
          </Stack>
          <Typography noWrap variant="body2" sx={{ color: 'text.secondary', fontSize: 12.5 }}>
            {said ?? [...(file.note ? [file.note] : []), ...facts].join(' · ')}
          </Typography>
        </Box>
      </ButtonBase>
      <IconButton
        size="small"
        aria-label={t('files.more', { name: file.name })}
        aria-haspopup="menu"
        onClick={(event) => setMenu(event.currentTarget)}
      >
        <MoreVert fontSize="small" />
      </IconButton>
      <Menu open={menu !== null} anchorEl={menu} onClose={() => setMenu(null)}>
        {actions.map(({ label, onClick }) => (
          <MenuItem
            key={label}
            dense
            onClick={() => {
              setMenu(null)
              onClick()
            }}
          >
            {label}
          </MenuItem>
        ))}
      </Menu>
    </Stack>
  )
}
