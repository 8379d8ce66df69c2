// A note of one's own: kept with the user at the office while they type, on whichever PC; also on a desk that the company gives to everybody of a role.
import { InputBase } from '@mui/material'
import { useRemembered } from '../../../client/index.ts'
import { textSetting, TileCard, type TileProps } from '../../../records/tiles/index.ts'
import { useWords } from '../../../words/index.ts'
import { workbenchWords } from '../words.ts'

const LONGEST = 20_000

export const NoteTile = ({ id, settings }: TileProps) => {
  const { t, name } = useWords(workbenchWords)
  const [text, setText] = useRemembered(`workbench.note.${id}`, '')
  const title = textSetting(settings, 'title') || name('tile.note')
  return (
    <TileCard title={title}>
      <InputBase
        multiline
        fullWidth
        value={text}
        placeholder={t('tile.note-hint')}
        onChange={(event) => setText(event.target.value)}
        sx={{ px: 1.75, pb: 1.5, minHeight: '100%', alignItems: 'flex-start' }}
        slotProps={{ input: { 'aria-label': title, maxLength: LONGEST } }}
      />
    </TileCard>
  )
}
