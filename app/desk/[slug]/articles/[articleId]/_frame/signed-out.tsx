'use client'
import { words } from '@/server/words'
import { useClaims, useRoom, useSaved } from '../_room/use-room'

/** Tells who is signed out, or no longer on the desk, while writing: what waits is kept, and can be taken along. */
export function SignedOut() {
  const t = words()
  const { refusal, article, desk } = useRoom()
  const { waiting } = useSaved()
  const claims = useClaims()
  if (!refusal) return null
  const back = `/desk/${desk.slug}/articles/${article.id}`
  const isOut = refusal === 'signed-out'
  return (
    <section className="pop signed-out" role="alert">
      <h2>{t(isOut ? 'workspace.signedOut' : 'workspace.noEntry')}</h2>
      <p>{t(isOut ? 'workspace.signedOutHint' : 'workspace.noEntryHint', { count: waiting })}</p>
      <p className="row">
        {isOut && (
          <a className="btn primary" href={`/sign-in?next=${encodeURIComponent(back)}`}>
            {t('workspace.signIn')}
          </a>
        )}
        <button type="button" className="btn quiet" onClick={() => saveAsFile(article.id, claims)}>
          {t('workspace.saveAsFile')}
        </button>
      </p>
    </section>
  )
}

/** Gives the claims as they stand here to the person as a file that can be read. */
function saveAsFile(articleId: string, claims: unknown) {
  const file = new Blob([JSON.stringify({ article: articleId, claims }, null, 2)], {
    type: 'application/json',
  })
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = `proofroom-${articleId}.json`
  link.click()
  URL.revokeObjectURL(link.href)
}
