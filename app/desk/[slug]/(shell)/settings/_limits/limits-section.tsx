'use client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import Link from 'next/link'
import { useTRPC } from '@/app/_api/client'
import { sentenceOf } from '@/app/_api/refusal-of'
import { sayWrong } from '@/app/_ui/toast'
import { ReadState } from '@/app/_ui/wait/read-state'
import { words } from '@/server/words'
import { dayOn } from '../../day-on'

type Props = { slug: string; timeZone: string }

/** For admins: that there are limited articles, and the way to be named. */
export function LimitsSection({ slug, timeZone }: Props) {
  const t = words()
  const trpc = useTRPC()
  const kept = useQueryClient()
  const reading = useQuery(trpc.limit.ofDesk.queryOptions({ desk: slug }))
  const limits = reading.data
  const nameSelf = useMutation(
    trpc.limit.nameSelf.mutationOptions({
      onError: (wrong) => sayWrong(sentenceOf(wrong)),
      onSettled: () => kept.invalidateQueries({ queryKey: trpc.limit.pathKey() }),
    }),
  )
  return (
    <section className="setting" aria-labelledby="limits">
      <header>
        <h2 id="limits">{t('limit.desk')}</h2>
        <p className="ink-2">{t('limit.deskLead')}</p>
      </header>
      <div>
        <ReadState of={reading} name={t('limit.desk')} />
        {limits?.length === 0 && <p className="ink-2">{t('limit.deskNone')}</p>}
        <ul className="limits">
          {limits?.map(({ articleId, by, at, count, isNamed }) => {
            const line = t('limit.deskLine', { name: by, date: dayOn(at, timeZone), count })
            return (
              <li key={articleId} className="spread">
                {isNamed ? (
                  <Link href={`/desk/${slug}/articles/${articleId}`}>{line}</Link>
                ) : (
                  <span>{line}</span>
                )}
                {isNamed ? (
                  <span className="meta">{t('limit.isNamed')}</span>
                ) : (
                  <button
                    type="button"
                    className="btn sm"
                    onClick={() => nameSelf.mutate({ desk: slug, articleId })}
                  >
                    {t('limit.nameSelf')} <span className="vh">{line}</span>
                  </button>
                )}
              </li>
            )
          })}
        </ul>
      </div>
    </section>
  )
}
