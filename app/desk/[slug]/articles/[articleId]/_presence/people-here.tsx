'use client'
import { Popover } from 'radix-ui'
import { useState } from 'react'
import { Avatar } from '@/app/_ui/avatar'
import { words } from '@/server/words'
import { usePeople, useRoom } from '../_room/use-room'
import { PersonHere } from './person-here'
import { useAnnouncePeople } from './use-announce-people'

/** How many fit into the bar; the others are counted, and stand in the list. */
const shown = 5

/** Who is in the room, oneself first; pressed, a list tells what each one does. */
export function PeopleHere() {
  const t = words()
  const people = usePeople()
  const { announce } = useRoom()
  const [isOpen, setOpen] = useState(false)
  useAnnouncePeople(people, announce)
  if (!people.length) return null
  return (
    <Popover.Root open={isOpen} onOpenChange={setOpen}>
      <Popover.Trigger
        className="people-here"
        aria-label={t('workspace.inTheRoom', { count: people.length })}
      >
        <span className="avatars">
          {people.slice(0, shown).map(({ memberId, name, role, isMe }) => (
            <Avatar
              key={memberId}
              id={memberId}
              name={isMe ? t('workspace.you', { name }) : name}
              initialsFrom={name}
              isAway={role === 'observer'}
            />
          ))}
          {people.length > shown && <span className="meta">+{people.length - shown}</span>}
        </span>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content className="pop people-list" align="end" sideOffset={6} collisionPadding={8}>
          <h2 className="label" id="people-h">
            {t('people.title')}
          </h2>
          <ul aria-labelledby="people-h">
            {people.map((person) => (
              <PersonHere key={person.memberId} person={person} onDone={() => setOpen(false)} />
            ))}
          </ul>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}
