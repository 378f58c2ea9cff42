import type { HocuspocusProvider } from '@hocuspocus/provider'
import { Collaboration } from '@tiptap/extension-collaboration'
import StarterKit from '@tiptap/starter-kit'
import { type RoomDoc, rationaleOf } from '@/server/room/doc/room-doc'
import { linkOf } from '@/server/source/source'
import { Carets } from './carets'
import { Citation } from './citation/citation'

/** What undo leaves standing while a colleague's words are in it. */
const holdsWords = new Set(['paragraph', 'bulletList', 'orderedList', 'listItem', 'blockquote'])

/** Exactly what a rationale may hold (server/claim/rationale.ts), on one claim's text; with a line, colleagues' carets. */
export function rationaleExtensions(doc: RoomDoc, claimId: string, provider: HocuspocusProvider | null) {
  return [
    StarterKit.configure({
      code: false,
      codeBlock: false,
      dropcursor: false,
      hardBreak: false,
      heading: false,
      horizontalRule: false,
      strike: false,
      // It would write an empty paragraph into everybody's text.
      trailingNode: false,
      underline: false,
      undoRedo: false,
      link: {
        openOnClick: false,
        defaultProtocol: 'https',
        isAllowedUri: (address) => linkOf(address) !== null,
        shouldAutoLink: (address) => linkOf(address) !== null,
      },
    }),
    Collaboration.configure({
      fragment: rationaleOf(doc, claimId),
      yUndoOptions: { protectedNodes: holdsWords },
    }),
    Citation,
    Carets.configure({ awareness: provider?.awareness ?? null }),
  ]
}
