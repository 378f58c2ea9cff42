import { expect, test } from 'vitest'
import { addressAt, clock, momentAmong, secondIn } from '../../server/article/speech/recording'
import { versionJson } from '../../server/publication/api/claim-json'
import { claimPage } from '../../server/publication/pages/claim/claim-page'
import { aPublicVersion, editionFor } from '../public-version'

test.each([
  [0, '0:00'],
  [42, '0:42'],
  [725, '12:05'],
  [3723, '1:02:03'],
])('second %i is shown as %s', (seconds, shown) => {
  expect(clock(seconds)).toBe(shown)
})

test.each([
  ['https://ledger.example/talk.mp3', 'https://ledger.example/talk.mp3#t=42'],
  ['https://ledger.example/talk#t=9', 'https://ledger.example/talk#t=42'],
  ['https://ledger.example/talk#part-2', 'https://ledger.example/talk#part-2'],
  ['https://www.youtube.com/watch?v=a1&t=9', 'https://www.youtube.com/watch?v=a1&t=42s'],
  ['https://youtu.be/a1', 'https://youtu.be/a1?t=42s'],
  ['https://vimeo.com/12', 'https://vimeo.com/12#t=42s'],
  ['https://www.dailymotion.com/video/a1', 'https://www.dailymotion.com/video/a1?start=42'],
  ['https://www.twitch.tv/videos/12', 'https://www.twitch.tv/videos/12?t=42s'],
  ['https://open.spotify.com/episode/a1', 'https://open.spotify.com/episode/a1?t=42'],
  ['https://archive.org/details/talk', 'https://archive.org/details/talk?start=42'],
])('%s leads to its second 42', (address, expected) => {
  expect(addressAt(address, 42)).toBe(expected)
})

test('what is no address leads nowhere', () => {
  expect(addressAt('ledger', 42)).toBeNull()
})

test.each([
  ['https://ledger.example/talk.mp3#t=42', 42],
  ['https://ledger.example/talk.mp3#t=npt:0:01:30.5,0:02:00', 90],
  ['https://ledger.example/talk.mp3#t=1:30', 90],
  ['https://youtu.be/a1?t=1h2m3s', 3723],
  ['https://www.youtube.com/watch?v=a1&t=0', 0],
  ['https://vimeo.com/12#t=1m30s', 90],
  ['https://www.dailymotion.com/video/a1?start=42', 42],
  ['https://www.youtube.com/watch?v=a1', null],
  ['https://ledger.example/story?t=42', null],
  ['https://ledger.example/story#top', null],
  ['https://ledger.example/story#t=', null],
  ['https://ledger.example/story#t=h', null],
  ['https://ledger.example/story#t=soon', null],
  ['ledger', null],
])('%s leads to second %s', (address, second) => {
  expect(secondIn(address)).toBe(second)
})

test('something was said at the first of several addresses that names a second', () => {
  const [page, video] = ['https://ledger.example/story', 'https://youtu.be/a1?t=42s']
  expect(momentAmong([page, video, 'https://vimeo.com/12#t=9s'])).toEqual({ address: video, second: 42 })
  expect(momentAmong([page])).toBeNull()
})

test('readers are led from a quote to the second of the recording, and programs told it', () => {
  const appearances = [{ id: 'a', address: 'https://youtu.be/a1?t=725s', date: '' }]
  const version = aPublicVersion({ appearances })
  const html = claimPage([version], editionFor())
  expect(html).toContain(
    '<a href="https://youtu.be/a1?t=725s" rel="nofollow noopener">At 12:05 of the recording</a>',
  )
  expect(html).not.toContain('Also at')
  expect(versionJson(version, editionFor()).recording).toEqual({
    address: 'https://youtu.be/a1?t=725s',
    second: 725,
  })
  expect(versionJson(aPublicVersion(), editionFor()).recording).toBeNull()
})
