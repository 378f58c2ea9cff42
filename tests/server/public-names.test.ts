import { expect, test } from 'vitest'
import { changeFace } from '../../server/member/face/change-face'
import type { Member } from '../../server/member/member'
import { renderOutbox, renderStale } from '../../server/publication/made/render'
import { readPage } from '../../server/publication/stored/read-page'
import { freshDatabase } from '../database'
import { aClaim, aDesk, onDesk, refusalOf } from '../newsroom'
import { aNewsroom, published } from '../publishing'

await freshDatabase()

const byName = { shownAs: 'name', pseudonym: '' } as const
const asFox = { shownAs: 'pseudonym', pseudonym: 'The Fox' } as const
const byRole = { shownAs: 'role', pseudonym: '' } as const

const own = (member: Member) => ({ member, memberId: member.id })

async function htmlOf(path: string): Promise<string> {
  return (await readPage(path))?.bytes.toString() ?? ''
}

test('a later change of how readers see an editor touches no old version', async () => {
  const room = await aNewsroom()
  const claim = aClaim()
  const first = await published(room, claim)
  await changeFace({ ...own(room.editor), was: byName, to: byRole })
  await published(
    room,
    { ...claim, statement: 'It is the largest since 1987.' },
    { kind: 'clarification', publicNote: 'Clearer.' },
  )
  await renderOutbox()
  process.env.PUBLIC_ORIGIN = 'https://another.example'
  await renderStale()
  delete process.env.PUBLIC_ORIGIN
  const number = /\/c\/(\d+)/.exec(first.path)?.[1]
  expect(await htmlOf(`/c/${number}/v/1`)).toContain(`Approved by ${room.editor.name}.`)
  const newest = await htmlOf(`/c/${number}/v/2`)
  expect(newest).toContain('Approved by an editor.')
})

test('a pseudonym stands where the name would', async () => {
  const room = await aNewsroom()
  await changeFace({ ...own(room.author), was: byName, to: asFox })
  const { path } = await published(room, aClaim())
  await renderOutbox()
  const html = await htmlOf(path)
  expect(html).toContain('The Fox')
  expect(html).not.toContain(room.author.name)
})

test('of two who want the same pseudonym at once one has it', async () => {
  const desk = await aDesk()
  const both = [await onDesk('editor', desk), await onDesk('reviewer', desk)]
  const asked = both.map((member) => changeFace({ ...own(member), was: byName, to: asFox }))
  const refused = (await Promise.allSettled(asked)).filter(({ status }) => status === 'rejected')
  expect(refused).toMatchObject([{ reason: { refusal: { code: 'pseudonym-taken' } } }])
})

test('nobody changes how a colleague is seen but an admin of the same desk', async () => {
  const [desk, other] = [await aDesk(), await aDesk()]
  const [editor, colleague] = [await onDesk('editor', desk), await onDesk('editor', desk)]
  const [admin, stranger] = [await onDesk('admin', desk), await onDesk('admin', other)]
  const change = { memberId: colleague.id, was: byName, to: byRole }
  expect(await refusalOf(changeFace({ ...change, member: editor }))).toBe('role-too-low')
  expect(await refusalOf(changeFace({ ...change, member: stranger }))).toBe('member-unknown')
  await changeFace({ ...change, member: admin })
  expect(await refusalOf(changeFace({ ...change, to: asFox, member: colleague }))).toBe('setting-changed')
})
