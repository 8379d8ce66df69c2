// The report on customers' credit: limit, use and overdue of each.
import { ListPage } from '../../kit/list/index.ts'

export const CreditUsePage = () => <ListPage list="credit-use" />
