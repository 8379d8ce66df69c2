// Under a customer picker's results: customers that are there but belong to colleagues. They are told, never picked (parties Y15).
import { Box } from '@mui/material'
import { useOfficeQuery } from '../../client/index.ts'
import { useWords } from '../../words/index.ts'
import { useDebounced } from '../../kit/form/index.ts'

export const ColleaguesCustomers = ({ typed }: { typed: string }) => {
  const { t } = useWords()
  const debounced = useDebounced(typed.trim(), 300)
  const { data } = useOfficeQuery('colleagues-customers', { typed: debounced }, { enabled: debounced.length > 1 })
  if (debounced !== typed.trim() || data === undefined || data.length === 0) return null
  return (
    <Box
      role="status"
      sx={{ px: 2, py: 1, borderTop: 1, borderColor: 'divider', color: 'text.secondary', fontSize: 12 }}
      // The field keeps the keyboard.
      onMouseDown={(event) => event.preventDefault()}
    >
      {data.map(({ name, owner }) => (
        <div key={`${name} ${owner}`}>{t('kit.pick.theirs', { name, owner })}</div>
      ))}
    </Box>
  )
}
