import { v7 as uuid } from 'uuid'
import { houseScale } from '../../../server/claim/scale'
import { usualNotices } from '../../../server/notice/notice'
import type { RefusalCode } from '../../../server/refusal'
import { damHash, damText, selectorsOf } from '../../newsroom'
import type { Home } from './askers'
import { password } from './askers'
import {
  aDisagreement,
  aDossier,
  aDossierAndArticle,
  aDossierToPublish,
  aDossierWithArticle,
  anApprovedExplanation,
  anAskedRetraction,
  anExplanation,
  anExplanationOfAsker,
  aPublishedDossier,
  aRetractionOfAsker,
} from './dossiers'
import { aLookOf, anArticleInDoubt, aSourceOf } from './evidence'
import { aClearanceOfAsker, aClearanceOfOneWhoLeft, aGuestLink, anOutsideClearance } from './outside'
import {
  aClaimCheckedElsewhere,
  aDeliveryGivenUp,
  aFeedOf,
  aRuleOf,
  aSubscriptionOf,
  aSubscriptionSays,
  aWebhookOf,
  aWebhookSays,
} from './outward'
import { aReport, twoReports } from './reports'
import { aChangedPassage, aDoubtfulPassage, anArticleElsewhere } from './revisions'
import {
  aClaimBesideACheck,
  aClaimWithALike,
  aLink,
  anOvertakenArticle,
  anOvertakenClaim,
  anOvertakenProposition,
  aPublishedNumber,
  twoToRelate,
} from './similar'
import {
  aCommentBy,
  aPassageTalkedAbout,
  aRemovedThread,
  aSuggestionOfAuthor,
  aTakenSuggestion,
  aTalkedArticle,
  aTalkedClaim,
  aThreadBy,
} from './talk'
import {
  aClaimInRoom,
  aClosedArticle,
  aDraft,
  aFilterBy,
  aKnownAddress,
  aLimitedArticle,
  aLineToTick,
  aMemberOf,
  anArticleOf,
  anAskedRedaction,
  anInvitation,
  anOrder,
  aPasskeyOfAuthor,
  aPlannedSubmission,
  aPublishedClaim,
  aPublishedName,
  aRatedClaim,
  aReadyClaim,
  aResetLink,
  aSecret,
  aSentFile,
  aSourceInRoom,
  aSourceNote,
  aSubmissionBy,
  aSubmissionOfAuthor,
  firstSentence,
  missingId,
  removedArticle,
  waiverOfAll,
} from './things'
import { aClaimToJudge, aFreeClaim, aJudgedClaim, anAskedVerdict, aTakenClaim, someFreeClaims } from './work'

type Parts = Record<string, unknown>

// What no device ever answered.
const encoded = { id: 'x', rawId: 'x', type: 'public-key' }
const aPasskeyUse = { ...encoded, response: { clientDataJSON: '', authenticatorData: '', signature: '' } }
const aMadePasskey = { ...encoded, response: { clientDataJSON: '', attestationObject: '' } }

/** How a procedure is asked. */
type Question = {
  /** Makes something new on a desk and names it; left out where nothing is named. */
  thing?: (home: Home) => Promise<Parts>
  /** Names the same kind of thing where there is none. Of what is no secret to whoever can name it, none is needed. */
  missing?: Parts
  /** What is asked for besides; made anew for each time where ids are made by the one who asks. */
  besides?: Parts | (() => Parts)
  /** Its answer repeats what members asked for, whatever they named: that somebody named it says nothing of it. */
  repeats?: true
  /** Its answer holds something that is made anew each time. */
  isNew?: true
  /** The rule that refuses also those who have the right. */
  rule?: RefusalCode
}

/** A colleague's passkey is to whoever names it like one that is not there. */
const othersPasskey: Question = {
  ...{ thing: aPasskeyOfAuthor, missing: { passkeyId: missingId } },
  rule: 'passkey-unknown',
}

