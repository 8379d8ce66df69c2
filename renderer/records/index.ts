// Door of what the screens of every record have in common: what a module gives to them.
export { defineScreens, lazyPage, type Screens } from './define-screens.tsx'
