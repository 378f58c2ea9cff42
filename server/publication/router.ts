import { z } from 'zod'
import { nameKinds } from '../../db/vocabulary'
import { idShape, memberWhoMay, router } from '../trpc'
import { joinNames, separateName } from './named/change-names'
import { longestName } from './named/named'
import { readNames } from './named/read-named'
import { readPreview } from './next/read-preview'
import { readPublished, readRecent } from './read-history'
import { askRedaction } from './redaction/ask-redaction'
import { confirmRedaction, dropRedaction } from './redaction/decide-redaction'
import { readRedactions, readWordsFound } from './redaction/read-redactions'
import { redactionShape, wordsShape } from './redaction/redaction'
import { putUnderReview } from './under-review/put-under-review'
import { lineShape } from './under-review/under-review'

const spellingShape = z.object({ kind: z.enum(nameKinds), spelling: z.string().max(longestName) })

/** What a desk asks about what it has published. */
export const publicationRouter = router({
  recent: memberWhoMay('read the desk').query(({ ctx }) => readRecent(ctx.member.deskId)),
  ofClaim: memberWhoMay('read the desk')
    .input(z.object({ claimId: idShape }))
    .query(({ ctx, input }) => readPublished(ctx.member.deskId, input.claimId)),
  preview: memberWhoMay('read the desk')
    .input(z.object({ submissionId: idShape }))
    .query(({ ctx, input }) => readPreview(input.submissionId, ctx.member)),
  names: memberWhoMay('join names').query(({ ctx }) => readNames(ctx.member.deskId)),
  joinNames: memberWhoMay('join names')
    .input(spellingShape.extend({ name: z.string().max(longestName) }))
    .mutation(({ ctx, input }) => joinNames({ ...input, member: ctx.member })),
  separateName: memberWhoMay('join names')
    .input(spellingShape)
    .mutation(({ ctx, input }) => separateName({ ...input, member: ctx.member })),
  putUnderReview: memberWhoMay('put claims under review')
    .input(z.object({ claimId: idShape, version: z.int().positive(), line: lineShape }))
    .mutation(({ ctx, input }) => putUnderReview({ ...input, member: ctx.member })),
  redactions: memberWhoMay('remove words under law')
    .input(z.object({ claimId: idShape }))
    .query(({ ctx, input }) => readRedactions(input.claimId, ctx.member)),
  wordsFound: memberWhoMay('remove words under law')
    .input(z.object({ claimId: idShape, words: wordsShape }))
    .query(({ ctx, input }) => readWordsFound(input.claimId, input.words, ctx.member)),
  askRedaction: memberWhoMay('remove words under law')
    .input(redactionShape.extend({ claimId: idShape }))
    .mutation(({ ctx, input }) => askRedaction({ ...input, member: ctx.member })),
  confirmRedaction: memberWhoMay('remove words under law')
    .input(z.object({ redactionId: idShape }))
    .mutation(({ ctx, input }) => confirmRedaction({ ...input, member: ctx.member })),
  dropRedaction: memberWhoMay('remove words under law')
    .input(z.object({ redactionId: idShape }))
    .mutation(({ ctx, input }) => dropRedaction({ ...input, member: ctx.member })),
})
