// The door of what every module may ask of tasks: the office's working days, and to tell a person that something has come to them. Rules in
// main/modules/tasks/SPEC.md; that module makes the tasks and has the pages.
export { notify } from './notify.ts'
export { calendarWith, readWorkCalendar, readWorkYear } from './work-calendar.ts'
