'use client'
import { type Editor, useEditorState } from '@tiptap/react'
import { Link } from 'lucide-react'
import { Popover } from 'radix-ui'
import { useId, useState } from 'react'
import { Icon } from '@/app/_ui/icon'
import { linkOf } from '@/server/source/source'
import { words } from '@/server/words'
import { detailPane } from '../detail/detail-pane'

/** Sets or removes the address behind the selected words; only http and https are taken. */
export function LinkTool({ editor }: { editor: Editor }) {
  const t = words()
  const id = useId()
  const [isOpen, setIsOpen] = useState(false)
  const [typed, setTyped] = useState('')
  const [isWrong, setIsWrong] = useState(false)
  const isLink = useEditorState({ editor, selector: ({ editor }) => editor.isActive('link') })
  const open = (next: boolean) => {
    const { href } = editor.getAttributes('link')
    if (next) setTyped(typeof href === 'string' ? href : '')
    setIsWrong(false)
    setIsOpen(next)
  }
  const set = () => {
    const href = linkOf(typed)
    if (!href) return setIsWrong(true)
    const { empty } = editor.state.selection
    const chain = editor.chain().focus().extendMarkRange('link')
    if (empty && !isLink)
      chain.insertContent([{ type: 'text', text: href, marks: [{ type: 'link', attrs: { href } }] }]).run()
    else chain.setLink({ href }).run()
    setIsOpen(false)
  }
  const remove = () => {
    editor.chain().focus().extendMarkRange('link').unsetLink().run()
    setIsOpen(false)
  }
  return (
    <Popover.Root open={isOpen} onOpenChange={open}>
      <Popover.Trigger
        className="tool"
        tabIndex={-1}
        aria-label={t('rationale.link')}
        title={t('rationale.link')}
        aria-pressed={isLink}
      >
        <Icon of={Link} size="sm" />
      </Popover.Trigger>
      <Popover.Portal container={isOpen ? detailPane() : null}>
        <Popover.Content
          className="pop link-pop"
          aria-label={t('rationale.link')}
          align="start"
          sideOffset={4}
          onCloseAutoFocus={(event) => {
            event.preventDefault()
            editor.commands.focus()
          }}
        >
          <div className="field">
            <label htmlFor={id}>{t('rationale.linkAddress')}</label>
            <input
              id={id}
              className="input"
              value={typed}
              placeholder={t('source.addressHint')}
              aria-invalid={isWrong || undefined}
              aria-describedby={isWrong ? `${id}-wrong` : undefined}
              onChange={(event) => setTyped(event.target.value)}
              onKeyDown={(event) => event.key === 'Enter' && set()}
            />
            {isWrong && (
              <p className="field-wrong" id={`${id}-wrong`}>
                {t('claim.appearanceNotLink')}
              </p>
            )}
          </div>
          <div className="row">
            <button type="button" className="btn sm" onClick={set}>
              {t('rationale.setLink')}
            </button>
            {isLink && (
              <button type="button" className="btn quiet sm" onClick={remove}>
                {t('rationale.removeLink')}
              </button>
            )}
          </div>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}
