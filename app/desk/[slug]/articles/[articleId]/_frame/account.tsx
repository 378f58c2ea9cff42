'use client'
import { useQuery } from '@tanstack/react-query'
import { useTRPC } from '@/app/_api/client'
import { AccountMenu } from '@/app/_device/account-menu'
import { saveAsFile } from '@/app/_device/save-as-file'
import { type Unsent, unsentOf } from '@/app/_device/unsent'
import { useClaims, useRoom } from '../_room/use-room'

/** The way out of the workspace, which knows what this window has not sent. */
export function Account() {
  const { desk, member, article, saving, forget } = useRoom()
  const { data: desks = [] } = useQuery(useTRPC().member.desks.queryOptions())
  const claims = useClaims()
  const elsewhere = unsentOf(member.id)
  const unsent: Unsent = {
    isThere: () => saving.get().waiting > 0 || elsewhere.isThere(),
    save: async () => {
      await elsewhere.save()
      if (!elsewhere.isThere()) saveAsFile(article.id, claims)
    },
    discard: async () => {
      await forget()
      await elsewhere.discard()
    },
  }
  const others = desks.filter(({ slug }) => slug !== desk.slug)
  return <AccountMenu member={member} unsent={unsent} desks={others} />
}
