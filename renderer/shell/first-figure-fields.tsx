// What the founding wizard offers beside the owner's account, folded until it is wanted: today's rate of the currency one sells in, an account in each currency, one colleague. All of it may be left empty.
import ExpandMore from '@mui/icons-material/ExpandMore'
import { Accordion, AccordionDetails, AccordionSummary, MenuItem, Stack, TextField, Typography } from '@mui/material'
import { PasswordInput } from '../modules/people/password-input.tsx'
import { useWords } from '../words/index.ts'
import { COLLEAGUE_ROLES, type FirstFigures } from './first-figures.ts'

type Props = { value: FirstFigures; onChange: (value: FirstFigures) => void; baseCurrency: string }
const CURRENCIES = ['USD', 'EUR', 'GBP', 'HKD', 'JPY', 'AUD', 'CNY']

export const FirstFigureFields = ({ value, onChange, baseCurrency }: Props) => {
  const { t, name } = useWords()
  const set = (part: Partial<FirstFigures>) => onChange({ ...value, ...part })
  const { colleague } = value
  const setColleague = (part: Partial<FirstFigures['colleague']>) => set({ colleague: { ...colleague, ...part } })
  const text = (label: string, shown: string, change: (text: string) => void, more: { autoFocus?: boolean; figure?: boolean } = {}) => (
    <TextField
      fullWidth
      size="small"
      label={label}
      value={shown}
      autoFocus={more.autoFocus === true}
      autoComplete="off"
      onChange={(event) => change(event.target.value)}
      slotProps={{ htmlInput: { spellCheck: false, maxLength: 200, ...(more.figure ? { inputMode: 'decimal' } : {}) } }}
    />
  )
  return (
    <Accordion variant="outlined" disableGutters expanded={value.wanted} onChange={(_event, wanted) => set({ wanted })}>
      <AccordionSummary expandIcon={<ExpandMore />}>
        <Typography variant="body2">{t('found.start')}</Typography>
      </AccordionSummary>
      {value.wanted && (
        <AccordionDetails>
          <Stack spacing={2}>
            <Typography variant="body2" color="textSecondary">
              {t('found.start-why')}
            </Typography>
            <Stack direction="row" spacing={2}>
              <TextField
                select
                size="small"
                label={name('field.currency')}
                value={value.currency}
                onChange={(event) =>
                  set({ currency: event.target.value, foreignAccount: t('found.foreign-account-name', { currency: event.target.value }) })
                }
                sx={{ width: 120 }}
              >
                {CURRENCIES.filter((code) => code !== baseCurrency).map((code) => (
                  <MenuItem key={code} value={code}>
                    {code}
                  </MenuItem>
                ))}
              </TextField>
              {text(`${t('found.foreign-rate', { currency: value.currency })} ${baseCurrency}`, value.rate, (rate) => set({ rate }), {
                autoFocus: true,
                figure: true,
              })}
            </Stack>
            <Stack direction="row" spacing={2}>
              {text(t('found.base-account', { currency: baseCurrency }), value.baseAccount, (baseAccount) => set({ baseAccount }))}
              {text(t('found.base-account', { currency: value.currency }), value.foreignAccount, (foreignAccount) =>
                set({ foreignAccount }),
              )}
            </Stack>
            <Typography variant="body2" sx={{ fontWeight: 600 }}>
              {t('found.colleague')}
            </Typography>
            <Stack direction="row" spacing={2}>
              {text(t('found.colleague-name'), colleague.name, (typed) => setColleague({ name: typed }))}
              {text(t('found.colleague-login'), colleague.login, (login) => setColleague({ login }))}
            </Stack>
            <Stack direction="row" spacing={2}>
              <TextField
                select
                fullWidth
                size="small"
                label={t('found.colleague-role')}
                value={colleague.role}
                onChange={(event) => setColleague({ role: event.target.value as FirstFigures['colleague']['role'] })}
              >
                {COLLEAGUE_ROLES.map((role) => (
                  <MenuItem key={role} value={role}>
                    {name(`role.${role}`)}
                  </MenuItem>
                ))}
              </TextField>
              <PasswordInput
                label={t('found.colleague-password')}
                value={colleague.password}
                onChange={(password) => setColleague({ password })}
                purpose="new-password"
              />
            </Stack>
          </Stack>
        </AccordionDetails>
      )}
    </Accordion>
  )
}
