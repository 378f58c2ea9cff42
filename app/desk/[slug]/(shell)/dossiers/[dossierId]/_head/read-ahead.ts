import { cache } from 'react'
import { answerFor, api } from '@/app/_api/server'

/** How readers stand to a dossier: asked once for a page, whose head and ledger both say it. */
export const readAhead = cache(async (slug: string, dossierId: string) =>
  answerFor(`/desk/${slug}/dossiers/${dossierId}`, (await api()).dossier.ahead({ desk: slug, dossierId })),
)
