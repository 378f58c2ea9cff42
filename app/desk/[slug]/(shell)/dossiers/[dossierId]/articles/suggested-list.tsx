'use client'
import { FilePlus } from 'lucide-react'
import { Icon } from '@/app/_ui/icon'
import type { Bond, Suggested } from '@/server/dossier/together/together'
import { inRow } from '@/server/language/stand-apart'
import { words } from '@/server/words'
import { useDossierAct } from '../_head/use-dossier-act'

type Props = { slug: string; dossierId: string; suggested: Suggested[] }

/** Articles that may belong to the dossier, each with what that rests on; a person decides. */
export function SuggestedList({ slug, dossierId, suggested }: Props) {
  const t = words()
  const { act, problem, isBusy } = useDossierAct()
  return (
    <aside className="dos-suggested" aria-labelledby="suggested">
      <h2 id="suggested">{t('dossier.suggested')}</h2>
      <p className="ink-2">{t('dossier.suggestedHint')}</p>
      {problem && (
        <p className="field-wrong" role="alert">
          {problem}
        </p>
      )}
      <ul>
        {suggested.map(({ id, title, publisher, bonds }) => (
          <li key={id}>
            <p dir="auto">
              <b>{title}</b>
            </p>
            <p className="meta">{inRow([publisher ?? '', ...bonds.map(bondInWords)])}</p>
            <button
              type="button"
              className="linkbtn"
              disabled={isBusy}
              aria-label={t('dossier.addOf', { title })}
              onClick={() =>
                void act(
                  (client) => client.dossier.addArticle.mutate({ desk: slug, dossierId, articleId: id }),
                  t('dossier.added', { title }),
                )
              }
            >
              <Icon of={FilePlus} size="sm" /> {t('dossier.addArticle')}
            </button>
          </li>
        ))}
      </ul>
    </aside>
  )
}

function bondInWords(bond: Bond): string {
  const t = words()
  if (bond.kind === 'days') return t('dossier.bond.days', { days: bond.days })
  return t(`dossier.bond.${bond.kind}`, { shared: bond.shared.slice(0, 4).join(', ') })
}
