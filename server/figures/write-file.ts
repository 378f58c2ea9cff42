import type { Member } from '../member/member'
import { figuresFile } from './figures'
import { readFigures } from './read-figures'

/** The figures of the member's desk as CSV. */
export async function writeFile(member: Member): Promise<{ text: string }> {
  return { text: figuresFile(await readFigures(member)) }
}
