// Logo, seals and signatures of the company, each with its picture and who may use it.
import Add from '@mui/icons-material/Add'
import EditOutlined from '@mui/icons-material/EditOutlined'
import { Box, Button, IconButton, Paper, Typography } from '@mui/material'
import { useState } from 'react'
import type { Language } from '../../../preload/contract/names/define.ts'
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import { useOfficeQuery } from '../../client/index.ts'
import { EmptyState, ProblemNote, StatusChip } from '../../kit/show/index.ts'
import { namesText, useWords } from '../../words/index.ts'
import { PictureDialog } from './picture-dialog.tsx'
import { papersWords } from './words.ts'

type Picture = QueryOutput<'paper-pictures'>[number]

const usersText = ({ use, person, usedBy }: Picture, everyone: string, language: Language): string => {
  const names = [person, ...usedBy.map(({ name }) => name)].filter((name) => name !== '')
  return use === 'seal' && names.length === 0 ? everyone : namesText(names, language)
}

const PictureCard = ({ picture, onEdit }: { picture: Picture; onEdit: () => void }) => {
  const { t, name, language } = useWords(papersWords)
  return (
    <Paper variant="outlined" component="section" sx={{ p: 1.5, display: 'flex', gap: 1.5, opacity: picture.active ? 1 : 0.65 }}>
      {/* On white as on paper, in the dark too. */}
      <Box
        sx={{
          ...{ width: 112, height: 112, flexShrink: 0, bgcolor: '#fff', border: 1, borderColor: 'divider', borderRadius: 1 },
          ...{ display: 'flex', alignItems: 'center', justifyContent: 'center', color: '#666', fontSize: 12, textAlign: 'center' },
        }}
      >
        {picture.picture === null ? (
          t('papers.lost-picture')
        ) : (
          <Box component="img" src={picture.picture} alt={picture.name} sx={{ maxWidth: 100, maxHeight: 100 }} />
        )}
      </Box>
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
          <Typography component="h2" noWrap title={picture.name} sx={{ fontSize: 14, fontWeight: 600 }}>
            {picture.name}
          </Typography>
          {!picture.active && <StatusChip group="active" value="false" />}
          <Box sx={{ flex: 1 }} />
          <IconButton size="small" aria-label={`${name('command.save-paper-picture')} ${picture.name}`} onClick={onEdit}>
            <EditOutlined fontSize="small" />
          </IconButton>
        </Box>
        <Typography variant="body2" color="textSecondary">
          {name(`paper-picture-use.${picture.use}`)} · {picture.height} mm
        </Typography>
        {picture.use !== 'logo' && (
          <Typography variant="body2" color="textSecondary" sx={{ overflowWrap: 'anywhere' }}>
            {t('papers.used-by', { names: usersText(picture, t('papers.everyone'), language) })}
          </Typography>
        )}
      </Box>
    </Paper>
  )
}

export const PicturesPage = () => {
  const { t, name } = useWords(papersWords)
  const { data, problem } = useOfficeQuery('paper-pictures', {})
  const [edited, setEdited] = useState<Picture | 'new' | null>(null)
  return (
    <Box sx={{ p: 2, maxWidth: 1080, display: 'flex', flexDirection: 'column', gap: 1.5 }}>
      <Box sx={{ display: 'flex', alignItems: 'flex-start', gap: 1 }}>
        <Box sx={{ flex: 1 }}>
          <Typography component="h1" sx={{ fontSize: 17, fontWeight: 600 }}>
            {name('query.paper-pictures')}
          </Typography>
          <Typography variant="body2" color="textSecondary">
            {t('papers.pictures-intro')}
          </Typography>
        </Box>
        <Button size="small" variant="outlined" startIcon={<Add />} sx={{ flexShrink: 0 }} onClick={() => setEdited('new')}>
          {t('papers.add-picture')}
        </Button>
      </Box>
      <ProblemNote problem={problem} />
      {data?.length === 0 && <EmptyState title={t('papers.no-pictures')} />}
      <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(320px, 1fr))', gap: 1.5 }}>
        {data?.map((picture) => (
          <PictureCard key={picture.id} picture={picture} onEdit={() => setEdited(picture)} />
        ))}
      </Box>
      {edited !== null && <PictureDialog picture={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </Box>
  )
}
