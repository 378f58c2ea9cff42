'use client'
import { Avatar } from '@/app/_ui/avatar'
import { words } from '@/server/words'
import type { Person } from '../_room/people-store'
import { useClaims, useRoom } from '../_room/use-room'
import { doing } from './doing'
import { goTo } from './use-follow'

type Props = { person: Person; onDone: () => void }

/** One person in the room: who they are, what they do at this moment, and the ways to where they read. */
export function PersonHere({ person, onDone }: Props) {
  const t = words()
  const { revision, following, announce } = useRoom()
  const claims = useClaims()
  const { memberId, name, role, isMe, readsAt, window } = person
  const follow = () => {
    following.set({ window, name })
    announce(t('people.followed', { name }))
    onDone()
  }
  const go = () => {
    if (readsAt !== null)
      goTo(document.getElementById('article'), document.querySelector('.galley-text'), readsAt)
    onDone()
  }
  return (
    <li className="person">
      <Avatar id={memberId} name={name} size="lg" isAway={role === 'observer'} />
      <p>
        <b>{isMe ? t('workspace.you', { name }) : name}</b> <span className="meta">{t(`role.${role}`)}</span>
        <span className="meta doing">{doing(person, claims, revision)}</span>
      </p>
      {!isMe && readsAt !== null && (
        <span className="acts">
          <button type="button" className="btn sm" onClick={follow}>
            {t('people.follow')}
            <span className="vh"> {name}</span>
          </button>
          <button type="button" className="btn quiet sm" onClick={go}>
            {t('people.goThere')}
            <span className="vh">: {name}</span>
          </button>
        </span>
      )}
    </li>
  )
}
