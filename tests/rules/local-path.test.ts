import { expect, test } from 'vitest'
import { localPath } from '../../app/sign-in/local-path'

test('after signing in one comes back to where one was', () => {
  expect(localPath('/desk/meridian/articles/7?claim=3#q')).toBe('/desk/meridian/articles/7?claim=3#q')
})

test('a link cannot lead to another site by way of sign-in', () => {
  const elsewhere = [
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    'https://evil.example',
    'javascript:x',
    '',
  ]
  expect(elsewhere.map(localPath)).toEqual(elsewhere.map(() => '/'))
  expect(localPath(undefined)).toBe('/')
  expect(localPath(['/a', '/b'])).toBe('/')
})
