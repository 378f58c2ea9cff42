'use client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { inferRouterOutputs } from '@trpc/server'
import { useState } from 'react'
import { useTRPC } from '@/app/_api/client'
import { sentenceOf } from '@/app/_api/refusal-of'
import { Dialog } from '@/app/_ui/dialog'
import { exact } from '@/app/_ui/time'
import { sayDone, sayWrong } from '@/app/_ui/toast'
import type { AppRouter } from '@/server/router'
import { words } from '@/server/words'
import { dayOn } from '../../day-on'
import type { Shown } from '../_webhooks/new-secret'
import { SubscriptionForm } from './subscription-form'

type Listed = inferRouterOutputs<AppRouter>['subscription']['list']['subscriptions'][number]
type Props = { slug: string; timeZone: string; subscription: Listed; onSecret: (shown: Shown) => void }

/** One subscription: where it leads, how far it is, and what can be done with it. */
export function SubscriptionItem({ slug, timeZone, subscription, onSecret }: Props) {
  const t = words()
  const [isEditing, setEditing] = useState(false)
  const { id, address, pause, addedBy, addedAt } = subscription
  if (isEditing)
    return (
      <li>
        <SubscriptionForm slug={slug} kept={subscription} onDone={() => setEditing(false)} />
      </li>
    )
  return (
    <li aria-label={address}>
      <p className="mono webhook-address">{address}</p>
      <p className="meta">{t('subscription.addedBy', { name: addedBy, date: dayOn(addedAt, timeZone) })}</p>
      <p className="ink-2">{howFar(subscription)}</p>
      {pause ? (
        <p className="notice">{t(`subscription.paused.${pause}`)}</p>
      ) : (
        <Failing subscription={subscription} />
      )}
      <Buttons
        {...{ slug, id, address, onSecret }}
        isPaused={pause !== null}
        onEdit={() => setEditing(true)}
      />
    </li>
  )
}

function howFar({ waiting, takenAt }: Listed): string {
  const t = words()
  const state = waiting === 0 ? t('subscription.upToDate') : t('subscription.waiting', { count: waiting })
  return takenAt ? `${state} ${t('subscription.takenAt', { time: exact(takenAt) })}` : state
}

function Failing({ subscription: { fault, status, tries, dueAt } }: Pick<Props, 'subscription'>) {
  const t = words()
  if (!fault || !dueAt) return null
  const why = t(`webhook.fault.${fault}`, { status: status ?? 0 })
  return <p className="notice">{t('subscription.failing', { why, tries, time: exact(dueAt) })}</p>
}

type Buttons = { slug: string; id: string; address: string; isPaused: boolean; onEdit: () => void } & Pick<
  Props,
  'onSecret'
>

function Buttons({ slug, id, address, isPaused, onSecret, onEdit }: Buttons) {
  const t = words()
  const trpc = useTRPC()
  const queries = useQueryClient()
  const [isRemoving, setRemoving] = useState(false)
  const named = { desk: slug, subscriptionId: id }
  const shared = {
    onError: (error: unknown) => sayWrong(sentenceOf(error)),
    onSettled: () => queries.invalidateQueries({ queryKey: trpc.subscription.pathKey() }),
  }
  const pause = useMutation(trpc.subscription.pause.mutationOptions(shared))
  const renew = useMutation(
    trpc.subscription.renewSecret.mutationOptions({
      ...shared,
      onSuccess: ({ secret }) => onSecret({ secret, isNew: false }),
    }),
  )
  const remove = useMutation(
    trpc.subscription.remove.mutationOptions({
      ...shared,
      onSuccess: () => sayDone(t('subscription.removed')),
    }),
  )
  const whose = <span className="vh">: {address}</span>
  return (
    <div className="row webhook-buttons">
      <button
        type="button"
        className="btn sm"
        onClick={() => pause.mutate({ ...named, isPaused: !isPaused })}
      >
        {t(isPaused ? 'subscription.resume' : 'subscription.pause')}
        {whose}
      </button>
      <button type="button" className="btn sm" onClick={onEdit}>
        {t('subscription.edit')}
        {whose}
      </button>
      <button type="button" className="btn sm" onClick={() => renew.mutate(named)}>
        {t('subscription.renew')}
        {whose}
      </button>
      <button type="button" className="btn sm" onClick={() => setRemoving(true)}>
        {t('subscription.remove')}
        {whose}
      </button>
      <Dialog title={t('subscription.removeTitle')} isOpen={isRemoving} onClose={() => setRemoving(false)}>
        <p>{t('subscription.removeHint', { address })}</p>
        <div className="row">
          <button type="button" className="btn danger" onClick={() => remove.mutate(named)}>
            {t('subscription.remove')}
          </button>
          <button type="button" className="btn quiet" onClick={() => setRemoving(false)}>
            {t('subscription.cancel')}
          </button>
        </div>
      </Dialog>
    </div>
  )
}
