import { flushSync } from 'react-dom'

/** Does what takes a form away and gives the focus to what stands in its place, before the next key is pressed. */
export function foldTo(id: string, fold: () => void): void {
  flushSync(fold)
  document.getElementById(id)?.focus()
}
