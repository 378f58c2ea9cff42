import { z } from 'zod'
import { idShape, memberWhoMay, router } from '../../trpc'
import { filterShape } from '../list/article-filter'
import { changeFilter, removeFilter, saveFilter } from './keep-filter'
import { readFilters } from './read-filters'
import { nameShape } from './saved-filter'

const named = z.object({ id: idShape, name: nameShape, isShared: z.boolean() })

/** Filters of the desk's articles under a name. */
export const filterRouter = router({
  list: memberWhoMay('read the desk').query(({ ctx }) => readFilters(ctx.member)),
  save: memberWhoMay('save filters')
    .input(named.extend({ filter: filterShape }))
    .mutation(({ ctx, input }) => saveFilter({ ...input, member: ctx.member })),
  change: memberWhoMay('save filters')
    .input(named.extend({ was: named.omit({ id: true }) }))
    .mutation(({ ctx, input }) => changeFilter({ ...input, member: ctx.member })),
  remove: memberWhoMay('save filters')
    .input(z.object({ id: idShape }))
    .mutation(({ ctx, input }) => removeFilter({ ...input, member: ctx.member })),
})
