'use client'
import { useId } from 'react'
import { useDraft } from '@/app/_draft/use-draft'
import { Dialog } from '@/app/_ui/dialog'
import { words } from '@/server/words'
import { useRoom } from '../_room/use-room'
import type { useRevisionActs } from './use-revision-acts'

type Props = { acts: ReturnType<typeof useRevisionActs>; onClose: () => void }

/** Takes a text that a member brings as what the article says now: a page behind a wall, or one without an address. */
export function PasteDialog({ acts, onClose }: Props) {
  const t = words()
  const id = useId()
  const { article } = useRoom()
  const [text, write] = useDraft(`revision:${article.id}`)
  const keep = async () => {
    if (acts.isPasting || !(await acts.paste(text))) return
    write('')
    onClose()
  }
  return (
    <Dialog title={t('revision.pasteTitle')} isOpen onClose={onClose}>
      <div className="field">
        <label htmlFor={id}>{t('revision.pasteLabel')}</label>
        <p className="hint" id={`${id}-hint`}>
          {t('revision.pasteHint')}
        </p>
        <textarea
          id={id}
          className="textarea"
          rows={12}
          dir="auto"
          aria-describedby={`${id}-hint`}
          value={text}
          onChange={(event) => write(event.target.value)}
        />
      </div>
      <button
        type="button"
        className="btn primary"
        aria-disabled={acts.isPasting || text.trim() === '' || undefined}
        onClick={() => text.trim() !== '' && void keep()}
      >
        {t('revision.pasteKeep')}
      </button>
    </Dialog>
  )
}
