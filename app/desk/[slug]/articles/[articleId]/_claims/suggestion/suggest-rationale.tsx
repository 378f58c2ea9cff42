'use client'
import { EditorContent, useEditor } from '@tiptap/react'
import { type KeyboardEvent, useState } from 'react'
import type { Claim } from '@/server/claim/claim'
import { type Rationale, readRationale } from '@/server/claim/rationale'
import { rationaleJson, setRationale } from '@/server/room/doc/rationale-xml'
import { openDoc } from '@/server/room/doc/room-doc'
import { keptRationale } from '@/server/suggestion/suggestion'
import { words } from '@/server/words'
import { useCited } from '../rationale/citation/use-cited'
import { rationaleExtensions } from '../rationale/extensions'
import { Toolbar } from '../rationale/toolbar'
import { useFocusAtEnd } from './use-focus-at-end'

type Props = {
  claim: Claim
  /** What it says when it opens. */
  rationale: Rationale
  onWrite: (after: string) => void
  onKeyDown: (event: KeyboardEvent) => void
}

/** A rationale in an editor of one's own: nothing of it is in the room until somebody takes it. */
export function SuggestRationale({ claim, rationale, onWrite, onKeyDown }: Props) {
  const [doc] = useState(() => {
    const own = openDoc()
    setRationale(own, claim.id, rationale)
    return own
  })
  const editor = useEditor(
    {
      extensions: rationaleExtensions(doc, claim.id, null),
      immediatelyRender: true,
      // Its styles are ours (claim.css).
      injectCSS: false,
      editorProps: {
        attributes: {
          class: 'doc',
          role: 'textbox',
          'aria-multiline': 'true',
          'aria-label': words()('suggestion.after'),
        },
      },
      onUpdate: () => onWrite(keptRationale(readRationale(rationaleJson(doc, claim.id)))),
    },
    [doc],
  )
  useCited(editor, claim)
  useFocusAtEnd(editor)
  if (!editor) return null
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys that the editor leaves alone
    <div className="editor" onKeyDown={onKeyDown}>
      <Toolbar editor={editor} claim={claim} />
      <EditorContent editor={editor} />
    </div>
  )
}
