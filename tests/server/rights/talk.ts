import { v7 as uuid } from 'uuid'
import type { Member } from '../../../server/member/member'
import { addSuggestion } from '../../../server/suggestion/add-suggestion'
import { decideSuggestion } from '../../../server/suggestion/decide-suggestion'
import { raiseThread } from '../../../server/thread/add-comment'
import { removeThread } from '../../../server/thread/remove-thread'
import { aClaim, aRoomWith, damHash, selectorsOf } from '../../newsroom'
import type { Home } from './askers'
import { aClaimInRoom, anArticleOf } from './things'

async function raisedBy(member: Member, home: Home) {
  const { articleId, claimId } = await aClaimInRoom(home)
  const [threadId, commentId] = [uuid(), uuid()]
  await raiseThread({ member, claimId, threadId, commentId, text: 'Who says so?' })
  return { articleId, claimId, threadId, commentId }
}

/** A thread of the one who asks, who may do with it all that may be done. */
export async function aThreadBy(home: Home) {
  return { threadId: (await raisedBy(home.asker, home)).threadId }
}

export async function aCommentBy(home: Home) {
  return { commentId: (await raisedBy(home.asker, home)).commentId }
}

export async function aRemovedThread(home: Home) {
  const { threadId } = await raisedBy(home.author, home)
  await removeThread({ member: home.author, threadId })
  return { threadId }
}

/** A claim that is talked about. */
export async function aTalkedClaim(home: Home) {
  return { claimId: (await raisedBy(home.author, home)).claimId }
}

/** An article in which a claim is talked about. */
export async function aTalkedArticle(home: Home) {
  return { articleId: (await raisedBy(home.author, home)).articleId }
}

/** An article of which a passage is talked about. */
export async function aPassageTalkedAbout(home: Home) {
  const { articleId } = await anArticleOf(home)
  const passage = { revision: damHash, selectors: selectorsOf('gave way') }
  await raiseThread({
    member: home.author,
    articleId,
    passage,
    threadId: uuid(),
    commentId: uuid(),
    text: 'When?',
  })
  return { articleId }
}

/** A wording that waits for anybody but the author. */
export async function aSuggestionOfAuthor(home: Home) {
  const { claimId } = await aClaimInRoom(home)
  const id = uuid()
  const words = { field: 'statement', before: 'So it is.', after: 'So it was.', reason: '' } as const
  await addSuggestion({ member: home.author, id, claimId, ...words })
  return { suggestionId: id, claimId }
}

/** One that an editor took, and whose words the room has: nobody has said so yet. */
export async function aTakenSuggestion({ author, editor }: Home) {
  const claim = aClaim()
  await aRoomWith([claim], author)
  const suggestionId = uuid()
  const words = { field: 'statement', before: 'So it is.', after: claim.statement, reason: '' } as const
  await addSuggestion({ member: author, id: suggestionId, claimId: claim.id, ...words })
  await decideSuggestion({ member: editor, suggestionId, isTaken: true })
  return { suggestionId }
}
