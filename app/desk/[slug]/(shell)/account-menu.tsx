'use client'
import { ChevronDown } from 'lucide-react'
import { DropdownMenu as Menu } from 'radix-ui'
import type { Member } from '../../../../server/member/member'
import { say } from '../../../../server/refusal'
import { words } from '../../../../server/words'
import { signOutHere } from '../../../_api/session'
import { Avatar } from '../../../_ui/avatar'
import { Icon } from '../../../_ui/icon'
import { sayWrong } from '../../../_ui/toast'

/** Who one is here, and the way out. */
export function AccountMenu({ member }: { member: Member }) {
  const t = words()
  return (
    <Menu.Root>
      <Menu.Trigger className="me">
        <Avatar id={member.id} name={member.name} size="lg" />
        <span aria-hidden="true">{member.name}</span>
        <Icon of={ChevronDown} size="xs" />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Content className="pop menu" align="end" sideOffset={6}>
          <Menu.Label className="meta item">{t(`role.${member.role}`)}</Menu.Label>
          <Menu.Item
            className="item"
            onSelect={() => signOutHere().catch(() => sayWrong(say({ code: 'unreachable' })))}
          >
            {t('desk.signOut')}
          </Menu.Item>
        </Menu.Content>
      </Menu.Portal>
    </Menu.Root>
  )
}
