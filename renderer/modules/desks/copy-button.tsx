// Puts a text on the clipboard, and says so on the button itself: dialogs cover the shell's messages.
import CheckRounded from '@mui/icons-material/CheckRounded'
import ContentCopy from '@mui/icons-material/ContentCopyOutlined'
import { Button } from '@mui/material'
import { useState } from 'react'
import { useWords } from '../../words/index.ts'
import { desksWords } from './words.ts'

export const CopyButton = ({ text, label, disabled = false }: { text: string; label: string; disabled?: boolean }) => {
  const { t } = useWords(desksWords)
  /** What was copied last: a newer text is not. */
  const [copied, setCopied] = useState<string | null>(null)
  const isCopied = copied === text
  return (
    <Button
      color="inherit"
      disabled={disabled}
      startIcon={isCopied ? <CheckRounded color="success" /> : <ContentCopy />}
      // Where the browser keeps the clipboard to itself the text can still be marked and copied by hand.
      onClick={() =>
        void navigator.clipboard.writeText(text).then(
          () => setCopied(text),
          () => undefined,
        )
      }
      sx={{ whiteSpace: 'nowrap', flex: 'none' }}
    >
      {isCopied ? t('desks.copied') : label}
    </Button>
  )
}
