import { kindOf, mostPageBytes } from '../article/article'
import type { Member } from '../member/member'
import { Refused } from '../refusal'
import { type Revised, revise } from './revise'

/** Keeps a text or page that a member brought as what the article says now. */
export async function takePasted(member: Member, articleId: string, content: string): Promise<Revised> {
  if (Buffer.byteLength(content) > mostPageBytes) throw new Refused({ code: 'page-too-large' })
  if (!/[\p{L}\p{N}]/u.test(content)) throw new Refused({ code: 'page-empty' })
  return revise(member, articleId, { content, kind: kindOf(content), isPasted: true })
}
