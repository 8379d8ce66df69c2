// The list of roles: the ready-made ones and those of the company.
import { useTabs } from '../../client/index.ts'
import { ListPage } from '../../kit/list/index.ts'
import { useWords } from '../../words/index.ts'
import { peopleWords } from './words.ts'

export const RolesPage = () => {
  const { open } = useTabs()
  const { t } = useWords(peopleWords)
  return (
    <ListPage
      list="roles"
      actions={[
        {
          label: t('people.role.copy'),
          permission: 'role.edit',
          needs: 'one',
          onClick: ([role]) => role && open('role', { copy: role.id }),
        },
        { name: 'command.create-role', permission: 'role.edit', primary: true, onClick: () => open('role') },
      ]}
    />
  )
}
