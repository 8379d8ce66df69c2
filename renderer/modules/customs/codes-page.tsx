// Customs' lists of codes with the company's corrections.
import Add from '@mui/icons-material/Add'
import EditOutlined from '@mui/icons-material/EditOutlined'
import {
  Box,
  Button,
  Chip,
  IconButton,
  MenuItem,
  Paper,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableRow,
  TextField as Input,
  Typography,
} from '@mui/material'
import { useState } from 'react'
import { CUSTOMS_LISTS, type CustomsList } from '../../../preload/contract/modules/customs/calls.ts'
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { useCommand, useOfficeQuery } from '../../client/index.ts'
import { SwitchField, TextField } from '../../kit/fields/index.ts'
import { ConfirmDialog, EmptyState, ProblemNote, StatusChip } from '../../kit/show/index.ts'
import { useWords } from '../../words/index.ts'
import { customsWords } from './words.ts'

type Code = QueryOutput<'customs-codes'>[number]['codes'][number]

const CodeDialog = ({ list, code, onClose }: { list: CustomsList; code: Code | null; onClose: () => void }) => {
  const { t, name } = useWords(customsWords)
  const { run } = useCommand('save-customs-code')
  const [id] = useState(() => code?.own?.id ?? newId())
  const [written, setWritten] = useState(code?.code ?? '')
  const [called, setCalled] = useState(code?.name ?? '')
  const [active, setActive] = useState(code?.active ?? true)
  return (
    <ConfirmDialog
      open
      title={`${name('command.save-customs-code')} · ${name(`customs-list.${list}`)}`}
      confirm={t('kit.form.save')}
      ready={written.trim() !== '' && called.trim() !== ''}
      onConfirm={() => run({ id, list, code: written, name: called, active, ...(code?.own ? { revision: code.own.revision } : {}) })}
      onClose={onClose}
    >
      <TextField
        name="code"
        label={name('field.code')}
        required
        maxLength={20}
        value={written}
        readOnly={code !== null}
        onChange={setWritten}
      />
      <TextField name="name" label={name('field.name')} required value={called} onChange={setCalled} />
      <SwitchField name="active" label={name('field.active')} value={active} onChange={setActive} />
    </ConfirmDialog>
  )
}

export const CodesPage = () => {
  const { t, name } = useWords(customsWords)
  const { data, problem } = useOfficeQuery('customs-codes', {})
  const [list, setList] = useState<CustomsList>('supervision')
  const [edited, setEdited] = useState<Code | 'new' | null>(null)
  const codes = data?.find((one) => one.list === list)?.codes ?? []
  return (
    <Box sx={{ p: 2, maxWidth: 760, display: 'flex', flexDirection: 'column', gap: 1.5 }}>
      <Box>
        <Typography component="h1" sx={{ fontSize: 17, fontWeight: 600 }}>
          {t('customs.codes-title')}
        </Typography>
        <Typography variant="body2" color="textSecondary">
          {t('customs.codes-intro')}
        </Typography>
      </Box>
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'center' }}>
        <Input
          select
          size="small"
          label={name('field.list')}
          value={list}
          sx={{ width: 220 }}
          onChange={(event) => setList(event.target.value as CustomsList)}
        >
          {CUSTOMS_LISTS.map((one) => (
            <MenuItem key={one} value={one}>
              {name(`customs-list.${one}`)}
            </MenuItem>
          ))}
        </Input>
        <Box sx={{ flex: 1 }} />
        <Button size="small" variant="outlined" startIcon={<Add />} onClick={() => setEdited('new')}>
          {t('customs.add-code')}
        </Button>
      </Box>
      <ProblemNote problem={problem} />
      {data && codes.length === 0 && <EmptyState title={t('customs.no-codes')} />}
      {codes.length > 0 && (
        <Paper variant="outlined">
          <Table size="small">
            <TableHead>
              <TableRow>
                <TableCell sx={{ width: 110 }}>{name('field.code')}</TableCell>
                <TableCell>{name('field.name')}</TableCell>
                <TableCell sx={{ width: 170 }} />
                <TableCell sx={{ width: 56 }} />
              </TableRow>
            </TableHead>
            <TableBody>
              {codes.map((one) => (
                <TableRow key={one.code} hover sx={{ opacity: one.active ? 1 : 0.6 }}>
                  <TableCell sx={{ fontVariantNumeric: 'tabular-nums' }}>{one.code}</TableCell>
                  <TableCell>{one.name}</TableCell>
                  <TableCell>
                    {one.own && <Chip size="small" variant="outlined" label={t('customs.own')} sx={{ mr: 0.5 }} />}
                    {!one.active && <StatusChip group="active" value="false" />}
                  </TableCell>
                  <TableCell sx={{ py: 0 }}>
                    <IconButton size="small" aria-label={`${t('customs.edit-code')} ${one.code}`} onClick={() => setEdited(one)}>
                      <EditOutlined sx={{ fontSize: 16 }} />
                    </IconButton>
                  </TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </Paper>
      )}
      {edited !== null && <CodeDialog key={list} list={list} code={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </Box>
  )
}
