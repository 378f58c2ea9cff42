import { eq } from 'drizzle-orm'
import { afterEach, expect, test } from 'vitest'
import { GET } from '../../app/api/trpc/[trpc]/route'
import { mails, people, publications } from '../../db/schema'
import { inLanguage } from '../../server/language/follow-language'
import { newPerson } from '../../server/member/add-member'
import { changeDesk } from '../../server/member/settings/change-desk'
import { renderOutbox, renderStale } from '../../server/publication/made/render'
import { readPage } from '../../server/publication/stored/read-page'
import { createCaller } from '../../server/router'
import { sendReset } from '../../server/session/reset/send-reset'
import { words } from '../../server/words'
import { freshDatabase } from '../database'
import { aClaim, onDesk } from '../newsroom'
import { aNewsroom, published } from '../publishing'
import { cookieOf } from '../signed-in'

const db = await freshDatabase()

afterEach(() => {
  delete process.env.PUBLIC_LANGUAGE
})

async function htmlOf(path: string): Promise<string> {
  const page = await readPage(path)
  if (!page) throw new Error(`there is no page ${path}`)
  return page.bytes.toString()
}

test('what a Korean editor approves on an Arabic desk is published in Arabic', async () => {
  const room = await aNewsroom({ language: 'ar' })
  const claim = aClaim({ verdict: 'true' })
  const { id, path } = await inLanguage('ko', () => published(room, claim))
  const [kept] = await db
    .select({ content: publications.content })
    .from(publications)
    .where(eq(publications.id, id))
  expect(kept?.content.scale?.[0]?.label).toBe(words('ar')('verdict.true'))
  await inLanguage('ko', renderOutbox)
  const html = await htmlOf(path)
  expect(html).toContain('<html lang="ar" dir="rtl">')
  expect(html).toContain(words('ar')('public.sources'))
  expect(html).toContain('9 مارس 2026')
  expect(html).not.toMatch(/[\uAC00-\uD7AF]/)
})

test('on an Arabic desk’s page the words of an English article say that they are English', async () => {
  const room = await aNewsroom({ language: 'ar' })
  const { path } = await published(room, aClaim())
  await renderOutbox()
  const html = await htmlOf(path)
  expect(html).toContain('<blockquote lang="en" dir="ltr">')
  expect(html).toContain('<h1 lang="en" dir="ltr">It is the largest relief package')
  expect(html).toContain('<p class="answer" lang="en" dir="ltr">')
})

test('a desk that changes its language has its readers’ pages made again in it', async () => {
  const room = await aNewsroom()
  const { path } = await published(room, aClaim())
  await renderOutbox()
  expect(await htmlOf(path)).toContain('<html lang="en" dir="ltr">')
  await changeDesk(room.editor, { was: { language: 'en' }, to: { language: 'ko' } })
  await renderStale()
  const html = await htmlOf(path)
  expect(html).toContain('<html lang="ko" dir="ltr">')
  expect(html).toContain(words('ko')('public.sources'))
})

test('pages about several desks are in the language of the installation', async () => {
  process.env.PUBLIC_LANGUAGE = 'ko'
  await renderStale()
  expect(await htmlOf('/latest')).toContain(`<html lang="ko"`)
  expect(await htmlOf('/latest')).toContain(words('ko')('public.corrections'))
})

test('whoever joins is spoken to as the screen spoke on which they joined', async () => {
  const joined = async (email: string) => {
    const person = { email, name: 'Yuna Seo', passwordHash: '' }
    const id = await db.transaction((tx) => newPerson(tx, person))
    const [row] = await db.select({ language: people.language }).from(people).where(eq(people.id, id))
    return row?.language
  }
  expect(await inLanguage('ko', () => joined('one@desk.example'))).toBe('ko')
  process.env.PUBLIC_LANGUAGE = 'ar'
  expect(await joined('another@desk.example')).toBe('ar')
})

/** Somebody on a desk who has chosen a language. */
async function whoSpeaks(language: 'ko' | 'ar') {
  const { personId } = await onDesk('editor')
  const [person] = await db.select().from(people).where(eq(people.id, personId))
  if (!person) throw new Error('nobody is there')
  await createCaller({ person: { ...person, sessionId: '' } }).language.change({ language })
  return person
}

test('a mail speaks to whom it is for, whoever had it sent', async () => {
  const { email, name } = await whoSpeaks('ko')
  await inLanguage('ar', () => sendReset({ email, address: '192.0.2.9' }))
  const [mail] = await db.select().from(mails).where(eq(mails.to, email))
  expect(mail?.subject).toBe(words('ko')('mail.reset.subject'))
  expect(mail?.text).toContain(name)
})

test('a device that knows an older choice is told of the new one, and no device twice', async () => {
  const { id } = await whoSpeaks('ar')
  const headers = { cookie: await cookieOf(id) }
  const told = async (spoken: 'en' | 'ar') => {
    const request = new Request('http://localhost:3000/api/trpc/member.me', { headers })
    const answer = await inLanguage(spoken, () => GET(request))
    return answer.headers.get('set-cookie')
  }
  expect(await told('en')).toMatch(/^language=ar; Path=\/; Max-Age=34560000; SameSite=Lax/)
  expect(await told('ar')).toBeNull()
})