const corrections = {
  ...{ title: 'The dam', byline: [], published: null, updated: null, publisher: null, language: null },
  ...{ isOwn: false, leftOut: [] },
}
const aPastRow = () => ({
  line: 2,
  row: {
    ...{ address: `https://old.example/${uuid()}`, statement: 'The wall is older', speaker: '' },
    ...{ date: '2019', rating: 'False', answer: '' },
  },
})
const identity = { editorsProveIdentity: false, needsSecondFactor: false }
const newcomer = { name: 'Ada Wolff', password }
const face = { name: 'The Asked Desk', timeZone: 'Europe/Berlin', language: 'en' }
const texts = { aboutText: '', methodText: '', fundingText: '', correctionsText: '' }
const publicFace = { shownAs: 'name', pseudonym: '' }
const claimWords = { version: null, kind: 'first', publicNote: '' }
const missingArticle = { articleId: missingId }
const missingSubmission = { submissionId: missingId }
const aNoteIn = async (home: Home) => ({ noteId: (await aSourceNote(home)).noteId })
const missingClaim = { claimId: missingId }
const missingSource = { ...missingClaim, sourceId: missingId }
const missingDossier = { dossierId: missingId }
const missingThread = { threadId: missingId }
const missingReport = { reportId: missingId }
const missingSubscription = { subscriptionId: missingId }
const missingFeed = { feedId: missingId }
const missingWebhook = { webhookId: missingId }
const nowhere = 'http://127.0.0.1:9/nowhere'

const aClaimOf = async (home: Home) => ({ claimId: (await aClaimInRoom(home)).claimId })

