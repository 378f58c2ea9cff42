'use client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTRPC } from '@/app/_api/client'
import { refusalOf, sentenceOf } from '@/app/_api/refusal-of'
import { BesideNewer } from '@/app/_form/beside-newer'
import { ProblemSummary } from '@/app/_form/problem'
import { sayDone } from '@/app/_ui/toast'
import { isSameLimit, type Limit } from '@/server/limit/limit'
import type { Member } from '@/server/member/member'
import { screenLocale, words } from '@/server/words'

type Props = {
  slug: string
  article: { id: string; title: string }
  /** As it holds now. */
  limit: Limit
  ownId: string
  colleagues: Pick<Member, 'id' | 'name' | 'role'>[]
  onClose: () => void
}

/** Who may know of an article, as it was read when the form was opened; what somebody saved since stands beside it. */
export function LimitForm({
  slug,
  article: { id: articleId, title },
  limit,
  ownId,
  colleagues,
  onClose,
}: Props) {
  const t = words()
  const trpc = useTRPC()
  const queries = useQueryClient()
  const [read] = useState(limit)
  // Once told that it changed, whoever saves again means it.
  const [isTold, setIsTold] = useState(false)
  const [isLimited, setIsLimited] = useState(Boolean(read))
  const wasNamed = (id: string) => (read ? read.members.includes(id) : id === ownId)
  const set = useMutation(
    trpc.limit.set.mutationOptions({
      onSuccess: (_, { members }) => {
        sayDone(t('limit.saved', { title, count: members?.length ?? 0 }))
        onClose()
      },
      onError: async (error) => {
        if (refusalOf(error)?.code !== 'setting-changed') return
        await queries.invalidateQueries({
          queryKey: trpc.limit.ofArticle.queryKey({ desk: slug, articleId }),
        })
        setIsTold(true)
      },
    }),
  )
  function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const ticked = new FormData(event.currentTarget).getAll('member').map(String)
    const was = (isTold ? limit : read)?.members ?? null
    set.mutate({ desk: slug, articleId, was, members: isLimited ? ticked : null })
  }
  const isNewer = isTold && !isSameLimit(limit?.members ?? null, read?.members ?? null)
  const namedNow = colleagues.filter(({ id }) => limit?.members.includes(id)).map(({ name }) => name)
  const newer = {
    title: t('limit.newer'),
    shown: <p>{limit ? t('limit.newerNamed', { names: listed(namedNow) }) : t('limit.everybody')}</p>,
  }
  return (
    <>
      <ProblemSummary
        key={set.submittedAt}
        title={t('limit.notSaved')}
        problems={set.error ? [{ field: null, sentence: sentenceOf(set.error) }] : []}
      />
      <BesideNewer newer={isNewer ? newer : null} take={t('limit.leaveIt')} onTake={onClose}>
        <form className="limit-form" onSubmit={save}>
          {[false, true].map((limits) => (
            <label key={String(limits)} className="radio">
              <input
                type="radio"
                name="limits"
                checked={isLimited === limits}
                onChange={() => setIsLimited(limits)}
              />
              <span>{t(limits ? 'limit.named' : 'limit.everybody')}</span>
            </label>
          ))}
          {isLimited && (
            <fieldset className="limit-members">
              <legend className="vh">{t('limit.members')}</legend>
              {colleagues.map(({ id, name, role }) => (
                <label key={id} className="check">
                  <input type="checkbox" name="member" value={id} defaultChecked={wasNamed(id)} />
                  <span>
                    {name} <span className="meta">{t(`role.${role}`)}</span>
                  </span>
                </label>
              ))}
            </fieldset>
          )}
          <div className="row">
            <button type="submit" className="btn primary" disabled={set.isPending}>
              {t(isNewer ? 'newer.saveMine' : 'limit.save')}
            </button>
          </div>
        </form>
      </BesideNewer>
    </>
  )
}

const listed = (names: string[]) => new Intl.ListFormat(screenLocale(), { type: 'conjunction' }).format(names)
