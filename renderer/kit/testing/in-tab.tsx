// Renders a control as it stands on a desk: in a tab, with the words, over a fake office.
import { render } from '@testing-library/react'
import type { ReactNode } from 'react'
import { TabContext } from '../../client/index.ts'
import { remember } from '../../client/remembered.ts'
import { officeCalls } from '../../records/office-calls/index.tsx'
import { OfficeCallsContext } from '../office-calls.ts'
import { PanelsContext, type Screens, TaskActionsContext } from '../../records/index.ts'
import { TilesContext } from '../../records/tiles/index.ts'
import { RoutesContext } from '../../client/routes.ts'

export const TAB = '01890000-0000-7000-8000-00000000aaaa'

/** The one open tab; what controls keep in it survives unmounting. */
export const openTab = (): void =>
  remember('tabs', { tabs: [{ id: TAB, route: 'test', params: {}, title: null, pinned: false, dirty: false }], active: TAB })

/** `modules`: those whose pages, panels and tiles there are. */
export const inTab = (node: ReactNode, ...modules: readonly Screens[]) =>
  render(
    <TabContext value={TAB}>
      <PanelsContext value={modules.flatMap((module) => module.panels ?? [])}>
        <TilesContext value={modules.flatMap((module) => module.tiles ?? [])}>
          <TaskActionsContext value={modules.flatMap((module) => module.taskActions ?? [])}>
            <RoutesContext value={modules.flatMap((module) => module.routes)}>
              <OfficeCallsContext value={officeCalls}>
                <div style={{ width: 1400, height: 800 }}>{node}</div>
              </OfficeCallsContext>
            </RoutesContext>
          </TaskActionsContext>
        </TilesContext>
      </PanelsContext>
    </TabContext>,
  )
