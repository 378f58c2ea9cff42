import type { ReactNode } from 'react'
import type { Made } from '../../form/page/sentence-page'
import { type Edition, editionOf } from '../../publication/pages/edition'
import { toHtml } from '../../publication/pages/shell'
import { everybodyIn } from '../../publication/publication'
import type { Followable } from '../follow'

type State = { path: string; title: string; text: string; edition: Edition; forms: string; more?: ReactNode }

function statePage({ path, title, text, edition, forms, more }: State): string {
  return toHtml({
    ...{ edition, forms, canonical: path, isHidden: true, marks: [] },
    title: `${title} – ${edition.desk.name}`,
    description: text,
    children: (
      <main id="main" className="pub-grid plain" tabIndex={-1}>
        <header className="pub-head">
          <h1>{title}</h1>
          <p className="pub-stand">{text}</p>
        </header>
        {more}
      </main>
    ),
  })
}

/** What everybody sees who asked, whether or not a mail was sent. */
export function askedPage(of: Followable, path: string, { forms, ...made }: Made): string {
  const edition = editionOf(of.desk, made)
  const { say } = edition
  const more = <Back of={of} edition={edition} />
  return statePage({
    path,
    title: say('follow.asked'),
    text: say('follow.askedText'),
    edition,
    forms,
    more,
  })
}

/** Asks whether somebody wants it: programs that look at links press no buttons. */
export function confirmPage(of: Followable, path: string, { forms, ...made }: Made): string {
  const edition = editionOf(of.desk, made)
  const { say } = edition
  const more = (
    <form className="write" method="post">
      <button type="submit">{say('follow.confirmButton')}</button>
    </form>
  )
  const text = say('follow.confirmText', { name: named(of, edition) })
  return statePage({ path, title: say('follow.confirm'), text, edition, forms, more })
}

export function confirmedPage(of: Followable, path: string, { forms, ...made }: Made): string {
  const edition = editionOf(of.desk, made)
  const { say } = edition
  const text = say('follow.confirmedText', { name: named(of, edition) })
  const more = <Back of={of} edition={edition} />
  return statePage({ path, title: say('follow.confirmed'), text, edition, forms, more })
}

/** All that somebody follows, each with a button that stops it. */
export function leavePage(
  followed: (Followable & { id: string })[],
  path: string,
  { forms, language, ...made }: Made,
): string {
  const edition = editionOf(everybodyIn(language), made)
  const { say } = edition
  const more = (
    <>
      {followed.map((of) => (
        <form key={of.id} className="write" method="post">
          <input type="hidden" name="follow" value={of.id} />
          <p>
            <a href={of.page}>
              <bdi>{of.name}</bdi>
            </a>
          </p>
          <button type="submit">{say('follow.leaveOne', { name: named(of, edition) })}</button>
        </form>
      ))}
      <form className="write" method="post">
        <button type="submit">{say('follow.leaveAll')}</button>
      </form>
    </>
  )
  return statePage({ path, title: say('follow.leave'), text: say('follow.leaveText'), edition, forms, more })
}

export function leftPage(path: string, { forms, language, ...made }: Made): string {
  const edition = editionOf(everybodyIn(language), made)
  const { say } = edition
  return statePage({ path, title: say('follow.left'), text: say('follow.leftText'), edition, forms })
}

function Back({ of, edition: { say } }: { of: Followable; edition: Edition }) {
  return (
    <p className="pub-sec">
      <a href={of.page}>{say('follow.back')}</a>
    </p>
  )
}

const named = ({ kind, name }: Followable, { say }: Edition) => say(`follow.name.${kind}`, { name })
