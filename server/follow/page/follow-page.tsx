import { Field, Trap } from '../../form/page/field'
import type { Made } from '../../form/page/sentence-page'
import { editionOf } from '../../publication/pages/edition'
import { toHtml } from '../../publication/pages/shell'
import { everybodyIn } from '../../publication/publication'
import type { Refusal } from '../../refusal'
import type { Followable } from '../follow'

export type FollowPage = {
  path: string
  /** Null while nobody can say what is at the path. */
  of: Followable | null
  token: string
  email: string
  /** Why what was sent is not taken: as a whole, or for the address. */
  refusal: Refusal | null
  emailRefusal: Refusal | null
}

/** The page on which a reader asks to be told of something by mail. */
export function followPage(page: FollowPage, { forms, language, ...made }: Made): string {
  const { of, path, token, email, refusal, emailRefusal } = page
  const edition = editionOf(of?.desk ?? everybodyIn(language), made)
  const { say } = edition
  const what = of ? say(`follow.what.${of.kind}`) : say('follow.title')
  return toHtml({
    ...{ edition, forms, canonical: path, isHidden: true, marks: [] },
    title: `${emailRefusal ? `${say('follow.wrong')} ` : ''}${say('follow.title')} – ${edition.desk.name}`,
    description: what,
    children: (
      <main id="main" className="pub-grid plain" tabIndex={-1}>
        <header className="pub-head">
          {of && (
            <p className="slug">
              {say('report.about')}{' '}
              <a href={of.page}>
                <bdi>{of.name}</bdi>
              </a>
            </p>
          )}
          <h1>{say('follow.title')}</h1>
          <p className="pub-stand">{what}</p>
        </header>
        {(refusal || emailRefusal) && (
          <div className="refused" role="alert">
            <p>{refusal ? say(`refusal.${refusal.code}`, refusal.values) : say('follow.wrong')}</p>
          </div>
        )}
        <form className="write" method="post" noValidate>
          <input type="hidden" name="form" value={token} />
          <Field
            {...{ name: 'email', value: email, refusal: emailRefusal ?? undefined, say }}
            {...{ type: 'email', autoComplete: 'email', isRequired: true }}
            label={say('follow.email')}
            hint={say('follow.emailHint')}
          />
          <Trap say={say} />
          <button type="submit">{say('follow.send')}</button>
          <p className="meta">{say('follow.privacy')}</p>
        </form>
      </main>
    ),
  })
}
