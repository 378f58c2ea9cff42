import type { Figure } from '@/server/claim/figure/figure'
import { figureLine } from '@/server/claim/figure/figure-line'
import { plainText } from '@/server/claim/rationale'
import { type Scale, shortOf } from '@/server/claim/scale'
import type { Change, Signed } from '@/server/room/history/changes'
import { isTakenBack } from '@/server/room/history/history'
import { words } from '@/server/words'

/** What somebody did, as a sentence that begins with or holds their name. */
export function sayDid(change: Change | Signed, name: string, scale: Scale | null = null): string {
  const t = words()
  switch (change.what) {
    case 'verdict':
    case 'kind': {
      const nameOf = (value: string | null) => value && valueName(change.what, value, scale)
      const [before, after] = [nameOf(change.before), nameOf(change.after)]
      const values = {
        name,
        part: t(`history.part.${change.what}`),
        before: before ?? '',
        after: after ?? '',
      }
      if (before === after) return t('history.did.takenBack', values)
      if (!before) return t('history.did.chose', values)
      return t(after ? 'history.did.changed' : 'history.did.tookAway', values)
    }
    case 'confidence':
      return sayConfidence(change, name)
    case 'figure':
      return sayWritten(name, t('history.part.figure'), lineOf(change.before), lineOf(change.after))
    case 'topic': {
      const values = { name, topic: change.topic }
      if (isTakenBack(change)) return t('history.did.takenBack', { name, part: t('history.part.topics') })
      return t(change.after ? 'history.did.addedTopic' : 'history.did.removedTopic', values)
    }
    case 'appearance':
    case 'search':
    case 'reply':
    case 'source': {
      const number = change.what === 'appearance' ? 0 : change.number
      return t(`history.did.${change.what}`, { name, number, how: howListed(change) })
    }
    case 'rationale':
      return sayWritten(name, t('history.part.rationale'), plainText(change.before), plainText(change.after))
    case 'damaged':
      return t('history.did.damaged', { name })
    case 'deleted':
      return t(change.into ? 'history.did.mergedAway' : 'history.did.deleted', { name })
    case 'submitted':
      return t(change.kind === 'first' ? 'history.did.submitted' : 'history.did.submittedCorrection', {
        name,
      })
    case 'published':
      return t('history.did.published', { name, version: change.version })
    case 'handed-over':
      return t(change.to ? 'history.did.handedOver' : 'history.did.handedBack', { name, to: change.to ?? '' })
    case 'marked':
    case 'quote':
    case 'merged':
    case 'restored':
    case 'withdrawn':
    case 'returned':
    case 'approved':
      return t(`history.did.${change.what}`, { name })
    default:
      return sayWritten(name, t(`history.part.${change.what}`), change.before, change.after)
  }
}

const lineOf = (figure: Figure | null) => (figure ? figureLine(figure) : '')

function sayWritten(name: string, part: string, before: string, after: string): string {
  const t = words()
  if (!before && !after) return t('history.did.takenBack', { name, part })
  if (!before) return t('history.did.wrote', { name, part })
  return t(after ? 'history.did.edited' : 'history.did.removed', { name, part })
}

function sayConfidence(change: Extract<Change, { what: 'confidence' }>, name: string): string {
  const t = words()
  const nameOf = (value: typeof change.after) => (value ? t(`confidence.level.${value.level}`) : '')
  const [before, after] = [nameOf(change.before), nameOf(change.after)]
  const values = { name, part: t('history.part.confidence'), before, after }
  if (isTakenBack(change)) return t('history.did.takenBack', values)
  if (before === after) return t('history.did.edited', { name, part: t('history.part.confidenceWhy') })
  if (!before) return t('history.did.chose', values)
  return t(after ? 'history.did.changed' : 'history.did.tookAway', values)
}

type Listed = Extract<Change, { what: 'appearance' | 'source' | 'search' | 'reply' }>

function howListed(change: Listed): string {
  if (isTakenBack(change)) return 'takenBack'
  if (change.before === null) return change.what === 'source' && change.isBack ? 'back' : 'added'
  return change.after === null ? 'removed' : 'changed'
}

function valueName(what: 'verdict' | 'kind', value: string, scale: Scale | null): string {
  const t = words()
  // The value of a change is a word of the vocabulary, whose names these are.
  return what === 'verdict' ? shortOf(value as 'true', scale) : t(`claimKind.${value as 'number'}`)
}
