'use client'
import { Check, ChevronDown } from 'lucide-react'
import Link from 'next/link'
import { DropdownMenu as Menu } from 'radix-ui'
import { words } from '../../../../server/words'
import { Icon } from '../../../_ui/icon'

export type OwnDesk = { slug: string; name: string }

type Props = { slug: string; desks: OwnDesk[] }

/** Which desk one is on, and the others one can go to; nothing for whoever is on one alone. */
export function DeskSwitch({ slug, desks }: Props) {
  const t = words()
  const here = desks.find((desk) => desk.slug === slug)
  if (!here || desks.length === 1) return null
  return (
    <Menu.Root>
      <Menu.Trigger className="desk-switch" aria-label={t('desk.switchFrom', { desk: here.name })}>
        <span>{here.name}</span>
        <Icon of={ChevronDown} size="xs" />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Content className="pop menu" align="start" sideOffset={6}>
          <Menu.Label className="meta item">{t('desk.yourDesks')}</Menu.Label>
          {desks.map((desk) => (
            <Menu.Item key={desk.slug} className="item" asChild>
              <Link href={`/desk/${desk.slug}`} aria-current={desk === here ? 'true' : undefined}>
                {desk.name} {desk === here && <Icon of={Check} size="xs" />}
              </Link>
            </Menu.Item>
          ))}
        </Menu.Content>
      </Menu.Portal>
    </Menu.Root>
  )
}
