'use client'
import { X } from 'lucide-react'
import { Dialog as Radix } from 'radix-ui'
import { useRef } from 'react'
import { words } from '../../server/words'
import { Icon } from './icon'

type Props = {
  title: string
  isOpen: boolean
  onClose: () => void
  children: React.ReactNode
  /** Where it stands: a small box in the middle, or a sheet from the right edge. */
  place?: 'middle' | 'side'
  /** What has the focus first, where that is not the first thing that can have it. */
  first?: React.RefObject<HTMLElement | null>
}

/** A modal box: focus goes in, stays in and comes back; Escape closes it, so what is typed in it is a draft (`useDraft`). */
export function Dialog({ title, isOpen, onClose, children, place = 'middle', first }: Props) {
  const opener = useRef<Element | null>(null)
  return (
    <Radix.Root open={isOpen} onOpenChange={(open) => !open && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className="dialog-veil" />
        <Radix.Content
          className={`dialog ${place}`}
          aria-describedby={undefined}
          onOpenAutoFocus={(event) => {
            opener.current = document.activeElement
            if (!first?.current) return
            event.preventDefault()
            first.current.focus()
          }}
          // Radix itself goes back to a trigger, and keys open boxes too.
          onCloseAutoFocus={(event) => {
            event.preventDefault()
            // What opened it may have gone with what was done here: the page itself takes the focus then.
            const back = opener.current?.isConnected ? opener.current : document.querySelector('main')
            if (back instanceof HTMLElement) back.focus()
          }}
        >
          <header className="spread">
            <Radix.Title className="dialog-title">{title}</Radix.Title>
            <Radix.Close className="btn quiet icon-only sm" aria-label={words()('ui.close')}>
              <Icon of={X} />
            </Radix.Close>
          </header>
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
