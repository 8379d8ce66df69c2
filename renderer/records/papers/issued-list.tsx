// Papers of the record that were issued, the newest first; one that is chosen is shown as it was kept.
import { Chip, List, ListItemButton, ListItemText, Typography } from '@mui/material'
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import { useViewer } from '../../client/index.ts'
import { instantShown } from '../../kit/format/index.ts'
import { namesText, useWords } from '../../words/index.ts'

type Issued = QueryOutput<'issued-papers'>[number]
type Props = { papers: readonly Issued[]; changed: readonly string[]; chosen: string | null; onChoose: (id: string) => void }

export const IssuedList = ({ papers, changed, chosen, onChoose }: Props) => {
  const { t, name, language } = useWords()
  const { company } = useViewer()
  if (papers.length === 0) return null
  const detail = ({ issuedAt, issuedBy, seal, sign, acrossPages, reason }: Issued) =>
    [
      `${instantShown(issuedAt, company.timeZone)} ${issuedBy}`,
      namesText([seal, acrossPages ? name('field.acrossPages') : '', sign].filter(Boolean), language),
      reason,
    ]
      .filter(Boolean)
      .join(' · ')
  return (
    <div>
      <Typography component="h3" sx={{ fontSize: 13, fontWeight: 600, mb: 0.5 }}>
        {t('papers.issued-title')}
      </Typography>
      <List dense disablePadding aria-label={t('papers.issued-title')}>
        {papers.map((one) => (
          <ListItemButton
            key={one.id}
            selected={one.id === chosen}
            onClick={() => onChoose(one.id)}
            sx={{ borderRadius: 1, display: 'block', py: 0.5 }}
          >
            <ListItemText
              sx={{ my: 0 }}
              primary={`${name(`paper.${one.paper}`)} #${one.issue}`}
              secondary={detail(one)}
              slotProps={{ primary: { sx: { fontSize: 13 } }, secondary: { sx: { fontSize: 12, overflowWrap: 'anywhere' } } }}
            />
            {one.draft && <Chip size="small" label={t('papers.issued-draft')} sx={{ height: 18, fontSize: 11, mr: 0.5 }} />}
            {changed.includes(one.id) && (
              <Chip size="small" color="warning" variant="outlined" label={t('papers.changed-since')} sx={{ height: 18, fontSize: 11 }} />
            )}
          </ListItemButton>
        ))}
      </List>
    </div>
  )
}
