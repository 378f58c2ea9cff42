import { useEffect, useState } from 'react'
import { readyWord, type SentPage, sentPage } from '@/server/article/draft/sent-page'

/** The page that the window which opened this one sends; null until it comes. The first counts. */
export function useSentPage(): SentPage | null {
  const [page, setPage] = useState<SentPage | null>(null)
  useEffect(() => {
    const opener: Window | null = window.opener
    const onMessage = (event: MessageEvent) => {
      const sent = event.source !== null && event.source === opener ? sentPage(event) : null
      if (sent) setPage((first) => first ?? sent)
    }
    window.addEventListener('message', onMessage)
    // To whichever page it is: the word says nothing but that somebody waits.
    opener?.postMessage(readyWord, '*')
    return () => window.removeEventListener('message', onMessage)
  }, [])
  return page
}
