'use client'
import { ChevronDown } from 'lucide-react'
import Link from 'next/link'
import { DropdownMenu as Menu } from 'radix-ui'
import type { Member } from '../../server/member/member'
import { words } from '../../server/words'
import { Avatar } from '../_ui/avatar'
import { Icon } from '../_ui/icon'
import { SignOutDialog } from './sign-out-dialog'
import { type Unsent, unsentOf } from './unsent'
import { useSignOut } from './use-sign-out'

type Props = {
  member: Pick<Member, 'id' | 'name' | 'role'>
  /** What waits in the room that is open here; without it, the notes on this device tell. */
  unsent?: Unsent
  /** The other desks one can go to, where no switch stands beside it. */
  desks?: { slug: string; name: string }[]
}

/** Who one is here, and the way out. */
export function AccountMenu({ member, unsent = unsentOf(member.id), desks = [] }: Props) {
  const t = words()
  const { signOut, ...asked } = useSignOut(unsent)
  return (
    <>
      <Menu.Root>
        <Menu.Trigger className="me">
          <Avatar id={member.id} name={member.name} size="lg" />
          <span aria-hidden="true">{member.name}</span>
          <Icon of={ChevronDown} size="xs" />
        </Menu.Trigger>
        <Menu.Portal>
          <Menu.Content className="pop menu" align="end" sideOffset={6}>
            <Menu.Label className="meta item">{t(`role.${member.role}`)}</Menu.Label>
            <Menu.Item className="item" asChild>
              <Link href="/account">{t('account.title')}</Link>
            </Menu.Item>
            {desks.map(({ slug, name }) => (
              <Menu.Item key={slug} className="item" asChild>
                <Link href={`/desk/${slug}`}>{t('desk.switchTo', { desk: name })}</Link>
              </Menu.Item>
            ))}
            <Menu.Item className="item" onSelect={signOut}>
              {t('desk.signOut')}
            </Menu.Item>
          </Menu.Content>
        </Menu.Portal>
      </Menu.Root>
      <SignOutDialog {...asked} />
    </>
  )
}
