// What can be put on a desk: everything that the modules offer, found by its name.
import {
  Box,
  Button,
  DialogActions,
  DialogContent,
  DialogTitle,
  List,
  ListItem,
  ListItemButton,
  ListItemIcon,
  ListItemText,
  TextField,
  Typography,
} from '@mui/material'
import { useState } from 'react'
import type { TileSettings } from '../../../../preload/contract/modules/workbench/tiles.ts'
import { allWordsIn } from '../../../kit/format/index.ts'
import { Dialog } from '../../../kit/show/index.ts'
import { mayShow, type TileKind, type TileScene } from '../../../records/tiles/index.ts'
import { useWords } from '../../../words/index.ts'
import { workbenchWords } from '../words.ts'

type Props = {
  scene: TileScene
  kinds: readonly TileKind[]
  onChoose: (kind: TileKind, settings: TileSettings) => void
  onClose: () => void
}

export const AddTileDialog = ({ scene, kinds, onChoose, onClose }: Props) => {
  const { t, name } = useWords(workbenchWords)
  const [text, setText] = useState('')
  const groups = kinds
    .map((kind) => {
      const title = name(`tile.${kind.kind}`)
      const offers = (kind.offers?.(scene) ?? [{ settings: {}, title }]).filter(
        (one) => mayShow(kind, one.settings, scene) && allWordsIn(text, title, one.title, one.detail),
      )
      return { kind, title, offers }
    })
    .filter(({ offers }) => offers.length > 0)
  const first = groups[0]
  return (
    <Dialog
      fleeting
      open
      onClose={onClose}
      fullWidth
      maxWidth="sm"
      onSubmit={() => first?.offers[0] && onChoose(first.kind, first.offers[0].settings)}
    >
      <DialogTitle>{t('arrange.add')}</DialogTitle>
      <DialogContent sx={{ height: 480, display: 'flex', flexDirection: 'column' }}>
        <TextField
          autoFocus
          fullWidth
          value={text}
          placeholder={t('arrange.search')}
          onChange={(event) => setText(event.target.value)}
          slotProps={{ htmlInput: { 'aria-label': t('arrange.search') } }}
          sx={{ mb: 1, flexShrink: 0 }}
        />
        <Box sx={{ flex: 1, minHeight: 0, overflow: 'auto' }}>
          {groups.length === 0 && (
            <Typography variant="body2" color="textSecondary" sx={{ p: 1 }}>
              {t('arrange.nothing', { text })}
            </Typography>
          )}
          {groups.map(({ kind, title, offers }) => (
            <Box key={kind.kind} component="section" aria-label={title}>
              <Typography variant="caption" color="textSecondary" component="h3" sx={{ fontWeight: 600, px: 1, pt: 1 }}>
                {title}
              </Typography>
              <List dense disablePadding>
                {offers.map((offer) => (
                  <ListItem key={JSON.stringify(offer.settings)} disablePadding>
                    <ListItemButton
                      onClick={() => onChoose(kind, offer.settings)}
                      sx={{ px: 1, py: 0.25, borderRadius: 1, '& svg': { fontSize: 18 } }}
                    >
                      <ListItemIcon sx={{ minWidth: 28 }}>{kind.icon}</ListItemIcon>
                      <ListItemText
                        primary={offer.title}
                        secondary={offer.detail}
                        slotProps={{ secondary: { variant: 'caption' } }}
                        sx={{ my: 0.25, display: 'flex', alignItems: 'baseline', gap: 1 }}
                      />
                    </ListItemButton>
                  </ListItem>
                ))}
              </List>
            </Box>
          ))}
        </Box>
      </DialogContent>
      <DialogActions>
        <Button color="inherit" onClick={onClose}>
          {t('arrange.cancel')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
