import { useEffect, useRef } from 'react'
import { isTyping } from './is-typing'
import { isFirstOfTwo, namesOf } from './key-press'
import { areSingleKeysOn } from './single-keys'

export type Keys = Record<string, ((event: KeyboardEvent) => unknown) | undefined>

/** The commands of everything on the screen; what was drawn innermost is asked first. */
const screen = new Set<{ current: Keys }>()
/** The key before, where it began a command of two. */
let before: string | null = null

/**
 * Commands on single keys ("j", "?", "1"), with Shift ("shift+j"), on two in a row ("g a") and with Ctrl or Cmd ("mod+z"), outside fields;
 * "mod+enter" and those with Alt ("mod+alt+m") in them too. Names are `event.key` in lower case. A key that a dialog or a menu has used is left alone.
 */
export function useKeys(keys: Keys) {
  const current = useRef(keys)
  useEffect(() => {
    current.current = keys
  })
  useEffect(() => {
    screen.add(current)
    if (screen.size === 1) window.addEventListener('keydown', onKey)
    return () => {
      screen.delete(current)
      if (screen.size === 0) window.removeEventListener('keydown', onKey)
    }
  }, [])
}

function onKey(event: KeyboardEvent) {
  const first = before
  before = null
  const withModifier = event.ctrlKey || event.metaKey
  // Alt alone, and AltGr, write letters on many keyboards.
  const writes = (event.altKey && !withModifier) || event.getModifierState('AltGraph')
  if (event.defaultPrevented || writes || isElsewhere(event.target)) return
  if (isTyping(event.target) && !(withModifier && (event.altKey || event.key === 'Enter'))) return
  if (!withModifier && !areSingleKeysOn()) return
  const commands = [...screen].map(({ current }) => current)
  if (!withModifier && isFirstOfTwo(event.key, commands.flatMap(Object.keys)))
    before = event.key.toLowerCase()
  const act = namesOf(
    { key: letterOf(event), withModifier, withAlt: event.altKey, withShift: event.shiftKey },
    first,
  )
    .map((name) => commands.find((keys) => keys[name])?.[name])
    .find((found) => found !== undefined)
  if (!act) return
  event.preventDefault()
  act(event)
}

/** With Alt, a key gives another letter on many keyboards: the one printed on it counts. */
function letterOf({ key, code, altKey }: KeyboardEvent): string {
  return altKey ? code.replace(/^Key/, '') : key
}

/** While a dialog or a menu is open, the keys of the page behind it keep still. */
function isElsewhere(target: EventTarget | null): boolean {
  const isInMenu = target instanceof Element && target.closest('[role="menu"], [role="listbox"]') !== null
  return isInMenu || document.querySelector('[role="dialog"]') !== null
}
