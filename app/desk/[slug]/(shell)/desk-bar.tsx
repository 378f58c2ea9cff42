'use client'
import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { AccountMenu } from '@/app/_device/account-menu'
import { type Member, may } from '../../../../server/member/member'
import { Wordmark } from '../../../../server/wordmark'
import { words } from '../../../../server/words'
import { useTRPC } from '../../../_api/client'
import { NoticeBell } from '../_notices/notice-bell'
import { often } from './approvals/use-queue'
import { DeskSwitch, type OwnDesk } from './desk-switch'
import { SearchField } from './search/_field/search-field'
import { useDeskKeys } from './use-desk-keys'

type Props = { slug: string; deskName: string; desks: OwnDesk[]; member: Member }

/** The bar over every page of a desk: where one is, what waits, who one is. */
export function DeskBar({ slug, deskName, desks, member }: Props) {
  const t = words()
  const trpc = useTRPC()
  const home = `/desk/${slug}`
  const path = usePathname()
  const { data: counts } = useQuery(
    trpc.review.counts.queryOptions({ desk: slug }, { refetchInterval: often }),
  )
  const readsReports = may(member, 'read reports')
  const { data: reports } = useQuery(
    trpc.report.counts.queryOptions({ desk: slug }, { refetchInterval: often, enabled: readsReports }),
  )
  useDeskKeys({ d: home, a: `${home}/approvals` })
  return (
    <>
      <a className="skip" href="#main">
        {t('desk.skip')}
      </a>
      <header className="bar-top">
        <Link className="brand" href={home} aria-label={t('desk.homeOf', { desk: deskName })}>
          <Wordmark />
        </Link>
        <DeskSwitch slug={slug} desks={desks} />
        <nav className="mainnav" aria-label={t('desk.main')}>
          <Link href={home} aria-current={path === home ? 'page' : undefined}>
            {t('desk.nav.desk')}
          </Link>
          <Link
            href={`${home}/dossiers`}
            aria-current={path.startsWith(`${home}/dossiers`) ? 'page' : undefined}
          >
            {t('desk.nav.dossiers')}
          </Link>
          <Link
            href={`${home}/approvals`}
            aria-current={path.startsWith(`${home}/approvals`) ? 'page' : undefined}
          >
            {t('desk.nav.approvals')}
            {counts && counts.waiting > 0 && (
              <span className="n">
                {counts.waiting}
                <span className="vh"> {t('desk.nav.waiting')}</span>
              </span>
            )}
          </Link>
          {readsReports && (
            <Link href={`${home}/reports`} aria-current={path === `${home}/reports` ? 'page' : undefined}>
              {t('report.desk.title')}
              {reports && reports.new > 0 && (
                <span className="n">
                  {reports.new}
                  <span className="vh"> {t('report.desk.waiting')}</span>
                </span>
              )}
            </Link>
          )}
          <Link href={`${home}/members`} aria-current={path === `${home}/members` ? 'page' : undefined}>
            {t('desk.nav.members')}
          </Link>
          <Link href={`${home}/statistics`} aria-current={path === `${home}/statistics` ? 'page' : undefined}>
            {t('desk.nav.statistics')}
          </Link>
          <Link href={`${home}/settings`} aria-current={path === `${home}/settings` ? 'page' : undefined}>
            {t('desk.nav.settings')}
          </Link>
        </nav>
        <SearchField slug={slug} />
        <NoticeBell slug={slug} />
        <AccountMenu member={member} />
      </header>
    </>
  )
}
