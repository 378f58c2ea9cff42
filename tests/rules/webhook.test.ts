import { describe, expect, test } from 'vitest'
import { eventKinds } from '../../db/vocabulary'
import type { DeskEvent } from '../../server/notice/event/event'
import { bodyOf } from '../../server/notice/webhook/message'
import {
  mostWebhooks,
  webhookShape,
  whenSentAgain,
  whyNotAdd,
  whyNotAddress,
} from '../../server/notice/webhook/webhook'

const nowhere = () => false
const now = new Date('2026-03-06T12:00:00Z')
const sender = { slug: 'desk', name: 'Desk & Co', language: 'en', origin: 'https://checks.example', at: now }
const anEvent = (parts: Partial<DeskEvent> = {}): DeskEvent => ({
  ...{ kind: 'published', deskId: 'd', subjectId: 's', articleId: 'a', claimId: 'c' },
  version: {
    ...{ number: 7, version: 2, path: '/c/7-the-dam', verdict: 'false', label: 'False' },
    statement: '<!channel> & <https://evil.example|click>',
  },
  ...parts,
})

test('an address begins with https, and holds neither name nor password', () => {
  expect(whyNotAddress('https://chat.example/hook', nowhere)).toBeNull()
  expect(whyNotAddress('http://chat.example/hook', nowhere)).toEqual({ code: 'webhook-not-encrypted' })
  for (const address of [
    'chat.example',
    'ftp://chat.example',
    'https://a:b@chat.example',
    'javascript:alert(1)',
  ])
    expect(whyNotAddress(address, nowhere)).toEqual({ code: 'webhook-address-wrong' })
})

test('an address that the installation trusts need not be encrypted', () => {
  expect(whyNotAddress('http://chat.internal:8065/x', (host) => host === 'chat.internal:8065')).toBeNull()
  expect(whyNotAddress('http://[::1]/x', (host) => host === '::1:80')).toBeNull()
})

test('a desk has a bounded number of webhooks', () => {
  expect(whyNotAdd(mostWebhooks - 1)).toBeNull()
  expect(whyNotAdd(mostWebhooks)).toEqual({ code: 'webhooks-too-many', values: { most: mostWebhooks } })
})

test('a webhook is told at least one thing, each once, in one order', () => {
  const webhook = { address: 'https://a.example', shape: 'proofroom' }
  expect(webhookShape.safeParse({ ...webhook, events: [] }).success).toBe(false)
  const { events } = webhookShape.parse({ ...webhook, events: ['retracted', 'submitted', 'retracted'] })
  expect(events).toEqual(['submitted', 'retracted'])
})

test('the pauses between tries grow from five seconds to six hours, then it is given up', () => {
  const seconds = [1, 2, 3, 4, 5].map(
    (tries) => ((whenSentAgain(tries, 'slow', now)?.getTime() ?? 0) - now.getTime()) / 1000,
  )
  expect(seconds).toEqual([5, 60, 600, 3_600, 21_600])
  expect(whenSentAgain(6, 'slow', now)).toBeNull()
  expect(whenSentAgain(1, 'gone', now)).toBeNull()
})

describe('a message', () => {
  test('names its event in words divided by full stops', () => {
    const typeOf = (parts: Partial<DeskEvent>) => JSON.parse(bodyOf(anEvent(parts), 'proofroom', sender)).type
    expect(typeOf({ kind: 'under-review' })).toBe('claim.under_review')
    expect(typeOf({ kind: 'assigned', claimId: null })).toBe('article.assigned')
  })

  test('says of what is not published nothing but ids, addresses and the stage', () => {
    const body = bodyOf(anEvent({ kind: 'submitted', version: null }), 'proofroom', sender)
    expect(JSON.parse(body)).toEqual({
      type: 'claim.submitted',
      timestamp: '2026-03-06T12:00:00.000Z',
      data: {
        ...{ desk: 'desk', articleId: 'a', claimId: 'c', stage: 'in-review', published: null },
        workspace: 'https://checks.example/desk/desk/articles/a?claim=c',
      },
    })
  })

  test('says of what is published where it is, what it says and how it was rated', () => {
    expect(JSON.parse(bodyOf(anEvent(), 'proofroom', sender)).data.published).toEqual({
      ...{ number: 7, version: 2, verdict: 'false', address: 'https://checks.example/c/7-the-dam' },
      statement: '<!channel> & <https://evil.example|click>',
    })
  })

  test('for a chat calls nobody and leads nowhere that the statement names', () => {
    expect(JSON.parse(bodyOf(anEvent(), 'slack', sender)).text).toBe(
      'Published: “&lt;!channel&gt; &amp; &lt;https://evil.example|click&gt;” False. <https://checks.example/c/7-the-dam|Read it>',
    )
  })

  test.each(eventKinds)('about “%s” has a line for chats', (kind) => {
    expect(JSON.parse(bodyOf(anEvent({ kind }), 'slack', sender)).text).toContain('<https://checks.example/')
  })
})
