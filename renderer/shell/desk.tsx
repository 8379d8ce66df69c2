// Everything behind the sign-in: the frame and the pages in it. Loaded by itself, so that the first picture need not wait for it.
import type { ComponentType } from 'react'
import { type Route, RoutesContext } from '../client/routes.ts'
import { Frame } from './frame.tsx'

/** The frame over these pages. */
export const deskOf = (routes: readonly Route[]): ComponentType => {
  const Desk = () => (
    <RoutesContext value={routes}>
      <Frame />
    </RoutesContext>
  )
  return Desk
}
