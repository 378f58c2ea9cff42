import type { HocuspocusProvider } from '@hocuspocus/provider'
import { Extension } from '@tiptap/core'
import { yCursorPlugin } from '@tiptap/y-tiptap'
import { z } from 'zod'
import { colourOf } from '@/server/member/member'

type Awareness = NonNullable<HocuspocusProvider['awareness']>

// Presence costs more than edits do: a caret is told at most this often, in ms.
const pause = 400

// Written by the server, whatever a browser says of itself.
const userShape = z.object({ memberId: z.string(), name: z.string() })

/** Where the others write in the same text, with their names and colours. */
export const Carets = Extension.create<{ awareness: Awareness | null }>({
  name: 'carets',
  addOptions: () => ({ awareness: null }),
  addProseMirrorPlugins() {
    const { awareness } = this.options
    if (!awareness) return []
    return [yCursorPlugin(calmed(awareness), { cursorBuilder: caretOf, selectionBuilder: selectionOf })]
  },
})

function caretOf(user: unknown): HTMLElement {
  const parsed = userShape.safeParse(user)
  const caret = document.createElement('span')
  caret.className = `caret who-${parsed.success ? colourOf(parsed.data.memberId) : 0}`
  caret.ariaHidden = 'true'
  const name = document.createElement('b')
  name.textContent = parsed.success ? (parsed.data.name.split(' ')[0] ?? '') : '?'
  caret.append(name)
  return caret
}

function selectionOf(user: unknown) {
  const parsed = userShape.safeParse(user)
  return { class: `sel-remote who-${parsed.success ? colourOf(parsed.data.memberId) : 0}` }
}

/** The same awareness, telling where the caret is after a pause and only if it is still there. */
function calmed(awareness: Awareness): Awareness {
  let timer: ReturnType<typeof setTimeout> | undefined
  let cursor: unknown = awareness.getLocalState()?.cursor ?? null
  const calm: Awareness = Object.create(awareness)
  calm.getLocalState = () => {
    const state = awareness.getLocalState()
    return state && { ...state, cursor }
  }
  calm.setLocalStateField = (field, value) => {
    cursor = value
    if (value === null) {
      clearTimeout(timer)
      timer = undefined
      awareness.setLocalStateField(field, null)
      return
    }
    timer ??= setTimeout(() => {
      timer = undefined
      awareness.setLocalStateField(field, cursor)
    }, pause)
  }
  return calm
}
