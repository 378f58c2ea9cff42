import Link from 'next/link'
import type { CopiedArticles } from '@/server/dossier/copied/read-copied'
import { inRow } from '@/server/language/stand-apart'
import { words } from '@/server/words'

type Props = { here: string; title: string; standing: CopiedArticles['articles'][number] | undefined }

/** Whether an article is an origin or was made from another one, and what that rests on. */
export function ComesFrom({ here, title, standing }: Props) {
  const t = words()
  if (!standing) return null
  const { id, from, credits } = standing
  const names = credits.length > 0 ? t('copied.credits', { names: inRow(credits) }) : null
  if (!from)
    return (
      <>
        {t('copied.origin')}
        {names && <span className="meta">{names}</span>}
      </>
    )
  const share = t('copied.share', { share: Math.round(from.share * 100) })
  return (
    <>
      <bdi>{t('copied.copies', { title: from.publisher ?? from.title })}</bdi>
      <span className="meta">{inRow([share, t(`copied.${from.because}`), names])}</span>
      <Link href={`${here}/${id}`} aria-label={t('copied.sentencesOf', { title })}>
        {t('copied.sentences')}
      </Link>
    </>
  )
}
