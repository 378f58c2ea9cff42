import type { Member } from '../member/member'
import { readStatistics } from './read-statistics'
import { statisticsFile } from './statistics'

/** The statistics of the member's desk as CSV. */
export async function writeFile(member: Member): Promise<{ text: string }> {
  return { text: statisticsFile(await readStatistics(member)) }
}
