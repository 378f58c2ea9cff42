'use client'
import '../../../../../_styles/desk/outward/webhooks.css'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTRPC } from '@/app/_api/client'
import { ReadState } from '@/app/_ui/wait/read-state'
import { words } from '@/server/words'
import { NewSecret, type Shown } from './new-secret'
import { WebhookForm } from './webhook-form'
import { WebhookItem } from './webhook-item'

type Props = { slug: string; timeZone: string }

/** For admins: the addresses elsewhere that are told what happens at the desk. */
export function WebhooksSection({ slug, timeZone }: Props) {
  const t = words()
  const [isAdding, setAdding] = useState(false)
  const [shown, setShown] = useState<Shown | null>(null)
  const reading = useQuery(
    useTRPC().webhook.list.queryOptions(
      { desk: slug },
      { refetchInterval: ({ state }) => pause(state.data) },
    ),
  )
  const { data } = reading
  return (
    <section className="setting" aria-labelledby="webhooks">
      <header>
        <h2 id="webhooks">{t('webhook.title')}</h2>
        <p className="ink-2">{t('webhook.lead')}</p>
      </header>
      <div className="webhooks">
        <ReadState of={reading} name={t('webhook.title')} />
        {shown && <NewSecret key={shown.secret} {...shown} />}
        {data && data.webhooks.length > 0 && (
          <ul className="webhook-list" aria-label={t('webhook.list')}>
            {data.webhooks.map((webhook) => (
              <WebhookItem key={webhook.id} {...{ slug, timeZone, webhook }} onSecret={setShown} />
            ))}
          </ul>
        )}
        {data && !data.isOffered && <p>{t('webhook.noKey')}</p>}
        {data?.isOffered && data.webhooks.length === 0 && !isAdding && (
          <p className="ink-2">{t('webhook.none')}</p>
        )}
        {data?.isOffered &&
          (isAdding ? (
            <WebhookForm
              slug={slug}
              onDone={(added) => {
                setAdding(false)
                if (added) setShown({ secret: added, isNew: true })
              }}
            />
          ) : (
            <button type="button" className="btn" onClick={() => setAdding(true)}>
              {t('webhook.add')}
            </button>
          ))}
      </div>
    </section>
  )
}

type Listed = { webhooks: { last: { dueAt: Date | null }[] }[] }

/** While something is about to be sent the list is looked at often, else seldom. */
function pause(listed: Listed | undefined): number {
  const soon = Date.now() + 90_000
  const isSoon = listed?.webhooks.some(({ last }) =>
    last.some(({ dueAt }) => dueAt && dueAt.getTime() < soon),
  )
  return isSoon ? 2_000 : 20_000
}
