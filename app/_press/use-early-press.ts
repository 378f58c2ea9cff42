'use client'
import { useEffect } from 'react'
import { earlyPressPlace } from './early-press'

type Note = EventListener & { button?: HTMLElement }

/** Presses again, once the page can answer, the button that somebody pressed before it could. */
export function useEarlyPress(): void {
  useEffect(() => {
    const note: Note | undefined = Reflect.get(globalThis, earlyPressPlace)
    if (!note) return
    removeEventListener('click', note, true)
    Reflect.deleteProperty(globalThis, earlyPressPlace)
    if (note.button?.isConnected) note.button.click()
  }, [])
}
