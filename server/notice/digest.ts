import type { Language } from '../../db/vocabulary'
import type { Mail } from '../mail/mail'
import { inOneLine } from '../mail/mail'
import { words } from '../words'
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
    const { articleTitle } = notice
    const place = articleTitle === null ? '' : `\n${t('notice.mail.in', { title: inOneLine(articleTitle) })}`
    return `${said}${about}${place}\n${origin}${placeOfNotice(desk.slug, notice)}`
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
