// Everything behind the sign-in: the frame and the pages in it. Loaded by itself, so that the first picture need not wait for it.
import type { ComponentType } from 'react'
import { RoutesContext } from '../client/routes.ts'
import { OfficeCallsContext } from '../kit/office-calls.ts'
import { officeCalls } from '../records/office-calls/index.tsx'
import { PanelsContext, type Screens, TaskActionsContext } from '../records/index.ts'
import { TilesContext } from '../records/tiles/index.ts'
import { Frame } from './frame.tsx'

/** The frame over the pages of these modules. */
export const deskOf = (modules: readonly Screens[]): ComponentType => {
  const routes = modules.flatMap((module) => module.routes)
  const panels = modules.flatMap((module) => module.panels ?? [])
  const tiles = modules.flatMap((module) => module.tiles ?? [])
  const taskActions = modules.flatMap((module) => module.taskActions ?? [])
  const Desk = () => (
    <RoutesContext value={routes}>
      <PanelsContext value={panels}>
        <TilesContext value={tiles}>
          <TaskActionsContext value={taskActions}>
            <OfficeCallsContext value={officeCalls}>
              <Frame />
            </OfficeCallsContext>
          </TaskActionsContext>
        </TilesContext>
      </PanelsContext>
    </RoutesContext>
  )
  return Desk
}
