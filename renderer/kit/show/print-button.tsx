// Printing the page it stands on: what lies inside `.on-paper`, without `.not-on-paper`.
import Print from '@mui/icons-material/PrintOutlined'
import { GlobalStyles } from '@mui/material'
import { useWords } from '../../words/index.ts'
import { ActionButton } from './action-button.tsx'
import { paperStyles, printMarked } from './print.ts'

export const PrintButton = ({ disabled = false }: { disabled?: boolean }) => {
  const { t } = useWords()
  return (
    <>
      <GlobalStyles styles={paperStyles} />
      <ActionButton action={{ label: t('kit.print'), icon: <Print /> }} disabled={disabled} onClick={printMarked} />
    </>
  )
}
