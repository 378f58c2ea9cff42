import '@/app/_styles/desk/activity.css'
import '@/app/_styles/desk/settings.css'
import type { Metadata } from 'next'
import Link from 'next/link'
import { answerFor, api } from '@/app/_api/server'
import { whyNotChangeFace } from '@/server/member/face/public-name'
import { may } from '@/server/member/member'
import { words } from '@/server/words'
import { dayOn } from '../../day-on'
import { ActivityList } from './activity-list'
import { FaceSection } from './face-section'
import { FactorSection } from './factor-section'

type Props = { params: Promise<{ slug: string; memberId: string }> }

export const generateMetadata = (): Metadata => ({ title: words()('activity.pageTitle') })

/** One member: who they are on the desk, and what they did there. */
export default async function MemberPage({ params }: Props) {
  const t = words()
  const { slug, memberId } = await params
  const path = `/desk/${slug}/members/${memberId}`
  const newsroom = await api()
  const { desk, member } = await answerFor(path, newsroom.member.desk({ desk: slug }))
  const first = await answerFor(path, newsroom.member.activity({ desk: slug, memberId }))
  const { name, role, joinedAt, removedAt } = first.member
  return (
    <main className="desk" id="main" tabIndex={-1}>
      <header className="desk-head">
        <h1>{name}</h1>
        <p className="slug">{desk.name}</p>
      </header>
      <p className="activity-lead">
        {t(removedAt ? 'activity.was' : 'activity.is', {
          role: t(`role.${role}`),
          joined: dayOn(joinedAt, desk.timeZone),
          left: removedAt ? dayOn(removedAt, desk.timeZone) : '',
        })}{' '}
        <Link href={`/desk/${slug}/members`}>{t('activity.all')}</Link>
      </p>
      {!removedAt && (
        <div className="settings">
          <FaceSection
            slug={slug}
            colleague={first.member}
            mayChange={whyNotChangeFace(member, memberId) === null}
          />
        </div>
      )}
      {!removedAt && may(member, 'manage members') && (
        <FactorSection slug={slug} colleague={{ id: memberId, name }} />
      )}
      <ActivityList slug={slug} timeZone={desk.timeZone} first={first} />
    </main>
  )
}
