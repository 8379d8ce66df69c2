// The list of users.
import { useTabs } from '../../client/index.ts'
import { ListPage } from '../../kit/list/index.ts'

export const UsersPage = () => {
  const { open } = useTabs()
  return (
    <ListPage
      list="users"
      actions={[{ name: 'command.create-user', permission: 'user.create', primary: true, onClick: () => open('user') }]}
    />
  )
}
