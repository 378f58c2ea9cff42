import { v7 as uuid } from 'uuid'
import type { RefusalCode } from '../../../server/refusal'
import type { Home } from './askers'
import { password } from './askers'
import {
  aCommentBy,
  aRemovedThread,
  aSuggestionOfAuthor,
  aTalkedArticle,
  aTalkedClaim,
  aThreadBy,
} from './talk'
import {
  aClaimInRoom,
  aDraft,
  aKnownAddress,
  aMemberOf,
  anArticleOf,
  anInvitation,
  aPublishedClaim,
  aReadyClaim,
  aSecret,
  aSubmissionBy,
  aSubmissionOfAuthor,
  missingId,
  removedArticle,
} from './things'

type Parts = Record<string, unknown>

/** How a procedure is asked. */
type Question = {
  /** Makes something new on a desk and names it; left out where nothing is named. */
  thing?: (home: Home) => Promise<Parts>
  /** Names the same kind of thing where there is none. Of what is no secret to whoever can name it, none is needed. */
  missing?: Parts
  /** What is asked for besides; made anew for each time where ids are made by the one who asks. */
  besides?: Parts | (() => Parts)
  /** The rule that refuses also those who have the right. */
  rule?: RefusalCode
}

const corrections = {
  ...{ title: 'The dam', byline: [], published: null, updated: null, publisher: null, language: null },
  ...{ isOwn: false, leftOut: [] },
}
const newcomer = { name: 'Ada Wolff', password }
const claimWords = { kind: 'first', publicNote: '' }
const missingArticle = { articleId: missingId }
const missingSubmission = { submissionId: missingId }
const missingClaim = { claimId: missingId }
const missingThread = { threadId: missingId }
const nowhere = 'http://127.0.0.1:9/nowhere'

const aClaimOf = async (home: Home) => ({ claimId: (await aClaimInRoom(home)).claimId })

/** Every procedure with its question. A new one is added here, or the matrix fails. */
export const questions: Record<string, Question> = {
  'article.list': {},
  'article.read': { thing: anArticleOf, missing: missingArticle },
  'article.draft': { thing: aDraft, missing: { draftId: missingId } },
  'article.drafts': {},
  'article.importAddress': { thing: aKnownAddress, missing: { address: nowhere } },
  'article.importContent': {
    ...{ thing: aKnownAddress, missing: { address: nowhere } },
    // Has a letter, and no text.
    besides: { kind: 'html', content: '<script>nothing</script>' },
  },
  'article.freeze': { thing: aDraft, missing: { draftId: missingId }, besides: { corrections } },
  'article.dropDraft': { thing: aDraft, missing: { draftId: missingId } },

  'deleted.list': {},
  'deleted.removeArticle': { thing: anArticleOf, missing: missingArticle },
  'deleted.bringBackArticle': { thing: removedArticle, missing: missingArticle },

  'demo.isOffered': {},
  'demo.people': {},
  'demo.open': { rule: 'demo-not-offered' },

  'member.needsSetUp': {},
  'member.onlyDesk': {},
  'member.needsSetUpCode': {},
  'member.foundDesk': {
    besides: { ...newcomer, email: 'ada@desk.example', desk: 'A Third Desk', timeZone: 'UTC', code: null },
    rule: 'already-set-up',
  },
  'member.me': {},
  'member.desks': {},
  'member.desk': {},
  'member.list': {},
  'member.changeRole': { thing: aMemberOf, missing: { memberId: missingId }, besides: { role: 'editor' } },
  'member.remove': { thing: aMemberOf, missing: { memberId: missingId } },
  'member.invite': { besides: { role: 'observer' } },
  'member.invitations': {},
  'member.withdrawInvitation': { thing: anInvitation, missing: { id: missingId } },
  'member.openInvitation': { thing: aSecret },
  'member.acceptInvitation': {
    thing: async (home) => ({
      ...(await aSecret(home)),
      newcomer: { ...newcomer, email: `${(await aSecret(home)).secret}@desk.example` },
    }),
  },

  'publication.recent': {},
  'publication.ofClaim': { thing: aPublishedClaim, missing: { claimId: missingId } },

  'review.submit': {
    ...{ thing: aReadyClaim, missing: { claimId: missingId, hash: '0'.repeat(64) } },
    besides: claimWords,
  },
  'review.withdraw': { thing: aSubmissionBy, missing: missingSubmission },
  'review.decide': {
    ...{ thing: aSubmissionOfAuthor, missing: missingSubmission },
    besides: { decision: 'approved', note: '' },
  },
  'review.queue': {},
  'review.counts': {},
  'review.submission': { thing: aSubmissionOfAuthor, missing: missingSubmission },
  'review.stages': {
    thing: async (home) => ({ articleId: (await aClaimInRoom(home)).articleId }),
    missing: missingArticle,
  },

  'room.pass': { thing: anArticleOf, missing: missingArticle },
  'room.lineage': { thing: anArticleOf, missing: missingArticle },
  'room.people': {
    thing: async (home) => ({ articleIds: [(await anArticleOf(home)).articleId] }),
    missing: { articleIds: [missingId] },
  },
  'room.history': { thing: aClaimInRoom, missing: { articleId: missingId, claimId: missingId } },
  'room.replay': {
    thing: async (home) => ({ articleId: (await aClaimInRoom(home)).articleId }),
    ...{ missing: missingArticle, besides: { after: 0 } },
  },

  'suggestion.ofClaim': {
    thing: async (home) => ({ claimId: (await aSuggestionOfAuthor(home)).claimId }),
    missing: missingClaim,
  },
  'suggestion.add': {
    ...{ thing: aClaimOf, missing: missingClaim },
    besides: () => ({ id: uuid(), field: 'statement', before: 'So it is.', after: 'So it was.', reason: '' }),
  },
  'suggestion.decide': {
    thing: async (home) => ({ suggestionId: (await aSuggestionOfAuthor(home)).suggestionId }),
    ...{ missing: { suggestionId: missingId }, besides: { isTaken: true } },
  },

  'thread.ofClaim': { thing: aTalkedClaim, missing: missingClaim },
  'thread.counts': { thing: aTalkedArticle, missing: missingArticle },
  'thread.mentions': {},
  'thread.versions': { thing: aCommentBy, missing: { commentId: missingId } },
  'thread.raise': {
    ...{ thing: aClaimOf, missing: missingClaim },
    besides: () => ({ threadId: uuid(), commentId: uuid(), text: 'Who says so?' }),
  },
  'thread.comment': {
    ...{ thing: aThreadBy, missing: missingThread },
    besides: () => ({ commentId: uuid(), text: 'He does.' }),
  },
  'thread.change': {
    ...{ thing: aCommentBy, missing: { commentId: missingId } },
    besides: { text: 'Who says that?', version: 1 },
  },
  'thread.resolve': {
    ...{ thing: aThreadBy, missing: missingThread },
    besides: { isResolved: true, reason: '' },
  },
  'thread.remove': { thing: aThreadBy, missing: missingThread },
  'thread.bringBack': { thing: aRemovedThread, missing: missingThread },

  'session.changePassword': { besides: { current: password, next: password } },
}
