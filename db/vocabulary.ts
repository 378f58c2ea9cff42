/** The fixed words of the product, in the order screens show them. */

/** The languages that Proofroom's own words exist in: for each member, and for each desk's readers. */
export const languages = ['en', 'ko', 'ar'] as const
export type Language = (typeof languages)[number]

export const roles = ['observer', 'reviewer', 'editor', 'admin'] as const
export type Role = (typeof roles)[number]

/** How readers see a member: by name, as one with a role, or by another name. */
export const shownAs = ['name', 'role', 'pseudonym'] as const
export type ShownAs = (typeof shownAs)[number]

/** Verification statuses a person may give; a claim without one is "not yet rated" (null). */
export const verdicts = [
  ...(['true', 'mostly-true', 'half-true', 'mostly-false'] as const),
  ...(['misleading', 'false', 'unproven'] as const),
] as const
export type Verdict = (typeof verdicts)[number]

/** Verdicts that a desk may leave out of its scale; without a scale of its own it does. */
export const optionalVerdicts = ['half-true', 'mostly-false'] as const satisfies Verdict[]

/** How sure a desk is of a verdict, the surest first. */
export const confidenceLevels = ['high', 'medium', 'low'] as const
export type ConfidenceLevel = (typeof confidenceLevels)[number]

export const claimKinds = [
  ...(['number', 'quote', 'date', 'cause', 'comparison'] as const),
  ...(['prediction', 'opinion', 'picture', 'video'] as const),
] as const
export type ClaimKind = (typeof claimKinds)[number]

/** Why an editor who closes an article lets sentences be that nobody looked at. */
export const waiverReasons = ['out-of-scope', 'checked-elsewhere', 'no-time', 'other'] as const
export type WaiverReason = (typeof waiverReasons)[number]

export const stances = ['supports', 'refutes', 'context'] as const
export type Stance = (typeof stances)[number]

export const sourceKinds = ['primary-document', 'data', 'expert', 'witness', 'news', 'other'] as const
export type SourceKind = (typeof sourceKinds)[number]

/** How somebody came to a source that no link leads to. */
export const sourceWays = ['call', 'mail', 'meeting', 'paper'] as const
export type SourceWay = (typeof sourceWays)[number]

/** What such a source agreed to, the most open first: it decides what readers get of it. */
export const sourceTerms = ['on-record', 'background', 'not-for-attribution'] as const
export type SourceTerms = (typeof sourceTerms)[number]

/** How somebody was asked for their side. */
export const replyWays = ['mail', 'call', 'meeting', 'letter', 'other'] as const
export type ReplyWay = (typeof replyWays)[number]

/** What a submission asks for: a first publication, or one of the kinds of correction. */
export const submissionKinds = [
  'first',
  'typo',
  'clarification',
  'factual',
  'verdict-change',
  'retraction',
] as const
export type SubmissionKind = (typeof submissionKinds)[number]
export const correctionKinds = submissionKinds.filter((kind) => kind !== 'first')

/** Texts of a claim that another wording can be suggested for. */
export const suggestable = ['statement', 'rationale', 'short-answer', 'not-known'] as const
export type Suggestable = (typeof suggestable)[number]

/** How much an assignment presses, the least first. */
export const priorities = ['low', 'normal', 'high', 'urgent'] as const
export type Priority = (typeof priorities)[number]

/** Why work lies in the pool: who had it gave it back, left the desk, may only observe now, is away, or may not see the article any more. */
export const poolReasons = [
  'given-back',
  'member-removed',
  'member-observes',
  'member-away',
  'member-shut-out',
] as const
export type PoolReason = (typeof poolReasons)[number]

/** Whether a desk has claims judged a second time without sight of their verdict: never, when an editor asks, always. */
export const secondRules = ['never', 'asked', 'always'] as const
export type SecondRule = (typeof secondRules)[number]

export const decisions = ['approved', 'returned'] as const
export type Decision = (typeof decisions)[number]

/** What can become of a clearance that somebody required. */
export const clearanceAnswers = ['given', 'refused', 'lifted'] as const
export type ClearanceAnswer = (typeof clearanceAnswers)[number]

