import { type Editor, InputRule, mergeAttributes, Node } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'

/** What the editor knows of the claim's sources: a source's number is its place, counted from 1. */
type Cited = { ids: string[]; nameOf: (id: string) => string }

type CitationStorage = { cited: Cited; redraw: Set<() => void> }

declare module '@tiptap/core' {
  interface Storage {
    citation: CitationStorage
  }
}

/** A source's number in the running text. It keeps the source's id; the number follows the list of sources. */
export const Citation = Node.create<object, CitationStorage>({
  name: 'citation',
  group: 'inline',
  inline: true,
  atom: true,
  selectable: true,

  addStorage: () => ({ cited: { ids: [], nameOf: () => '' }, redraw: new Set() }),

  addAttributes: () => ({
    source: {
      default: null,
      parseHTML: (element) => element.getAttribute('data-source'),
      renderHTML: ({ source }) => ({ 'data-source': source }),
    },
  }),

  parseHTML: () => [{ tag: 'span[data-source]' }],

  renderHTML: ({ HTMLAttributes }) => ['span', mergeAttributes({ class: 'cite' }, HTMLAttributes)],

  addNodeView() {
    return ({ node }) => {
      const dom = document.createElement('span')
      const { storage } = this
      const draw = () => {
        const source = String(node.attrs.source)
        const number = storage.cited.ids.indexOf(source) + 1
        dom.className = number ? 'cite' : 'cite is-gone'
        dom.dataset.source = source
        dom.textContent = number ? String(number) : '?'
        dom.title = storage.cited.nameOf(source)
      }
      draw()
      storage.redraw.add(draw)
      return { dom, destroy: () => storage.redraw.delete(draw), ignoreMutation: () => true }
    }
  },

  /** Alt and a number cites the source of that number. */
  addKeyboardShortcuts() {
    const citeAt = (index: number) => () => {
      const source = this.storage.cited.ids[index]
      if (!source) return false
      return this.editor.commands.insertContentAt(selectedNow(this.editor), {
        type: this.name,
        attrs: { source },
      })
    }
    return Object.fromEntries([1, 2, 3, 4, 5, 6, 7, 8, 9].map((key) => [`Alt-${key}`, citeAt(key - 1)]))
  },

  /** Typing "[2]" cites the second source. */
  addInputRules() {
    return [
      new InputRule({
        find: /\[(\d{1,2})\]$/,
        handler: ({ range, match, chain }) => {
          const source = this.storage.cited.ids[Number(match[1]) - 1]
          if (!source) return null
          chain().deleteRange(range).insertContentAt(range.from, { type: this.name, attrs: { source } }).run()
        },
      }),
    ]
  },
})

/** What is selected on the page: the editor hears of a caret that keys have moved only a moment later. */
function selectedNow({ state, view }: Editor): { from: number; to: number } {
  const selection = document.getSelection()
  const range = selection?.rangeCount ? selection.getRangeAt(0) : null
  const isInside = range && view.dom.contains(range.commonAncestorContainer)
  if (!isInside || !(state.selection instanceof TextSelection)) return state.selection
  const from = view.posAtDOM(range.startContainer, range.startOffset)
  return { from, to: Math.max(from, view.posAtDOM(range.endContainer, range.endOffset)) }
}
