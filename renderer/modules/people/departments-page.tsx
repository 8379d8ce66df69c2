// The tree of departments, with a small dialog to make or change one.
import Add from '@mui/icons-material/Add'
import EditOutlined from '@mui/icons-material/EditOutlined'
import { Box, Button, IconButton, List, ListItem, ListItemText, Paper, Tooltip, Typography } from '@mui/material'
import { useState } from 'react'
import { useMay, useOfficeQuery } from '../../client/index.ts'
import { EmptyState, ProblemNote } from '../../kit/show/index.ts'
import { useWords } from '../../words/index.ts'
import { DepartmentDialog, type Wanted } from './department-dialog.tsx'
import { type Department, inTree } from './people-fields.tsx'
import { peopleWords } from './words.ts'

export const DepartmentsPage = () => {
  const { t, name, language } = useWords(peopleWords)
  const may = useMay()
  const read = useOfficeQuery('departments', {})
  const [wanted, setWanted] = useState<Wanted | null>(null)
  const rows = inTree(read.data ?? [])
  const editable = may('user.edit')
  const nameOf = (one: Department) => (language === 'en' && one.nameEn ? one.nameEn : one.name)
  const create = editable && (
    <Button variant="contained" startIcon={<Add />} onClick={() => setWanted({ parentId: null })}>
      {name('command.create-department')}
    </Button>
  )
  return (
    <Box sx={{ p: 2, maxWidth: 760 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', mb: 1.5 }}>
        <Typography component="h1" sx={{ fontSize: 17, fontWeight: 600, flex: 1 }}>
          {name('menu.departments')}
        </Typography>
        {rows.length > 0 && create}
      </Box>
      <ProblemNote problem={read.problem} />
      {read.data && rows.length === 0 && <EmptyState title={name('menu.departments')} text={t('people.department.none')} action={create} />}
      {rows.length > 0 && (
        <Paper variant="outlined">
          <List dense disablePadding>
            {rows.map((one) => (
              <ListItem
                key={one.id}
                divider
                sx={{ pl: 2 + one.depth * 3 }}
                secondaryAction={
                  editable && (
                    <>
                      <Tooltip title={t('people.department.new-below')}>
                        <IconButton
                          aria-label={`${t('people.department.new-below')} ${nameOf(one)}`}
                          onClick={() => setWanted({ parentId: one.id })}
                        >
                          <Add fontSize="small" />
                        </IconButton>
                      </Tooltip>
                      <Tooltip title={name('command.edit-department')}>
                        <IconButton
                          aria-label={`${name('command.edit-department')} ${nameOf(one)}`}
                          onClick={() => setWanted({ department: one })}
                        >
                          <EditOutlined fontSize="small" />
                        </IconButton>
                      </Tooltip>
                    </>
                  )
                }
              >
                <ListItemText
                  primary={nameOf(one)}
                  secondary={[language === 'en' ? one.name : one.nameEn, one.headName && `${name('field.headName')} ${one.headName}`]
                    .filter(Boolean)
                    .join(' · ')}
                />
              </ListItem>
            ))}
          </List>
        </Paper>
      )}
      {wanted && <DepartmentDialog wanted={wanted} departments={read.data ?? []} onClose={() => setWanted(null)} />}
    </Box>
  )
}
