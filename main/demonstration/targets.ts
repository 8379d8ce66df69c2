// What the salespeople of the demonstration are to sign and to receive in this month and those around it.
import { addMonths, monthOf } from '../../preload/contract/vocabulary/dates.ts'
import type { World } from './world.ts'

/** Yuan a month, by whom and of what. */
const monthly = {
  orders: { sales: 900_000, sales2: 700_000, manager: 400_000 },
  received: { sales: 800_000, sales2: 600_000 },
} as const
const MONTHS = [-3, -2, -1, 0, 1, 2]

export const salesTargets = async ({ send, people, today }: World): Promise<void> => {
  for (const measure of ['orders', 'received'] as const) {
    const cells = Object.entries(monthly[measure]).flatMap(([user, yuan]) =>
      MONTHS.map((at) => ({
        ...{ ownerId: people.byUser.get(user)!, departmentId: null, month: monthOf(addMonths(`${monthOf(today)}-01`, at)) },
        ...{ amount: yuan * 100, revision: 0 },
      })),
    )
    await send('save-targets', { measure, cells })
  }
}
