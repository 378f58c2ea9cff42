'use client'
import { useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTRPC } from '@/app/_api/client'
import { sentenceOf } from '@/app/_api/refusal-of'
import { ProblemSummary } from '@/app/_form/problem'
import { Dialog } from '@/app/_ui/dialog'
import { sayDone } from '@/app/_ui/toast'
import { words } from '@/server/words'

type Props = { slug: string; article: { id: string; title: string }; onClose: () => void }

/** Asks who on the desk may know of an article: everybody, or the members that are ticked. */
export function LimitArticle({ slug, article: { id: articleId, title }, onClose }: Props) {
  const t = words()
  const trpc = useTRPC()
  const named = { desk: slug, articleId }
  // What was ticked a while ago may not hold any more.
  const { data: limit, error } = useQuery(
    trpc.limit.ofArticle.queryOptions(named, { gcTime: 0, staleTime: 0 }),
  )
  // Whoever limits an article is among those who may see it: the act refuses anything else.
  const { data: own } = useQuery(trpc.member.desk.queryOptions({ desk: slug }))
  const isNamed = (id: string) => (limit ? limit.members.includes(id) : id === own?.member.id)
  const { data: colleagues = [] } = useQuery(trpc.member.list.queryOptions({ desk: slug }))
  const [chosen, setChosen] = useState<boolean | null>(null)
  const isLimited = chosen ?? Boolean(limit)
  const set = useMutation(
    trpc.limit.set.mutationOptions({
      onSuccess: (_, { members }) => {
        sayDone(t('limit.saved', { title, count: members?.length ?? 0 }))
        onClose()
      },
    }),
  )
  function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const ticked = new FormData(event.currentTarget).getAll('member').map(String)
    set.mutate({ ...named, members: isLimited ? ticked : null })
  }
  const wrong = set.error ?? error
  return (
    <Dialog title={t('limit.title', { title })} isOpen onClose={onClose}>
      <p>{t('limit.lead')}</p>
      <ProblemSummary
        key={set.submittedAt}
        title={t('limit.notSaved')}
        problems={wrong ? [{ field: null, sentence: sentenceOf(wrong) }] : []}
      />
      {limit !== undefined && own && (
        <form className="limit-form" onSubmit={save}>
          {[false, true].map((limits) => (
            <label key={String(limits)} className="radio">
              <input
                type="radio"
                name="limits"
                checked={isLimited === limits}
                onChange={() => setChosen(limits)}
              />
              <span>{t(limits ? 'limit.named' : 'limit.everybody')}</span>
            </label>
          ))}
          {isLimited && (
            <fieldset className="limit-members">
              <legend className="vh">{t('limit.members')}</legend>
              {colleagues.map(({ id, name, role }) => (
                <label key={id} className="check">
                  <input type="checkbox" name="member" value={id} defaultChecked={isNamed(id)} />
                  <span>
                    {name} <span className="meta">{t(`role.${role}`)}</span>
                  </span>
                </label>
              ))}
            </fieldset>
          )}
          <div className="row">
            <button type="submit" className="btn primary" disabled={set.isPending}>
              {t('limit.save')}
            </button>
          </div>
        </form>
      )}
    </Dialog>
  )
}
