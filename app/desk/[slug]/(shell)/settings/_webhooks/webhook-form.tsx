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
import { eventKinds, webhookShapes } from '@/db/vocabulary'
import { type Webhook, webhookShape } from '@/server/notice/webhook/webhook'
import { words } from '@/server/words'

type Props = {
  slug: string
  /** The webhook that is changed; left out for a new one. */
  kept?: { id: string } & Webhook
  /** Given the secret of a new one, or null. */
  onDone: (secret: string | null) => void
}

/** Where a webhook leads, for whom it is written, and what it is told. */
export function WebhookForm({ slug, kept, onDone }: Props) {
  const t = words()
  const trpc = useTRPC()
  const queries = useQueryClient()
  const { problems, tries, show } = useProblems()
  // Made once: sent again after a lost answer, it is the same webhook.
  const [newId] = useState(() => uuid())
  const add = useMutation(trpc.webhook.add.mutationOptions())
  const change = useMutation(trpc.webhook.change.mutationOptions())
  const now = kept && { address: kept.address, shape: kept.shape, events: kept.events }
  // As it was when the form was opened: the list behind it renews itself.
  const { read, isNewer, was, overtaken } = useAsRead(now)

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const typed = {
      address: form.get('webhook-address'),
      shape: form.get('shape'),
      events: form.getAll('event'),
    }
    const to = webhookShape.safeParse(typed)
    if (!to.success) return show(problemsOf(typed))
    try {
      const secret = kept && was ? await changed(kept.id, was, to.data) : await added(to.data)
      sayDone(t('webhook.saved'))
      onDone(secret)
    } catch (error) {
      if (refusalOf(error)?.code === 'setting-changed') overtaken()
      show([{ field: null, sentence: sentenceOf(error) }])
    } finally {
      queries.invalidateQueries({ queryKey: trpc.webhook.pathKey() })
    }
  }

  async function added(webhook: Webhook): Promise<string> {
    const { secret } = await add.mutateAsync({ desk: slug, webhookId: newId, webhook })
    return secret
  }

  async function changed(webhookId: string, seen: Webhook, to: Webhook): Promise<null> {
    await change.mutateAsync({ desk: slug, webhookId, was: seen, to })
    return null
  }

  return (
    <form method="post" noValidate onSubmit={send} aria-label={t(kept ? 'webhook.edit' : 'webhook.addTitle')}>
      <ProblemSummary key={tries} title={t('webhook.notSaved')} problems={problems} />
      <BesideNewer
        newer={isNewer && now ? { title: t('settings.newer'), shown: <Newer webhook={now} /> } : null}
        take={t('webhook.leaveIt')}
        onTake={() => onDone(null)}
      >
        <Field
          label={t('webhook.address')}
          name="webhook-address"
          type="url"
          hint={t('webhook.addressHint')}
          defaultValue={read?.address}
          problems={problems}
          autoFocus
        />
        <RadioChoices
          legend={t('webhook.shape')}
          name="shape"
          choices={webhookShapes}
          chosen={read?.shape ?? 'proofroom'}
          sayChoice={(shape) => t(`webhook.shapes.${shape}`)}
        />
        <fieldset className="kinds">
          <legend className="label">{t('webhook.events')}</legend>
          {eventKinds.map((kind) => (
            <label key={kind} className="check">
              <input
                type="checkbox"
                name="event"
                value={kind}
                defaultChecked={read ? read.events.includes(kind) : usual.has(kind)}
              />
              <span>{t(`webhook.event.${kind}`)}</span>
            </label>
          ))}
        </fieldset>
      </BesideNewer>
      <div className="row">
        <SubmitButton className="btn" isBusy={add.isPending || change.isPending}>
          {t(isNewer ? 'newer.saveMine' : 'webhook.save')} <span className="vh">{t('webhook.title')}</span>
        </SubmitButton>
        <button type="button" className="btn quiet" onClick={() => onDone(null)}>
          {t('webhook.cancel')}
        </button>
      </div>
    </form>
  )
}

/** Where it leads and what it is told now, beside a form that was opened before. */
function Newer({ webhook: { address, shape, events } }: { webhook: Webhook }) {
  const t = words()
  return (
    <dl className="setting-facts">
      <dt className="label">{t('webhook.address')}</dt>
      <dd>{address}</dd>
      <dt className="label">{t('webhook.shape')}</dt>
      <dd>{t(`webhook.shapes.${shape}`)}</dd>
      <dt className="label">{t('webhook.events')}</dt>
      <dd>{events.map((kind) => t(`webhook.event.${kind}`)).join(' · ')}</dd>
    </dl>
  )
}

/** What readers see is what others ask for first. */
const usual = new Set<string>(['published', 'corrected', 'retracted', 'under-review'])

function problemsOf({ address, events }: { address: unknown; events: unknown[] }) {
  const t = words()
  const lacksAddress = typeof address !== 'string' || !address.trim()
  return [
    ...(lacksAddress ? [{ field: 'webhook-address', sentence: t('webhook.addressMissing') }] : []),
    ...(events.length === 0 ? [{ field: null, sentence: t('webhook.eventsMissing') }] : []),
  ]
}
