'use client'
import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTRPC } from '@/app/_api/client'
import { sentenceOf } from '@/app/_api/refusal-of'
import { whyNotImport } from '@/server/article/draft/sent-page'
import { say } from '@/server/refusal'
import { words } from '@/server/words'
import { useSentPage } from './use-sent-page'

/** A page from another window of the member's browser, shown with where it is from; imported only when they say so. */
export function SentForm({ slug }: { slug: string }) {
  const t = words()
  const router = useRouter()
  const page = useSentPage()
  const imported = useMutation(
    useTRPC().article.importContent.mutationOptions({
      onSuccess: (made) =>
        router.push(
          'draftId' in made
            ? `/desk/${slug}/import/${made.draftId}`
            : `/desk/${slug}/articles/${made.articleId}`,
        ),
    }),
  )
  if (!page)
    return (
      <div className="import">
        <p role="status">{t('import.page.waiting')}</p>
        <p className="meta">{t('import.page.waitingHint')}</p>
      </div>
    )
  const { html, address } = page
  const refusal = whyNotImport(page)
  const wrong = refusal ? say(refusal) : imported.error && sentenceOf(imported.error)
  return (
    <form
      className="import"
      onSubmit={(event) => {
        event.preventDefault()
        imported.mutate({ desk: slug, kind: 'html', content: html, address })
      }}
    >
      <p className="sent-address">
        <bdi>{address}</bdi>
      </p>
      <p className="meta" role="status">
        {t('import.page.from', {
          host: new URL(address).host,
          kilobytes: Math.ceil(html.length / 1000),
        })}
      </p>
      {wrong && (
        <p className="err" role="alert">
          {wrong}
        </p>
      )}
      {!refusal && (
        <button type="submit" className="btn primary" disabled={imported.isPending || imported.isSuccess}>
          {t(imported.isPending ? 'import.busy' : 'import.go')}
        </button>
      )}
    </form>
  )
}
