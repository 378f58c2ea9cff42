'use client'
import { type Editor, useEditorState } from '@tiptap/react'
import { Bold, Italic, List, ListOrdered, type LucideIcon, Quote, Redo2, Undo2 } from 'lucide-react'
import { useRef } from 'react'
import { stepAlong } from '@/app/_keys/along'
import { Icon } from '@/app/_ui/icon'
import type { Claim } from '@/server/claim/claim'
import { words } from '@/server/words'
import { CiteMenu } from './citation/cite-menu'
import { LinkTool } from './link-tool'

/** Buttons for what a rationale may hold; one stop of the Tab key, arrows move along it. */
export function Toolbar({ editor, claim }: { editor: Editor; claim: Claim }) {
  const t = words()
  const bar = useRef<HTMLDivElement>(null)
  const is = useEditorState({
    editor,
    selector: ({ editor }) => ({
      bold: editor.isActive('bold'),
      italic: editor.isActive('italic'),
      bulletList: editor.isActive('bulletList'),
      orderedList: editor.isActive('orderedList'),
      blockquote: editor.isActive('blockquote'),
    }),
  })
  const chain = () => editor.chain().focus()
  const tool = (name: keyof typeof is, icon: LucideIcon, act: () => void, isFirst = false) => (
    <Tool name={t(`rationale.${name}`)} icon={icon} isOn={is[name]} isFirst={isFirst} onPress={act} />
  )
  return (
    <div
      ref={bar}
      className="toolbar"
      role="toolbar"
      aria-label={t('rationale.formatting')}
      onKeyDown={(event) => moveAlong(event, bar.current)}
    >
      {tool('bold', Bold, () => chain().toggleBold().run(), true)}
      {tool('italic', Italic, () => chain().toggleItalic().run())}
      <LinkTool editor={editor} />
      {tool('bulletList', List, () => chain().toggleBulletList().run())}
      {tool('orderedList', ListOrdered, () => chain().toggleOrderedList().run())}
      {tool('blockquote', Quote, () => chain().toggleBlockquote().run())}
      <span className="sep" />
      <CiteMenu editor={editor} claim={claim} />
      <span className="grow" />
      <Tool name={t('rationale.undo')} icon={Undo2} onPress={() => chain().undo().run()} />
      <Tool name={t('rationale.redo')} icon={Redo2} onPress={() => chain().redo().run()} />
    </div>
  )
}

type ToolProps = { name: string; icon: LucideIcon; isOn?: boolean; isFirst?: boolean; onPress: () => void }

function Tool({ name, icon, isOn, isFirst, onPress }: ToolProps) {
  return (
    <button
      type="button"
      className="tool"
      tabIndex={isFirst ? 0 : -1}
      aria-label={name}
      title={name}
      aria-pressed={isOn}
      // The selection in the text stays while a button is pressed.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPress}
    >
      <Icon of={icon} size="sm" />
    </button>
  )
}

function moveAlong(event: React.KeyboardEvent, bar: HTMLElement | null) {
  const step = stepAlong(event.key)
  if (!step || !bar) return
  const tools = [...bar.querySelectorAll<HTMLElement>('.tool')]
  const at = tools.findIndex((tool) => tool.contains(document.activeElement))
  const next = tools[(at + step + tools.length) % tools.length]
  if (at < 0 || !next) return
  event.preventDefault()
  for (const tool of tools) tool.tabIndex = tool === next ? 0 : -1
  next.focus()
}
