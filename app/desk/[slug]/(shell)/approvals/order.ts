import type { Listed, Queue } from '@/server/review/queue/read-queue'

/** The lines before and behind one, where there are any, in the order in which J and K walk through a queue. */
export function besideOf(
  { waiting, ownEdits, others, decidedToday }: Queue,
  id: string | null,
): { before?: Listed; behind?: Listed } {
  const lines: Listed[] = [...waiting, ...ownEdits, ...others, ...decidedToday]
  const at = lines.findIndex((line) => line.id === id)
  return { before: lines[at - 1], behind: lines[at + 1] }
}
