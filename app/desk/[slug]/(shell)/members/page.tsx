import '../../../../_styles/door.css'
import type { Metadata } from 'next'
import { may } from '../../../../../server/member/member'
import { words } from '../../../../../server/words'
import { answerFor, api } from '../../../../_api/server'
import { InviteBox } from './invite-box'
import { MemberList } from './member-list'

type Props = { params: Promise<{ slug: string }> }

export const generateMetadata = (): Metadata => ({ title: words()('members.title') })

export default async function MembersPage({ params }: Props) {
  const { slug } = await params
  const newsroom = await api()
  const { desk, member } = await answerFor(`/desk/${slug}/members`, newsroom.member.desk({ desk: slug }))
  const colleagues = await newsroom.member.list({ desk: slug })
  return (
    <main className="desk" id="main" tabIndex={-1}>
      <header className="desk-head">
        <h1>{words()('members.title')}</h1>
        <p className="slug">{desk.name}</p>
      </header>
      <div className="desk-cols">
        <MemberList slug={slug} me={member} timeZone={desk.timeZone} colleagues={colleagues} />
        <div className="member-side">
          {may(member, 'invite members') && <InviteBox slug={slug} timeZone={desk.timeZone} />}
        </div>
      </div>
    </main>
  )
}
