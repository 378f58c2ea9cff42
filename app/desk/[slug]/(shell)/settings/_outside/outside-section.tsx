'use client'
import '../../../../../_styles/desk/outward/webhooks.css'
import { useQuery } from '@tanstack/react-query'
import { useTRPC } from '@/app/_api/client'
import { ReadState } from '@/app/_ui/wait/read-state'
import { words } from '@/server/words'
import { FeedForm } from './feed-form'
import { FeedItem } from './feed-item'

/** For admins: the addresses that checks of other publishers are fetched from. */
export function OutsideSection({ slug }: { slug: string }) {
  const t = words()
  const reading = useQuery(useTRPC().outside.feeds.queryOptions({ desk: slug }))
  return (
    <section className="setting" aria-labelledby="outside">
      <header>
        <h2 id="outside">{t('outside.section')}</h2>
        <p className="ink-2">{t('outside.sectionLead')}</p>
      </header>
      <div className="webhooks">
        <ReadState of={reading} name={t('outside.section')} />
        {reading.data?.length === 0 && <p className="ink-2">{t('outside.none')}</p>}
        {reading.data && reading.data.length > 0 && (
          <ul className="webhook-list" aria-label={t('outside.list')}>
            {reading.data.map((feed) => (
              <FeedItem key={feed.id} slug={slug} feed={feed} />
            ))}
          </ul>
        )}
        <FeedForm slug={slug} />
      </div>
    </section>
  )
}
