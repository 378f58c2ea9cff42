import { spokenFor } from '../../language/language'
import { inOneLine, type Mail } from '../../mail/mail'
import { words } from '../../words'

/** The desk that a reader has written to; it writes back in its readers' language. */
type LetterDesk = { name: string; language: string }

type Received = { to: string; reportId: string; desk: LetterDesk; address: string }

/**
 * Tells a sender where they see what becomes of it. It holds no word of what was sent: somebody may have given an
 * address that is not theirs.
 */
export function receivedLetter({ to, reportId, desk, address }: Received): Mail {
  const t = words(spokenFor(desk.language))
  return {
    ...{ key: `report received ${reportId}`, to, html: null },
    subject: inOneLine(t('report.mail.receivedSubject', { desk: desk.name })),
    text: `${t('report.mail.received', { desk: desk.name })}\n\n${address}\n\n${t('report.mail.notYou')}`,
  }
}

type Answered = { to: string; stepId: string; desk: LetterDesk; answer: string }

/** Gives a sender the desk's answer, whole: the address they were sent before is known to nobody here. */
export function answerLetter({ to, stepId, desk, answer }: Answered): Mail {
  const t = words(spokenFor(desk.language))
  return {
    ...{ key: `report answer ${stepId}`, to, html: null },
    subject: inOneLine(t('report.mail.answerSubject', { desk: desk.name })),
    text: `${t('report.mail.answer', { desk: desk.name })}\n\n${answer}\n\n${t('report.mail.notYou')}`,
  }
}

type Doubled = Omit<Answered, 'answer'> & { reportId: string; answer: string | null }

/** Tells whoever reported what somebody else had reported what was answered; null where that is for the other alone. */
export function doubleLetter({ to, stepId, reportId, desk, answer }: Doubled): Mail {
  const t = words(spokenFor(desk.language))
  const { name } = desk
  const told =
    answer === null
      ? [t('report.mail.doubleDone', { desk: name })]
      : [t('report.mail.double', { desk: name }), answer]
  return {
    ...{ key: `report answer ${stepId} to ${reportId}`, to, html: null },
    subject: inOneLine(t('report.mail.answerSubject', { desk: desk.name })),
    text: [...told, t('report.mail.notYou')].join('\n\n'),
  }
}
