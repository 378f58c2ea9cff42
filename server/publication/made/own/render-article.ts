import type { Transaction } from '../../../../db/client'
import { readDossiersOf } from '../../../dossier/published/read-published-dossier'
import { readAnswers } from '../../../report/read-answers'
import { articlePage } from '../../pages/article/article-page'
import { articlePath } from '../../publication'
import { readCheckedArticle } from '../../read-published'
import { storeHtml } from '../../stored/store-pages'
import { renderApiArticle } from '../api/render-api'
import type { Template } from '../read-template'
import { renderArticleCopies } from '../render-copies'
import { renderFeed } from '../render-feed'

/** Makes all that is of one article, with its claims as they stand. */
export async function renderArticle(tx: Transaction, articleId: string, template: Template): Promise<void> {
  const checked = await readCheckedArticle(tx, articleId)
  if (!checked) return
  const beside = {
    answers: await readAnswers(tx, { article: articleId }),
    dossiers: await readDossiersOf(tx, articleId),
  }
  const path = `/a/${checked.number}`
  const canonical = articlePath(checked.number, checked.title)
  await storeHtml(
    tx,
    [{ path, canonical, content: articlePage(checked, template.edition, beside) }],
    template,
  )
  await renderApiArticle(tx, checked, template)
  await renderArticleCopies(tx, checked, template)
  const feed = { name: `a/${checked.number}`, page: canonical, title: checked.title }
  await renderFeed(tx, { ...feed, followed: { about: 'article', id: articleId } }, template.edition)
}
