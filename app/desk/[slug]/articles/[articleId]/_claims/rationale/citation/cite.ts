import type { Editor } from '@tiptap/react'

/** Puts a source's number where the caret is. */
export function cite(editor: Editor, source: string) {
  editor
    .chain()
    .focus()
    .insertContent([{ type: 'citation', attrs: { source } }])
    .run()
}
