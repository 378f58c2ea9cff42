'use client'
import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useTRPC } from '@/app/_api/client'
import { Ago } from '@/app/_ui/time'
import { explanationPlace } from '@/server/dossier/explanation/explanation'
import { words } from '@/server/words'
import { often } from '../use-queue'

/** What waits for this editor in dossiers, each line leading to its card; nothing where nothing waits. */
export function ExplanationLines({ slug }: { slug: string }) {
  const t = words()
  const { data: asked = [] } = useQuery(
    useTRPC().dossier.asked.queryOptions({ desk: slug }, { refetchInterval: often }),
  )
  if (asked.length === 0) return null
  return (
    <>
      <h2 className="q-art">{t('approvals.explanations')}</h2>
      <ol>
        {asked.map(({ id, text, by, at, dossierId, dossier }) => (
          <li key={id}>
            <Link href={explanationPlace(slug, { dossierId, id })} prefetch={false}>
              <span className="st" dir="auto">
                {text}
              </span>
              <span className="meta">{t('approvals.explainedIn', { name: by, dossier })}</span>
              <span className="meta">
                <Ago at={at} />
              </span>
            </Link>
          </li>
        ))}
      </ol>
    </>
  )
}
