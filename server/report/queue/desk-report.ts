import type { reportSteps, reports } from '../../../db/schema'
import type { ReportKind } from '../../../db/vocabulary'
import { type DossierLink, dossierPath } from '../../dossier/published/frozen-dossier'
import { type Member, may } from '../../member/member'
import { articlePath, claimPath } from '../../publication/publication'
import { type ReportState, stateOf } from '../report'
import type { Standing } from './step'

/** A report as the desk reads it. */
export type DeskReport = {
  id: string
  kind: ReportKind
  text: string
  place: string
  link: string
  /** Who sent it, for those who may answer; empty where they did not say. */
  sender: { name: string; email: string } | null
  sentAt: Date
  /** What it is about: the version its sender read, and what the claim says in its newest. */
  claim: { id: string; number: number; version: number; statement: string; path: string } | null
  /** The same of a dossier; its name is the one that readers have now. */
  dossier: (DossierLink & { id: string; version: number }) | null
  /** The checked article that it is about as a whole. */
  article: { title: string; path: string } | null
  articleId: string | null
  state: ReportState
  standing: Standing | null
  /** Who was given the claim or the article, or the report itself where it is about none, and until when. */
  task: { to: string; dueAt: Date | null } | null
  isBlocked: boolean
}

/** What is stored of one; `dossier` and `article` are what the newest published version calls them, and their public numbers. */
type Row = {
  report: Pick<
    typeof reports.$inferSelect,
    | ('id' | 'kind' | 'text' | 'place' | 'link' | 'name' | 'email' | 'sentAt')
    | ('number' | 'version' | 'claimId' | 'articleId' | 'dossierId')
  >
  statement: string | null
  dossier: { number: number | null; name: string | null } | null
  article: { number: number | null; title: string | null } | null
  step: typeof reportSteps.$inferSelect | null
  by: string | null
  isBlocked: boolean
}

/** A row as a member of the desk reads it; who sent it is for those alone who may answer. */
export function asRead(row: Row, member: Member): Omit<DeskReport, 'task'> {
  const { report, step, by, isBlocked } = row
  const { number, version, claimId, dossierId, name, email, ...rest } = report
  return {
    ...rest,
    sender: may(member, 'answer reports') ? { name, email } : null,
    claim: claimOf(row),
    dossier: dossierOf(row),
    article: articleOf(row),
    state: stateOf(step?.kind ?? null),
    standing: step && { ...step, by: { id: step.memberId, name: by ?? '' } },
    isBlocked,
  }
}

function claimOf({ report: { number, version, claimId: id }, statement }: Row): DeskReport['claim'] {
  if (number === null || version === null || id === null) return null
  return { id, number, version, statement: statement ?? '', path: claimPath(number, statement ?? '') }
}

function dossierOf({ report: { dossierId: id, version }, dossier }: Row): DeskReport['dossier'] {
  if (id === null || version === null || !dossier) return null
  const { number, name } = dossier
  return number === null || name === null ? null : { id, version, name, path: dossierPath(number, name) }
}

function articleOf({ report, article }: Row): DeskReport['article'] {
  // A claim says more than the article that it is in.
  if (report.number !== null || !article) return null
  const { number, title } = article
  return number === null || title === null ? null : { title, path: articlePath(number, title) }
}
