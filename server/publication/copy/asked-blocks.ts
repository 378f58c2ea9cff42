import type { FrozenClaim } from '../../review/submission'
import type { Edition } from '../pages/edition'
import { aboutSearch, replyLead } from '../pages/parts/asked'
import type { CopyBlock } from './check-copy'

const paragraph = (text: string): CopyBlock => ({ kind: 'paragraph', runs: [{ text }] })
const heading = (text: string): CopyBlock => ({ kind: 'heading', runs: [{ text }] })

/** What was looked for in vain, and who was asked for their side; nothing where there is nothing of it. */
export function askedBlocks({ searches = [], replies = [] }: FrozenClaim, edition: Edition): CopyBlock[] {
  const { say } = edition
  const searched = searches.map((search) => [paragraph(search.what), paragraph(aboutSearch(search, edition))])
  const asked = replies.flatMap((reply): CopyBlock[] => [
    paragraph(replyLead(reply, edition)),
    ...(reply.answer.trim() ? [{ kind: 'quote' as const, blocks: [paragraph(reply.answer.trim())] }] : []),
  ])
  return [
    ...(searched.length
      ? [heading(say('public.searched')), { kind: 'list' as const, isOrdered: false, items: searched }]
      : []),
    ...(asked.length ? [heading(say('public.replies')), ...asked] : []),
  ]
}
