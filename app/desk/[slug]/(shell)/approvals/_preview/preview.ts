/** What a preview is of: the submission, and the own verdict that would be published beside it. */
export type Previewed = { submissionId: string; dissentId: string | null }

/** Where the public page stands that a submission would become. */
export function previewAddress({ submissionId, dissentId }: Previewed): string {
  return `/api/previews/${submissionId}${dissentId ? `?dissent=${dissentId}` : ''}`
}

/** How far a preview is, and of what: only what was shown whole may be approved. */
export type PreviewStand = { address: string; stands: 'loading' | 'shown' | 'failed' }

/** How far the preview of exactly this is; what was told of another says nothing of it. */
export function standOf(told: PreviewStand | null, of: Previewed): PreviewStand['stands'] {
  return told?.address === previewAddress(of) ? told.stands : 'loading'
}
