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
  const send = async (event: FormEvent) => {
    event.preventDefault()
    const chosen = chosenOf(articles, typed)
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
          {articles.map((article) => (
            <option key={article.id} value={nameOf(article)} />
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

const nameOf = ({ title, publisher }: Choice) => (publisher ? `${title} – ${publisher}` : title)

/** The one of that name, else the only one that has the words. */
function chosenOf(articles: Choice[], typed: string): Choice | null {
  const wanted = typed.trim().toLowerCase()
  if (!wanted) return null
  const exact = articles.find((article) => nameOf(article).toLowerCase() === wanted)
  const having = articles.filter((article) => nameOf(article).toLowerCase().includes(wanted))
  return exact ?? (having.length === 1 ? (having[0] ?? null) : null)
}
