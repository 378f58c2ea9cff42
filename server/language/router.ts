import { z } from 'zod'
import { languages } from '../../db/vocabulary'
import { router, signedInMay } from '../trpc'
import { changeLanguage } from './change-language'

export const languageRouter = router({
  change: signedInMay('choose own language')
    .input(z.object({ language: z.enum(languages) }))
    .mutation(({ ctx, input }) => changeLanguage(ctx.person.id, input.language)),
})
