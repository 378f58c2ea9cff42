import type { Language } from '../../../db/vocabulary'
import { editionOf } from '../../publication/pages/edition'
import { toHtml } from '../../publication/pages/shell'
import { everybodyIn } from '../../publication/publication'
import { type Refusal, say as sayRefusal } from '../../refusal'

/** What every page around forms is made with. */
export type Made = { stylesheet: string; forms: string; origin: string; language: Language }

/** One sentence where a page was asked for: nothing is there, or nobody can say now. */
export function sentencePage(refusal: Refusal, { forms, language, ...made }: Made): string {
  const edition = editionOf(everybodyIn(language), made)
  const sentence = sayRefusal(refusal, language)
  return toHtml({
    ...{ edition, forms, canonical: '/', isHidden: true, marks: [] },
    title: `${sentence} – ${edition.desk.name}`,
    description: sentence,
    children: (
      <main id="main" className="pub-grid plain" tabIndex={-1}>
        <header className="pub-head">
          <h1>{sentence}</h1>
        </header>
      </main>
    ),
  })
}
