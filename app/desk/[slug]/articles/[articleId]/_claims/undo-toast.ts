'use client'
import { toast } from 'sonner'
import { sayDone } from '@/app/_ui/toast'
import { words } from '@/server/words'

let newest: { act: () => void; toast: string | number; until: number } | null = null

/** Says that something was done, and lets the button or the key Z take it back while the sentence stands. */
export function sayUndoable(sentence: string, act: () => void) {
  const undo = () => {
    newest = null
    act()
  }
  const id = sayDone(sentence, { label: words()('ui.undo'), act: undo, key: 'Z' })
  newest = { act: undo, toast: id, until: Date.now() + 6000 }
}

/** Takes back what the newest sentence said was done; false when none stands any more. */
export function undoNewest(): boolean {
  if (!newest || newest.until < Date.now()) return false
  toast.dismiss(newest.toast)
  newest.act()
  return true
}
