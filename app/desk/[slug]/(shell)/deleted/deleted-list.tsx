'use client'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Check } from 'lucide-react'
import Link from 'next/link'
import { useTRPC } from '@/app/_api/client'
import { Icon } from '@/app/_ui/icon'
import { ReadState } from '@/app/_ui/wait/read-state'
import { type DeletedThing, whyNotBringBack } from '@/server/deleted/deleted'
import type { DeletedPage } from '@/server/deleted/read-deleted'
import type { Member } from '@/server/member/member'
import { words } from '@/server/words'
import { often } from '../approvals/use-queue'
import { DeletedRow, rowOf } from './deleted-row'
import { placeOf } from './place-of'
import { useBringBack } from './use-bring-back'

type Props = { slug: string; member: Member; first: DeletedPage }

/** What was deleted on the desk, newest first, each with the way back. */
export function DeletedList({ slug, member, first }: Props) {
  const t = words()
  const list = useInfiniteQuery(
    useTRPC().deleted.list.infiniteQueryOptions(
      { desk: slug },
      {
        initialData: { pages: [first], pageParams: [null] },
        getNextPageParam: ({ next }) => next,
        refetchInterval: often,
      },
    ),
  )
  const { bringBack, busy, isBack, isClaimBack, newest } = useBringBack(slug, member.id)
  const things = list.data.pages.flatMap((page) => page.things).filter((thing) => !isBack(thing))
  return (
    <section aria-label={t('deleted.list')} className="deleted" id="deleted" tabIndex={-1}>
      <div role="status">{newest && <IsBack slug={slug} thing={newest} />}</div>
      <ReadState of={list} name={t('deleted.title')} />
      {things.length === 0 && !list.hasNextPage && (
        <div className="empty sheet">
          <p className="big">{t('deleted.empty')}</p>
          <p>{t('deleted.emptyHint')}</p>
        </div>
      )}
      {things.length > 0 && (
        <ul className="deleted-things">
          {things.map((thing) => (
            <DeletedRow
              key={rowOf(thing)}
              thing={thing}
              reason={whyNotBringBack(
                isClaimBack(thing) ? { ...thing, isClaimDeleted: false } : thing,
                member,
              )}
              isBusy={busy === rowOf(thing)}
              onBringBack={() => bringBack(thing)}
            />
          ))}
        </ul>
      )}
      {list.hasNextPage && (
        <button type="button" className="btn" onClick={() => void list.fetchNextPage()}>
          {t('deleted.more')}
        </button>
      )}
    </section>
  )
}

function IsBack({ slug, thing }: { slug: string; thing: DeletedThing }) {
  const t = words()
  const name = thing.name || t(`deleted.unnamed.${thing.kind}`)
  return (
    <p className="notice">
      <Icon of={Check} />
      <span>
        {t('deleted.isBack', { name })} <Link href={placeOf(slug, thing)}>{t('deleted.open')}</Link>
      </span>
    </p>
  )
}
