'use client'
import { type FormEvent, useState } from 'react'
import { SubmitButton } from '@/app/_form/submit-button'
import { words } from '@/server/words'
import { useDossierAct } from '../_head/use-dossier-act'

type Choice = { id: string; title: string; publisher: string | null }
type Props = { slug: string; dossierId: string; articles: Choice[] }

/** Adds one of the desk's articles, found by words of its title. */
export function AddArticle({ slug, dossierId, articles }: Props) {
  const t = words()
  const { act, problem, isBusy, forget } = useDossierAct()
  const [typed, setTyped] = useState('')
  const [isUnknown, setUnknown] = useState(false)
  const named = namesOf(articles)
  const send = async (event: FormEvent) => {
    event.preventDefault()
    const chosen = chosenOf(named, typed)
    setUnknown(!chosen)
    forget()
    if (!chosen) return
    const added = { desk: slug, dossierId, articleId: chosen.id }
    const done = t('dossier.added', { title: chosen.title })
    if (await act((client) => client.dossier.addArticle.mutate(added), done)) setTyped('')
  }
  const wrong = isUnknown ? t('dossier.chooseFirst') : problem
  return (
    <form className="dos-new" onSubmit={(event) => void send(event)}>
      <div className="field">
        <label htmlFor="add-article">{t('dossier.choose')}</label>
        <p className="hint" id="add-article-hint">
          {t('dossier.chooseHint')}
        </p>
        <input
          id="add-article"
          className="input"
          dir="auto"
          list="articles-of-desk"
          autoComplete="off"
          aria-describedby="add-article-hint"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <datalist id="articles-of-desk">
          {named.map(({ id, name }) => (
            <option key={id} value={name} />
          ))}
        </datalist>
      </div>
      <SubmitButton className="btn" isBusy={isBusy}>
        {t('dossier.addArticle')}
      </SubmitButton>
      {wrong && (
        <p className="field-wrong" role="alert">
          {wrong}
        </p>
      )}
    </form>
  )
}

type Named = Choice & { name: string }

/** Each by a name of its own: what was imported again, under the same title, is counted. */
function namesOf(articles: Choice[]): Named[] {
  const times = new Map<string, number>()
  const byImport = articles.toSorted((one, other) => (one.id < other.id ? -1 : 1))
  const names = byImport.map(({ id, title, publisher }): [string, string] => {
    const name = publisher ? `${title} – ${publisher}` : title
    const time = (times.get(name) ?? 0) + 1
    times.set(name, time)
    return [id, time > 1 ? `${name} (${time})` : name]
  })
  const nameOf = new Map(names)
  return articles.map((article) => ({ ...article, name: nameOf.get(article.id) ?? article.title }))
}

/** The one of that name, else the only one that has the words. */
function chosenOf(articles: Named[], typed: string): Named | null {
  const wanted = typed.trim().toLowerCase()
  if (!wanted) return null
  const exact = articles.find(({ name }) => name.toLowerCase() === wanted)
  const having = articles.filter(({ name }) => name.toLowerCase().includes(wanted))
  return exact ?? (having.length === 1 ? (having[0] ?? null) : null)
}
