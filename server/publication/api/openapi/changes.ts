import type { Edition } from '../../pages/edition'
import type { PublicVersion } from '../../publication'
import { changeOf, changesInAnswer } from '../changes/change'
import {
  counted,
  inQuery,
  known,
  type Operation,
  problem,
  retryAfter,
  schemaOf,
  stillGood,
  tooOften,
  valued,
} from './operation'

/** What was published after a place in the log, for programs that keep a copy. */
export function changes(first: PublicVersion, edition: Edition): Operation {
  const entry = { ...first.log, kind: 'publication' } as const
  const change = changeOf(entry, { version: first, previous: null }, edition)
  const { most, usual } = changesInAnswer
  return {
    operationId: 'getChanges',
    summary: 'What was published, corrected, retracted or put under review, in the order of the log.',
    description:
      'Ask with `after`, the cursor of the answer before, until nothing is more: then nothing is missing. Without it ' +
      'the answer begins with the first. Nothing of a demo, but where its desk is asked for.',
    parameters: [
      inQuery('after', { type: 'integer', minimum: 0 }, 'The cursor of the answer before.'),
      inQuery('limit', { type: 'integer', minimum: 1, maximum: most, default: usual }, 'Most in one answer.'),
      inQuery('desk', { type: 'string' }, 'The slug of one desk.'),
    ],
    responses: {
      200: {
        description: 'The changes, the oldest first.',
        headers: { ...counted, ...known },
        content: {
          'application/json': {
            schema: schemaOf('Changes'),
            examples: valued({ first: { changes: [change], cursor: change.index, isMore: false } }),
          },
        },
      },
      304: stillGood({ ...counted, ...known }),
      400: { ...problem('Something cannot be read.'), headers: counted },
      404: { ...problem('There is no such desk.'), headers: counted },
      429: { ...problem(tooOften.description), headers: tooOften.headers },
      503: {
        ...problem('It cannot be looked up right now.'),
        headers: { ...counted, 'Retry-After': retryAfter },
      },
    },
  }
}
