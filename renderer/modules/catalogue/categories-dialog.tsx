// The tree of product categories with a small form beside it: one is chosen and changed, or a new one made.
import Add from '@mui/icons-material/Add'
import { Box, Button, DialogActions, DialogContent, DialogTitle, List, ListItemButton, ListItemText, Stack } from '@mui/material'
import { useState } from 'react'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { type Problem, problemOf, useCommand, useMay, useOfficeQuery } from '../../client/index.ts'
import { OptionField, TextField } from '../../kit/fields/index.ts'
import { Dialog, ProblemNote } from '../../kit/show/index.ts'
import { useWords } from '../../words/index.ts'
import { belowOf, type Category, inTree } from './category-tree.ts'
import { catalogueWords } from './words.ts'

type FormValues = { id: string; revision: number | null; name: string; nameZh: string; parentId: string | null }
const fresh = (parentId: string | null): FormValues => ({ id: newId(), revision: null, name: '', nameZh: '', parentId })
const formValuesOf = ({ id, revision, name, nameZh, parentId }: Category): FormValues => ({ id, revision, name, nameZh, parentId })

const CategoryForm = ({
  typed,
  all,
  onTyped,
  onSaved,
}: {
  typed: FormValues
  all: readonly Category[]
  onTyped(next: FormValues): void
  onSaved(): void
}) => {
  const { t, name, language } = useWords(catalogueWords)
  const creating = useCommand('create-category')
  const editing = useCommand('edit-category')
  const [problem, setProblem] = useState<Problem | null>(null)
  const running = creating.running || editing.running
  const ready = typed.name.trim() !== '' && !running
  const barred = belowOf(all, typed.id)
  const save = async () => {
    const { revision, ...value } = typed
    const answer = await (revision === null ? creating.run(value) : editing.run({ ...value, revision }))
    setProblem(problemOf(answer))
    if (answer.ok) onSaved()
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (ready) void save()
      }}
    >
      <Stack spacing={1.5}>
        <TextField
          name="name"
          label={name('field.nameEn')}
          autoFocus
          required
          value={typed.name}
          onChange={(text) => onTyped({ ...typed, name: text })}
        />
        <TextField name="nameZh" value={typed.nameZh} onChange={(nameZh) => onTyped({ ...typed, nameZh })} />
        <OptionField
          name="parentId"
          label={name('field.category.parentId')}
          value={typed.parentId ?? ''}
          onChange={(id) => onTyped({ ...typed, parentId: id === '' ? null : id })}
          empty={t('catalogue.top-category')}
          options={inTree(all).map((one) => ({
            id: one.id,
            label: language === 'zh' && one.nameZh !== '' ? one.nameZh : one.name,
            depth: one.depth,
            disabled: barred.has(one.id),
          }))}
        />
        <ProblemNote problem={problem} />
        <Button type="submit" variant="contained" disableElevation disabled={!ready} sx={{ alignSelf: 'flex-start' }}>
          {t('kit.form.save')}
        </Button>
      </Stack>
    </form>
  )
}

/** `onMade`: opened to make one, it gives that back and closes. */
export const CategoriesDialog = ({ onClose, onMade }: { onClose(): void; onMade?(id: string): void }) => {
  const { t, name, language } = useWords(catalogueWords)
  const editable = useMay()('product.edit')
  const read = useOfficeQuery('categories', {})
  const all = read.data ?? []
  const [typed, setTyped] = useState<FormValues | null>(() => (onMade ? fresh(null) : null))
  const saved = () => {
    setTyped(null)
    if (!onMade || !typed || typed.revision !== null) return
    onMade(typed.id)
    onClose()
  }
  const word = (one: Category) => (language === 'zh' && one.nameZh !== '' ? one.nameZh : one.name)
  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth aria-labelledby="categories-title">
      <DialogTitle id="categories-title">{name('query.categories')}</DialogTitle>
      <DialogContent>
        <ProblemNote problem={read.problem} />
        <Box sx={{ display: 'grid', gridTemplateColumns: editable ? '1fr 1fr' : '1fr', gap: 2, minHeight: 220 }}>
          <Box>
            <List component="div" dense disablePadding sx={{ maxHeight: 380, overflow: 'auto' }}>
              {inTree(all).map((one) => (
                <ListItemButton
                  key={one.id}
                  selected={typed?.id === one.id}
                  disabled={!editable}
                  onClick={() => setTyped(formValuesOf(one))}
                  sx={{ pl: 1 + one.depth * 2.5, '&.Mui-disabled': { opacity: 1 } }}
                >
                  <ListItemText primary={word(one)} secondary={language === 'zh' && one.nameZh !== '' ? one.name : one.nameZh} />
                </ListItemButton>
              ))}
            </List>
            {read.data && all.length === 0 && <Box sx={{ color: 'text.secondary', py: 1 }}>{t('catalogue.no-category')}</Box>}
            {editable && (
              <Button
                size="small"
                startIcon={<Add />}
                onClick={() => setTyped(fresh(typed?.revision === null ? null : (typed?.id ?? null)))}
              >
                {name('command.create-category')}
              </Button>
            )}
          </Box>
          {editable && typed && (
            // The form belongs to one category: another one begins anew.
            <CategoryForm key={typed.id} typed={typed} all={all} onTyped={setTyped} onSaved={saved} />
          )}
        </Box>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('shell.close')}</Button>
      </DialogActions>
    </Dialog>
  )
}
