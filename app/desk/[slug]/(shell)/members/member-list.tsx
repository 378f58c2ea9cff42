'use client'
import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useState } from 'react'
import { type Member, may } from '../../../../../server/member/member'
import { words } from '../../../../../server/words'
import { useTRPC } from '../../../../_api/client'
import { Avatar } from '../../../../_ui/avatar'
import { ReadState } from '../../../../_ui/wait/read-state'
import { dayOn } from '../day-on'
import { RemoveDialog } from './remove-dialog'
import { RoleSelect } from './role-select'

export type Colleague = Pick<Member, 'id' | 'name' | 'role'> & { email: string; joinedAt: Date }

type Props = { slug: string; me: Member; timeZone: string; colleagues: Colleague[] }

/** Who is on the desk; admins change roles and remove members here. */
export function MemberList({ slug, me, timeZone, colleagues: initialData }: Props) {
  const t = words()
  const reading = useQuery(useTRPC().member.list.queryOptions({ desk: slug }, { initialData }))
  const { data } = reading
  const [leaving, setLeaving] = useState<Colleague | null>(null)
  const manages = may(me, 'manage members')
  return (
    <section aria-label={t('members.title')}>
      <ReadState of={reading} name={t('members.title')} />
      {data.length === 1 && (
        <p className="notice blue">
          <span>{t('members.alone')}</span>
        </p>
      )}
      <table className="table members">
        <caption className="vh">{t('members.count', { count: data.length })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('members.name')}</th>
            <th scope="col">{t('members.email')}</th>
            <th scope="col">{t('members.role')}</th>
            <th scope="col">{t('members.joined')}</th>
            {manages && (
              <th scope="col">
                <span className="vh">{t('members.acts')}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {data.map((colleague) => (
            <tr key={colleague.id}>
              <th scope="row">
                <span className="row">
                  <span aria-hidden="true">
                    <Avatar id={colleague.id} name={colleague.name} />
                  </span>
                  <span>
                    <Link href={`/desk/${slug}/members/${colleague.id}`}>{colleague.name}</Link>
                    {colleague.id === me.id && <span className="meta"> {t('members.you')}</span>}
                  </span>
                </span>
              </th>
              <td className="email">{colleague.email}</td>
              <td>
                {manages ? (
                  <RoleSelect slug={slug} colleague={colleague} me={me} />
                ) : (
                  t(`role.${colleague.role}`)
                )}
              </td>
              <td className="joined">
                <time dateTime={colleague.joinedAt.toISOString()}>{dayOn(colleague.joinedAt, timeZone)}</time>
              </td>
              {manages && (
                <td className="right">
                  <button type="button" className="btn sm" onClick={() => setLeaving(colleague)}>
                    {t('members.remove')} <span className="vh">{colleague.name}</span>
                  </button>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {leaving && <RemoveDialog slug={slug} leaving={leaving} me={me} onClose={() => setLeaving(null)} />}
    </section>
  )
}
