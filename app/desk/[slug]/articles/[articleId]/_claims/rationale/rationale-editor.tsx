'use client'
import { type Editor, EditorContent, useEditor } from '@tiptap/react'
import type { Claim } from '@/server/claim/claim'
import { words } from '@/server/words'
import { useRoom } from '../../_room/use-room'
import { useCited } from './citation/use-cited'
import { rationaleExtensions } from './extensions'
import type { Entry } from './rationale'
import { Toolbar } from './toolbar'

/** The rationale open for writing, together with everybody else who has it open. */
export function RationaleEditor({ claim, entry }: { claim: Claim; entry: Entry }) {
  const { doc, provider } = useRoom()
  const editor = useEditor(
    {
      extensions: rationaleExtensions(doc, claim.id, provider),
      // Mounted by a press or a key, never on the server.
      immediatelyRender: true,
      // Its styles are ours (claim.css).
      injectCSS: false,
      editorProps: {
        attributes: {
          class: 'doc',
          role: 'textbox',
          'aria-multiline': 'true',
          'aria-label': words()('rationale.title'),
        },
      },
      onCreate: ({ editor }) => goTo(editor, entry),
    },
    [doc, claim.id],
  )
  useCited(editor, claim)

  if (!editor) return null
  return (
    <>
      <Toolbar editor={editor} claim={claim} />
      <EditorContent editor={editor} />
    </>
  )
}

function goTo(editor: Editor, entry: Entry) {
  const place = entry === 'end' ? null : editor.view.posAtCoords(entry)
  editor.commands.focus(place?.pos ?? 'end')
}
