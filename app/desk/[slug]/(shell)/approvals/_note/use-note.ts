import { useDraft } from '@/app/_draft/use-draft'

/** What is typed about one thing, and how to change it; it is there until it was sent or thrown away. */
export function useNote(about: string): [note: string, write: (note: string) => void] {
  return useDraft(`note:${about}`)
}
