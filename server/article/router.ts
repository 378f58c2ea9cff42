import { z } from 'zod'
import { memberWhoMay, router } from '../trpc'
import { correctionsShape } from './article'
import { dropDraft, freezeDraft } from './draft/freeze-draft'
import { importFile } from './file/import-file'
import { importAddress, importContent } from './import-article'
import { filterShape, pageShape } from './list/article-filter'
import { readArticles } from './list/read-articles'
import { readChoices } from './list/read-choices'
import { listDrafts, readArticle, readDraft } from './read-article'

const reviewer = memberWhoMay('import articles')
const draftId = z.object({ draftId: z.string() })
const contentShape = z.object({
  kind: z.enum(['text', 'html']),
  content: z.string(),
  name: z.string().max(300).optional(),
  address: z.string().max(2000).optional(),
})

export const articleRouter = router({
  list: memberWhoMay('read the desk')
    .input(z.object({ filter: filterShape, page: pageShape }))
    .query(({ ctx, input }) => readArticles(ctx.member, input)),
  choices: memberWhoMay('read the desk').query(({ ctx }) => readChoices(ctx.member)),
  read: memberWhoMay('read the desk')
    .input(
      z.object({ articleId: z.string(), revision: z.number().int().positive().max(1_000_000).optional() }),
    )
    .query(({ ctx, input }) => readArticle(ctx.member, input.articleId, input.revision)),
  draft: reviewer.input(draftId).query(({ ctx, input }) => readDraft(ctx.member, input.draftId)),
  drafts: reviewer.query(({ ctx }) => listDrafts(ctx.member)),
  importAddress: reviewer
    .input(z.object({ address: z.string().max(2000) }))
    .mutation(({ ctx, input }) => importAddress(ctx.member, input.address)),
  importContent: reviewer.input(contentShape).mutation(({ ctx, input }) => importContent(ctx.member, input)),
  importFile: reviewer
    .input(z.object({ fileId: z.string() }))
    .mutation(({ ctx, input }) => importFile(ctx.member, input.fileId)),
  freeze: reviewer
    .input(draftId.extend({ corrections: correctionsShape }))
    .mutation(({ ctx, input }) => freezeDraft(ctx.member, input.draftId, input.corrections)),
  dropDraft: reviewer.input(draftId).mutation(({ ctx, input }) => dropDraft(ctx.member, input.draftId)),
})
