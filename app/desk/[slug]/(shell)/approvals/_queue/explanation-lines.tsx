'use client'
import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useTRPC } from '@/app/_api/client'
import { Ago } from '@/app/_ui/time'
import { explanationPlace } from '@/server/dossier/explanation/explanation'
import { words } from '@/server/words'
import { live } from '../use-queue'

/** What waits for this editor in dossiers, each line leading to where it is decided; nothing where nothing waits. */
export function ExplanationLines({ slug }: { slug: string }) {
  const t = words()
  const [trpc, every] = [useTRPC(), { refetchInterval: live }]
  const { data: asked = [] } = useQuery(trpc.dossier.asked.queryOptions({ desk: slug }, every))
  const { data: retractions = [] } = useQuery(
    trpc.dossier.retractionsAsked.queryOptions({ desk: slug }, every),
  )
  if (asked.length + retractions.length === 0) return null
  return (
    <>
      <h2 className="q-art">{t('approvals.explanations')}</h2>
      <ol>
        {retractions.map(({ id, text, by, at, dossierId, dossier }) => (
          <Line key={id} href={`/desk/${slug}/dossiers/${dossierId}`} text={text} at={at}>
            {t('approvals.retractionOf', { name: by, dossier })}
          </Line>
        ))}
        {asked.map(({ id, text, by, at, dossierId, dossier }) => (
          <Line key={id} href={explanationPlace(slug, { dossierId, id })} text={text} at={at}>
            {t('approvals.explainedIn', { name: by, dossier })}
          </Line>
        ))}
      </ol>
    </>
  )
}

type LineProps = { href: string; text: string; at: Date; children: string }

function Line({ href, text, at, children }: LineProps) {
  return (
    <li>
      <Link href={href} prefetch={false}>
        <span className="st" dir="auto">
          {text}
        </span>
        <span className="meta">{children}</span>
        <span className="meta">
          <Ago at={at} />
        </span>
      </Link>
    </li>
  )
}
