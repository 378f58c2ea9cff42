import { z } from 'zod'
import { exactnesses } from '../../../../db/vocabulary/figure'
import type { Figure } from '../../../claim/figure/figure'
import { given } from './evidence-json'
import { maybe, stated } from './evidence-shape'

const end = (description: string) => z.number().nullable().meta({ description })

export const workedOutShape = z
  .object({
    value: z.number(),
    how: z.string().meta({ description: 'How it was worked out.' }),
  })
  .nullable()
  .meta({ description: 'What the desk got where it worked the number out; null where it did not.' })

/** The typed number of a claim, as programs read it. */
export const apiFigureShape = z
  .object({
    reported: z.string().meta({ description: 'Its words as they stand in the quote.' }),
    low: end('The value or its lower end; null where the figure is open downwards.'),
    high: end('The value or its upper end, alike for a single value; null where it is open upwards.'),
    exactness: z.enum(exactnesses).meta({ description: 'How exact it is, as whoever gave it put it.' }),
    unit: maybe('What it is measured in: %, percentage points, ISO 4217, a unit.'),
    counted: maybe('What is counted.'),
    scope: maybe('Who or what is meant by that here.'),
    per: maybe('The denominator of a rate.'),
    place: maybe('Where.'),
    from: stated('Since when it counts.'),
    to: stated('Until when, or as of when.'),
    by: maybe('Who gave it, where that is not the speaker.'),
    workedOut: workedOutShape,
  })
  .meta({ id: 'Figure', description: 'The number a claim says, as two people confirmed it.' })

/** A figure in that shape; null where the claim has none. */
export function figureJson(figure: Figure | null): z.infer<typeof apiFigureShape> | null {
  if (!figure) return null
  const { reported, low, high, exactness, unit, counted, scope, per, place, from, to, saidBy } = figure
  return {
    ...{ reported, low, high, exactness, unit: given(unit), counted: given(counted) },
    ...{ scope: given(scope), per: given(per), place: given(place) },
    ...{ from: given(from ?? ''), to: given(to ?? ''), by: given(saidBy) },
    workedOut: figure.workedOut ?? null,
  }
}
