import type { Ahead } from '@/server/dossier/published/read-ahead'
import { screenLocale, words } from '@/server/words'
import { PublishButton } from './publish-button'

type Props = { slug: string; dossierId: string; ahead: Ahead }

/** That readers have something older than what stands here, what of it, and the button that gives it to them. */
export function AheadLine({ ahead: { version, parts }, ...place }: Props) {
  const t = words()
  if (version === null || parts.length === 0) return null
  const named = parts.map((part) => t(`dossier.aheadPart.${part}`))
  return (
    <div className="dos-ahead notice" role="status">
      <p>{t('dossier.ahead', { version, parts: new Intl.ListFormat(screenLocale()).format(named) })}</p>
      <PublishButton {...place} />
    </div>
  )
}
