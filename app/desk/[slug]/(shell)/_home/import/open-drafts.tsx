'use client'
import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useTRPC } from '@/app/_api/client'
import { Ago } from '@/app/_ui/time'
import { ReadState } from '@/app/_ui/wait/read-state'
import { words } from '@/server/words'

/** One's own imports that were left before they were frozen or dropped. */
export function OpenDrafts({ slug }: { slug: string }) {
  const t = words()
  const reading = useQuery(
    // Whoever comes back from a draft has just left, frozen or dropped it.
    useTRPC().article.drafts.queryOptions({ desk: slug }, { refetchOnMount: 'always' }),
  )
  const drafts = reading.data ?? []
  // They are what was left over: where nothing was, or before that is known, there is nothing to say.
  if (drafts.length === 0 && !reading.error) return null
  return (
    <section className="open-drafts" aria-labelledby="drafts-h">
      <h3 className="label" id="drafts-h">
        {t('import.drafts')}
      </h3>
      <ReadState of={reading} name={t('import.drafts')} />
      <ul>
        {drafts.map(({ id, title, address, createdAt }) => (
          <li key={id}>
            <Link href={`/desk/${slug}/import/${id}`}>{title || address || t('import.untitled')}</Link>{' '}
            <span className="meta">
              <Ago at={createdAt} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
