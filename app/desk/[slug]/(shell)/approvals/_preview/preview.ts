/** What a preview is of: the submission, and the own verdict that would be published beside it. */
export type Previewed = { submissionId: string; dissentId: string | null }

/** Where the public page stands that a submission would become. */
export function previewAddress({ submissionId, dissentId }: Previewed): string {
  return `/api/previews/${submissionId}${dissentId ? `?dissent=${dissentId}` : ''}`
}

/** How far a preview is, and of what: only what was shown whole may be approved. */
export type PreviewStand = { address: string; stands: 'loading' | 'shown' | 'failed' }

/** How many previews are loaded at the same time: each makes a whole page on the server. */
export const previewsAtOnce = 3

/** Those of a list of previews that are loaded or may load now: no more than so many are under way, from the top. */
export function mayLoad(stands: readonly PreviewStand['stands'][]): boolean[] {
  let underWay = 0
  return stands.map((stand) => stand !== 'loading' || ++underWay <= previewsAtOnce)
}

/** How far the preview of exactly this is; what was told of another says nothing of it. */
export function standOf(told: PreviewStand | null, of: Previewed): PreviewStand['stands'] {
  return told?.address === previewAddress(of) ? told.stands : 'loading'
}
