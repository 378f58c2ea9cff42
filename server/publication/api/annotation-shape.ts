import { z } from 'zod'
import { address, moment } from './claim-shape'

const context = z.literal('http://www.w3.org/ns/anno.jsonld')

const textShape = z
  .object({
    type: z.literal('TextualBody'),
    purpose: z.enum(['assessing', 'commenting']).meta({
      description: 'Assessing: the verdict and answer. Commenting: what must be known about them.',
    }),
    value: z.string(),
    format: z.literal('text/plain'),
    language: z.string().meta({ description: 'BCP 47.' }),
  })
  .meta({ id: 'TextualBody', description: 'Words about the passage.' })

const linkShape = z
  .object({
    type: z.literal('SpecificResource'),
    purpose: z.literal('linking'),
    source: address('Where people read the whole check.'),
  })
  .meta({ id: 'LinkedBody', description: 'The check itself.' })

const fields = {
  id: address('This document.'),
  type: z.literal('Annotation'),
  motivation: z.literal('assessing'),
  created: moment('When the first version was published.'),
  modified: moment('When the newest version was published.'),
  creator: z.object({ type: z.literal('Organization'), name: z.string() }),
  rights: address('The licence under which it may be passed on; absent where none is named.').optional(),
  body: z.array(z.union([textShape, linkShape])),
  target: z.object({
    source: address('The article that the passage stands in.'),
    selector: z
      .object({
        type: z.literal('TextQuoteSelector'),
        exact: z.string(),
        prefix: z.string(),
        suffix: z.string(),
      })
      .meta({ id: 'TextQuoteSelector', description: 'The passage by its words and those around it.' }),
  }),
}

export const annotationShape = z
  .object({ '@context': context, ...fields })
  .meta({ id: 'Annotation', description: 'A check as a W3C Web Annotation of the passage that was checked.' })

export const collectionShape = z
  .object({
    '@context': context,
    id: address('This document.'),
    type: z.literal('AnnotationCollection'),
    label: z.string().meta({ description: 'What the article is called.' }),
    total: z.int().nonnegative().meta({ description: 'How many annotations there are.' }),
    first: z.object({
      id: address('The one page, which stands in this document.'),
      type: z.literal('AnnotationPage'),
      startIndex: z.literal(0).meta({ description: 'Where its first annotation stands among all, from 0.' }),
      items: z.array(z.object(fields)).meta({ description: 'All of them, in the order of the text.' }),
    }),
  })
  .meta({ id: 'AnnotationCollection', description: 'All checks of an article as W3C Web Annotations.' })

export type Annotation = z.infer<typeof annotationShape>
export type AnnotationCollection = z.infer<typeof collectionShape>
