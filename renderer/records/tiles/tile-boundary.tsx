// Catches a tile that breaks: it says so in its place, with a way to try again, and the others go on.
import { Button, Typography } from '@mui/material'
import { Component, type ErrorInfo, type ReactNode } from 'react'
import { WordsContext } from '../../words/index.ts'
import { TileCard } from './tile-card.tsx'

type Props = { title: string; children: ReactNode }
type State = { broken: boolean }

/** React knows error boundaries as classes only. */
export class TileBoundary extends Component<Props, State> {
  static override contextType = WordsContext
  declare context: React.ContextType<typeof WordsContext>
  override state: State = { broken: false }

  static getDerivedStateFromError(): State {
    return { broken: true }
  }

  override componentDidCatch(error: unknown, info: ErrorInfo) {
    console.error('a tile broke', error, info.componentStack)
  }

  override render() {
    const { t } = this.context
    if (!this.state.broken) return this.props.children
    return (
      <TileCard title={this.props.title}>
        <Typography role="alert" variant="body2" sx={{ px: 1.75 }}>
          {t('tiles.broken')}
        </Typography>
        <Button sx={{ mx: 1 }} onClick={() => this.setState({ broken: false })}>
          {t('shell.retry')}
        </Button>
      </TileCard>
    )
  }
}
