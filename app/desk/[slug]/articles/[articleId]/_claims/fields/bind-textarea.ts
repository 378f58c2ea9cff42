import { type RoomDoc, type TextField, textOf } from '@/server/room/doc/room-doc'
import {
  editBetween,
  rebased,
  type Step,
  shifted,
  stepsBetween,
  writeEdits,
} from '@/server/room/doc/text-edit'
import { undoTyping } from '@/server/room/doc/undo'

/**
 * Joins a text area to a shared text: what is typed goes out as the smallest edit, what others type comes in
 * without moving the caret off its letter. While an input method composes a word, the words of others wait, as
 * writing into the field would end the composition.
 */
export function bindTextarea(
  area: HTMLTextAreaElement,
  doc: RoomDoc,
  field: TextField,
  id: string,
): () => void {
  const text = textOf(doc, field, id)
  const typing = {}
  const undo = undoTyping(doc, field, id, typing)
  let shown = text.toString()
  let [isWriting, isComposing] = [false, false]
  let ending: ReturnType<typeof setTimeout> | undefined

  const show = (steps: Step[]) => {
    const [start, end] = [area.selectionStart, area.selectionEnd]
    const next = text.toString()
    if (area.value !== next) {
      area.value = next
      if (document.activeElement === area) area.setSelectionRange(shifted(start, steps), shifted(end, steps))
    }
    shown = area.value
    grow(area)
  }
  const write = () => {
    const edit = editBetween(shown, area.value, area.selectionEnd)
    const missed = stepsBetween(shown, text.toString())
    shown = area.value
    if (edit) {
      isWriting = true
      doc.transact(() => writeEdits(text, rebased(edit, missed)), typing)
      isWriting = false
    }
    if (!isComposing) show(stepsBetween(shown, text.toString()))
  }
  const changed = ({ delta }: { delta: Step[] }) => {
    if (!isWriting && !isComposing) show(delta)
  }
  const takeBack = (event: Event, isRedo: boolean) => {
    event.preventDefault()
    if (isRedo) undo.redo()
    else undo.undo()
  }

  area.value = shown
  grow(area)
  const listening = new AbortController()
  const { signal } = listening
  area.addEventListener('input', write, { signal })
  area.addEventListener(
    'compositionstart',
    () => {
      clearTimeout(ending)
      isComposing = true
    },
    { signal },
  )
  area.addEventListener(
    'compositionend',
    () => {
      // The browser may still be putting the composed word in.
      ending = setTimeout(() => {
        isComposing = false
        write()
      })
    },
    { signal },
  )
  area.addEventListener(
    'keydown',
    (event) => {
      if (!event.ctrlKey && !event.metaKey) return
      const key = event.key.toLowerCase()
      if (key === 'z') takeBack(event, event.shiftKey)
      if (key === 'y') takeBack(event, true)
    },
    { signal },
  )
  area.addEventListener(
    'beforeinput',
    (event) => {
      // The browser's own history does not know what others wrote.
      if (event.inputType === 'historyUndo') takeBack(event, false)
      if (event.inputType === 'historyRedo') takeBack(event, true)
    },
    { signal },
  )
  text.observe(changed)
  return () => {
    clearTimeout(ending)
    listening.abort()
    text.unobserve(changed)
    undo.destroy()
  }
}

/** As tall as its text, where the stylesheet cannot say so; measuring lays the page out at each letter. */
function grow(area: HTMLTextAreaElement) {
  if (CSS.supports('field-sizing', 'content')) return
  area.style.height = 'auto'
  area.style.height = `${area.scrollHeight + area.offsetHeight - area.clientHeight}px`
}
