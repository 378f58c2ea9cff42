import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { scales, submissions } from '../../db/schema'
import { houseEntry, houseScale, type Scale } from '../../server/claim/scale'
import { renderOutbox, renderStale } from '../../server/publication/made/render'
import { readPage } from '../../server/publication/stored/read-page'
import { decide } from '../../server/review/decide'
import { submit } from '../../server/review/submit'
import { changeScale } from '../../server/scale/change-scale'
import { readScale } from '../../server/scale/read-scale'
import { freshDatabase } from '../database'
import { aClaim, aDesk, aRoomWith, onDesk, refusalOf } from '../newsroom'

const db = await freshDatabase()

const renamed: Scale = [
  ...houseScale().map((entry) =>
    entry.verdict === 'false'
      ? { ...entry, label: 'Not so', meaning: 'It did not happen like that.' }
      : entry,
  ),
  houseEntry('half-true'),
]

async function aDeskWithPeople() {
  const desk = await aDesk()
  const [author, editor, admin] = [
    await onDesk('reviewer', desk),
    await onDesk('editor', desk),
    await onDesk('admin', desk),
  ]
  return { desk, author, editor, admin }
}

type People = Awaited<ReturnType<typeof aDeskWithPeople>>

async function submitted({ author }: People, claim = aClaim({ verdict: 'false' })) {
  const room = await aRoomWith([claim], author)
  const asked = {
    claimId: claim.id,
    hash: await room.hashOf(claim.id),
    kind: 'first',
    publicNote: '',
  } as const
  return submit({ ...asked, member: author })
}

async function publishedPath(people: People, { submissionId }: { submissionId: string }): Promise<string> {
  const { publication } = await decide({
    member: people.editor,
    submissionId,
    decision: 'approved',
    note: '',
  })
  return publication?.path ?? ''
}

const htmlOf = async (path: string) => (await readPage(path))?.bytes.toString() ?? ''

test('what was submitted before a change is published in the words it was submitted with', async () => {
  const people = await aDeskWithPeople()
  const before = await submitted(people)
  await changeScale({ member: people.admin, was: 0, to: renamed })
  const after = await submitted(people)
  const paths = [await publishedPath(people, before), await publishedPath(people, after)]
  await renderOutbox()
  await renderStale()
  const [older = '', newer = ''] = await Promise.all(paths.map(htmlOf))
  expect(older).not.toContain('Not so')
  expect(newer).toContain('Not so')
  expect(newer).toContain('It did not happen like that.')
  const [row] = await db.select().from(submissions).where(eq(submissions.id, after.submissionId))
  expect(row?.scaleId).toBe((await readScale(people.desk.id)).id)
})

test('a claim can be half true only where the desk says so', async () => {
  const people = await aDeskWithPeople()
  const claim = aClaim({ verdict: 'half-true' })
  expect(await refusalOf(submitted(people, claim))).toBe('verdict-off-scale')
  await changeScale({ member: people.admin, was: 0, to: renamed })
  const path = await publishedPath(people, await submitted(people, aClaim({ verdict: 'half-true' })))
  await renderOutbox()
  expect(await htmlOf(path)).toContain('Half true')
})

test('how we check explains the scale of each desk that publishes', async () => {
  const people = await aDeskWithPeople()
  await changeScale({ member: people.admin, was: 0, to: renamed })
  const plain = await aDeskWithPeople()
  for (const desk of [people, plain]) await publishedPath(desk, await submitted(desk))
  await renderOutbox()
  const about = await htmlOf('/about')
  expect(about).toContain('It did not happen like that.')
  expect(about).toContain('The evidence contradicts it.')
})

test('of two admins who change the scale at once one is told that the other was faster', async () => {
  const { admin, desk } = await aDeskWithPeople()
  const other = await onDesk('admin', desk)
  const two = [
    changeScale({ member: admin, was: 0, to: renamed }),
    changeScale({ member: other, was: 0, to: renamed.toReversed() }),
  ]
  const refused = (await Promise.allSettled(two)).filter(({ status }) => status === 'rejected')
  expect(refused).toMatchObject([{ reason: { refusal: { code: 'setting-changed' } } }])
})

test('a version of a scale is never changed, and one desk’s is not another’s', async () => {
  const [{ admin, desk }, other] = [await aDeskWithPeople(), await aDesk()]
  await changeScale({ member: admin, was: 0, to: renamed })
  await expect(db.update(scales).set({ number: 9 }).where(eq(scales.deskId, desk.id))).rejects.toThrow()
  expect((await readScale(other.id)).number).toBe(0)
})
