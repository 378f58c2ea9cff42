'use client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { useTRPC } from '@/app/_api/client'
import { sentenceOf } from '@/app/_api/refusal-of'
import { SubmitButton } from '@/app/_form/submit-button'
import { sayDone, sayWrong } from '@/app/_ui/toast'
import { ReadState } from '@/app/_ui/wait/read-state'
import { longestName } from '@/server/publication/named/named'
import type { DeskName } from '@/server/publication/named/read-named'
import { words } from '@/server/words'

/** For editors: the names that readers find checks by, and which spellings are one. */
export function NamesSection({ slug }: { slug: string }) {
  const t = words()
  const reading = useQuery(useTRPC().publication.names.queryOptions({ desk: slug }))
  const joined = reading.data?.filter(({ joinedTo }) => joinedTo !== null) ?? []
  return (
    <section className="setting" aria-labelledby="names">
      <header>
        <h2 id="names">{t('named.section')}</h2>
        <p className="ink-2">{t('named.sectionLead')}</p>
      </header>
      <div>
        <ReadState of={reading} name={t('named.section')} />
        {reading.data?.length === 0 && <p className="ink-2">{t('named.none')}</p>}
        {reading.data && reading.data.length > 0 && <JoinForm slug={slug} names={reading.data} />}
        {joined.length > 0 && (
          <ul className="limits" aria-label={t('named.joinedList')}>
            {joined.map((name) => (
              <JoinedName key={`${name.kind} ${name.spelling}`} slug={slug} joined={name} />
            ))}
          </ul>
        )}
      </div>
    </section>
  )
}

function JoinForm({ slug, names }: { slug: string; names: DeskName[] }) {
  const t = words()
  const { join } = useNames()
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const typed = new FormData(form)
    const name = names[Number(typed.get('spelling'))]
    if (!name || join.isPending) return
    const { kind, spelling } = name
    const into = String(typed.get('into') ?? '')
    join.mutate({ desk: slug, kind, spelling, name: into }, { onSuccess: () => form.reset() })
  }
  return (
    <form onSubmit={send}>
      <div className="field">
        <label htmlFor="name-spelling">{t('named.spelling')}</label>
        <select id="name-spelling" name="spelling" className="input">
          {names.map((name, index) => (
            <option key={`${name.kind} ${name.spelling}`} value={index}>
              {t('named.option', { name: name.name, kind: name.kind, count: name.count })}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor="name-into">{t('named.into')}</label>
        <input id="name-into" name="into" className="input" maxLength={longestName} list="names-known" />
      </div>
      <datalist id="names-known">
        {[...new Set(names.map(({ name }) => name))].map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <SubmitButton className="btn" isBusy={join.isPending}>
        {t('named.join')}
      </SubmitButton>
    </form>
  )
}

function JoinedName({ slug, joined }: { slug: string; joined: DeskName }) {
  const t = words()
  const { separate } = useNames()
  const { kind, spelling, name, joinedTo } = joined
  const line = t('named.line', { name, into: joinedTo ?? '' })
  return (
    <li className="spread">
      <span>{line}</span>
      <button
        type="button"
        className="btn sm"
        onClick={() => separate.mutate({ desk: slug, kind, spelling })}
      >
        {t('named.separate')} <span className="vh">{line}</span>
      </button>
    </li>
  )
}

/** Joining names and taking them apart; a refusal is said, what is typed stays. */
function useNames() {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const shared = {
    onError: (error: unknown) => sayWrong(sentenceOf(error)),
    onSettled: () => queries.invalidateQueries({ queryKey: trpc.publication.names.queryKey() }),
  }
  const join = useMutation(
    trpc.publication.joinNames.mutationOptions({
      ...shared,
      onSuccess: () => sayDone(words()('named.joined')),
    }),
  )
  return { join, separate: useMutation(trpc.publication.separateName.mutationOptions(shared)) }
}
