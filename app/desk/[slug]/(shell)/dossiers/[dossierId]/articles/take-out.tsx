'use client'
import { words } from '@/server/words'
import { useDossierAct } from '../_head/use-dossier-act'

type Props = { slug: string; dossierId: string; article: { id: string; title: string } }

/** Takes an article out of the dossier; it stays on the desk. */
export function TakeOut({ slug, dossierId, article: { id, title } }: Props) {
  const t = words()
  const { act, problem, isBusy } = useDossierAct()
  const takeOut = async () => {
    const send = { desk: slug, dossierId, articleId: id }
    await act((client) => client.dossier.takeOut.mutate(send), t('dossier.takenOut', { title }))
  }
  return (
    <>
      <button type="button" className="btn sm" disabled={isBusy} onClick={() => void takeOut()}>
        {t('dossier.takeOut')} <span className="vh">{title}</span>
      </button>
      {problem && (
        <p className="field-wrong" role="alert">
          {problem}
        </p>
      )}
    </>
  )
}
