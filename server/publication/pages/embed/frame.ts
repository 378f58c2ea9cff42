import { embedPath } from '../../publication'
import type { Edition } from '../edition'

/** How large a frame is that nobody has asked to be otherwise; in pixels where it is a number. */
export const usualFrame = { width: '100%', height: 320 } as const
type Size = { width: string | number; height: number }

/** What others put into their page to show a claim in it. */
export function frameOf(
  number: number,
  { origin, desk, say }: Edition,
  { width, height }: Size = usualFrame,
): string {
  const title = say('public.embedTitle', { desk: desk.name }).replace(/&/g, '&amp;').replace(/"/g, '&quot;')
  return `<iframe src="${origin}${embedPath(number)}" title="${title}" width="${width}" height="${height}" style="border:0"></iframe>`
}
