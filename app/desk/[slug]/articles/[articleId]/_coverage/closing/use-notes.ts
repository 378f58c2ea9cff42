'use client'
import { z } from 'zod'
import { useDraft } from '@/app/_draft/use-draft'
import { type WaiverReason, waiverReasons } from '@/db/vocabulary'

export type Notes = Partial<Record<WaiverReason, string>>

const notesShape = z.partialRecord(z.enum(waiverReasons), z.string())

/** What is noted of each reason to let sentences be; this window keeps it until the article is closed. */
export function useNotes(articleId: string): [Notes, (notes: Notes) => void] {
  const [kept, write] = useDraft(`close:${articleId}`, '{}')
  return [notesShape.safeParse(JSON.parse(kept)).data ?? {}, (notes) => write(JSON.stringify(notes))]
}
