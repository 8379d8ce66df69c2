// Everything that changes people and the company.
import { keepState } from '../../../db/user-state.ts'
import { defineCommands } from '../../commands/define-command.ts'
import { departmentCommands } from './departments.ts'
import { foundingCommands } from './found-company.ts'
import { passwordCommands } from './passwords.ts'
import { roleCommands } from './roles.ts'
import { userCommands } from './users.ts'

export const peopleCommands = defineCommands({
  ...foundingCommands,
  ...userCommands,
  ...passwordCommands,
  ...roleCommands,
  ...departmentCommands,
  remember: (input, ctx) => {
    keepState(ctx.tx, ctx.viewer.userId, input.key, input.value)
    return {}
  },
})
