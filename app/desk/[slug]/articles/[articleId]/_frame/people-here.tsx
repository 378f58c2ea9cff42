'use client'
import { Avatar } from '@/app/_ui/avatar'
import { words } from '@/server/words'
import { usePeople, useRoom } from '../_room/use-room'
import { useAnnouncePeople } from './use-announce-people'

/** How many fit into the bar; the others are counted. */
const shown = 5

/** Who is in the room, oneself first. */
export function PeopleHere() {
  const t = words()
  const people = usePeople()
  const { announce } = useRoom()
  useAnnouncePeople(people, announce)
  if (!people.length) return null
  return (
    <ul className="avatars" aria-label={t('workspace.inTheRoom', { count: people.length })}>
      {people.slice(0, shown).map(({ memberId, name, role, isMe }) => (
        <li key={memberId}>
          <Avatar
            id={memberId}
            name={isMe ? t('workspace.you', { name }) : name}
            initialsFrom={name}
            isAway={role === 'observer'}
          />
        </li>
      ))}
      {people.length > shown && (
        <li
          className="meta"
          title={people
            .slice(shown)
            .map(({ name }) => name)
            .join(', ')}
        >
          +{people.length - shown}
          <span className="vh">
            :{' '}
            {people
              .slice(shown)
              .map(({ name }) => name)
              .join(', ')}
          </span>
        </li>
      )}
    </ul>
  )
}
