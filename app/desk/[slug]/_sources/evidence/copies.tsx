'use client'
import { ChevronRight } from 'lucide-react'
import { Icon } from '@/app/_ui/icon'
import { exact } from '@/app/_ui/time'
import { type ShownSnapshot, sizeIn } from '@/server/source/snapshot/snapshot'
import { screenLocale, words } from '@/server/words'

/** The newest archived copy and every attached file; earlier copies are folded away. */
export function Copies({ slug, snapshots }: { slug: string; snapshots: ShownSnapshot[] }) {
  const t = words()
  const [newest, ...earlier] = snapshots.filter(({ kind }) => kind === 'fetched')
  const files = snapshots.filter(({ kind }) => kind === 'attached')
  return (
    <>
      {[...(newest ? [newest] : []), ...files].map((snapshot) => (
        <Copy key={snapshot.id} slug={slug} snapshot={snapshot} />
      ))}
      {earlier.length > 0 && (
        <details>
          <summary>
            <Icon of={ChevronRight} size="xs" /> {t('evidence.earlier', { count: earlier.length })}
          </summary>
          {earlier.map((snapshot) => (
            <Copy key={snapshot.id} slug={slug} snapshot={snapshot} />
          ))}
        </details>
      )}
    </>
  )
}

function Copy({ slug, snapshot }: { slug: string; snapshot: ShownSnapshot }) {
  const t = words()
  const { id, kind, fileName, size, sha256, hasWords, takenAt, stamps } = snapshot
  const address = `/desk/${slug}/evidence/${id}`
  const when = exact(takenAt)
  const named =
    kind === 'attached'
      ? t('evidence.attached', { when, name: fileName ?? '' })
      : t('evidence.archived', { when })
  return (
    <p className="copy">
      <span>{named}</span>
      <span>{sizeInWords(size)}</span>
      <code dir="ltr" title={sha256}>
        {t('evidence.hash', { start: sha256.slice(0, 8) })}
      </code>
      {stamps.timestampedAt && (
        <span>{t('evidence.timestamped', { when: exact(stamps.timestampedAt) })}</span>
      )}
      <a href={address} target="_blank" rel="noreferrer noopener">
        {t('evidence.open')}
        <span className="vh">: {named}</span>
      </a>
      {hasWords && (
        <a href={`${address}?as=text`} target="_blank" rel="noreferrer noopener">
          {t('evidence.openText')}
          <span className="vh">: {named}</span>
        </a>
      )}
      {stamps.copyAt && (
        <a href={stamps.copyAt} target="_blank" rel="noreferrer noopener">
          {t('evidence.copyElsewhere')}
          <span className="vh">: {named}</span>
        </a>
      )}
    </p>
  )
}

function sizeInWords(size: number): string {
  const { amount, unit } = sizeIn(size)
  // In short, English has no plural of a byte.
  const unitDisplay = unit === 'byte' ? 'long' : 'short'
  return new Intl.NumberFormat(screenLocale(), { style: 'unit', unit, unitDisplay }).format(amount)
}
