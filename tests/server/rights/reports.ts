import { decide } from '../../../server/review/decide'
import { reported } from '../reports/reporting'
import type { Home } from './askers'
import { aSubmissionOfAuthor } from './things'

/** The address of a form about a claim that was checked in a room of the desk. */
async function aForm({ editor, author, ...home }: Home): Promise<string> {
  const { submissionId } = await aSubmissionOfAuthor({ editor, author, ...home })
  const decided = { member: editor, submissionId, decision: 'approved', note: '' } as const
  const { publication } = await decide(decided)
  return `/c/${publication?.number}/report`
}

/** What a reader reported about a published claim of the desk. */
export async function aReport(home: Home) {
  return { reportId: (await reported(await aForm(home))).id }
}

/** The same, and another one about the same claim. */
export async function twoReports(home: Home) {
  const form = await aForm(home)
  return { reportId: (await reported(form)).id, duplicateOf: (await reported(form)).id }
}
