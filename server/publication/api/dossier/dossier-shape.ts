import { z } from 'zod'
import { verdicts } from '../../../../db/vocabulary'
import { disagreementReasons, exactnesses } from '../../../../db/vocabulary/figure'
import { apartReasons } from '../../../dossier/disagreement/comparable'
import { remarkKinds } from '../../../dossier/ledger/remarks'
import { address, claimState, deskShape, licence, moment, versionNumber } from '../claim-shape'
import { workedOutShape } from '../evidence/figure-shape'

const none = (description: string) =>
  z
    .string()
    .nullable()
    .meta({ description: `${description} Null where it is not stated.` })

const sides = {
  claims: z.array(address('A claim as JSON.')).meta({ description: 'The claims that say the one thing.' }),
  against: z
    .array(address('A claim as JSON.'))
    .meta({ description: 'The claims that say something else; nothing follows from which side is which.' }),
}

const said = {
  explanations: z
    .array(
      z.object({
        reason: z.enum(disagreementReasons),
        text: z.string(),
        by: z.string(),
        approvedBy: z.string(),
        at: moment('When it was approved.'),
      }),
    )
    .meta({ description: 'Why they differ, as the desk explains it; empty while it does not.' }),
  takenBack: z
    .array(
      z.object({
        text: z.string().meta({ description: 'Why it was taken back.' }),
        by: z.string(),
        approvedBy: z.string(),
        at: moment('When that was approved.'),
      }),
    )
    .meta({ description: 'What was said of earlier explanations that readers had and that hold no more.' }),
}

const rowShape = z
  .object({
    claim: address('The claim as JSON.'),
    page: address('Where people read the claim.'),
    day: none('When it was said, ISO 8601 as precise as stated.'),
    saidBy: none('Who gave the number.'),
    publisher: z.string().meta({ description: 'Who published the article.' }),
    statement: z.string(),
    verdict: z.enum(verdicts).nullable(),
    state: claimState,
    reported: none('The number in the words of the article.'),
    low: z
      .number()
      .nullable()
      .meta({ description: 'Its lower end; null where it is open or there is no number.' }),
    high: z
      .number()
      .nullable()
      .meta({ description: 'Its upper end; null where it is open or there is no number.' }),
    workedOut: workedOutShape,
    exactness: z
      .enum(exactnesses)
      .nullable()
      .meta({ description: 'How exact it is; null without a number.' }),
    unit: none('What it is measured in.'),
    counted: none('What is counted.'),
    scope: none('Who or what is meant by that here.'),
    per: none('The denominator of a rate.'),
    place: none('Where.'),
    from: none('Since when it counts.'),
    to: none('Until when, or as of which day, it counts.'),
    isReference: z.boolean().meta({
      description:
        'Whether the chart’s dotted line stands for it: the one exact number that claims of its group are rated True for.',
    }),
    disagreements: z.array(z.string()).meta({ description: 'The names of the disagreements it is part of.' }),
    remarks: z.array(z.string()).meta({ description: 'The names of the remarks it is part of.' }),
  })
  .meta({ id: 'DossierFigure', description: 'What one claim of a dossier says in numbers.' })

export const dossierShape = z
  .object({
    number: z.int().positive().meta({ description: 'The dossier’s public number; never given again.' }),
    name: z.string().meta({ description: 'What the event is called.' }),
    version: versionNumber.meta({ description: 'Counts the versions of this dossier, from 1.' }),
    publishedAt: moment('When this version was published.'),
    desk: deskShape,
    state: z
      .enum(['published', 'retracted'])
      .meta({ description: 'Retracted once the desk no longer stands by it.' }),
    retraction: z
      .object({
        text: z.string().meta({ description: 'Why, for readers.' }),
        by: z.string(),
        approvedBy: z.string(),
        at: moment('When it was approved.'),
      })
      .nullable()
      .meta({ description: 'Why the desk no longer stands by it; null while it does.' }),
    page: address('Where people read the dossier.'),
    articles: z.array(
      z.object({
        title: z.string(),
        publisher: none('Who published it.'),
        published: none('When it was published.'),
        original: none('Where it stands.'),
        page: z.string().nullable().meta({
          format: 'uri',
          description: 'Where people read what was checked in it; null while nothing was published of it.',
        }),
      }),
    ),
    figures: z.array(rowShape).meta({ description: 'Group by group, in each the earliest first.' }),
    disagreements: z.array(
      z.object({
        name: z.string().meta({ description: 'As figures name it.' }),
        ...sides,
        ...said,
      }),
    ),
    differences: z
      .array(z.object({ ...sides, ...said }))
      .meta({ description: 'Figures that differ though both may hold.' }),
    remarks: z
      .array(
        z.object({
          name: z.string().meta({ description: 'As figures name it.' }),
          kind: z.enum(remarkKinds),
          claims: z.array(address('A claim as JSON.')).meta({ description: 'The claims it is about.' }),
          others: z.array(address('A claim as JSON.')).meta({
            description:
              'The claims in which the same number stands for something else; empty for other kinds.',
          }),
        }),
      )
      .meta({
        description:
          'What is worth a second look though nothing contradicts it. A machine found it; nothing is decided.',
      }),
    notCompared: z.array(z.object({ reason: z.enum(apartReasons), ...sides })).meta({
      description:
        'Figures that count the same thing and tell nothing of each other. What counts something else, in another unit or per something else, is never compared and not listed.',
    }),
    csv: address('The figures as CSV.'),
    svg: address('The charts as SVG.'),
    licence,
  })
  .meta({ id: 'Dossier', description: 'Articles about one event, their figures, and why they differ.' })

export type ApiDossier = z.infer<typeof dossierShape>
