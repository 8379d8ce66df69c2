// The list of vendors: all of them, or one kind.
import { MenuItem, TextField } from '@mui/material'
import { VENDOR_KINDS } from '../../../preload/contract/modules/parties/calls.ts'
import { useTabs, useTabState } from '../../client/index.ts'
import { ListPage } from '../../kit/list/index.ts'
import { useWords } from '../../words/index.ts'
import { partiesWords } from './words.ts'

export const VendorsPage = () => {
  const { t, name } = useWords(partiesWords)
  const tabs = useTabs()
  const [kind, setKind] = useTabState<string>('kind', '')
  const chosen = VENDOR_KINDS.find((k) => k === kind)
  return (
    <ListPage
      list="vendors"
      params={chosen ? { kind: chosen } : {}}
      hide={chosen ? ['kind'] : []}
      toolbar={
        <TextField
          select
          size="small"
          label={name('field.kind')}
          value={chosen ?? ''}
          onChange={(event) => setKind(event.target.value)}
          sx={{ minWidth: 150 }}
          slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
        >
          <MenuItem value="">{t('parties.all-kinds')}</MenuItem>
          {VENDOR_KINDS.map((one) => (
            <MenuItem key={one} value={one}>
              {name(`party-kind.${one}`)}
            </MenuItem>
          ))}
        </TextField>
      }
      actions={[
        {
          name: 'command.create-vendor',
          permission: 'vendor.create',
          primary: true,
          onClick: () => tabs.open('vendor', chosen ? { kind: chosen } : {}),
        },
      ]}
    />
  )
}
