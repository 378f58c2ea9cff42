'use client'
import { useMutation } from '@tanstack/react-query'
import { type AuditFilter, type ExportFormat, exportFormats } from '../../../../../server/audit/audit-view'
import { words } from '../../../../../server/words'
import { useTRPC } from '../../../../_api/client'
import { sentenceOf } from '../../../../_api/refusal-of'
import { giveFile } from '../../../../_device/give-file'

type Props = { slug: string; filter: AuditFilter }

const types: Record<ExportFormat, string> = { csv: 'text/csv', jsonl: 'application/jsonl' }

/** What is looked at, as a file; that somebody took it is an entry of its own. */
export function ExportButtons({ slug, filter }: Props) {
  const t = words()
  const take = useMutation(
    useTRPC().audit.exportFile.mutationOptions({
      onSuccess: ({ text }, { format = 'csv' }) => giveFile(`audit-${slug}.${format}`, text, types[format]),
    }),
  )
  return (
    <div className="audit-export">
      {exportFormats.map((format) => (
        <button
          key={format}
          type="button"
          className="btn"
          aria-disabled={take.isPending}
          onClick={() => !take.isPending && take.mutate({ desk: slug, filter, format })}
        >
          {t(`audit.export.${format}`)}
        </button>
      ))}
      <p className="meta" role="status">
        {take.data &&
          t(take.data.isWhole ? 'audit.exported' : 'audit.exportedPart', { count: take.data.entries })}
      </p>
      {take.isError && (
        <p className="notice bad" role="alert">
          {sentenceOf(take.error)}
        </p>
      )}
    </div>
  )
}
