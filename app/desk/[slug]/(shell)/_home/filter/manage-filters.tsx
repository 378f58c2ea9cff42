import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useTRPC } from '@/app/_api/client'
import { refusalOf, sentenceOf } from '@/app/_api/refusal-of'
import { BesideNewer } from '@/app/_form/beside-newer'
import { useAsRead } from '@/app/_form/use-as-read'
import { Dialog } from '@/app/_ui/dialog'
import { longestName, nameShape, type SavedFilter, whyNotChange } from '@/server/article/saved/saved-filter'
import { type Member, may } from '@/server/member/member'
import { words } from '@/server/words'

type Props = { slug: string; member: Member; saved: SavedFilter[]; onClose: () => void }

/** The filters the member may change, each with another name, with whether it is shared, or deleted. */
export function ManageFilters({ slug, member, saved, onClose }: Props) {
  const t = words()
  const own = saved.filter((one) => whyNotChange(one, member) === null)
  return (
    <Dialog title={t('articles.saved.manageTitle')} isOpen onClose={onClose}>
      {own.length === 0 && <p>{t('articles.saved.none')}</p>}
      <ul className="saved-list">
        {own.map((one) => (
          <ManagedFilter key={one.id} slug={slug} member={member} saved={one} />
        ))}
      </ul>
    </Dialog>
  )
}

function ManagedFilter({ slug, member, saved }: { slug: string; member: Member; saved: SavedFilter }) {
  const t = words()
  const trpc = useTRPC()
  const queries = useQueryClient()
  const id = useId()
  const kept = { name: saved.name, isShared: saved.isShared }
  const asRead = useAsRead(kept)
  const [name, setName] = useState(saved.name)
  const [isShared, setIsShared] = useState(saved.isShared)
  const lookAgain = () => queries.invalidateQueries({ queryKey: trpc.filter.pathKey() })
  const change = useMutation(
    trpc.filter.change.mutationOptions({
      onSuccess: (_, { name, isShared }) => asRead.saved({ name: nameShape.parse(name), isShared }),
      onError: (error) => refusalOf(error)?.code === 'setting-changed' && asRead.overtaken(),
      onSettled: lookAgain,
    }),
  )
  const remove = useMutation(
    trpc.filter.remove.mutationOptions({
      onSuccess: async () => {
        // Its row goes with the focus in it: the box that is still open takes it.
        document.querySelector<HTMLElement>('[role="dialog"]')?.focus()
        await lookAgain()
      },
    }),
  )
  const error = change.error ?? remove.error
  const of = (act: string) => t('articles.saved.of', { act, name: saved.name })
  const act = asRead.isNewer ? 'newer.saveMine' : 'articles.saved.change'
  const isChanged = name !== saved.name || isShared !== saved.isShared
  return (
    <li>
      <BesideNewer
        newer={asRead.isNewer ? { title: t('settings.newer'), shown: <Newer {...kept} /> } : null}
        take={t('newer.take')}
        onTake={() => {
          asRead.take()
          setName(kept.name)
          setIsShared(kept.isShared)
          change.reset()
        }}
      >
        <form
          className="saved-row"
          onSubmit={(event) => {
            event.preventDefault()
            change.mutate({ desk: slug, id: saved.id, was: asRead.was, name, isShared })
          }}
        >
          <label className="vh" htmlFor={id}>
            {of(t('articles.saved.name'))}
          </label>
          <input
            id={id}
            className="input"
            maxLength={longestName}
            value={name}
            aria-invalid={change.isError || undefined}
            aria-describedby={error ? `${id}-err` : undefined}
            onChange={(event) => setName(event.target.value)}
          />
          <button type="submit" className="btn sm" aria-label={of(t(act))} disabled={change.isPending}>
            {t(change.isSuccess && !isChanged ? 'articles.saved.changed' : act)}
          </button>
          <button
            type="button"
            className="btn sm danger"
            aria-label={of(t('articles.saved.delete'))}
            disabled={remove.isPending}
            onClick={() => remove.mutate({ desk: slug, id: saved.id })}
          >
            {t('articles.saved.delete')}
          </button>
          {may(member, 'share filters') && (
            <label className="check">
              <input
                type="checkbox"
                checked={isShared}
                onChange={(event) => setIsShared(event.target.checked)}
              />
              {t('articles.saved.share')}
            </label>
          )}
        </form>
      </BesideNewer>
      {error && (
        <p className="bad" role="alert" id={`${id}-err`}>
          {sentenceOf(error)}
        </p>
      )}
    </li>
  )
}

/** How a filter is called now and who sees it, beside what was typed. */
function Newer({ name, isShared }: { name: string; isShared: boolean }) {
  return (
    <p>
      {name}{' '}
      <span className="meta">{words()(isShared ? 'articles.saved.isShared' : 'articles.saved.isOwn')}</span>
    </p>
  )
}
