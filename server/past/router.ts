import { z } from 'zod'
import { memberWhoMay, router } from '../trpc'
import { importPast } from './import-past'
import { mostRows, placedShape } from './past-file'

const rowsShape = z.object({ rows: z.array(placedShape).min(1).max(mostRows) })

/** A desk's own checks from before Proofroom. */
export const pastRouter = router({
  /** Says what would become of the rows, and keeps nothing. */
  tryRows: memberWhoMay('try past checks')
    .input(rowsShape)
    .mutation(({ ctx, input }) => importPast(ctx.member, input.rows, true)),
  takeIn: memberWhoMay('import past checks')
    .input(rowsShape)
    .mutation(({ ctx, input }) => importPast(ctx.member, input.rows, false)),
})
