import type { Transaction } from '../../db/client'
import type { Priority } from '../../db/vocabulary'
import type { Member } from '../member/member'
import { readWhoMay } from '../member/read-desk'
import type { DeskEvent } from '../notice/event/event'
import { keepEvent } from '../notice/event/keep-event'
import { tellMembers } from '../notice/tell-members'

type By = Pick<Member, 'id' | 'deskId'>
type Work = { id: string; articleId: string; claimId: string | null }

/** Tells whoever was given work, and whoever had it before them. */
export async function tellGiven(tx: Transaction, { by, to, former, ...work }: GivenWork): Promise<void> {
  const { id: subjectId, articleId, claimId } = work
  const told = { by, subjectId, articleId, claimId }
  await tellMembers(tx, { ...told, kind: 'assigned', to: [to] })
  if (former && former !== to) await tellMembers(tx, { ...told, kind: 'taken-over', to: [former] })
  const { priority, isByRule } = work
  await keepEvent(tx, { ...eventOf(by, work, 'assigned'), priority, isByRule })
}

type GivenWork = Work & { by: By; to: string; former: string | null; priority: Priority; isByRule?: boolean }

/**
 * Tells whoever had work that lies in the pool now, and those who can give it to somebody: once an article, however
 * much of it that was.
 */
export async function tellPooled(
  tx: Transaction,
  { by, former, pooled }: { by: By; former: string[]; pooled: Work[] },
): Promise<void> {
  if (pooled.length === 0) return
  const to = [...new Set([...former, ...(await readWhoMay('assign work', by.deskId, tx))])]
  for (const articleId of new Set(pooled.map((work) => work.articleId))) {
    const [first, ...others] = pooled.filter((work) => work.articleId === articleId)
    if (!first) continue
    const claimId = others.length === 0 ? first.claimId : null
    await tellMembers(tx, { kind: 'pooled', by, subjectId: first.id, to, articleId, claimId })
  }
  for (const work of pooled) await keepEvent(tx, eventOf(by, work, 'pooled'))
}

function eventOf({ deskId }: By, work: Work, kind: 'assigned' | 'pooled'): DeskEvent {
  const { id: subjectId, articleId, claimId } = work
  return { kind, deskId, subjectId, articleId, claimId, version: null }
}
