// The root of the screens: one gate decides what stands on them; the frame below a lock stays as it was.
import { QueryClientProvider } from '@tanstack/react-query'
import { type ComponentType, type ReactNode, Suspense, useEffect } from 'react'
import { office } from '../client/office.ts'
import { companyName, useOffice } from '../client/viewer.ts'
import { WordsContext, wordsIn } from '../words/index.ts'
import { ConnectionBar } from './connection-bar.tsx'
import { FoundingWizard } from './founding-wizard.tsx'
import { OfficeAway, OtherVersion, useOtherVersion } from './joined-office.tsx'
import { LockOverlay } from './lock-overlay.tsx'
import { Messages } from './messages.tsx'
import { SignInPage } from './sign-in-page.tsx'
import { Look } from './theme.tsx'

const Gate = ({ desk: Desk }: { desk: ComponentType }) => {
  const gate = useOffice((state) => state.gate)
  const viewerId = useOffice((state) => state.viewer?.id)
  const otherVersion = useOtherVersion()
  if (otherVersion) return <OtherVersion {...otherVersion} />
  switch (gate) {
    case 'starting':
      return <OfficeAway />
    case 'founding':
      return <FoundingWizard />
    case 'signed-out':
      return <SignInPage />
    default:
      // Another user after the lock gets screens of their own.
      return (
        <>
          <Suspense fallback={null}>
            <Desk key={viewerId} />
          </Suspense>
          {gate !== 'open' && <LockOverlay ended={gate === 'expired'} />}
        </>
      )
  }
}

const Language = ({ children }: { children: ReactNode }) => {
  const language = useOffice((state) => state.language)
  const company = useOffice((state) => (state.viewer ? companyName(state.viewer, language) : state.hello?.companyName))
  const words = wordsIn[language]
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
    document.title = [company, words.t('shell.product')].filter(Boolean).join(' · ')
  }, [language, company, words])
  return (
    <WordsContext value={words}>
      <Look language={language}>{children}</Look>
    </WordsContext>
  )
}

/** `desk`: what stands behind the sign-in; it may be loaded when it is first shown. */
export const App = ({ desk }: { desk: ComponentType }) => (
  <QueryClientProvider client={office().queryClient}>
    <Language>
      <ConnectionBar />
      <Gate desk={desk} />
      <Messages />
    </Language>
  </QueryClientProvider>
)
