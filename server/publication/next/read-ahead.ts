import { eq } from 'drizzle-orm'
import { db } from '../../../db/client'
import { submissions } from '../../../db/schema'
import { readRecorded } from '../../source/snapshot/read-recorded'

/**
 * Looks for the quotes of a submission's sources in what is archived of them, so that its publication knows where each
 * was found: while it has rows locked it reads no text, but for one that was archived in between.
 */
export async function readAhead(submissionId: string): Promise<void> {
  const [submission] = await db()
    .select({ frozen: submissions.frozen })
    .from(submissions)
    .where(eq(submissions.id, submissionId))
  if (submission) await readRecorded(db(), submission.frozen.sources)
}
