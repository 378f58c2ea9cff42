'use client'
import Link from 'next/link'
import { Ago } from '@/app/_ui/time'
import { type Member, may } from '@/server/member/member'
import type { DeskReport } from '@/server/report/queue/desk-report'
import { linkOf } from '@/server/source/source'
import { words } from '@/server/words'
import { ReportActs } from './_acts/report-acts'
import { Done } from './done'

type Props = {
  slug: string
  member: Member
  report: DeskReport
  isTarget: boolean
  colleagues: { id: string; name: string }[]
}

/** One report: what a reader wrote about what, what was done with it, and what can be. */
export function ReportItem({ slug, member, report, isTarget, colleagues }: Props) {
  const t = words()
  const { id, kind, text, place, link, sender, claim, dossier, article, sentAt } = report
  const read = claim ?? dossier
  const about = read ?? article
  const named = sender?.name || t('report.reader')
  const address = linkOf(link)
  return (
    <li className={`report ${isTarget ? 'is-target' : ''}`} id={id} aria-labelledby={`${id}-head`}>
      <h2 id={`${id}-head`}>
        {about ? (
          <a href={about.path}>{claim?.statement ?? dossier?.name ?? article?.title}</a>
        ) : (
          t(`report.desk.kind.${kind}`)
        )}
      </h2>
      <p className="meta">
        {named}
        {sender?.email && `, ${sender.email}`}, <Ago at={sentAt} />
        {read && `, ${t('report.desk.readVersion', { version: read.version })}`}
      </p>
      <p className="words" dir="auto">
        {text}
      </p>
      {place && <p dir="auto">{t('report.desk.place', { place })}</p>}
      {address && (
        <p>
          <a href={address} rel="noreferrer nofollow noopener">
            {link}
          </a>
        </p>
      )}
      <Done report={report} />
      {claim && report.articleId && (
        <p>
          <Link href={`/desk/${slug}/articles/${report.articleId}?claim=${claim.id}`}>
            {t('report.desk.openClaim')}
          </Link>
        </p>
      )}
      {article && (
        <p>
          <Link href={`/desk/${slug}/articles/${report.articleId}`}>{t('report.desk.openArticle')}</Link>
        </p>
      )}
      {dossier && (
        <p>
          <Link href={`/desk/${slug}/dossiers/${dossier.id}`}>{t('report.desk.openDossier')}</Link>
        </p>
      )}
      {may(member, 'answer reports') && <ReportActs {...{ slug, report, colleagues }} />}
    </li>
  )
}
