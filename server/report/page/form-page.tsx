import type { ReportKind } from '../../../db/vocabulary'
import { Field, Trap } from '../../form/page/field'
import type { Made } from '../../form/page/sentence-page'
import { type Edition, editionOf } from '../../publication/pages/edition'
import { toHtml } from '../../publication/pages/shell'
import { everybodyIn } from '../../publication/publication'
import type { Refusal } from '../../refusal'
import { type FieldRefusals, nameOf, pageOf, type Subject, type Written } from '../report'

export type FormPage = {
  path: string
  kind: ReportKind
  /** Null while nobody can say what is at the path: the words are kept all the same. */
  subject: Subject | null
  token: string
  written: Written
  /** Why what was sent is not taken: as a whole, and field by field. */
  refusal: Refusal | null
  refusals: FieldRefusals
}

/** The page on which a reader reports an error, or suggests what to check. */
export function formPage(page: FormPage, { forms, language, ...made }: Made): string {
  const { subject, kind, path } = page
  const edition = editionOf(subject?.desk ?? everybodyIn(language), made)
  const { say, desk } = edition
  const isOfDossier = subject?.about && 'dossier' in subject.about
  const lead = say(`report.lead.${isOfDossier ? 'dossier' : kind}`, { desk: desk.name })
  const title = kind === 'error' ? say('report.title') : say('report.suggest')
  const count = Object.keys(page.refusals).length
  const begins = count > 0 ? `${say('report.wrong', { count })} ` : ''
  return toHtml({
    ...{ edition, forms, canonical: path, isHidden: true, marks: [] },
    title: `${begins}${title} – ${desk.name}`,
    description: lead,
    children: (
      <main id="main" className="pub-grid plain" tabIndex={-1}>
        <header className="pub-head">
          {subject && <About subject={subject} say={say} />}
          <h1>{title}</h1>
          <p className="pub-stand">{lead}</p>
        </header>
        <Wrong page={page} say={say} />
        <Form page={page} say={say} />
      </main>
    ),
  })
}

function About({ subject, say }: { subject: Subject; say: Edition['say'] }) {
  return (
    <p className="slug">
      {say('report.about')}{' '}
      <a href={pageOf(subject)}>
        <bdi>{nameOf(subject)}</bdi>
      </a>
    </p>
  )
}

function Wrong({ page: { refusal, refusals }, say }: Part) {
  const count = Object.keys(refusals).length
  if (!refusal && count === 0) return null
  return (
    <div className="refused" role="alert">
      <p>{refusal ? say(`refusal.${refusal.code}`, refusal.values) : say('report.wrong', { count })}</p>
    </div>
  )
}

type Part = { page: FormPage; say: Edition['say'] }

function Form({ page, say }: Part) {
  const { kind, subject, token, written, refusals } = page
  const of = (name: keyof Written) => ({ name, value: written[name], refusal: refusals[name], say })
  return (
    <form className="write" method="post" noValidate>
      <input type="hidden" name="form" value={token} />
      <Field
        {...{ ...of('text'), rows: 8, isRequired: true }}
        label={say(`report.text.${kind}`)}
        hint={say(`report.textHint.${kind}`)}
      />
      {!subject?.about && (
        <Field
          {...{ ...of('place'), rows: 2 }}
          label={say(`report.place.${kind}`)}
          hint={say(`report.placeHint.${kind}`)}
        />
      )}
      <Field {...of('link')} type="url" label={say('report.link')} hint={say('report.linkHint')} />
      <Field {...of('name')} autoComplete="name" label={say('report.name')} hint={say('report.nameHint')} />
      <Field
        {...{ ...of('email'), type: 'email', autoComplete: 'email' }}
        label={say('report.email')}
        hint={say('report.emailHint')}
      />
      <Trap say={say} />
      <button type="submit">{say('report.send')}</button>
      <p className="meta">{say('report.privacy')}</p>
    </form>
  )
}
