import { z } from 'zod'
import { idShape, memberWhoMay, router } from '../trpc'
import { readClock } from './read-clock'
import { readStatistics } from './read-statistics'
import { renderPlot } from './render-plot'
import { writeFile } from './write-file'

/** What a desk's rows add up to. */
export const statisticsRouter = router({
  read: memberWhoMay('read the desk').query(async ({ ctx }) => {
    const statistics = await readStatistics(ctx.member)
    return { statistics, plot: renderPlot(statistics.steps) }
  }),
  clock: memberWhoMay('read the desk')
    .input(z.object({ claimId: idShape }))
    .query(({ ctx, input }) => readClock(input.claimId, ctx.member)),
  /** A change only in that it is kept who asked. */
  exportFile: memberWhoMay('read the desk').mutation(({ ctx }) => writeFile(ctx.member)),
})
