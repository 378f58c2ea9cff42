import type { ReportKind, ReportStepKind } from '../../db/vocabulary'
import { dossierPath } from '../dossier/published/frozen-dossier'
import { emailShape } from '../member/member'
import { articlePath, claimPath, deskPath, type PublicDesk } from '../publication/publication'
import type { Refusal } from '../refusal'
import { linkOf } from '../source/source'

/** What a reader can write about, and where that is read. */
export type Subject = {
  kind: ReportKind
  desk: PublicDesk & { id: string }
  about:
    | { claim: { id: string; number: number; version: number; statement: string }; articleId: string }
    | { article: { number: number; title: string }; articleId: string }
    | { dossier: { id: string; number: number; version: number; name: string }; articleId: null }
    | null
}

/** The fields of the form, by the names they are sent under. */
export const reportFields = ['text', 'place', 'link', 'name', 'email'] as const
export type ReportField = (typeof reportFields)[number]
export type Written = Record<ReportField, string>
export const nothingWritten: Written = { text: '', place: '', link: '', name: '', email: '' }

/** The longest that each may be, in UTF-16 units. */
export const longest: Record<ReportField, number> = {
  ...{ text: 5_000, place: 1_000, link: 2_000, name: 120, email: 254 },
}

/** Why each field cannot be taken as it is; of those that can, nothing. */
export type FieldRefusals = Partial<Record<ReportField, Refusal>>

export function whyNotFields(written: Written, kind: ReportKind): FieldRefusals {
  const refusals: FieldRefusals = {}
  for (const field of reportFields) {
    const refusal = whyNotField(field, written[field].trim(), kind)
    if (refusal) refusals[field] = refusal
  }
  return refusals
}

function whyNotField(field: ReportField, words: string, kind: ReportKind): Refusal | null {
  if (words.length > longest[field]) return { code: 'report-too-long', values: { most: longest[field] } }
  if (!words)
    return field === 'text' ? { code: kind === 'error' ? 'report-empty' : 'suggestion-empty' } : null
  if (field === 'link' && !linkOf(words)) return { code: 'report-link-wrong' }
  if (field === 'email' && !emailShape.safeParse(words).success) return { code: 'report-email-wrong' }
  return null
}

/** The state of a report, as its newest step says; `null` where there is none. */
export const reportStates = ['new', 'taken-up', 'answered', 'duplicate', 'spam'] as const
export type ReportState = (typeof reportStates)[number]

export function stateOf(step: ReportStepKind | null): ReportState {
  return step === null || step === 'put-back' ? 'new' : step
}

/** The secret in a tracking address: 32 bytes in base64url. */
export const trackingShape = /^[\w-]{43}$/
export const trackingPath = (secret: string) => `/reports/${secret}`

/** The page that a reader came from. */
export function pageOf({ about, desk }: Subject): string {
  if (!about) return deskPath(desk.slug)
  if ('claim' in about) return claimPath(about.claim.number, about.claim.statement)
  if ('dossier' in about) return dossierPath(about.dossier.number, about.dossier.name)
  return articlePath(about.article.number, about.article.title)
}

/** How that page is called: what the claim says, the article's title, or the name of the dossier or desk. */
export function nameOf({ about, desk }: Subject): string {
  if (!about) return desk.name
  if ('claim' in about) return about.claim.statement
  return 'dossier' in about ? about.dossier.name : about.article.title
}
