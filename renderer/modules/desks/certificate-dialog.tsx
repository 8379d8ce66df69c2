// The company's certificate for browsers that are to trust the office's address: as a file, and how it is installed. Rule D3 of desks.
import { Box, Button, DialogActions, DialogContent, DialogTitle, Typography } from '@mui/material'
import { saveFile, useOfficeQuery } from '../../client/index.ts'
import { Dialog, ProblemNote } from '../../kit/show/index.ts'
import { useWords } from '../../words/index.ts'
import { CopyButton } from './copy-button.tsx'
import { desksWords } from './words.ts'

const FILE = 'tradewind-office.crt'

export const CertificateDialog = ({ onClose }: { onClose: () => void }) => {
  const { t } = useWords(desksWords)
  const { data, problem } = useOfficeQuery('company-certificate', {})
  const pem = data?.pem ?? ''
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm">
      <DialogTitle>{t('desks.certificate-title')}</DialogTitle>
      <DialogContent sx={{ display: 'flex', flexDirection: 'column', gap: 1 }}>
        <ProblemNote problem={problem} />
        <Typography>{t('desks.certificate-text')}</Typography>
        <Box component="ul" sx={{ m: 0, pl: 2.5, lineHeight: 1.7 }}>
          <li>{t('desks.certificate-windows')}</li>
          <li>{t('desks.certificate-firefox')}</li>
          <li>{t('desks.certificate-phone')}</li>
        </Box>
        <Typography color="textSecondary">{t('desks.certificate-guide')}</Typography>
        {data && pem === '' && <Typography color="error">{t('desks.certificate-none')}</Typography>}
      </DialogContent>
      <DialogActions>
        <Button color="inherit" onClick={onClose}>
          {t('desks.close')}
        </Button>
        <CopyButton text={pem} label={t('desks.certificate-copy')} disabled={pem === ''} />
        <Button
          variant="contained"
          disabled={pem === ''}
          onClick={() => saveFile(new Blob([pem], { type: 'application/x-x509-ca-cert' }), FILE)}
        >
          {t('desks.certificate-save')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
