import type { ReadSentence } from '@/server/dossier/copied/read-copied'
import { inRow } from '@/server/language/stand-apart'
import { words } from '@/server/words'

type Props = { slug: string; articleId: string; sentences: ReadSentence[] }

/** Every sentence with what became of it, each leading to its place in the article and in the one it seems to come from. */
export function RewrittenSentences({ slug, articleId, sentences }: Props) {
  const t = words()
  const placeIn = (id: string, paragraph: number) => `/desk/${slug}/articles/${id}#p${paragraph}`
  return (
    <ol className="rewritten">
      {sentences.map(({ text, paragraph, is, changes, other }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same sentence may stand in an article twice, and none moves
        <li key={at} className={is}>
          <p className="label">
            {inRow([t(`copied.is.${is}`), ...changes.map((change) => t(`copied.change.${change}`))])}
          </p>
          <p className="said" dir="auto">
            <a href={placeIn(articleId, paragraph)}>{text}</a>
          </p>
          {other && is === 'changed' && (
            <p className="meta" dir="auto">
              <q>{other.text}</q>
            </p>
          )}
          {other && (
            <p className="meta">
              <a href={placeIn(other.id, other.paragraph)}>
                {t('copied.paragraphOf', { title: other.title, number: other.paragraph })}
              </a>
            </p>
          )}
        </li>
      ))}
    </ol>
  )
}
