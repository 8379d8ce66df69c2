// Who can do what this user may not, by name.
import type { Permission } from '../../../preload/contract/access.ts'
import { useOfficeQuery } from '../../client/index.ts'
import { useWords } from '../../words/index.ts'

/** The names in the language of the desk; null while unknown or where nobody can. */
export const useWhoMay = (permission: Permission, enabled: boolean): { names: string; more: boolean } | null => {
  const { language } = useWords()
  const { data } = useOfficeQuery('who-may', { permission }, { enabled })
  if (!enabled || !data || data.users.length === 0) return null
  const names = data.users.map((user) => (language === 'en' && user.nameEn !== '' ? user.nameEn : user.name))
  return { names: names.join(language === 'zh' ? '\u3001' : ', '), more: data.more > 0 }
}
