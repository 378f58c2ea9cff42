'use client'
import type { Editor } from '@tiptap/react'
import { Bookmark } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import { useRef, useState } from 'react'
import { Icon } from '@/app/_ui/icon'
import type { Claim } from '@/server/claim/claim'
import { sayableName } from '@/server/source/source-name'
import { words } from '@/server/words'
import { detailPane } from '../../detail/detail-pane'
import { cite } from './cite'

/** The claim's sources to choose one from; its number goes where the caret is. */
export function CiteMenu({ editor, claim }: { editor: Editor; claim: Claim }) {
  const t = words()
  const [isOpen, setIsOpen] = useState(false)
  const chosen = useRef<string | null>(null)
  return (
    <DropdownMenu.Root modal={false} open={isOpen} onOpenChange={setIsOpen}>
      <DropdownMenu.Trigger className="tool" tabIndex={-1}>
        <Icon of={Bookmark} size="sm" /> {t('rationale.cite')}
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal container={isOpen ? detailPane() : null}>
        <DropdownMenu.Content
          className="pop menu"
          align="start"
          sideOffset={4}
          onCloseAutoFocus={(event) => {
            if (!chosen.current) return
            event.preventDefault()
            cite(editor, chosen.current)
            chosen.current = null
          }}
        >
          {claim.sources.length === 0 && <p className="item ink-2">{t('rationale.noSources')}</p>}
          {claim.sources.map((source, index) => (
            <DropdownMenu.Item
              key={source.id}
              className="item"
              onSelect={() => {
                chosen.current = source.id
              }}
            >
              <span className="cite">{index + 1}</span>
              <span className="trunc">{sayableName(source, t) || t('source.unnamed')}</span>
              {index < 9 && <kbd>Alt {index + 1}</kbd>}
            </DropdownMenu.Item>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}
