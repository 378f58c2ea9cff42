import { exportFormats, exportPath } from '../../../../../../server/export/export'
import { words } from '../../../../../../server/words'

/** All the desk's working claims as a file, for editors: what is not theirs to see is left out. */
export function ExportLinks({ slug }: { slug: string }) {
  const t = words()
  return (
    <p className="settings-lead">
      {t('export.lead')}{' '}
      {exportFormats.map((format, index) => (
        <span key={format}>
          {index > 0 && ', '}
          <a href={exportPath(slug, format)} download>
            {t(`export.as.${format}`)}
          </a>
        </span>
      ))}
    </p>
  )
}
