import { z } from 'zod'
import type { Refusal } from '../../refusal'

/** A note on a passage, made with another tool: what it is on, what it says, and by whom. */
export type Annotation = {
  quote: { exact: string; prefix: string; suffix: string }
  note: string
  tags: string[]
  by: string
}

/** Most annotations that are read out of one file, and its most bytes. */
export const mostAnnotations = 2_000
export const mostAnnotationBytes = 10_000_000

/**
 * The annotations in a file: W3C Web Annotations (one, a list, a page or a collection) or an export of Hypothesis. Those
 * without a quote (page notes, answers) are counted as left out. Refuses what is no such file, and too many.
 */
export function readAnnotations(
  json: string,
): { annotations: Annotation[]; leftOut: number } | { refusal: Refusal } {
  const found = listIn(parsed(json))
  if (!found || found.length === 0) return { refusal: { code: 'annotations-unreadable' } }
  if (found.length > mostAnnotations)
    return { refusal: { code: 'annotations-too-many', values: { most: mostAnnotations } } }
  const annotations = found.flatMap(annotationIn)
  if (annotations.length === 0) return { refusal: { code: 'annotations-without-quote' } }
  return { annotations, leftOut: found.length - annotations.length }
}

const record = z.record(z.string(), z.unknown())
type Values = z.infer<typeof record>

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}

/** The names under which the formats keep their lists: W3C pages and collections, Hypothesis' export and search. */
const lists = ['items', 'annotations', 'rows'] as const

function listIn(value: unknown): Values[] | null {
  if (Array.isArray(value)) return value.map(recordOf).filter((one) => one !== null)
  const whole = recordOf(value)
  if (!whole) return null
  for (const name of lists) if (Array.isArray(whole[name])) return listIn(whole[name])
  if (recordOf(whole.first)) return listIn(whole.first)
  return 'target' in whole ? [whole] : null
}

function annotationIn(value: Values): Annotation[] {
  const quote = many(value.target).flatMap(quotesIn)[0]
  if (!quote) return []
  const bodies = many(value.body)
  const isTag = (body: unknown) => recordOf(body)?.purpose === 'tagging'
  const notes = [value.text, value.bodyValue, ...bodies.filter((body) => !isTag(body)).map(contentOf)]
  return [
    {
      quote,
      note: notes.map(textOf).filter(Boolean).join('\n\n'),
      tags: [...many(value.tags), ...bodies.filter(isTag).map(contentOf)].map(textOf).filter(Boolean),
      by: nameOf(value),
    },
  ]
}

/** A target's text quote, also where it refines or stands beside another selector. */
function quotesIn(target: unknown): Annotation['quote'][] {
  return many(recordOf(target)?.selector).flatMap((one): Annotation['quote'][] => {
    const selector = recordOf(one)
    if (!selector) return []
    if (selector.type !== 'TextQuoteSelector') return quotesIn({ selector: selector.refinedBy })
    const exact = textOf(selector.exact)
    return exact ? [{ exact, prefix: textOf(selector.prefix), suffix: textOf(selector.suffix) }] : []
  })
}

/** Hypothesis: the displayed name, else the account; W3C: the creator's name, or what stands for it. */
function nameOf({ creator, user, user_info }: Values): string {
  const [made] = many(creator)
  const named = textOf(recordOf(user_info)?.display_name) || textOf(recordOf(made)?.name) || textOf(made)
  return named || (/^acct:([^@]+)@/.exec(textOf(user))?.[1] ?? textOf(user))
}

const contentOf = (body: unknown) => (typeof body === 'string' ? body : recordOf(body)?.value)
const textOf = (value: unknown) => (typeof value === 'string' ? value.toWellFormed().trim() : '')
const recordOf = (value: unknown): Values | null => record.safeParse(value).data ?? null
const many = (value: unknown): unknown[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? value : [value]