/** How a planned release can end. */
export const releaseEnds = ['published', 'stopped', 'refused'] as const
export type ReleaseEnd = (typeof releaseEnds)[number]

/** Stages as contracts derive them from rows and hashes; none of them is stored. */
export const stages = [
  'to-check',
  'ready',
  'in-review',
  'returned',
  'published',
  'changed-since',
  'under-review',
  'retracted',
] as const
export type Stage = (typeof stages)[number]

/** What a published check can be found by besides its claim and article: who said it, who published it, what it is about. */
export const nameKinds = ['speaker', 'outlet', 'topic'] as const
export type NameKind = (typeof nameKinds)[number]

/** What a reader can follow by mail. */
export const followedKinds = ['claim', 'article', 'topic', 'desk', 'dossier'] as const
export type FollowedKind = (typeof followedKinds)[number]

/** What followers are told of. */
export const followNewsKinds = ['published', 'corrected', 'retracted', 'under-review'] as const
export type FollowNewsKind = (typeof followNewsKinds)[number]

export const sealingKinds = ['publication', 'correction', 'retraction'] as const
const otherEntries = ['under-review', 'scale', 'redaction', 'text-redaction', 'dossier'] as const
export const logKinds = [...sealingKinds, ...otherEntries] as const
export type LogKind = (typeof logKinds)[number]

/** What a member is told of. */
export const noticeKinds = [
  'mentioned',
  'answered',
  'assigned',
  'asked-second',
  'taken-over',
  'pooled',
  'ruled',
  'submitted',
  'returned',
  'published',
  'clearance-asked',
  'clearance-answered',
  'clearance-left',
  'guest-commented',
  'release-held',
  'reported',
  'subscriber-silent',
  ...(['source-changed', 'passage-changed', 'overturned', 'reply-due'] as const),
  ...(['explanation-sent', 'explanation-approved', 'explanation-returned'] as const),
  ...(['retraction-sent', 'retraction-approved', 'retraction-returned'] as const),
] as const
export type NoticeKind = (typeof noticeKinds)[number]

/** What a reader writes to a desk: that a check is wrong, or what should be checked. */
export const reportKinds = ['error', 'suggestion'] as const
export type ReportKind = (typeof reportKinds)[number]

/** What the desk does with it: looks at it, answers, or finds that it is another one's double or worth nothing; or takes that back. */
export const reportStepKinds = ['taken-up', 'answered', 'duplicate', 'spam', 'put-back'] as const
export type ReportStepKind = (typeof reportStepKinds)[number]

/** What happens to claims and work that a program elsewhere can be told of. */
export const eventKinds = [
  ...(['submitted', 'returned', 'published', 'corrected', 'retracted'] as const),
  ...(['under-review', 'assigned', 'pooled'] as const),
] as const
export type EventKind = (typeof eventKinds)[number]

/** How a webhook is written: as Proofroom's JSON, or as chats read it. */
export const webhookShapes = ['proofroom', 'slack'] as const
export type WebhookShape = (typeof webhookShapes)[number]

/** Why a webhook is told nothing: an admin paused it, or its address answered that it is gone. */
export const webhookPauses = ['by-hand', 'gone'] as const
export type WebhookPause = (typeof webhookPauses)[number]

/** What kept a message from being taken by a webhook's address. */
export const deliveryFaults = [
  ...(['answer', 'gone', 'redirect', 'private', 'unknown-host'] as const),
  ...(['unreachable', 'slow', 'secret', 'withheld'] as const),
] as const
export type DeliveryFault = (typeof deliveryFaults)[number]

/** How often a member's unread notices go out as one mail. */
export const mailRhythms = ['hourly', 'daily', 'never'] as const
export type MailRhythm = (typeof mailRhythms)[number]

/** What a member's visits are remembered of; of claims by themselves there are only old ones. */
export const visited = ['claim', 'article'] as const
export type Visited = (typeof visited)[number]

/** What others can have done about a claim since a member last looked, in the order in which it is told. */
export const newsKinds = [
  ...(['written', 'signed', 'said', 'settled', 'work', 'suggestion'] as const),
  ...(['own-verdict', 'second-verdict', 'clearance', 'guest', 'release', 'under-review'] as const),
] as const
export type NewsKind = (typeof newsKinds)[number]
