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
import { type Resource, type Scope, SCOPES, type Scopes } from '../../../preload/contract/access.ts'
import { useWords } from '../../words/index.ts'
import {
  actionsOf,
  allResources,
  type Choice,
  countOf,
  isOwned,
  isWhole,
  permissionOf,
  scoped,
  toggled,
  toggledWhole,
} from './role-matrix.ts'

/** These stand in columns of their own, since most resources have them; the others stand together after them. */
const USUAL = ['view', 'create', 'edit', 'export']

type Props = { choice: Choice; readOnly: boolean; onChange(choice: Choice): void }

const ScopeCell = ({ resource, choice, readOnly, onChange }: Props & { resource: Resource }) => {
  const { t, name } = useWords()
  if (!isOwned(resource) || countOf(choice, resource) === 0)
    return <Typography color="textDisabled">{t('people.role.scope-none')}</Typography>
  return (
    <Select
      variant="standard"
      disableUnderline
      value={choice.scopes[resource as keyof Scopes] ?? 'own'}
      disabled={readOnly}
      onChange={(event) => onChange(scoped(choice, resource, event.target.value as Scope))}
      inputProps={{ 'aria-label': `${name(`resource.${resource}`)} ${t('people.role.scope')}` }}
      sx={{ fontSize: 13 }}
    >
      {SCOPES.map((scope) => (
        <MenuItem key={scope} value={scope}>
          {name(`scope.${scope}`)}
        </MenuItem>
      ))}
    </Select>
  )
}

const Row = (props: Props & { resource: Resource }) => {
  const { resource, choice, readOnly, onChange } = props
  const { name } = useWords()
  const title = name(`resource.${resource}`)
  const box = (action: string) => (
    <Checkbox
      size="small"
      sx={{ p: 0.25 }}
      disabled={readOnly}
      checked={choice.permissions.includes(permissionOf(resource, action))}
      onChange={() => onChange(toggled(choice, resource, action))}
      slotProps={{ input: { 'aria-label': `${title} ${name(`action.${action}`)}` } }}
    />
  )
  const others = actionsOf(resource).filter((action) => !USUAL.includes(action))
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
              checked={isWhole(choice, resource)}
              indeterminate={countOf(choice, resource) > 0 && !isWhole(choice, resource)}
              onChange={() => onChange(toggledWhole(choice, resource))}
            />
          }
          sx={{ ml: 0, mr: 0 }}
        />
      </TableCell>
      {USUAL.map((action) => (
        <TableCell key={action} align="center">
          {actionsOf(resource).includes(action) && box(action)}
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
}

export const RoleTable = (props: Props) => {
  const { t, name } = useWords()
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
          <Row key={resource} {...props} resource={resource} />
        ))}
      </TableBody>
    </Table>
  )
}
