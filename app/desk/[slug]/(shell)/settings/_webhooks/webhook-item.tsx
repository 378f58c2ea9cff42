'use client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { inferRouterOutputs } from '@trpc/server'
import { useState } from 'react'
import { useTRPC } from '@/app/_api/client'
import { sentenceOf } from '@/app/_api/refusal-of'
import { Dialog } from '@/app/_ui/dialog'
import { sayDone, sayWrong } from '@/app/_ui/toast'
import type { AppRouter } from '@/server/router'
import { words } from '@/server/words'
import { dayOn } from '../../day-on'
import { DeliveryList } from './delivery-list'
import type { Shown } from './new-secret'
import { WebhookForm } from './webhook-form'

export type Listed = inferRouterOutputs<AppRouter>['webhook']['list']['webhooks'][number]
type Props = { slug: string; timeZone: string; webhook: Listed; onSecret: (shown: Shown) => void }

/** One webhook: where it leads, whether it is paused, what can be done with it, and its last messages. */
export function WebhookItem({ slug, timeZone, webhook, onSecret }: Props) {
  const t = words()
  const [isEditing, setEditing] = useState(false)
  const { id, address, shape, events, pause, addedBy, addedAt } = webhook
  if (isEditing)
    return (
      <li>
        <WebhookForm slug={slug} kept={webhook} onDone={() => setEditing(false)} />
      </li>
    )
  const told = events.map((kind) => t(`webhook.event.${kind}`)).join(' · ')
  return (
    <li aria-label={address}>
      <p className="mono webhook-address">{address}</p>
      <p className="meta">
        {t(`webhook.shapeShort.${shape}`)} ·{' '}
        {t('webhook.addedBy', { name: addedBy, date: dayOn(addedAt, timeZone) })}
      </p>
      <p className="ink-2">{told}</p>
      {pause && <p className="notice">{t(`webhook.paused.${pause}`)}</p>}
      <Buttons
        {...{ slug, id, address, onSecret }}
        isPaused={pause !== null}
        onEdit={() => setEditing(true)}
      />
      <DeliveryList slug={slug} deliveries={webhook.last} isPaused={pause !== null} />
    </li>
  )
}

type Buttons = { slug: string; id: string; address: string; isPaused: boolean } & Pick<Props, 'onSecret'>

function Buttons({ slug, id, address, isPaused, onSecret, onEdit }: Buttons & { onEdit: () => void }) {
  const t = words()
  const trpc = useTRPC()
  const queries = useQueryClient()
  const [isRemoving, setRemoving] = useState(false)
  const named = { desk: slug, webhookId: id }
  const shared = {
    onError: (error: unknown) => sayWrong(sentenceOf(error)),
    onSettled: () => queries.invalidateQueries({ queryKey: trpc.webhook.pathKey() }),
  }
  const test = useMutation(
    trpc.webhook.test.mutationOptions({ ...shared, onSuccess: () => sayDone(t('webhook.testWritten')) }),
  )
  const pause = useMutation(trpc.webhook.pause.mutationOptions(shared))
  const renew = useMutation(
    trpc.webhook.renewSecret.mutationOptions({
      ...shared,
      onSuccess: ({ secret }) => onSecret({ secret, isNew: false }),
    }),
  )
  const remove = useMutation(
    trpc.webhook.remove.mutationOptions({ ...shared, onSuccess: () => sayDone(t('webhook.removed')) }),
  )
  const whose = <span className="vh">: {address}</span>
  return (
    <div className="row webhook-buttons">
      {!isPaused && (
        <button type="button" className="btn sm" onClick={() => test.mutate(named)}>
          {t('webhook.sendTest')}
          {whose}
        </button>
      )}
      <button
        type="button"
        className="btn sm"
        onClick={() => pause.mutate({ ...named, isPaused: !isPaused })}
      >
        {t(isPaused ? 'webhook.resume' : 'webhook.pause')}
        {whose}
      </button>
      <button type="button" className="btn sm" onClick={onEdit}>
        {t('webhook.edit')}
        {whose}
      </button>
      <button type="button" className="btn sm" onClick={() => renew.mutate(named)}>
        {t('webhook.renew')}
        {whose}
      </button>
      <button type="button" className="btn sm" onClick={() => setRemoving(true)}>
        {t('webhook.remove')}
        {whose}
      </button>
      <Dialog title={t('webhook.removeTitle')} isOpen={isRemoving} onClose={() => setRemoving(false)}>
        <p>{t('webhook.removeHint', { address })}</p>
        <div className="row">
          <button type="button" className="btn danger" onClick={() => remove.mutate(named)}>
            {t('webhook.remove')}
          </button>
          <button type="button" className="btn quiet" onClick={() => setRemoving(false)}>
            {t('webhook.cancel')}
          </button>
        </div>
      </Dialog>
    </div>
  )
}
