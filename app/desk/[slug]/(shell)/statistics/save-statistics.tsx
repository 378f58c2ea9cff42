'use client'
import { useMutation } from '@tanstack/react-query'
import { words } from '../../../../../server/words'
import { useTRPC } from '../../../../_api/client'
import { sentenceOf } from '../../../../_api/refusal-of'
import { giveFile } from '../../../../_device/give-file'

/** The statistics as a file for a spreadsheet. */
export function SaveStatistics({ slug }: { slug: string }) {
  const t = words()
  const take = useMutation(
    useTRPC().statistics.exportFile.mutationOptions({
      onSuccess: ({ text }) => giveFile(`statistics-${slug}.csv`, text, 'text/csv'),
    }),
  )
  return (
    <div className="statistics-save">
      <button
        type="button"
        className="btn"
        aria-disabled={take.isPending}
        onClick={() => !take.isPending && take.mutate({ desk: slug })}
      >
        {t('statistics.save')}
      </button>
      {take.isError && (
        <p className="notice bad" role="alert">
          {sentenceOf(take.error)}
        </p>
      )}
    </div>
  )
}
