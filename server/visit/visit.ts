/** Minutes without a look after which the next one is another visit. */
export const longestPause = 10

/** Whether something happened since a member last looked; whoever never looked before has nothing to compare with. */
export function isNewSince(at: Date | string, before: Date | null): boolean {
  return before !== null && new Date(at).getTime() > before.getTime()
}
