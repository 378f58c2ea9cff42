import type { KeyboardEvent } from 'react'
import { isTyping } from '@/app/_keys/is-typing'

/** Google Docs' keys while something in a thread has the focus: J and K between comments, R to answer, E to resolve. */
export function inThread(event: KeyboardEvent<HTMLElement>) {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
  const section = event.currentTarget
  const here = event.target instanceof Element ? event.target.closest('[data-thread]') : null
  const step = { j: 1, k: -1 }[event.key]
  if (step) move(section, step)
  else if (event.key === 'r') here?.querySelector<HTMLElement>('.composer textarea')?.focus()
  else if (event.key === 'e') here?.querySelector<HTMLElement>('[data-resolve]')?.click()
  else return
  event.preventDefault()
}

function move(section: HTMLElement, step: number) {
  const links = [...section.querySelectorAll<HTMLElement>('[data-comment]')]
  const at = links.findIndex((link) => link.closest('.comment')?.contains(document.activeElement))
  links[Math.min(Math.max(at + step, 0), links.length - 1)]?.focus()
}
