// The pop-up's page: shows the lines it is given and says which one was chosen. Text is set as text, never as markup.
import type { PopUp } from '../preload/bridge-types.ts'
import { listenForKeys } from './client/keys.ts'

const bridge = window.tradewindPopUp
/** Which one stands here now. */
let serial = 0
const part = (id: string): HTMLElement => {
  const element = document.getElementById(id)
  if (!element) throw new Error(`popup.html has no #${id}`)
  return element
}
const text = (tag: string, words: string): HTMLElement => {
  const element = document.createElement(tag)
  element.textContent = words
  return element
}

const show = (content: PopUp): void => {
  serial = content.serial
  part('title').textContent = content.title
  part('more').textContent = content.more
  part('open').textContent = content.open
  part('close').setAttribute('aria-label', content.close)
  part('lines').replaceChildren(
    ...content.lines.map((line, at) => {
      const button = document.createElement('button')
      button.type = 'button'
      button.className = 'line'
      button.append(text('b', line.text), text('small', line.detail))
      button.addEventListener('click', () => bridge?.choose({ serial: content.serial, line: at, act: 'open' }))
      const item = document.createElement('li')
      item.append(button)
      if (line.acts.length > 0) {
        const acts = text('div', '')
        acts.className = 'acts'
        for (const { act, label } of line.acts) {
          const one = document.createElement('button')
          one.type = 'button'
          one.textContent = label
          one.setAttribute('aria-label', `${label} · ${line.text}`)
          one.addEventListener('click', () => bridge?.choose({ serial: content.serial, line: at, act }))
          acts.append(one)
        }
        item.append(acts)
      }
      return item
    }),
  )
}

if (bridge) {
  bridge.onContent(show)
  part('open').addEventListener('click', () => bridge.choose({ serial, line: null, act: 'open' }))
  part('close').addEventListener('click', () => bridge.close())
  document.addEventListener('mouseenter', () => bridge.stay(true))
  document.addEventListener('mouseleave', () => bridge.stay(false))
  listenForKeys(document, (event) => {
    if (event.key === 'Escape') bridge.close()
  })
}
