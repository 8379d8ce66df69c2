// Door of what a module declares of its screens and what all pages of records share; approvals, amendments, terms and prices have doors of their own.
export { defineScreens, lazyPage, lazyPanel, type Screens } from './define-screens.tsx'
export { listRoute } from './list-route.tsx'
export { EVERY_RECORD, type Followed, Panels, PanelsContext, type Subject } from './panels.tsx'
export { lazyDialog, type OfferedAction, TaskActionsContext, type TaskSubject, useTaskActions } from './task-actions.ts'
