import { v7 as newId } from 'uuid'
import { addComment, raiseThread } from '../../thread/add-comment'
import { withMentions } from '../../thread/thread'
import type { DemoClaim } from '../demo-story'
import type { Stage } from './play-claim'

/** Says what the story has said about a claim. */
export async function playThread(
  claimId: string,
  { thread = [] }: DemoClaim,
  { cast }: Stage,
): Promise<void> {
  const mentionable = Object.values(cast).map(({ id, name }) => ({ token: id, name, canAnswer: true }))
  const threadId = newId()
  for (const [at, { by, text }] of thread.entries()) {
    const said = { member: cast[by], threadId, commentId: newId(), text: withMentions(text, mentionable) }
    if (at === 0) await raiseThread({ ...said, claimId })
    else await addComment(said)
  }
}
