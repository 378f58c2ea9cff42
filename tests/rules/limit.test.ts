import { expect, test } from 'vitest'
import { whyNotLimit } from '../../server/limit/limit'

test('an article is limited to members of the desk, whoever limits it among them', () => {
  const desk = { by: 'ruth', onDesk: ['ruth', 'maren'] }
  expect(whyNotLimit(['ruth', 'maren'], desk)).toBeNull()
  expect(whyNotLimit(['maren'], desk)).toEqual({ code: 'limit-without-you' })
  expect(whyNotLimit(['ruth', 'a stranger'], desk)).toEqual({ code: 'member-unknown' })
})
