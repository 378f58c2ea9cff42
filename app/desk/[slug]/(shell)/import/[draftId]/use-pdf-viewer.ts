import { useSyncExternalStore } from 'react'

/** Whether this browser shows PDFs by itself; not before the page runs in it. */
export function usePdfViewer(): boolean {
  return useSyncExternalStore(
    never,
    () => navigator.pdfViewerEnabled,
    () => false,
  )
}

// It is so for as long as the page is open.
const never = () => () => {}