/** Every procedure with its question. A new one is added here, or the matrix fails. */
export const questions: Record<string, Question> = {
  'article.list': { besides: { filter: {}, page: 1 } },
  'article.choices': {},
  'article.read': { thing: anArticleOf, missing: missingArticle },
  'article.draft': { thing: aDraft, missing: { draftId: missingId } },
  'article.drafts': {},
  'article.importAddress': { thing: aKnownAddress, missing: { address: nowhere } },
  'article.importContent': {
    ...{ thing: aKnownAddress, missing: { address: nowhere } },
    // Has a letter, and no text.
    besides: { kind: 'html', content: '<script>nothing</script>' },
  },
  'article.importFile': { thing: aSentFile, missing: { fileId: missingId } },
  'article.freeze': { thing: aDraft, missing: { draftId: missingId }, besides: { corrections } },
  'article.dropDraft': { thing: aDraft, missing: { draftId: missingId } },

  'dossier.list': {},
  'dossier.asked': {},
  'dossier.read': { thing: aDossier, missing: missingDossier },
  'dossier.ahead': { thing: aDossierWithArticle, missing: missingDossier },
  'dossier.articles': { thing: aDossierWithArticle, missing: missingDossier },
  'dossier.copied': { thing: aDossierWithArticle, missing: missingDossier },
  'dossier.rewrite': { thing: aDossierWithArticle, missing: { ...missingDossier, ...missingArticle } },
  'dossier.nowhere': { thing: aDossierWithArticle, missing: missingArticle },
  'dossier.figures': { thing: aDossierWithArticle, missing: missingDossier },
  'dossier.sums': { thing: aDossierWithArticle, missing: missingDossier },
  'dossier.claims': { thing: aDossierWithArticle, missing: missingDossier },
  'dossier.notes': { thing: aDossier, missing: missingDossier },
  'dossier.suggested': { thing: aDossier, missing: missingDossier },
  'dossier.add': { besides: () => ({ dossierId: uuid(), name: 'Ferry aground' }) },
  'dossier.rename': { thing: aDossier, missing: missingDossier, besides: { name: 'Karsell' } },
  'dossier.addArticle': {
    ...{ thing: aDossierAndArticle, missing: { ...missingDossier, ...missingArticle } },
  },
  'dossier.takeOut': {
    ...{ thing: aDossierWithArticle, missing: { ...missingDossier, ...missingArticle } },
  },
  'dossier.note': {
    ...{ thing: aDossier, missing: missingDossier },
    besides: () => ({ id: uuid(), text: 'Ask the district.' }),
  },
  'dossier.remove': { thing: aDossier, missing: missingDossier },
  'dossier.explain': {
    ...{ thing: aDisagreement, missing: { ...missingDossier, pairs: ['a-b'] } },
    besides: () => ({ id: uuid(), reason: 'other-date', text: 'They count from other days.' }),
  },
  'dossier.decide': {
    ...{ thing: anExplanation, missing: { ...missingDossier, explanationId: missingId } },
    besides: { outcome: 'returned', note: 'Name the days.' },
  },
  'dossier.withdraw': {
    ...{ thing: anExplanationOfAsker, missing: { ...missingDossier, explanationId: missingId } },
  },
  'dossier.takeBack': {
    ...{ thing: anApprovedExplanation, missing: { ...missingDossier, replaces: missingId } },
    besides: () => ({ id: uuid(), text: 'It was wrong.' }),
  },
  'dossier.publish': { thing: aDossierToPublish, missing: missingDossier },
  'dossier.retraction': { thing: anAskedRetraction, missing: missingDossier },
  'dossier.retractionsAsked': {},
  'dossier.askRetraction': {
    ...{ thing: aPublishedDossier, missing: missingDossier },
    besides: () => ({ id: uuid(), text: 'The counts were of another valley.' }),
  },
  'dossier.decideRetraction': {
    ...{ thing: anAskedRetraction, missing: { ...missingDossier, retractionId: missingId } },
    besides: { outcome: 'returned', note: 'It holds.' },
  },
  'dossier.withdrawRetraction': {
    ...{ thing: aRetractionOfAsker, missing: { ...missingDossier, retractionId: missingId } },
  },

  'assignment.ofArticle': {
    thing: async (home) => ({ articleId: (await aTakenClaim(home)).articleId }),
    missing: missingArticle,
  },
  'assignment.mine': { besides: { due: null } },
  'assignment.pool': { besides: { due: 'overdue' } },
  'assignment.absences': {},
  'assignment.setAway': { besides: { backOn: null } },
  'assignment.assign': {
    ...{ thing: aFreeClaim, missing: { ...missingArticle, ...missingClaim, to: missingId } },
    besides: () => ({ id: uuid(), seen: null, terms: { due: null, priority: 'high' }, note: '' }),
  },
  'assignment.assignSeveral': {
    thing: someFreeClaims,
    missing: { ...missingArticle, to: missingId, items: [{ id: uuid(), claimId: missingId, seen: null }] },
    besides: { terms: null, note: '' },
  },

  'checkList.read': {},
  'checkList.change': {
    besides: { version: 99, lines: [], isDemanded: false },
    rule: 'setting-changed',
  },
  'checkList.tick': {
    ...{ thing: aLineToTick, missing: { submissionId: missingId, lineId: missingId } },
    besides: { words: 'The speaker was asked to comment', isTicked: true },
  },
  'clearance.ofClaim': { thing: anOutsideClearance, missing: missingClaim },
  'clearance.require': {
    thing: async (home) => ({ ...(await aClaimOf(home)), of: home.asker.id }),
    missing: { ...missingClaim, of: missingId },
    besides: () => ({ id: uuid(), name: 'Legal', why: 'It names a company.' }),
  },
  'clearance.sign': {
    thing: aClearanceOfAsker,
    missing: { clearanceId: missingId, submissionId: missingId, hash: '0'.repeat(64) },
    besides: { answer: 'given', note: '' },
  },
  'clearance.askInstead': {
    thing: async (home) => ({ ...(await aClearanceOfOneWhoLeft(home)), memberId: home.asker.id }),
    missing: { clearanceId: missingId, memberId: missingId },
    besides: () => ({ id: uuid(), note: 'Omar has left the desk.' }),
  },
  'clearance.lift': {
    ...{ thing: anOutsideClearance, missing: { clearanceId: missingId } },
    besides: { note: 'The name is gone.' },
  },

  'audit.list': { besides: { filter: {}, after: null }, repeats: true },
  'audit.exportFile': { besides: { filter: {}, format: 'csv' }, repeats: true },

  'sums.ofArticle': { thing: anArticleOf, missing: missingArticle },

  'coverage.sentences': { thing: anArticleOf, missing: missingArticle },
  'coverage.looks': { thing: anArticleOf, missing: missingArticle },
  'coverage.look': {
    ...{ thing: anArticleOf, missing: missingArticle },
    besides: () => ({ lookId: uuid(), sentence: firstSentence, hasNoClaim: true }),
  },
  'coverage.closing': {
    thing: async (home) => ({ articleId: (await aClosedArticle(home)).articleId }),
    missing: missingArticle,
  },
  'coverage.close': { thing: anArticleOf, missing: missingArticle, besides: { waivers: [waiverOfAll] } },
  'coverage.reopen': { thing: aClosedArticle, missing: missingArticle },

  'deleted.list': {},
  'deleted.removeArticle': { thing: anArticleOf, missing: missingArticle },
  'deleted.bringBackArticle': { thing: removedArticle, missing: missingArticle },

  'demo.isOffered': {},
  'demo.people': {},
  'demo.open': { rule: 'demo-not-offered' },

  'filter.list': {},
  'filter.save': {
    besides: () => ({ id: uuid(), name: uuid(), isShared: false, filter: { topic: 'dam' } }),
  },
  'filter.change': {
    ...{ thing: aFilterBy, missing: { id: missingId, was: { name: 'Dam', isShared: false } } },
    besides: () => ({ name: uuid(), isShared: false }),
  },
  'filter.remove': { thing: aFilterBy, missing: { id: missingId } },

  'statistics.read': {},
  'statistics.clock': { thing: aClaimOf, missing: missingClaim },
  'statistics.exportFile': {},

  'guest.ofClaim': { thing: aGuestLink, missing: missingClaim },
  'guest.make': {
    ...{ thing: anOutsideClearance, missing: { submissionId: missingId, clearanceId: missingId } },
    besides: () => ({ id: uuid(), name: 'Dr Weiss', purpose: 'Is this so?', days: 7 }),
  },
  'guest.withdraw': { thing: aGuestLink, missing: { linkId: missingId } },

  'visit.keep': { thing: anArticleOf, missing: missingArticle, besides: { isSameVisit: false } },
  'visit.news': {
    thing: aTalkedArticle,
    ...{ missing: missingArticle, besides: { since: new Date('2026-03-01') } },
  },
  'visit.ofArticles': {},
  'limit.ofArticle': { thing: anArticleOf, missing: missingArticle },
  'limit.set': { thing: anArticleOf, ...{ missing: missingArticle, besides: { was: null, members: null } } },
  'limit.ofDesk': {},
  'limit.nameSelf': { thing: aLimitedArticle, missing: missingArticle },

  'member.needsSetUp': {},
  'member.onlyDesk': {},
  'member.needsSetUpCode': {},
  'member.foundDesk': {
    besides: { ...newcomer, email: 'ada@desk.example', desk: 'A Third Desk', timeZone: 'UTC', code: null },
    rule: 'already-set-up',
  },
  'member.foundAnother': { besides: { name: 'A Fourth Desk', timeZone: 'UTC' } },
  'member.me': {},
  'member.desks': {},
  'member.desk': {},
  'member.texts': {},
  'member.list': {},
  'member.changeFace': {
    thing: async ({ asker }) => ({ memberId: asker.id }),
    ...{ missing: { memberId: missingId }, besides: { was: publicFace, to: publicFace } },
  },
  'member.activity': { thing: aMemberOf, missing: { memberId: missingId } },
  'member.changeRole': {
    thing: aMemberOf,
    missing: { memberId: missingId },
    besides: { was: 'reviewer', role: 'editor' },
  },
  'member.remove': { thing: aMemberOf, missing: { memberId: missingId } },
  'member.invite': { besides: () => ({ email: `${uuid()}@desk.example`, role: 'observer' }) },
  'member.invitations': {},
  'member.withdrawInvitation': { thing: anInvitation, missing: { id: missingId } },
  'member.openInvitation': { thing: aSecret },
  'member.acceptInvitation': {
    thing: async (home) => ({
      ...(await aSecret(home)),
      newcomer,
    }),
  },

  'ownVerdict.ofClaim': { thing: aRatedClaim, missing: missingClaim },
  'ownVerdict.add': {
    ...{ thing: aClaimOf, missing: missingClaim },
    besides: () => ({ id: uuid(), verdict: 'false', reason: 'The register says otherwise.' }),
  },

  'sourceNote.sealing': {},
  'sourceNote.keep': {
    ...{ thing: aSourceInRoom, missing: { ...missingArticle, sourceId: missingId } },
    besides: { text: 'She asked not to be called at work.', file: null },
  },
  'sourceNote.read': {
    thing: async (home) => ({ sourceId: (await aSourceNote(home)).sourceId }),
    missing: { sourceId: missingId },
  },
  'sourceNote.readFile': { thing: aNoteIn, missing: { noteId: missingId } },
  'sourceNote.remove': { thing: aNoteIn, missing: { noteId: missingId } },

  'past.tryRows': { besides: () => ({ rows: [aPastRow()] }) },
  'past.takeIn': { besides: () => ({ rows: [aPastRow()] }) },
  'publication.recent': {},
  'publication.preview': { thing: aSubmissionOfAuthor, missing: missingSubmission },
  'publication.ofClaim': { thing: aPublishedClaim, missing: { claimId: missingId } },
  'publication.names': {},
  'publication.joinNames': {
    ...{ thing: aPublishedName, missing: { kind: 'speaker', spelling: 'nobody' } },
    besides: { name: 'Somebody Else' },
  },
  'publication.separateName': { thing: aPublishedName, missing: { kind: 'speaker', spelling: 'nobody' } },
  'publication.putUnderReview': {
    ...{ thing: aPublishedClaim, missing: { claimId: missingId } },
    besides: { version: 1, line: 'We look at it again.' },
  },
  'publication.redactions': { thing: aPublishedClaim, missing: { claimId: missingId } },
  'publication.wordsFound': {
    ...{ thing: aPublishedClaim, missing: { claimId: missingId } },
    besides: { words: ['largest relief'] },
  },
  'publication.askRedaction': {
    ...{ thing: aPublishedClaim, missing: { claimId: missingId }, isNew: true },
    besides: { ...anOrder, words: ['largest relief'], note: 'By order of a court.' },
  },
  'publication.confirmRedaction': { thing: anAskedRedaction, missing: { redactionId: missingId } },
  'publication.dropRedaction': { thing: anAskedRedaction, missing: { redactionId: missingId } },

  'report.list': { besides: { state: null } },
  'report.one': { thing: aReport, missing: missingReport },
  'report.mine': {},
  'report.counts': {},
  'report.others': {
    thing: async (home) => ({ reportId: (await twoReports(home)).reportId }),
    missing: missingReport,
  },
  'report.answer': {
    ...{ thing: aReport, missing: missingReport },
    besides: () => ({ id: uuid(), seen: null, answer: 'Thank you.', isPublic: true }),
  },
  'report.takeUp': {
    thing: async (home) => ({ ...(await aReport(home)), task: { to: home.author.id } }),
    missing: { ...missingReport, task: { to: missingId } },
    besides: () => ({ id: uuid(), seen: null }),
  },
  'report.markDuplicate': {
    ...{ thing: twoReports, missing: { ...missingReport, duplicateOf: missingId } },
    besides: () => ({ id: uuid(), seen: null }),
  },
  'report.setAside': {
    ...{ thing: aReport, missing: missingReport },
    besides: () => ({ id: uuid(), seen: null, as: 'spam' }),
  },
  'report.block': { ...{ thing: aReport, missing: missingReport }, besides: { isBlocked: true } },

  'search.hits': { besides: { typed: 'dam', all: null } },

  'review.submit': {
    ...{ thing: aReadyClaim, missing: { claimId: missingId, hash: '0'.repeat(64) } },
    besides: claimWords,
  },
  'review.beforeCorrecting': { thing: aPublishedClaim, missing: missingClaim },
  'review.withdraw': { thing: aSubmissionBy, missing: missingSubmission },
  'review.decide': {
    ...{ thing: aSubmissionOfAuthor, missing: missingSubmission },
    besides: { decision: 'approved', note: '' },
  },
  'review.approveSeveral': {
    thing: async (home) => ({ submissionIds: [(await aSubmissionOfAuthor(home)).submissionId] }),
    missing: { submissionIds: [missingId] },
  },
  'review.opened': { thing: aSubmissionOfAuthor, missing: missingSubmission },
  'review.stopRelease': {
    ...{ thing: aPlannedSubmission, missing: missingSubmission },
    besides: { note: 'Not yet.' },
  },
  'review.queue': {},
  'review.desk': {},
  'review.counts': {},
  'review.submission': { thing: aSubmissionOfAuthor, missing: missingSubmission },
  'review.stages': {
    thing: async (home) => ({ articleId: (await aClaimInRoom(home)).articleId }),
    missing: missingArticle,
  },

  'room.pass': { thing: anArticleOf, missing: missingArticle },
  'room.lineage': { thing: anArticleOf, missing: missingArticle },
  'room.people': {},
  'room.history': { thing: aClaimInRoom, missing: { articleId: missingId, claimId: missingId } },
  'room.replay': {
    thing: async (home) => ({ articleId: (await aClaimInRoom(home)).articleId }),
    ...{ missing: missingArticle, besides: { after: 0 } },
  },

  'settings.changeIdentity': {
    besides: { was: identity, to: identity },
  },
  'settings.changeFace': { besides: { was: face, to: face } },
  'settings.changeTexts': { besides: { was: texts, to: texts } },
  'settings.changeSourcesNeeded': { besides: { was: { sourcesNeeded: 2 }, to: { sourcesNeeded: 3 } } },
  'settings.changeDueHours': {
    besides: {
      was: { hoursToCheck: null, hoursReturned: null, hoursChanged: null },
      to: { hoursToCheck: null, hoursReturned: null, hoursChanged: null },
    },
  },
  'settings.changeApprovals': {
    besides: {
      was: { approvalsNeeded: 1, returnsNeeded: 1 },
      to: { approvalsNeeded: 2, returnsNeeded: 1 },
    },
  },
  'revision.ofArticle': { thing: anArticleOf, missing: missingArticle },
  'revision.fetch': { thing: anArticleElsewhere, missing: missingArticle, rule: 'address-private' },
  'revision.paste': { thing: anArticleOf, missing: missingArticle, besides: { content: damText } },
  'revision.watch': { thing: anArticleOf, missing: missingArticle, besides: { rhythm: 'weekly' } },
  'revision.settle': {
    ...{ thing: aDoubtfulPassage, missing: { placementId: missingId } },
    besides: { where: { is: 'gone' } },
  },
  'revision.hold': { thing: aChangedPassage, missing: { placementId: missingId } },

  'secondVerdict.ofClaim': { thing: aJudgedClaim, missing: missingClaim },
  'secondVerdict.candidates': { thing: aClaimOf, missing: missingClaim },
  'secondVerdict.ask': {
    ...{ thing: aClaimToJudge, missing: { ...missingClaim, of: missingId } },
    besides: () => ({ id: uuid() }),
  },
  'secondVerdict.takeBack': {
    thing: async (home) => ({ id: (await anAskedVerdict(home)).id }),
    missing: { id: missingId },
  },
  'secondVerdict.mine': {},
  'secondVerdict.asked': {
    thing: async (home) => ({ claimId: (await anAskedVerdict(home)).claimId }),
    missing: missingClaim,
  },
  'secondVerdict.give': {
    thing: async (home) => ({ claimId: (await anAskedVerdict(home)).claimId }),
    missing: missingClaim,
    besides: () => ({ id: uuid(), verdict: 'false', reason: 'The register says otherwise.', evidence: '' }),
  },

  'settings.changeSeconds': {
    besides: { was: { secondVerdicts: 'asked' }, to: { secondVerdicts: 'asked' } },
  },
  'settings.changeSuggesters': {
    besides: { was: { suggestersAreAuthors: true }, to: { suggestersAreAuthors: false } },
  },

  'session.waysIn': {},
  'session.askReset': { besides: { email: 'nobody@desk.example' } },
  'session.openReset': { thing: aResetLink },
  'session.changeForgotten': { thing: aResetLink, besides: { password } },

  'source.ofClaim': { thing: aClaimOf, missing: missingClaim },
  'source.inDoubt': { thing: anArticleInDoubt, missing: missingArticle },
  'source.archive': { thing: aSourceOf, missing: missingSource, rule: 'source-without-link' },
  'source.holds': { thing: aLookOf, missing: { lookId: missingId } },
  'source.note': { thing: aSourceOf, missing: missingSource, besides: { text: 'Corrects itself openly.' } },

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
  'suggestion.written': { thing: aTakenSuggestion, missing: { suggestionId: missingId } },

  'notice.list': {},
  'notice.unread': {},
  'notice.settings': {},
  'notice.markRead': { besides: { ids: 'all' } },
  'notice.changeSettings': { besides: { was: usualNotices, to: { ...usualNotices, rhythm: 'never' } } },

  'rule.list': {},
  'rule.add': {
    thing: async (home) => ({ act: { does: 'assign', memberId: (await aMemberOf(home)).memberId } }),
    missing: { act: { does: 'assign', memberId: missingId } },
    besides: () => ({ ruleId: uuid(), trigger: { on: 'overdue' } }),
  },
  'rule.turn': { thing: aRuleOf, missing: { ruleId: missingId }, besides: { isOn: false } },
  'rule.remove': { thing: aRuleOf, missing: { ruleId: missingId } },

  'subscription.list': {},
  'subscription.add': {
    besides: () => ({ subscriptionId: uuid(), subscription: aSubscriptionSays }),
    rule: 'secret-key-missing',
  },
  'subscription.change': {
    ...{ thing: aSubscriptionOf, missing: missingSubscription },
    besides: { was: { address: aSubscriptionSays.address }, to: { address: 'https://copy.example/new' } },
  },
  'subscription.renewSecret': {
    ...{ thing: aSubscriptionOf, missing: missingSubscription, rule: 'secret-key-missing' },
  },
  'subscription.pause': {
    thing: aSubscriptionOf,
    missing: missingSubscription,
    besides: { isPaused: true },
  },
  'subscription.remove': { thing: aSubscriptionOf, missing: missingSubscription },

  'similar.ofClaim': { thing: aClaimWithALike, missing: missingClaim },
  'similar.checkedBefore': { besides: { text: 'Words that nobody published.' } },
  // What is published is everybody's.
  'similar.sources': { thing: aPublishedNumber },
  'similar.say': {
    ...{ thing: twoToRelate, missing: { ...missingClaim, otherId: missingId } },
    besides: () => ({ id: uuid(), relation: 'repeats' }),
  },
  'similar.sayOfNumber': {
    ...{ thing: aClaimBesideACheck, missing: missingClaim },
    // What is published is everybody's: the first check there is.
    besides: () => ({ id: uuid(), relation: 'repeats', number: 1 }),
  },
  'proposition.ofClaim': { thing: anOvertakenClaim, missing: missingClaim },
  'proposition.overturned': { thing: anOvertakenArticle, missing: missingArticle },
  'proposition.draft': { thing: anOvertakenProposition, missing: { propositionId: missingId } },
  'proposition.unlink': { thing: aLink, missing: { linkId: missingId } },

  'outside.ofClaim': { thing: aClaimCheckedElsewhere, missing: missingClaim },
  'outside.feeds': {},
  'outside.add': { besides: () => ({ feedId: uuid(), address: `https://${uuid()}.example/feed.json` }) },
  'outside.fetch': { thing: aFeedOf, missing: missingFeed },
  'outside.remove': { thing: aFeedOf, missing: missingFeed },

  'webhook.list': {},
  'webhook.add': {
    besides: () => ({ webhookId: uuid(), webhook: aWebhookSays }),
    rule: 'secret-key-missing',
  },
  'webhook.change': {
    ...{ thing: aWebhookOf, missing: missingWebhook },
    besides: { was: aWebhookSays, to: { ...aWebhookSays, shape: 'slack' } },
  },
  'webhook.pause': { thing: aWebhookOf, missing: missingWebhook, besides: { isPaused: true } },
  'webhook.renewSecret': { thing: aWebhookOf, missing: missingWebhook, rule: 'secret-key-missing' },
  'webhook.remove': { thing: aWebhookOf, missing: missingWebhook },
  'webhook.test': { thing: aWebhookOf, missing: missingWebhook },
  'webhook.sendAgain': { thing: aDeliveryGivenUp, missing: { deliveryId: missingId } },

  'thread.ofClaim': { thing: aTalkedClaim, missing: missingClaim },
  'thread.onPassages': { thing: aPassageTalkedAbout, missing: missingArticle },
  'thread.counts': { thing: aTalkedArticle, missing: missingArticle },
  'thread.mentions': {},
  'thread.versions': { thing: aCommentBy, missing: { commentId: missingId } },
  'thread.raise': {
    ...{ thing: aClaimOf, missing: missingClaim },
    besides: () => ({ threadId: uuid(), commentId: uuid(), text: 'Who says so?' }),
  },
  'thread.raiseOnPassage': {
    ...{ thing: anArticleOf, missing: missingArticle },
    besides: () => ({
      ...{ threadId: uuid(), commentId: uuid(), text: 'When was that?' },
      passage: { revision: damHash, selectors: selectorsOf('gave way') },
    }),
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
    besides: { isResolved: true, isDeclined: false, reason: '' },
  },
  'thread.remove': { thing: aThreadBy, missing: missingThread },
  'thread.bringBack': { thing: aRemovedThread, missing: missingThread },

  'scale.ofDesk': {},
  'scale.change': { besides: { was: 0, to: houseScale() } },

  'passkey.startUse': { isNew: true },
  'passkey.prove': { besides: { answer: aPasskeyUse }, rule: 'passkey-wrong' },
  'passkey.list': {},
  'passkey.startAdding': {},
  'passkey.add': { besides: { made: aMadePasskey, name: 'Key' }, rule: 'passkey-wrong' },
  'passkey.rename': { ...othersPasskey, besides: { name: 'Key' } },
  'passkey.remove': othersPasskey,
  'session.prove': { besides: { password } },
  'session.factor': {},
  'session.startFactor': { rule: 'secret-key-missing' },
  'session.confirmFactor': { besides: { code: '000000' }, rule: 'factor-is-there' },
  'session.renewCodes': { rule: 'factor-missing' },
  'session.removeFactor': {},
  'session.removeFactorOf': { thing: aMemberOf, missing: { memberId: missingId } },
  'session.devices': {},
  'session.endOthers': {},
  'language.change': { besides: { language: 'ko' } },
  'session.changePassword': { besides: { current: password, next: password } },
}
