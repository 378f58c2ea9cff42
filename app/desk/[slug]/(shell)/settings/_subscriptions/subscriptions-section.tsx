'use client'
import '../../../../../_styles/desk/outward/webhooks.css'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTRPC } from '@/app/_api/client'
import { ReadState } from '@/app/_ui/wait/read-state'
import { words } from '@/server/words'
import { NewSecret, type Shown } from '../_webhooks/new-secret'
import { SubscriptionForm } from './subscription-form'
import { SubscriptionItem } from './subscription-item'

type Props = { slug: string; timeZone: string }

/** How often it is looked how far subscribers are, in ms. */
const live = 5_000

/** For admins: the addresses elsewhere that keep a copy of what the desk publishes. */
export function SubscriptionsSection({ slug, timeZone }: Props) {
  const t = words()
  const [isAdding, setAdding] = useState(false)
  const [shown, setShown] = useState<Shown | null>(null)
  const reading = useQuery(
    useTRPC().subscription.list.queryOptions({ desk: slug }, { refetchInterval: live }),
  )
  const { data } = reading
  return (
    <section className="setting" aria-labelledby="subscriptions">
      <header>
        <h2 id="subscriptions">{t('subscription.title')}</h2>
        <p className="ink-2">{t('subscription.lead')}</p>
      </header>
      <div className="webhooks">
        <ReadState of={reading} name={t('subscription.title')} />
        {shown && <NewSecret key={shown.secret} {...shown} />}
        {data && data.subscriptions.length > 0 && (
          <ul className="webhook-list" aria-label={t('subscription.list')}>
            {data.subscriptions.map((subscription) => (
              <SubscriptionItem
                key={subscription.id}
                {...{ slug, timeZone, subscription }}
                onSecret={setShown}
              />
            ))}
          </ul>
        )}
        {data && !data.isOffered && <p>{t('subscription.noKey')}</p>}
        {data?.isOffered && data.subscriptions.length === 0 && !isAdding && (
          <p className="ink-2">{t('subscription.none')}</p>
        )}
        {data?.isOffered &&
          (isAdding ? (
            <SubscriptionForm
              slug={slug}
              onDone={(added) => {
                setAdding(false)
                if (added) setShown({ secret: added, isNew: true })
              }}
            />
          ) : (
            <button type="button" className="btn" onClick={() => setAdding(true)}>
              {t('subscription.add')}
            </button>
          ))}
      </div>
    </section>
  )
}
