import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseHTML } from 'linkedom'
import { v7 as uuid } from 'uuid'
import { expect, test } from 'vitest'
import { freezeDraft } from '../../../server/article/draft/freeze-draft'
import { importContent } from '../../../server/article/import-article'
import { readArticle, readDraft, uncorrected } from '../../../server/article/read-article'
import type { Figure } from '../../../server/claim/figure/figure'
import { readFigures as figuresIn } from '../../../server/claim/figure/figures-in'
import { describeQuote, type Span, wordsAt } from '../../../server/claim/quote'
import { sentencesOf } from '../../../server/coverage/sentences/sentences'
import { addArticle, addDossier } from '../../../server/dossier/change-dossier'
import { readCopied } from '../../../server/dossier/copied/read-copied'
import { ledgerCsv } from '../../../server/dossier/ledger/ledger-csv'
import { screenVoice } from '../../../server/dossier/ledger/ledger-words'
import { readFigures } from '../../../server/dossier/ledger/read-figures'
import { publishDossier } from '../../../server/dossier/published/publish-dossier'
import { readDossierArticles } from '../../../server/dossier/read-dossiers'
import { readDossierSums } from '../../../server/dossier/sums/read-sums'
import { readSuggested } from '../../../server/dossier/together/read-suggested'
import { renderOutbox } from '../../../server/publication/made/render'
import { writeInRoom } from '../../../server/room/live/write-in-room'
import { freshDatabase } from '../../database'
import { aClaim } from '../../newsroom'
import { aNewsroom, published } from '../../publishing'
import { writeClaim } from '../../write-claim'
import { pageAt } from './dossier-world'

const folder = process.env.ARTICLES_DIR
const names = folder ? readdirSync(folder).filter((name) => name.endsWith('.txt')) : []
const untold = 'ARTICLES_DIR is not set: no real articles to gather'
/** Claims of an article that are marked: whoever checks one marks some, not all. */
const mostClaims = 12

await freshDatabase()
const room = await aNewsroom()
const { author, editor } = room

type Marked = { articleId: string; claims: { id: string; figure: Figure }[] }

/** An article as it is imported from its file, with a claim and its confirmed figure for each sentence that has a number. */
async function imported(name: string): Promise<Marked> {
  const content = readFileSync(join(folder ?? '', name), 'utf8')
  const draft = await importContent(author, { kind: 'text', content, name })
  if (!('draftId' in draft)) throw new Error('it was there already')
  const { extraction } = await readDraft(author, draft.draftId)
  const { articleId } = await freezeDraft(author, draft.draftId, uncorrected(extraction))
  const { revision } = await readArticle(author, articleId)
  const claims = sentencesOf(revision.blocks, revision.language).flatMap((span: Span) => {
    const [figure] = figuresIn(wordsAt(revision.text, span))
    const selectors = figure && describeQuote(revision.text, span)
    if (!figure || !selectors) return []
    const statement = wordsAt(revision.text, span)
    const said = { selectors, statement, speaker: '', saidAt: '', kind: 'number' as const, appearances: [] }
    return [aClaim({ ...said, id: uuid(), figure, revision: revision.hash })]
  })
  const marked = claims.slice(0, mostClaims)
  await writeInRoom(articleId, author, (doc) => {
    for (const claim of marked) writeClaim(doc, claim, revision.text)
  })
  return { articleId, claims: marked.flatMap(({ id, figure }) => (figure ? [{ id, figure }] : [])) }
}

/** Dossiers of what is suggested as belonging together, one after the other until each article is in one. */
async function gathered(articles: Marked[]): Promise<string[]> {
  const left = new Set(articles.map(({ articleId }) => articleId))
  const dossiers: string[] = []
  for (const { articleId } of articles) {
    if (!left.delete(articleId)) continue
    const dossierId = uuid()
    dossiers.push(dossierId)
    await addDossier({ member: author, dossierId, name: `About ${articleId}` })
    await addArticle({ member: author, dossierId, articleId })
    for (const { id } of (await readSuggested(dossierId, author)).suggested)
      if (left.delete(id)) await addArticle({ member: author, dossierId, articleId: id })
  }
  return dossiers
}

test.skipIf(!folder)(
  folder ? `the figures of ${names.length} real articles stand in dossiers, each once` : untold,
  async () => {
    const articles: Marked[] = []
    for (const name of names) articles.push(await imported(name))
    expect(articles.every(({ claims }) => claims.length > 0)).toBe(true)
    const dossiers = await gathered(articles)
    const sizes = await Promise.all(
      dossiers.map(async (dossierId) => (await readDossierArticles(dossierId, author)).length),
    )
    // Those that are about the same event were found to be.
    expect(Math.max(...sizes)).toBeGreaterThan(1)
    for (const dossierId of dossiers) await expectWhole(dossierId, articles)
  },
)

/** What the rooms have is in the ledger, its file and its chart; who copied whom and what fails to add up can be told. */
async function expectWhole(dossierId: string, articles: Marked[]) {
  const ids = (await readDossierArticles(dossierId, author)).map(({ id }) => id)
  const within = articles.filter(({ articleId }) => ids.includes(articleId))
  const claims = within.flatMap((article) => article.claims)
  const groups = await readFigures(dossierId, author)
  const rows = groups.flatMap((group) => group.rows)
  expect(rows.map(({ claimId }) => claimId).toSorted()).toEqual(claims.map(({ id }) => id).toSorted())
  for (const { id, figure } of claims)
    expect(rows.find(({ claimId }) => claimId === id)?.figure).toEqual(figure)
  // Each letter of a card or remark stands at a row, and each pair that excludes itself is on one card.
  for (const { cards, remarks, rows } of groups) {
    const letters = rows.flatMap((row) => [...row.letters, ...row.remarked])
    for (const { letter } of [...cards, ...remarks]) expect(letters).toContain(letter)
    const pairs = cards.flatMap((card) => card.pairs)
    expect(new Set(pairs).size).toBe(pairs.length)
  }
  const file = ledgerCsv(groups, screenVoice(), 'https://checks.example')
  for (const { id } of claims) expect(file.split(`claim=${id}`)).toHaveLength(2)
  const { origins, articles: told } = await readCopied(dossierId, author)
  expect(told.filter(({ from }) => from === null)).toHaveLength(origins)
  for (const { findings } of await readDossierSums(dossierId, author))
    expect(findings.every(({ paragraph }) => paragraph > 0)).toBe(true)
  await expectPublished(dossierId, within)
}

/** Published with one claim of each article, its page, file and chart have just these figures. */
async function expectPublished(dossierId: string, within: Marked[]) {
  const shown: Figure[] = []
  for (const { articleId, claims } of within) {
    const [first] = claims
    if (!first) continue
    const { revision } = await readArticle(author, articleId)
    const claim = aClaim({ id: first.id, figure: first.figure, kind: 'number', revision: revision.hash })
    await published(
      {
        ...room,
        article: { id: articleId, deskId: author.deskId, text: revision.text, hash: revision.hash },
      },
      claim,
    )
    shown.push(first.figure)
  }
  const { number } = await publishDossier({ member: editor, dossierId })
  await renderOutbox()
  const { document } = parseHTML(await pageAt(`/d/${number}`))
  const cells = [...document.querySelectorAll('td[data-label="As reported"] > bdi')]
  expect(cells.map((cell) => cell.textContent ?? '').toSorted()).toEqual(
    shown.map(({ reported }) => reported).toSorted(),
  )
  expect(document.querySelectorAll('script')).toHaveLength(0)
  expect(await pageAt(`/d/${number}/ledger.svg`)).toContain('<svg')
}
