// Signing in on the page of a window, as a person does.
import type { Page } from 'playwright-core'
import { DEMONSTRATION_PASSWORD } from '../../../main/demonstration/accounts.ts'
import { wordsIn } from './words.ts'

/** Fills in the sign-in page that stands in the window, in its language, and waits until somebody is at work there. */
export const signInOn = async (
  page: Page,
  user = 'boss',
  password = DEMONSTRATION_PASSWORD,
  { t }: { t(key: 'sign-in.user' | 'sign-in.password' | 'sign-in.go'): string } = wordsIn.zh,
): Promise<void> => {
  await page.getByLabel(t('sign-in.user')).fill(user)
  await page.getByLabel(t('sign-in.password'), { exact: true }).fill(password)
  await page.getByRole('button', { name: t('sign-in.go'), exact: true }).click()
  await page.getByRole('tablist').waitFor()
}
