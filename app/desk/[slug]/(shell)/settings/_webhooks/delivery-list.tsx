'use client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTRPC } from '@/app/_api/client'
import { sentenceOf } from '@/app/_api/refusal-of'
import { Ago, exact } from '@/app/_ui/time'
import { sayWrong } from '@/app/_ui/toast'
import { words } from '@/server/words'
import type { Listed } from './webhook-item'

type Delivery = Listed['last'][number]
type Props = { slug: string; deliveries: Delivery[]; isPaused: boolean }

/** The last messages to a webhook, the newest first, with what became of each. */
export function DeliveryList({ slug, deliveries, isPaused }: Props) {
  const t = words()
  return (
    <details>
      <summary>{t('webhook.last')}</summary>
      {deliveries.length === 0 ? (
        <p className="meta">{t('webhook.lastNone')}</p>
      ) : (
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('webhook.column.what')}</th>
              <th scope="col">{t('webhook.column.at')}</th>
              <th scope="col">{t('webhook.column.result')}</th>
            </tr>
          </thead>
          <tbody>
            {deliveries.map((delivery) => (
              <tr key={delivery.id}>
                <td>{delivery.event ? t(`webhook.event.${delivery.event}`) : t('webhook.test')}</td>
                <td>
                  <Ago at={delivery.writtenAt} />
                </td>
                <td>
                  {resultOf(delivery, isPaused)}
                  {!delivery.sentAt && !delivery.dueAt && <SendAgain slug={slug} deliveryId={delivery.id} />}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </details>
  )
}

function resultOf({ sentAt, dueAt, tries, status, fault }: Delivery, isPaused: boolean): string {
  const t = words()
  const answered = { status: status ?? 0 }
  if (sentAt) return t('webhook.delivered', answered)
  const why = fault ? t(`webhook.fault.${fault}`, answered) : ''
  if (!dueAt) return t('webhook.givenUp', { why, tries })
  if (isPaused) return t('webhook.waitsPaused')
  return tries === 0 ? t('webhook.waits') : t('webhook.again', { why, tries, time: exact(dueAt) })
}

function SendAgain({ slug, deliveryId }: { slug: string; deliveryId: string }) {
  const t = words()
  const trpc = useTRPC()
  const queries = useQueryClient()
  const send = useMutation(
    trpc.webhook.sendAgain.mutationOptions({
      onError: (error) => sayWrong(sentenceOf(error)),
      onSettled: () => queries.invalidateQueries({ queryKey: trpc.webhook.pathKey() }),
    }),
  )
  return (
    <button type="button" className="linkbtn" onClick={() => send.mutate({ desk: slug, deliveryId })}>
      {t('webhook.sendAgain')}
    </button>
  )
}
