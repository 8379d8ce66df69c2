// The keys of the product, by the place where they work.
import { Box, Button, DialogActions, DialogContent, DialogTitle, Typography } from '@mui/material'
import { Dialog } from '../kit/show/index.ts'
import { useWords } from '../words/index.ts'
import { KEYS, type KeyPlace } from './keys.ts'

const Place = ({ place, keys }: KeyPlace) => {
  const { t } = useWords()
  return (
    <Box component="section" aria-label={t(place)} sx={{ breakInside: 'avoid', mb: 2 }}>
      <Typography component="h3" variant="subtitle2" sx={{ mb: 0.5 }}>
        {t(place)}
      </Typography>
      <Box component="dl" sx={{ display: 'grid', gridTemplateColumns: '1fr auto', rowGap: 0.5, columnGap: 2, m: 0 }}>
        {keys.map(([what, key]) => (
          <Box key={what} sx={{ display: 'contents' }}>
            <Typography component="dt" variant="body2">
              {t(what)}
            </Typography>
            <Typography component="dd" variant="caption" sx={{ m: 0, color: 'text.secondary', fontFamily: 'ui-monospace, monospace' }}>
              {key}
            </Typography>
          </Box>
        ))}
      </Box>
    </Box>
  )
}

export const KeysDialog = ({ onClose }: { onClose: () => void }) => {
  const { t } = useWords()
  return (
    <Dialog open onClose={onClose} maxWidth="md" fullWidth aria-labelledby="keys-title">
      <DialogTitle id="keys-title">{t('keys.title')}</DialogTitle>
      {/* It scrolls, so the keyboard must come to it. */}
      <DialogContent tabIndex={0} sx={{ columnCount: { xs: 1, md: 2 }, columnGap: 5 }}>
        {KEYS.map((place) => (
          <Place key={place.place} {...place} />
        ))}
      </DialogContent>
      <DialogActions>
        <Button autoFocus onClick={onClose}>
          {t('shell.close')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
