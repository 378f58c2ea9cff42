'use client'
import { CopyLine } from '@/app/_form/copy-line'
import { previousHours } from '@/server/notice/webhook/webhook'
import { words } from '@/server/words'

/** A secret that was made just now, and whether there was one before it. */
export type Shown = { secret: string; isNew: boolean }

/** Takes the focus when it appears, for it is shown once. */
export function NewSecret({ secret, isNew }: Shown) {
  const t = words()
  const note = t('webhook.secretNote')
  return (
    <div className="notice" role="status" tabIndex={-1} ref={focus}>
      <CopyLine
        label={t('webhook.secret')}
        text={secret}
        note={isNew ? note : `${note} ${t('webhook.secretOld', { hours: previousHours })}`}
      />
    </div>
  )
}

// Of one identity for all renders.
function focus(notice: HTMLElement | null): void {
  notice?.focus()
}
