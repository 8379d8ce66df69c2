// Who sits at this desk and what they may do. What is hidden here is for comfort: the office decides again.
import { useCallback } from 'react'
import { useStore } from 'zustand'
import { isForPeople, type Access } from '../../preload/contract/define/index.ts'
import type { Language } from '../../preload/contract/names/define.ts'
import { office, type OfficeState, type Viewer } from './office.ts'

/** A part of the connection's state. */
export const useOffice = <T>(select: (state: OfficeState) => T): T => useStore(office().state, select)

/** Whether the office answers. */
export const useReachable = (): boolean => useOffice((state) => state.reachable)

/** The signed-in user. Only screens behind the sign-in use it. */
export const useViewer = (): Viewer => {
  const viewer = useOffice((state) => state.viewer)
  if (!viewer) throw new Error('nobody is signed in')
  return viewer
}

/** What the signed-in user is called in this language. */
export const ownName = ({ name, nameEn }: Viewer, language: Language): string => (language === 'en' && nameEn ? nameEn : name)

/** What the company is called in this language. */
export const companyName = ({ company: { name, nameEn } }: Viewer, language: Language): string =>
  language === 'en' && nameEn ? nameEn : name

/** Asks whether the viewer has a permission, or any of several. */
export const useMay = (): ((permission: Access | readonly Access[] | undefined) => boolean) => {
  const permissions = useOffice((state) => state.viewer?.permissions)
  return useCallback(
    (permission) => {
      if (permission === undefined) return true
      const any: readonly Access[] = typeof permission === 'string' ? [permission] : permission
      return any.some((one) => one === 'signed-in' || (isForPeople(one) && (permissions?.includes(one) ?? false)))
    },
    [permissions],
  )
}
