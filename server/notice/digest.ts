import type { Language } from '../../db/vocabulary'
import type { Mail } from '../mail/mail'
import { inOneLine } from '../mail/mail'
import { type Words, words } from '../words'
import { messageOf, type Notice, placeOfNotice } from './notice'

type Digest = {
  to: string
  language: Language
  /** The newest of them names the mail: what was told once is not told again. */
  notices: [Notice, ...Notice[]]
  memberId: string
  desk: { slug: string; name: string }
  origin: string
}

/** One mail about all that a member has not read, the newest first, each with its link. */
export function digestLetter({ to, language, notices, memberId, desk, origin }: Digest): Mail {
  const t = words(language)
  const lines = notices.map((notice) => {
    const said = t(messageOf(notice), { name: notice.by.name })
    const about = notice.about ? `\n“${inOneLine(notice.about)}”` : ''
    const place = placeInWords(notice, t)
    return `${said}${about}${place && `\n${place}`}\n${origin}${placeOfNotice(desk.slug, notice)}`
  })
  return {
    key: `digest ${memberId} ${notices[0].id}`,
    to,
    subject: inOneLine(t('notice.mail.subject', { count: notices.length, desk: desk.name })),
    text: [
      t('notice.mail.lead', { count: notices.length, desk: desk.name }),
      ...lines,
      t('notice.mail.settings', { address: `${origin}/desk/${desk.slug}/notices` }),
    ].join('\n\n'),
    html: null,
  }
}

/** The article or the dossier that it happened in; empty where it was in neither. */
function placeInWords({ articleTitle, dossierName }: Notice, t: Words): string {
  if (dossierName !== null) return t('notice.mail.inDossier', { name: inOneLine(dossierName) })
  return articleTitle === null ? '' : t('notice.mail.in', { title: inOneLine(articleTitle) })
}
