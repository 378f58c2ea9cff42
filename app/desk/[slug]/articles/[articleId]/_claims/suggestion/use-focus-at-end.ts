import type { Editor } from '@tiptap/react'
import { useEffect } from 'react'

/** Puts the focus at the end of an editor once it stands on the page; its own `autofocus` may come before that, and be lost. */
export function useFocusAtEnd(editor: Editor | null): void {
  useEffect(() => {
    // One that was drawn and not shown at once is thrown away and made anew; asked for its view, it throws.
    if (editor && !editor.isDestroyed) editor.commands.focus('end')
  }, [editor])
}
