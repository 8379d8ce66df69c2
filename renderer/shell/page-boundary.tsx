// Catches a page that breaks: it says so calmly with a way to try again, and the other tabs go on.
import { Box, Button, Typography } from '@mui/material'
import { Component, type ErrorInfo, type ReactNode } from 'react'
import { WordsContext } from '../words/index.ts'

type Props = { children: ReactNode }
type State = { broken: { what: string } | null }

/** React knows error boundaries as classes only. */
export class PageBoundary extends Component<Props, State> {
  static override contextType = WordsContext
  declare context: React.ContextType<typeof WordsContext>
  override state: State = { broken: null }

  static getDerivedStateFromError(error: unknown): State {
    return { broken: { what: error instanceof Error ? `${error.name}: ${error.message}` : String(error) } }
  }

  override componentDidCatch(error: unknown, info: ErrorInfo) {
    console.error('a page broke', error, info.componentStack)
  }

  override render() {
    const { broken } = this.state
    const { t } = this.context
    if (!broken) return this.props.children
    return (
      <Box role="alert" sx={{ maxWidth: 560, m: 'auto', mt: 8, p: 3, textAlign: 'center' }}>
        <Typography variant="h2" gutterBottom>
          {t('shell.page-broke')}
        </Typography>
        <Typography color="textSecondary" sx={{ mb: 2 }}>
          {t('shell.page-broke-why')}
        </Typography>
        <Button variant="contained" onClick={() => this.setState({ broken: null })}>
          {t('shell.retry')}
        </Button>
        <Typography component="pre" variant="caption" color="textSecondary" sx={{ mt: 3, whiteSpace: 'pre-wrap', wordBreak: 'break-word' }}>
          {broken.what}
        </Typography>
      </Box>
    )
  }
}
