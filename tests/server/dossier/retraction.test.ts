import { eq } from 'drizzle-orm'
import { v7 as uuid } from 'uuid'
import { expect, test } from 'vitest'
import { db } from '../../../db/client'
import { desks, dossierPublications, logEntries, mails, people } from '../../../db/schema'
import { verifyLog } from '../../../server/command/verify/verify-log.mjs'
import { renameDossier } from '../../../server/dossier/change-dossier'
import { publishDossier } from '../../../server/dossier/published/publish-dossier'
import { readAhead } from '../../../server/dossier/published/read-ahead'
import { askRetraction } from '../../../server/dossier/retraction/ask-retraction'
import { decideRetraction } from '../../../server/dossier/retraction/decide-retraction'
import { readAskedRetractions, readRetraction } from '../../../server/dossier/retraction/read-retraction'
import { sendNews } from '../../../server/follow/news/send-news'
import type { Member } from '../../../server/member/member'
import { countUnread, readNotices } from '../../../server/notice/read-notices'
import { sendDigests } from '../../../server/notice/send-digests'
import { renderOutbox, renderStale } from '../../../server/publication/made/render'
import { freshDatabase } from '../../database'
import { aClaim, onDesk, refusalOf } from '../../newsroom'
import { servedPages } from '../../served-pages'
import { openFollows } from '../follow/following'
import { aWorld, displaced, pageAt } from './dossier-world'

await freshDatabase()
const { pages, address } = await servedPages()
await renderStale()
const { follow, mailsTo, tell } = await openFollows()

const why = 'The counts were of another valley.'

async function made() {
  await renderOutbox()
  await pages.settled()
}

/** A dossier that readers have, with ways to ask for its retraction and to decide about that. */
async function aPublishedDossier() {
  const world = await aWorld()
  const { editor, dossierId, desk } = world
  const claim = await world.add(aClaim({ figure: displaced(517) }))
  const { number } = await publishDossier({ member: editor, dossierId })
  const other = await onDesk('editor', desk)
  const ask = async (member: Member, text = why) => {
    const id = uuid()
    await askRetraction({ member, dossierId, id, text })
    return id
  }
  const decide = (
    member: Member,
    retractionId: string,
    outcome: 'approved' | 'returned' | 'withdrawn',
    note = '',
  ) => decideRetraction({ member, dossierId, retractionId, outcome, note })
  return { ...world, claim, number, other, ask, decide }
}

test('who follows a dossier is told once that it is retracted and why, when its page is made, and of a demo’s nobody', async () => {
  const { author, editor, number, ask, decide, desk } = await aPublishedDossier()
  await tell()
  const email = 'dossier@reader.example'
  await follow(`/d/${number}/follow`, email)
  await decide(editor, await ask(author), 'approved')
  expect(await sendNews({ origin: 'https://here.example' })).toBe(0) // Its page is not made yet.
  expect(await tell()).toBe(1)
  expect(await tell()).toBe(0)
  const [mail = '', ...others] = await mailsTo(email)
  expect(others).toEqual([])
  expect(mail).toContain(`Retracted, ${desk.name}`)
  expect(mail).toContain('“Karsell dam breach”')
  expect(mail).toContain(why)
  expect(mail).toContain(`/d/${number}-karsell-dam-breach`)
  expect(mail).not.toContain('Verdict:')

  const invented = await aPublishedDossier()
  await follow(`/d/${invented.number}/follow`, email)
  await db().update(desks).set({ isDemo: true }).where(eq(desks.id, invented.desk.id))
  await invented.decide(invented.editor, await invented.ask(invented.author), 'approved')
  await made()
  expect(await tell()).toBe(0)
})

