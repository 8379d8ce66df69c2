// The fields of the founding wizard: the company, and its owner's account.
import ExpandMore from '@mui/icons-material/ExpandMore'
import { Accordion, AccordionDetails, AccordionSummary, Autocomplete, MenuItem, Stack, TextField, Typography } from '@mui/material'
import { companySchema } from '../../preload/contract/modules/people/calls.ts'
import { foldedOptions } from '../kit/fields/index.ts'
import { SwitchList } from '../modules/approvals/switch-list.tsx'
import { PasswordInput } from '../modules/people/password-input.tsx'
import { timeZones } from '../modules/people/people-fields.tsx'
import { ruleText, useWords } from '../words/index.ts'
import type { Founding } from './founding.ts'

type Props = { value: Founding; onChange: (value: Founding) => void; issues: Readonly<Record<string, string>> }

const FIRST_CURRENCIES = ['CNY', 'USD', 'EUR', 'HKD', 'GBP', 'JPY', 'AUD', 'SGD', 'TWD', 'VND']
const currencies = [...new Set([...FIRST_CURRENCIES, ...Intl.supportedValuesOf('currency')])]

const usePlace = (issues: Props['issues']) => {
  const words = useWords()
  return (path: string, help?: string) => {
    const rule = issues[path]
    if (rule === undefined) return { error: false, helperText: help }
    return { error: true, helperText: rule === 'differs' ? words.t('found.password-differs') : ruleText(rule, words) }
  }
}

export const CompanyFields = ({ value, onChange, issues }: Props) => {
  const { t, name, language } = useWords()
  const place = usePlace(issues)
  const { company } = value
  const set = (part: Partial<Founding['company']>) => onChange({ ...value, company: { ...company, ...part } })
  const currencyNames = new Intl.DisplayNames(language === 'zh' ? 'zh-CN' : 'en', { type: 'currency' })
  const late = ['company.ageingBuckets', 'company.lockAfterMinutes'].some((path) => path in issues)
  return (
    <>
      <TextField
        autoFocus
        required
        fullWidth
        label={name('field.company.name')}
        value={company.name}
        onChange={(event) => set({ name: event.target.value })}
        {...place('company.name')}
      />
      <TextField
        fullWidth
        label={name('field.company.nameEn')}
        value={company.nameEn}
        onChange={(event) => set({ nameEn: event.target.value })}
        {...place('company.nameEn')}
      />
      <Stack direction="row" spacing={2}>
        <Autocomplete
          fullWidth
          disableClearable
          size="small"
          options={currencies}
          value={company.baseCurrency}
          filterOptions={foldedOptions}
          onChange={(_event, baseCurrency) => set({ baseCurrency })}
          getOptionLabel={(code) => `${code} ${currencyNames.of(code) ?? ''}`}
          renderInput={(params) => (
            <TextField {...params} label={name('field.baseCurrency')} {...place('company.baseCurrency', t('found.base-currency-help'))} />
          )}
        />
        <Autocomplete
          fullWidth
          disableClearable
          size="small"
          options={timeZones}
          value={company.timeZone}
          filterOptions={foldedOptions}
          onChange={(_event, timeZone) => set({ timeZone })}
          renderInput={(params) => (
            <TextField {...params} label={name('field.timeZone')} {...place('company.timeZone', t('found.time-zone-help'))} />
          )}
        />
      </Stack>
      <Accordion variant="outlined" disableGutters defaultExpanded={late}>
        <AccordionSummary expandIcon={<ExpandMore />}>
          <Typography variant="body2">{t('found.advanced')}</Typography>
        </AccordionSummary>
        <AccordionDetails>
          <Stack spacing={2}>
            <TextField
              select
              label={name('field.ageingBasis')}
              value={company.ageingBasis}
              onChange={(event) => set({ ageingBasis: event.target.value as Founding['company']['ageingBasis'] })}
            >
              {companySchema().shape.ageingBasis.options.map((basis) => (
                <MenuItem key={basis} value={basis}>
                  {name(`ageing-basis.${basis}`)}
                </MenuItem>
              ))}
            </TextField>
            <TextField
              label={name('field.ageingBuckets')}
              value={company.ageingBuckets}
              onChange={(event) => set({ ageingBuckets: event.target.value })}
              {...place('company.ageingBuckets', t('found.buckets-help'))}
            />
            <TextField
              label={name('field.lockAfterMinutes')}
              value={company.lockAfterMinutes}
              onChange={(event) => set({ lockAfterMinutes: event.target.value })}
              {...place('company.lockAfterMinutes', t('found.lock-help'))}
            />
          </Stack>
        </AccordionDetails>
      </Accordion>
      <Accordion variant="outlined" disableGutters>
        <AccordionSummary expandIcon={<ExpandMore />}>
          <Typography variant="body2">{t('switches.found')}</Typography>
        </AccordionSummary>
        <AccordionDetails>
          <SwitchList value={company.switches} onChange={(switches) => set({ switches })} />
        </AccordionDetails>
      </Accordion>
    </>
  )
}

export const OwnerFields = ({ value, onChange, issues }: Props) => {
  const { t, name } = useWords()
  const place = usePlace(issues)
  const { owner } = value
  const set = (part: Partial<Founding['owner']>) => onChange({ ...value, owner: { ...owner, ...part } })
  const issue = (path: string) => (issues[path] === undefined ? undefined : place(path).helperText)
  return (
    <>
      <Typography variant="body2" color="textSecondary">
        {t('found.owner-why')}
      </Typography>
      <Stack direction="row" spacing={2}>
        <TextField
          autoFocus
          required
          fullWidth
          label={name('field.owner.name')}
          value={owner.name}
          onChange={(event) => set({ name: event.target.value })}
          {...place('owner.name')}
        />
        <TextField
          required
          fullWidth
          label={name('field.owner.login')}
          value={owner.login}
          onChange={(event) => set({ login: event.target.value })}
          autoComplete="username"
          slotProps={{ htmlInput: { spellCheck: false, autoCapitalize: 'none' } }}
          {...place('owner.login', t('found.login-help'))}
        />
      </Stack>
      <PasswordInput
        label={name('field.owner.password')}
        value={owner.password}
        onChange={(password) => set({ password })}
        purpose="new-password"
        help={t('found.password-help')}
        issue={issue('owner.password')}
      />
      <PasswordInput
        label={t('found.password-again')}
        value={owner.again}
        onChange={(again) => set({ again })}
        purpose="new-password"
        issue={owner.again === '' ? undefined : issue('owner.again')}
      />
    </>
  )
}
