// Views of lists (视图): columns, widths, order, sort, filters, period and search under a name; one's own, or shared with a role. Rules W20 to W23.
import { z } from 'zod'
import { changedOutcome, command, noOutcome, query, requiredText, revisionSchema, versionRef, once } from '../../define/index.ts'
import { idSchema } from '../../vocabulary/ids.ts'

/** The longest look that is kept: dozens of columns with widths, twenty filters. */
const LONGEST = 20_000
/** JSON as the lists' page writes it: the office keeps it and reads nothing in it. */
const lookText = once(() => z.string().max(LONGEST))

export const listViewsCommands = {
  /** Keeps a view, or changes one's own; `roleId` shares it with whoever has the role, `preset` lets the list open with it. */
  'save-list-view': command({
    class: 'intent',
    desk: 'runs',
    permission: 'signed-in',
    input: () =>
      z.strictObject({
        id: idSchema,
        revision: revisionSchema.optional(),
        list: z.string().min(1).max(60),
        name: requiredText,
        look: lookText(),
        roleId: idSchema.nullable(),
        preset: z.boolean(),
      }),
    outcome: changedOutcome,
  }),
  'remove-list-view': command({ class: 'intent', desk: 'runs', permission: 'signed-in', input: versionRef, outcome: noOutcome }),
}

export const listViewsQueries = {
  /** One's own views of a list, and those shared with one's roles. */
  'list-views': query({
    permission: 'signed-in',
    input: () => z.strictObject({ list: z.string().max(60) }),
    output: () =>
      z.strictObject({
        views: z.array(
          z.strictObject({
            id: idSchema,
            revision: z.int(),
            name: z.string(),
            look: lookText(),
            mine: z.boolean(),
            owner: z.string(),
            roleId: idSchema.nullable(),
            role: z.string().nullable(),
            preset: z.boolean(),
          }),
        ),
        /** Roles that a view can be shared with; none for who may not share. */
        roles: z.array(z.strictObject({ id: idSchema, name: z.string() })),
      }),
    watches: ['list_view', 'role', 'user_role', 'user'],
  }),
}