test('a dossier is retracted by two people, and stays at its address with the day and the reason', async () => {
  const { author, editor, dossierId, number, claim, ask, decide } = await aPublishedDossier()
  const id = await ask(author)
  expect(await refusalOf(decide(author, id, 'approved'))).toBe('role-too-low')
  await made()
  expect(await pageAt(`/d/${number}`)).not.toContain(why)
  expect(await pageAt(`/c/${claim.number}`)).toContain(`/d/${number}-`)
  await decide(editor, id, 'approved')
  await made()
  const page = await pageAt(`/d/${number}`)
  expect(page).toMatch(
    /<section class="dos-retracted" aria-label="Retracted"><p><b>Retracted, \d+ \w+ \d{4}\.<\/b>/,
  )
  expect(page).toContain(`<bdi>${why}</bdi>`)
  expect(page).toContain('517 people')
  expect(await pageAt(`/d/${number}/v/1`)).not.toContain(why)
  expect(await pageAt(`/d/${number}/v/2`)).toContain(why)
  expect(await pageAt(`/c/${claim.number}`)).not.toContain(`/d/${number}-`)
  expect(JSON.parse(await pageAt(`/api/v1/dossiers/${number}`))).toMatchObject({
    ...{ version: 2, state: 'retracted' },
    retraction: { text: why },
  })
  expect(await pageAt(`/feeds/d/${number}.atom`)).toMatch(
    /<title[^>]*><!\[CDATA\[Retracted: Karsell dam breach/,
  )
  expect(await pageAt(`/feeds/d/${number}.atom`)).toContain(why)
  expect(await readRetraction(dossierId, author)).toEqual({ waiting: null, returned: null })
})

test('who asks for a retraction is not who approves it, editor or not', async () => {
  const { author, editor, other, ask, decide, number } = await aPublishedDossier()
  const id = await ask(editor)
  expect(await refusalOf(decide(editor, id, 'approved'))).toBe('own-retraction')
  expect((await readAskedRetractions(editor)).map((one) => one.id)).not.toContain(id)
  expect(await readAskedRetractions(author)).toEqual([])
  expect((await readAskedRetractions(other)).map((one) => one.id)).toContain(id)
  await decide(other, id, 'approved')
  expect(await refusalOf(decide(other, id, 'approved'))).toBe('retraction-is-decided')
  expect((await readAskedRetractions(other)).map((one) => one.id)).not.toContain(id)
  await made()
  expect(await pageAt(`/d/${number}`)).toContain(why)
})

test('editors hear by bell and mail that a retraction waits, and who asked hears what became of it', async () => {
  const { desk, author, editor, other, dossierId, ask, decide } = await aPublishedDossier()
  const told = async (member: Member) => (await readNotices(member, null)).notices
  const kindsOf = async (member: Member) =>
    (await told(member)).flatMap(({ kind }) => (kind.startsWith('retraction') ? kind : []))
  const id = await ask(author)
  expect(await told(editor)).toMatchObject([
    {
      ...{ kind: 'retraction-sent', by: { id: author.id }, about: why, articleId: null },
      ...{ dossierId, dossierName: 'Karsell dam breach' },
    },
  ])
  expect(await countUnread(other)).toBe(1)
  expect(await kindsOf(await onDesk('reviewer', desk))).toEqual([])
  const origin = 'https://checks.example'
  await sendDigests({ now: new Date(Date.now() + 61 * 60_000), origin })
  const mail = await mailTo(editor)
  expect(mail).toContain(`asks you to decide about retracting a dossier\n“${why}”`)
  expect(mail).toContain(
    `In the dossier Karsell dam breach\n${origin}/desk/${desk.slug}/dossiers/${dossierId}`,
  )
  await decide(editor, id, 'returned', 'It holds.')
  expect(await kindsOf(author)).toEqual(['retraction-returned'])
  await decide(author, await ask(author), 'withdrawn')
  await decide(other, await ask(author), 'approved')
  expect(await kindsOf(author)).toEqual(['retraction-approved', 'retraction-returned'])
  expect(await kindsOf(other)).toEqual(['retraction-sent', 'retraction-sent', 'retraction-sent'])
})

async function mailTo({ personId }: Member): Promise<string> {
  const [mail] = await db()
    .select({ text: mails.text })
    .from(mails)
    .innerJoin(people, eq(people.email, mails.to))
    .where(eq(people.id, personId))
  return mail?.text ?? ''
}

test('version, entry in the log and order for its pages come together, and the verifier holds the page to them', async () => {
  const { author, editor, dossierId, number, ask, decide } = await aPublishedDossier()
  await decide(editor, await ask(author), 'approved')
  const [newest] = (
    await db().select().from(dossierPublications).where(eq(dossierPublications.dossierId, dossierId))
  ).toSorted((one, another) => another.version - one.version)
  const [entry] = await db()
    .select()
    .from(logEntries)
    .where(eq(logEntries.index, newest?.entry ?? -1))
  expect(entry).toMatchObject({
    kind: 'dossier',
    body: { dossier: number, version: 2, contentHash: newest?.hash },
  })
  await made()
  const faultsWhere = async (change: (page: string) => string) => {
    const fetchFrom = async (url: URL) => {
      const response = await fetch(url)
      return url.pathname === `/d/${number}` ? new Response(change(await response.text())) : response
    }
    return (await verifyLog(address, { fetchFrom, askAgain: 0 })).faults
  }
  expect(await faultsWhere((page) => page)).toEqual([])
  expect(
    await faultsWhere((page) => page.replace(/<section class="dos-retracted".*?<\/section>/s, '')),
  ).toMatchObject([{ where: `/d/${number}`, why: expect.stringContaining('as its retraction') }])
})

test('a page that calls a dossier retracted which is not is found by the verifier', async () => {
  const { number } = await aPublishedDossier()
  await made()
  const fetchFrom = async (url: URL) => {
    const response = await fetch(url)
    if (url.pathname !== `/d/${number}`) return response
    return new Response(
      (await response.text()).replace(
        '<header class="pub-head">',
        '<section class="dos-retracted"><p>No.</p></section>$&',
      ),
    )
  }
  const { faults } = await verifyLog(address, { fetchFrom, askAgain: 0 })
  expect(faults).toMatchObject([{ where: `/d/${number}`, why: expect.stringContaining('no entry says') }])
})

test('what is retracted is not published again by anybody, nor retracted twice', async () => {
  const { author, editor, other, dossierId, ask, decide } = await aPublishedDossier()
  await decide(editor, await ask(author), 'approved')
  await renameDossier({ member: author, dossierId, name: 'Karsell, anew' })
  expect(await refusalOf(publishDossier({ member: other, dossierId }))).toBe('dossier-is-retracted')
  expect(await refusalOf(ask(author))).toBe('dossier-is-retracted')
  expect(await readAhead(dossierId, other)).toMatchObject({ isRetracted: true, parts: [] })
})

test('a retraction is refused without words, without a published dossier, and while one waits', async () => {
  const { author, ask, dossierId } = await aPublishedDossier()
  expect(await refusalOf(ask(author, ' '))).toBe('retraction-needs-words')
  const { author: member, dossierId: bare } = await aWorld()
  expect(await refusalOf(askRetraction({ member, dossierId: bare, id: uuid(), text: why }))).toBe(
    'dossier-not-published',
  )
  const id = await ask(author)
  await askRetraction({ member: author, dossierId, id, text: why })
  expect(await refusalOf(ask(author))).toBe('retraction-is-asked')
})

test('one that is returned says why, one that is withdrawn is gone, and readers hear of neither', async () => {
  const { author, editor, dossierId, number, ask, decide } = await aPublishedDossier()
  const id = await ask(author)
  expect(await refusalOf(decide(editor, id, 'returned'))).toBe('retraction-return-needs-note')
  expect(await refusalOf(decide(editor, id, 'withdrawn'))).toBe('retraction-unknown')
  await decide(editor, id, 'returned', 'It holds.')
  expect(await readRetraction(dossierId, author)).toMatchObject({
    waiting: null,
    returned: { note: 'It holds.' },
  })
  await decide(author, await ask(author), 'withdrawn')
  expect(await readRetraction(dossierId, author)).toEqual({ waiting: null, returned: null })
  await made()
  expect(await pageAt(`/d/${number}`)).not.toContain(why)
  expect(await pageAt(`/d/${number}/v/2`)).toBe('')
})
