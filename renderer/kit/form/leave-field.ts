// Reading what has been typed in the field that has the keyboard.

/** A field that reads its text when it is left must have read it before the form is sent. */
export const leaveField = (): void => {
  const { activeElement } = document
  if (!(activeElement instanceof HTMLInputElement || activeElement instanceof HTMLTextAreaElement)) return
  activeElement.blur()
  activeElement.focus({ preventScroll: true })
}
