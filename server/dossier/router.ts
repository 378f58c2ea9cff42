import { z } from 'zod'
import { disagreementReasons } from '../../db/vocabulary/figure'
import { idShape, memberWhoMay, router } from '../trpc'
import {
  addArticle,
  addDossier,
  addNote,
  removeDossier,
  renameDossier,
  takeArticleOut,
} from './change-dossier'
import { readCopied, readRewrite } from './copied/read-copied'
import { readNowhere } from './copied/read-nowhere'
import { addExplanation, takeBack } from './explanation/add-explanation'
import { decideExplanation } from './explanation/decide-explanation'
import { readAsked } from './explanation/read-asked'
import { readExplained } from './ledger/read-figures'
import { readClaims } from './ledger/read-ledger'
import { publishDossier } from './published/publish-dossier'
import { readAhead } from './published/read-ahead'
import { readDossier, readDossierArticles, readDossiers, readNotes } from './read-dossiers'
import { askRetraction } from './retraction/ask-retraction'
import { decideRetraction } from './retraction/decide-retraction'
import { readAskedRetractions, readRetraction } from './retraction/read-retraction'
import { readDossierSums } from './sums/read-sums'
import { readSuggested } from './together/read-suggested'

const one = z.object({ dossierId: idShape })
// A longer text is refused with a sentence, not cut off here.
const text = z.string().max(20_000)
const inIt = one.extend({ articleId: idShape })

/** Articles about one event, and their figures side by side. */
export const dossierRouter = router({
  list: memberWhoMay('read the desk').query(({ ctx }) => readDossiers(ctx.member)),
  asked: memberWhoMay('read the desk').query(({ ctx }) => readAsked(ctx.member)),
  read: memberWhoMay('read the desk')
    .input(one)
    .query(({ ctx, input }) => readDossier(input.dossierId, ctx.member)),
  ahead: memberWhoMay('read the desk')
    .input(one)
    .query(({ ctx, input }) => readAhead(input.dossierId, ctx.member)),
  articles: memberWhoMay('read the desk')
    .input(one)
    .query(({ ctx, input }) => readDossierArticles(input.dossierId, ctx.member)),
  copied: memberWhoMay('read the desk')
    .input(one)
    .query(({ ctx, input }) => readCopied(input.dossierId, ctx.member)),
  rewrite: memberWhoMay('read the desk')
    .input(inIt)
    .query(({ ctx, input }) => readRewrite(input, ctx.member)),
  nowhere: memberWhoMay('read the desk')
    .input(z.object({ articleId: idShape }))
    .query(({ ctx, input }) => readNowhere(input.articleId, ctx.member)),
  figures: memberWhoMay('read the desk')
    .input(one)
    .query(({ ctx, input }) => readExplained(input.dossierId, ctx.member)),
  claims: memberWhoMay('read the desk')
    .input(one)
    .query(({ ctx, input }) => readClaims(input.dossierId, ctx.member)),
  sums: memberWhoMay('read the desk')
    .input(one)
    .query(({ ctx, input }) => readDossierSums(input.dossierId, ctx.member)),
  notes: memberWhoMay('read the desk')
    .input(one)
    .query(({ ctx, input }) => readNotes(input.dossierId, ctx.member)),
  suggested: memberWhoMay('gather dossiers')
    .input(one)
    .query(({ ctx, input }) => readSuggested(input.dossierId, ctx.member)),
  add: memberWhoMay('gather dossiers')
    .input(one.extend({ name: text }))
    .mutation(({ ctx, input }) => addDossier({ ...input, member: ctx.member })),
  rename: memberWhoMay('gather dossiers')
    .input(one.extend({ name: text }))
    .mutation(({ ctx, input }) => renameDossier({ ...input, member: ctx.member })),
  addArticle: memberWhoMay('gather dossiers')
    .input(inIt)
    .mutation(({ ctx, input }) => addArticle({ ...input, member: ctx.member })),
  takeOut: memberWhoMay('gather dossiers')
    .input(inIt)
    .mutation(({ ctx, input }) => takeArticleOut({ ...input, member: ctx.member })),
  note: memberWhoMay('gather dossiers')
    .input(one.extend({ id: idShape, text }))
    .mutation(({ ctx, input }) => addNote({ ...input, member: ctx.member })),
  remove: memberWhoMay('remove dossiers')
    .input(one)
    .mutation(({ ctx, input }) => removeDossier({ ...input, member: ctx.member })),
  explain: memberWhoMay('gather dossiers')
    .input(
      one.extend({
        id: idShape,
        pairs: z.array(z.string().max(80)).max(300),
        reason: z.enum(disagreementReasons),
        text,
        replaces: idShape.nullish(),
      }),
    )
    .mutation(({ ctx, input }) => addExplanation({ ...input, member: ctx.member })),
  takeBack: memberWhoMay('gather dossiers')
    .input(one.extend({ id: idShape, replaces: idShape, text }))
    .mutation(({ ctx, input }) => takeBack({ ...input, member: ctx.member })),
  withdraw: memberWhoMay('gather dossiers')
    .input(one.extend({ explanationId: idShape }))
    .mutation(({ ctx, input }) =>
      decideExplanation({ ...input, member: ctx.member, outcome: 'withdrawn', note: '' }),
    ),
  decide: memberWhoMay('approve explanations')
    .input(one.extend({ explanationId: idShape, outcome: z.enum(['approved', 'returned']), note: text }))
    .mutation(({ ctx, input }) => decideExplanation({ ...input, member: ctx.member })),
  retraction: memberWhoMay('read the desk')
    .input(one)
    .query(({ ctx, input }) => readRetraction(input.dossierId, ctx.member)),
  retractionsAsked: memberWhoMay('read the desk').query(({ ctx }) => readAskedRetractions(ctx.member)),
  askRetraction: memberWhoMay('gather dossiers')
    .input(one.extend({ id: idShape, text }))
    .mutation(({ ctx, input }) => askRetraction({ ...input, member: ctx.member })),
  withdrawRetraction: memberWhoMay('gather dossiers')
    .input(one.extend({ retractionId: idShape }))
    .mutation(({ ctx, input }) =>
      decideRetraction({ ...input, member: ctx.member, outcome: 'withdrawn', note: '' }),
    ),
  decideRetraction: memberWhoMay('publish dossiers')
    .input(one.extend({ retractionId: idShape, outcome: z.enum(['approved', 'returned']), note: text }))
    .mutation(({ ctx, input }) => decideRetraction({ ...input, member: ctx.member })),
  publish: memberWhoMay('publish dossiers')
    .input(one)
    .mutation(({ ctx, input }) => publishDossier({ ...input, member: ctx.member })),
})
