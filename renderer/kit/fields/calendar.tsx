// The month to pick a day from. Loaded when first opened.
import { DateCalendar, LocalizationProvider } from '@mui/x-date-pickers'
import { AdapterDayjs } from '@mui/x-date-pickers/AdapterDayjs'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'
import type { IsoDate } from '../../../preload/contract/vocabulary/dates.ts'
import { useWords } from '../../words/index.ts'

type Props = { value: IsoDate | null; today: IsoDate; onPick: (day: IsoDate) => void }

export const Calendar = ({ value, today, onPick }: Props) => {
  const { language } = useWords()
  return (
    <LocalizationProvider dateAdapter={AdapterDayjs} adapterLocale={language === 'zh' ? 'zh-cn' : 'en'}>
      <DateCalendar
        autoFocus
        value={dayjs(value ?? today)}
        referenceDate={dayjs(today)}
        onChange={(day, state) => {
          if (state === 'finish' && day) onPick(day.format('YYYY-MM-DD'))
        }}
      />
    </LocalizationProvider>
  )
}
