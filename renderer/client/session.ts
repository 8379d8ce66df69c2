// Signing in and out, the lock, the founding of the company: what moves the gate.
import type { CommandInput, CommandOutcome } from '../../preload/contract/commands.ts'
import type { Answer, Hello, SignedIn } from '../../preload/contract/envelope.ts'
import type { Language } from '../../preload/contract/names/define.ts'
import { newId } from '../../preload/contract/vocabulary/ids.ts'
import { forgetAnswers, keepLanguage, keepToken, office, officeState, onNotice, setOffice, setReachable, type Viewer } from './office.ts'
import { watchDay } from './current-day.ts'
import { reach } from './reach.ts'
import { changed } from './changes.ts'
import { flushRemembered, loadRemembered } from './remembered.ts'

/** Reads who is signed in and what the desk remembers for them, then opens the gate. */
async function enter(): Promise<Answer> {
  const [me, remembered] = await Promise.all([
    reach({ kind: 'query', name: 'me', input: {} }),
    reach({ kind: 'query', name: 'remembered', input: {} }),
  ])
  if (!me.ok) return me
  if (!remembered.ok) return remembered
  const viewer = me.value as Viewer
  if (officeState().viewer?.id !== viewer.id) {
    forgetAnswers()
    loadRemembered(viewer.id, remembered.value as Record<string, string>)
  }
  keepLanguage(viewer.language)
  attend()
  changed('everything') // Notices may have been missed while nobody was signed in or the screen was locked.
  setOffice({ viewer, gate: 'open' })
  return me
}

const attend = () => {
  const { token } = officeState()
  office().transport.attend(token === null ? 'nobody' : { token })
}

const rightsOf = (viewer: Viewer | null) => JSON.stringify([viewer?.permissions, viewer?.scopes, viewer?.departmentId])
async function refreshViewer() {
  const me = await reach({ kind: 'query', name: 'me', input: {} })
  if (me.ok && officeState().gate === 'open') {
    const viewer = me.value as Viewer
    // What may be seen now may be less than what was read before.
    if (rightsOf(viewer) !== rightsOf(officeState().viewer)) office().lastAnswers.clear()
    const newDay = viewer.today !== officeState().viewer?.today
    keepLanguage(viewer.language)
    setOffice({ viewer })
    if (newDay) changed('everything') // What is overdue, due today or in force is another now.
  }
}

/** An office that comes back may be of another version than it was. */
const refreshHello = async (): Promise<void> => {
  const answer = await reach({ kind: 'hello' })
  if (answer.ok) setOffice({ hello: answer.value as Hello })
}

/** Looks at the office's state and takes the gate where it belongs. Also called again while a company is being founded. */
export async function lookAtOffice(): Promise<void> {
  const answer = await reach({ kind: 'hello' })
  if (!answer.ok) return
  const hello = answer.value as Hello
  setOffice({ hello })
  if (hello.state !== 'ready') {
    if (officeState().gate !== 'founding') office().transport.attend('founding')
    return setOffice({ gate: 'founding' })
  }
  if (officeState().token) {
    const entered = await enter()
    if (entered.ok) return
    if ('refused' in entered) keepToken(null)
  }
  attend()
  setOffice({ gate: 'signed-out' })
}

/** Listens to the office and takes the first look. Called once, by main.tsx. */
export function begin(): Promise<void> {
  office().endings.push(watchDay(() => void refreshViewer()))
  onNotice((notice) => {
    if (notice.kind === 'founding') setOffice({ founding: { done: notice.done, of: notice.of } })
    if (notice.kind === 'office') {
      setReachable(notice.state === 'up')
      if (notice.state === 'up' && officeState().gate === 'open') {
        changed('everything')
        void refreshHello()
      }
    }
    if (notice.kind === 'changed') {
      changed(notice.tables)
      if (
        officeState().gate === 'open' &&
        notice.tables.some((table) => ['user', 'role', 'user_role', 'setting', 'period'].includes(table))
      )
        void refreshViewer()
    }
  })
  return lookAtOffice()
}

/** Signs in; on success the gate opens on the user's own tabs. */
export async function signIn(user: string, password: string): Promise<Answer> {
  const answer = await reach({ kind: 'sign-in', user, password })
  if (!answer.ok) return answer
  keepToken((answer.value as SignedIn).token)
  return enter()
}

/** How long signing out waits for the last remembered things when the office is slow or away. */
const LAST_WORDS = 3_000

/** Ends the session at the office and forgets everything of the user. */
export async function signOut(): Promise<void> {
  // Behind a lock the office takes nothing more of this session; what was typed before it went out long ago.
  if (officeState().gate === 'open') await Promise.race([flushRemembered(), new Promise((resolve) => setTimeout(resolve, LAST_WORDS))])
  void reach({ kind: 'sign-out' }) // The user need not wait for the line: without its token this desk is signed out already.
  keepToken(null)
  attend()
  forgetAnswers()
  setOffice({ viewer: null, gate: 'signed-out' })
}

/** Puts the overlay over the screens, as after the idle time, and has the office lock the session too. */
export const lock = (): void => {
  if (officeState().gate !== 'open') return
  void flushRemembered().then(() => reach({ kind: 'lock' }))
  setOffice({ gate: 'locked' })
}

/** The password again: unlocks the session, or signs the same user in anew when it has ended meanwhile. */
export async function unlock(password: string): Promise<Answer> {
  const { viewer, gate } = officeState()
  if (gate === 'locked') {
    const answer = await reach({ kind: 'unlock', password })
    if (answer.ok) {
      attend()
      changed('everything')
      setOffice({ gate: 'open' })
      await refreshViewer() // It may be another day than when the screen was locked.
    }
    if (answer.ok || 'fault' in answer || answer.refused !== 'signed-out') return answer
  }
  return signIn(viewer?.login ?? '', password)
}

/** Changes the language at once on this screen, and at the office for the next ones. */
export async function chooseLanguage(language: Language): Promise<void> {
  keepLanguage(language)
  const { viewer } = officeState()
  if (!viewer) return
  setOffice({ viewer: { ...viewer, language } })
  office().lastAnswers.clear()
  const chosen = await reach({ kind: 'command', id: newId(), name: 'choose-language', input: { language } })
  // Names come from the office in the viewer's language (Q32): everything open is asked for again, in background tabs when they come forward.
  if (chosen.ok) changed('everything')
}

/**
 * Founds the company and signs its owner in. `begin` runs between the two, with the outcome of the founding: what it sends is sent as the owner, and the desk
 * opens on what it has made.
 */
export async function found(
  code: string,
  input: CommandInput<'found-company'>,
  begin: (founded: CommandOutcome<'found-company'>) => Promise<void> = () => Promise.resolve(),
): Promise<Answer> {
  const answer = await reach({ kind: 'found', code, input })
  if (!answer.ok) return answer
  await lookAtOffice()
  const signed = await reach({ kind: 'sign-in', user: input.owner.login, password: input.owner.password })
  if (!signed.ok) return signed
  keepToken((signed.value as SignedIn).token)
  await begin(answer.value as CommandOutcome<'found-company'>)
  return enter()
}

/** Makes the demonstration company; then its sign-in page stands open. */
export async function createDemonstration(code: string): Promise<Answer> {
  const answer = await reach({ kind: 'found-demonstration', code })
  if (answer.ok) await lookAtOffice()
  return answer
}
