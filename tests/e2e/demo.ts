import {
  type APIRequestContext,
  type Browser,
  type BrowserContextOptions,
  expect,
  type Page,
} from '@playwright/test'

/** Opens the demo newsroom from the first run, as people do. */
export async function openDemo(browser: Browser, origin: string): Promise<void> {
  const page = await (await browser.newContext()).newPage()
  await page.goto(origin)
  await page.getByRole('button', { name: 'Open the demo newsroom' }).click()
  await expect(page.getByRole('heading', { name: 'Enter the demo newsroom' })).toBeVisible({
    timeout: 120_000,
  })
  await page.context().close()
}

/**
 * A browser in which somebody is signed in as one of the demo's people, at the desk or at another path of it. The addresses
 * behind the button are asked without the page that has it: that page has stories of its own.
 */
export async function enterAs(
  browser: Browser,
  origin: string,
  person: string,
  { at, ...options }: BrowserContextOptions & { at?: string } = {},
): Promise<Page> {
  const page = await signedIn(browser, origin, person, options)
  await page.goto(origin + (at ?? ''))
  if (!at) await expect(page.getByRole('heading', { name: 'The desk' })).toBeVisible()
  return page
}

/** The same, in the room of the demo's article: who begins there need not load the desk first. */
export async function enterArticle(browser: Browser, origin: string, person: string): Promise<Page> {
  const page = await signedIn(browser, origin, person)
  await page.goto(origin + (await articlePath(page.request, origin)))
  await expect(page.getByText('All changes saved')).toBeVisible()
  return page
}

async function signedIn(
  browser: Browser,
  origin: string,
  person: string,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const context = await browser.newContext(options)
  await signInAs(context.request, origin, person)
  return context.newPage()
}

type Listed = { result: { data: { json: { articles: { id: string; title: string }[] } } } }

async function articlePath(request: APIRequestContext, origin: string): Promise<string> {
  const asked = JSON.stringify({ json: { desk: 'demo', filter: {}, page: 1 } })
  const answer = await request.get(`${origin}/api/trpc/article.list?input=${encodeURIComponent(asked)}`)
  const listed: Listed = await answer.json()
  const article = listed.result.data.json.articles.find(({ title }) =>
    title.startsWith('Two thousand driven'),
  )
  if (!article) throw new Error('the demo has no article of its own')
  return `/desk/demo/articles/${article.id}`
}

type DemoPeople = { result: { data: { json: { memberId: string; name: string }[] } } }

async function signInAs(request: APIRequestContext, origin: string, person: string): Promise<void> {
  const people: DemoPeople = await (await request.get(`${origin}/api/trpc/demo.people`)).json()
  const member = people.result.data.json.find(({ name }) => name.startsWith(person))?.memberId
  if (!member) throw new Error(`${person} is nobody of the demo`)
  const { csrfToken } = await (await request.get(`${origin}/api/auth/csrf`)).json()
  const answer = await request.post(`${origin}/api/auth/callback/demo`, {
    form: { member, csrfToken, json: 'true' },
  })
  expect(answer.ok(), await answer.text()).toBe(true)
}

/**
 * Opens the claim of a number in the demo's article, from the desk or inside; what others marked before it may still
 * come in and move the numbers.
 */
export async function openClaim(page: Page, number: number): Promise<void> {
  if (!page.url().includes('/articles/')) {
    await page
      .getByRole('link', { name: /^Two thousand driven/ })
      .first()
      .click()
    // Until the room has answered, what was marked a moment ago is not among the claims, and numbers move.
    await expect(page.getByText('All changes saved')).toBeVisible()
  }
  await expect(page.getByRole('link', { name: /^Claim 12,/ })).toBeVisible()
  await expect(async () => {
    await page.getByRole('link', { name: new RegExp(`^Claim ${number},`) }).click()
    await page.waitForURL(/claim=/)
    await expect(page.getByRole('heading', { name: `Claim ${number}`, exact: true })).toBeVisible({
      timeout: 3_000,
    })
  }).toPass()
}
