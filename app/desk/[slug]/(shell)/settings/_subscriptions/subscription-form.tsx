'use client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { v7 as uuid } from 'uuid'
import { useTRPC } from '@/app/_api/client'
import { refusalOf, sentenceOf } from '@/app/_api/refusal-of'
import { BesideNewer } from '@/app/_form/beside-newer'
import { Field } from '@/app/_form/field'
import { ProblemSummary } from '@/app/_form/problem'
import { RadioChoices } from '@/app/_form/radio-choices'
import { SubmitButton } from '@/app/_form/submit-button'
import { useAsRead } from '@/app/_form/use-as-read'
import { useProblems } from '@/app/_form/use-problems'
import { sayDone } from '@/app/_ui/toast'
import {
  beginnings,
  type Subscription,
  type SubscriptionPlace,
  subscriptionShape,
} from '@/server/notice/subscription/subscription'
import { words } from '@/server/words'

type Props = {
  slug: string
  /** The subscription that is changed; left out for a new one. */
  kept?: { id: string; address: string }
  /** Given the secret of a new one, or null. */
  onDone: (secret: string | null) => void
}

/** Where a subscription leads, and with what a new one begins. */
export function SubscriptionForm({ slug, kept, onDone }: Props) {
  const t = words()
  const trpc = useTRPC()
  const queries = useQueryClient()
  const { problems, tries, show } = useProblems()
  // Made once: sent again after a lost answer, it is the same subscription.
  const [newId] = useState(() => uuid())
  const add = useMutation(trpc.subscription.add.mutationOptions())
  const change = useMutation(trpc.subscription.change.mutationOptions())
  const now = kept && { address: kept.address }
  // As it was when the form was opened: the list behind it renews itself.
  const { read, isNewer, was, overtaken } = useAsRead(now)

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    // What is changed goes on where it is.
    const begins = kept ? 'from-now' : form.get('begins')
    const said = subscriptionShape.safeParse({ address: form.get('subscription-address'), begins })
    if (!said.success)
      return show([{ field: 'subscription-address', sentence: t('subscription.addressMissing') }])
    try {
      const secret = kept && was ? await changed(kept.id, was, said.data) : await added(said.data)
      sayDone(t(kept ? 'subscription.changed' : 'subscription.saved'))
      onDone(secret)
    } catch (error) {
      if (refusalOf(error)?.code === 'setting-changed') overtaken()
      show([{ field: null, sentence: sentenceOf(error) }])
    } finally {
      queries.invalidateQueries({ queryKey: trpc.subscription.pathKey() })
    }
  }

  async function added(subscription: Subscription): Promise<string> {
    const { secret } = await add.mutateAsync({ desk: slug, subscriptionId: newId, subscription })
    return secret
  }

  async function changed(id: string, seen: SubscriptionPlace, { address }: Subscription): Promise<null> {
    await change.mutateAsync({ desk: slug, subscriptionId: id, was: seen, to: { address } })
    return null
  }

  return (
    <form
      method="post"
      noValidate
      onSubmit={send}
      aria-label={t(kept ? 'subscription.edit' : 'subscription.addTitle')}
    >
      <ProblemSummary key={tries} title={t('subscription.notSaved')} problems={problems} />
      <BesideNewer
        newer={isNewer && now ? { title: t('settings.newer'), shown: <p>{now.address}</p> } : null}
        take={t('webhook.leaveIt')}
        onTake={() => onDone(null)}
      >
        <Field
          label={t('subscription.address')}
          name="subscription-address"
          type="url"
          hint={t(kept ? 'subscription.changeHint' : 'subscription.addressHint')}
          defaultValue={read?.address}
          problems={problems}
          autoFocus
        />
        {!kept && (
          <RadioChoices
            legend={t('subscription.begins')}
            name="begins"
            choices={beginnings}
            chosen="with-the-first"
            sayChoice={(one) => t(`subscription.beginnings.${one}`)}
          />
        )}
      </BesideNewer>
      <div className="row">
        <SubmitButton className="btn" isBusy={add.isPending || change.isPending}>
          {t(isNewer ? 'newer.saveMine' : 'subscription.save')}{' '}
          <span className="vh">{t('subscription.title')}</span>
        </SubmitButton>
        <button type="button" className="btn quiet" onClick={() => onDone(null)}>
          {t('subscription.cancel')}
        </button>
      </div>
    </form>
  )
}
