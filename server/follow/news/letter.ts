import type { FollowNewsKind } from '../../../db/vocabulary'
import { spokenFor } from '../../language/language'
import { inOneLine, type Mail } from '../../mail/mail'
import type { PublicWords } from '../../notice/event/event'
import { type Words, words } from '../../words'
import { type Followable, mailKey } from '../follow'

type Asked = { to: string; followerId: string; id: string; of: Followable; address: string }

/** Asks an address whether it wants to follow something; whoever typed it put no word of theirs in. */
export function askedLetter(asked: Asked): Mail {
  const t = spokenOf(asked)
  return letter('asked', asked, [asked.address, t('follow.mail.askedFor')])
}

/** Tells an address that it follows already what somebody asked for it. */
export function alreadyLetter(asked: Asked): Mail {
  return { ...letter('already', asked, [leaving(asked.address, spokenOf(asked))]), leaveAt: asked.address }
}

function letter(what: 'asked' | 'already', asked: Asked, more: string[]): Mail {
  const { to, followerId, id, of } = asked
  const t = spokenOf(asked)
  const name = inOneLine(of.name)
  return {
    ...{ key: mailKey(followerId, `${what} ${id}`), to, html: null },
    subject: inOneLine(t(`follow.mail.${what}Subject`, { name })),
    text: [t(`follow.mail.${what}`, { name: t(`follow.name.${of.kind}`, { name }) }), ...more].join('\n\n'),
  }
}

/** The words of the desk whose page it was asked on, or of the installation. */
const spokenOf = ({ of }: Asked): Words => words(spokenFor(of.desk.language))

/** What happened to a check or a dossier, in the words that readers have now. */
export type News = {
  id: string
  kind: FollowNewsKind
  desk: { name: string; language: string }
  now: Pick<PublicWords, 'statement' | 'label' | 'path'>
  /** What the desk says of the change; empty for a new check. */
  note: string
}

type Told = { to: string; followerId: string; news: [News, ...News[]]; origin: string; address: string }

/** One mail with all that a follower is to be told, each with where it is read; in the language of the first's desk. */
export function newsLetter({ to, followerId, news, origin, address }: Told): Mail {
  const [first] = news
  const t = words(spokenFor(first.desk.language))
  const lines = news.map(({ kind, desk, now, note }) => {
    const said = t('follow.mail.line', { kind: t(`follow.mail.kind.${kind}`), desk: inOneLine(desk.name) })
    const rated = kind === 'retracted' ? [] : [t('follow.mail.verdict', { label: now.label })]
    return [said, `“${inOneLine(now.statement)}”`, ...rated, ...(note ? [note] : []), origin + now.path].join(
      '\n',
    )
  })
  const values = { kind: t(`follow.mail.kind.${first.kind}`), statement: short(first.now.statement) }
  return {
    ...{ key: mailKey(followerId, `news ${first.id}`), to, html: null, leaveAt: address },
    subject: inOneLine(t('follow.mail.newsSubject', { count: news.length, ...values })),
    text: [...lines, leaving(address, t)].join('\n\n'),
  }
}

const leaving = (address: string, t: Words) => t('follow.mail.leave', { address })

/** The longest statement in a mail's head, in code points. */
const longestInHead = 80

function short(statement: string): string {
  const points = Array.from(inOneLine(statement))
  return points.length > longestInHead ? `${points.slice(0, longestInHead - 1).join('')}…` : points.join('')
}
