import { z } from 'zod'
import { idShape, memberWhoMay, router } from '../trpc'
import { auditFilterShape, exportFormats } from './audit-view'
import { readAudit } from './read-audit'
import { writeExport } from './write-export'

/** What was done and refused on a desk, for its admins. */
export const auditRouter = router({
  list: memberWhoMay('read the audit')
    .input(z.object({ filter: auditFilterShape, after: idShape.nullable() }))
    .query(({ ctx, input }) => readAudit(ctx.member.deskId, input.filter, { after: input.after })),
  /** A change only in that it is kept who asked. */
  exportFile: memberWhoMay('read the audit')
    .input(z.object({ filter: auditFilterShape, format: z.enum(exportFormats) }))
    .mutation(({ ctx, input }) => writeExport(ctx.member, input.filter, input.format)),
})
