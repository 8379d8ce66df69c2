// The matrix of a role: a row for each resource with its actions, and for records that have an owner how far one sees.
import {
  Box,
  Checkbox,
  FormControlLabel,
  MenuItem,
  Select,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableRow,
  Typography,
} from '@mui/material'
import { memo, useCallback, useEffect, useRef } from 'react'
import { type Resource, type Scope, SCOPES, type Scopes } from '../../../preload/contract/access.ts'
import { useWords } from '../../words/index.ts'
import { actionsOf, allResources, type Choice, chosenOf, isOwned, permissionOf, scoped, toggled, toggledWhole } from './role-matrix.ts'
import { peopleWords } from './words.ts'

/** These stand in columns of their own, since most resources have them; the others stand together after them. */
const USUAL = ['view', 'create', 'edit', 'export']

type Props = { choice: Choice; readOnly: boolean; onChange: (choice: Choice) => void }
type Act = (change: (choice: Choice) => Choice) => void
/** A row sees only its own part of the choice, so that a tick draws one row anew and not the whole table. */
type RowProps = { resource: Resource; chosen: string; scope: Scope | undefined; readOnly: boolean; act: Act }

const ScopeCell = ({ resource, chosen, scope, readOnly, act }: RowProps) => {
  const { t, name } = useWords(peopleWords)
  if (!isOwned(resource) || chosen === '') return <Typography color="textSecondary">{t('people.role.scope-none')}</Typography>
  return (
    <Select
      variant="standard"
      disableUnderline
      value={scope ?? 'own'}
      disabled={readOnly}
      onChange={(event) => act((choice) => scoped(choice, resource, event.target.value as Scope))}
      inputProps={{ 'aria-label': `${name(`resource.${resource}`)} ${t('people.role.scope')}` }}
      sx={{ fontSize: 13 }}
    >
      {SCOPES.map((one) => (
        <MenuItem key={one} value={one}>
          {name(`scope.${one}`)}
        </MenuItem>
      ))}
    </Select>
  )
}

const Row = memo((props: RowProps) => {
  const { resource, chosen, readOnly, act } = props
  const { name } = useWords(peopleWords)
  const title = name(`resource.${resource}`)
  const permissions = chosen.split(' ')
  const all = actionsOf(resource)
  const whole = all.every((action) => permissions.includes(permissionOf(resource, action)))
  const box = (action: string) => (
    <Checkbox
      size="small"
      sx={{ p: 0.25 }}
      disabled={readOnly}
      checked={permissions.includes(permissionOf(resource, action))}
      onChange={() => act((choice) => toggled(choice, resource, action))}
      slotProps={{ input: { 'aria-label': `${title} ${name(`action.${action}`)}` } }}
    />
  )
  const others = all.filter((action) => !USUAL.includes(action))
  return (
    <TableRow hover>
      <TableCell component="th" scope="row">
        <FormControlLabel
          label={<Typography variant="body2">{title}</Typography>}
          control={
            <Checkbox
              size="small"
              sx={{ p: 0.25, mr: 0.5 }}
              disabled={readOnly}
              checked={whole}
              indeterminate={chosen !== '' && !whole}
              onChange={() => act((choice) => toggledWhole(choice, resource))}
            />
          }
          sx={{ ml: 0, mr: 0 }}
        />
      </TableCell>
      {USUAL.map((action) => (
        <TableCell key={action} align="center">
          {all.includes(action) && box(action)}
        </TableCell>
      ))}
      <TableCell>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1.5 }}>
          {others.map((action) => (
            <FormControlLabel
              key={action}
              label={<Typography variant="body2">{name(`action.${action}`)}</Typography>}
              control={box(action)}
              sx={{ m: 0 }}
            />
          ))}
        </Box>
      </TableCell>
      <TableCell sx={{ minWidth: 150 }}>
        <ScopeCell {...props} />
      </TableCell>
    </TableRow>
  )
})

export const RoleTable = ({ choice, readOnly, onChange }: Props) => {
  const { t, name } = useWords(peopleWords)
  const latest = useRef({ choice, onChange })
  useEffect(() => {
    latest.current = { choice, onChange }
  })
  const act = useCallback<Act>((change) => latest.current.onChange(change(latest.current.choice)), [])
  return (
    <Table size="small" sx={{ '& td, & th': { py: 0.25, px: 1 } }}>
      <TableHead>
        <TableRow>
          <TableCell>{t('people.role.all')}</TableCell>
          {USUAL.map((action) => (
            <TableCell key={action} align="center">
              {name(`action.${action}`)}
            </TableCell>
          ))}
          <TableCell>{t('people.role.others')}</TableCell>
          <TableCell>{t('people.role.scope')}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {allResources.map((resource) => (
          <Row
            key={resource}
            resource={resource}
            chosen={chosenOf(choice, resource).join(' ')}
            scope={choice.scopes[resource as keyof Scopes]}
            readOnly={readOnly}
            act={act}
          />
        ))}
      </TableBody>
    </Table>
  )
}
