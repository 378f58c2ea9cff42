'use client'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTRPC } from '@/app/_api/client'
import { type Previewed, type PreviewStand, previewAddress } from './preview'

type Options = { slug: string; of: Previewed; onStand: ((stand: PreviewStand) => void) | undefined }

/** The page and what machines read of a submission, as they come; `onStand` is told how far they are. */
export function usePreview({ slug, of, onStand }: Options) {
  const { submissionId } = of
  const asked = useTRPC().publication.preview.queryOptions({ desk: slug, submissionId })
  const { data, error, isFetching, refetch } = useQuery(asked)
  const address = previewAddress(of)
  const [tries, setTries] = useState(0)
  const [page, setPage] = useState<{ key: string; isWell: boolean } | null>(null)
  const key = `${address} ${tries}`
  const isPageWell = page?.key === key ? page.isWell : null
  const hasFailed = isPageWell === false || (error !== null && !isFetching)
  const stands = hasFailed ? 'failed' : isPageWell && data ? 'shown' : 'loading'
  useEffect(() => onStand?.({ address, stands }), [onStand, address, stands])
  return {
    ...{ address, key, stands, machines: data ?? null },
    onLoad: (frame: HTMLIFrameElement) => setPage({ key, isWell: showsPage(frame) }),
    tryAgain: () => {
      if (isPageWell === false) setTries(tries + 1)
      if (error) void refetch()
    },
  }
}

/** Whether the page itself is in the frame: of an answer that is none, or a broken line, there is no such thing in it. */
function showsPage(frame: HTMLIFrameElement): boolean {
  return frame.contentDocument?.querySelector('main h1') != null
}
