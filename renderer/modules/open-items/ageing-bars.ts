// The bars of an ageing: its columns by age with their totals, as the answer has them.
import type { ListAnswer } from '../../../preload/contract/define/index.ts'
import type { Bar } from '../../kit/show/index.ts'
import type { Words } from '../../words/index.ts'
import type { openItemsWords } from './words.ts'

type Said = (typeof openItemsWords)['zh'] & Words
/** What money in hand meets is left out where there is none. */
export const ageingBars = (data: ListAnswer | undefined, { t, name }: Said): Bar[] =>
  (data?.columns ?? [])
    .filter((column) => column === 'notDue' || column === 'met' || column.startsWith('bucket'))
    .flatMap((column): Bar[] => {
      const [total] = data?.totals?.[column] ?? []
      if (typeof total !== 'object' || (column === 'met' && total.minor === 0)) return []
      const days = data?.header?.[column]
      return [
        {
          label: days === undefined ? name(column === 'met' ? 'field.ageing.met' : `field.${column}`) : t('open-items.days', { days }),
          money: total,
        },
      ]
    })
