import { z } from 'zod'
import { verdicts } from '../../../db/vocabulary'
import {
  address,
  articleHeadFields,
  claimNumber,
  claimState,
  deskShape,
  licence,
  moment,
  verdictShape,
  versionNumber,
} from './claim-shape'

const checkedShape = z
  .object({
    number: claimNumber,
    version: versionNumber,
    statement: z.string().meta({ description: 'The claim as it was checked, in the desk’s words.' }),
    quote: z.string().meta({ description: 'The words in the article.' }),
    verdict: verdictShape.nullable().meta({ description: 'Null where it is not rated.' }),
    state: claimState,
    publishedAt: moment('When this version was published.'),
    page: address('Where people read the claim.'),
    address: address('The claim as JSON.'),
  })
  .meta({ id: 'CheckedClaim', description: 'A claim of an article, in its newest version.' })

export const articleShape = z
  .object({
    ...articleHeadFields,
    desk: deskShape,
    isOwn: z.boolean().meta({ description: 'Whether the desk’s own newsroom published the article.' }),
    changedAt: moment('When the newest version of any of its claims was published.'),
    counts: z
      .array(
        z.object({
          verdict: z.enum(verdicts).nullable(),
          claims: z.int().positive().meta({ description: 'How many claims.' }),
        }),
      )
      .meta({
        description:
          'How many of its claims have each verdict now; those under review count, retracted ones do not. Null is not rated.',
      }),
    claims: z.array(checkedShape).meta({ description: 'In the order of the text.' }),
    licence,
    annotations: address('The same as a W3C AnnotationCollection.'),
  })
  .meta({ id: 'Article', description: 'An article with all claims that were checked in it.' })

export type ApiArticle = z.infer<typeof articleShape>
