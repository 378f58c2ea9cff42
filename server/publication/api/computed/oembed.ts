import { z } from 'zod'
import type { Refusal } from '../../../refusal'
import { type Carded, claimCard } from '../../pages/claim/claim-card'
import type { Edition } from '../../pages/edition'
import { frameOf, usualFrame } from '../../pages/embed/frame'
import { address } from '../claim-shape'
import type { ProblemStatus } from '../problem'

/** Where a claim's page says that its frame is described (oEmbed 1.0, discovery). */
export const oembedPath = (page: string, format: Format) =>
  `/oembed?url=${encodeURIComponent(page)}&format=${format}`

const formats = ['json', 'xml'] as const
export type Format = (typeof formats)[number]

export const oembedShape = z
  .object({
    version: z.literal('1.0'),
    type: z.literal('rich'),
    title: z
      .string()
      .meta({ description: 'The claim with its verdict now; of a demo it says that it is one.' }),
    author_name: z.string().meta({ description: 'The desk.' }),
    provider_name: z.string().meta({ description: 'The desk.' }),
    provider_url: address('Where its checks are read.'),
    cache_age: z
      .int()
      .meta({ description: 'How long this may be kept, in seconds; the frame is always of now.' }),
    html: z.string().meta({ description: 'The frame, which needs no script.' }),
    width: z.int().positive().meta({ description: 'Of the frame, in CSS pixels.' }),
    height: z.int().positive().meta({ description: 'Of the frame, in CSS pixels.' }),
  })
  .meta({ id: 'OEmbed', description: 'How a claim is shown in pages of others (oEmbed 1.0).' })
export type Oembed = z.infer<typeof oembedShape>

/** How long an answer may be kept, in seconds. */
export const keptFor = 300
const usualWidth = 600

const pixels = z.coerce.number().int().min(1).max(10_000).optional()
const fields = { url: z.url(), maxwidth: pixels, maxheight: pixels }

type AskedFrame = { number: number; format: Format; width: number; height: number }
type Read = { asked: AskedFrame; no: null } | { asked: null; no: { status: ProblemStatus; refusal: Refusal } }

/** Reads which claim's frame is asked for, at most how large, and in which format. */
export function readAskedFrame(parameters: URLSearchParams, origin: string): Read {
  const asked = parameters.get('format') || 'json'
  const format = formats.find((one) => one === asked)
  if (!format) return no(501, { code: 'oembed-format', values: { format: asked } })
  const given = Object.fromEntries(
    Object.keys(fields).map((name) => [name, parameters.get(name) || undefined]),
  )
  const parsed = z.object(fields).safeParse(given)
  if (!parsed.success)
    return no(400, { code: 'oembed-field', values: { field: String(parsed.error.issues[0]?.path[0] ?? '') } })
  const { url, maxwidth = usualWidth, maxheight = usualFrame.height } = parsed.data
  const number = claimAt(new URL(url), origin)
  if (number === null) return no(404, { code: 'oembed-no-claim' })
  const size = { width: Math.min(maxwidth, usualWidth), height: Math.min(maxheight, usualFrame.height) }
  return { asked: { number, format, ...size }, no: null }
}

/** The claim whose page, version or frame stands at an address of ours. */
function claimAt({ host, pathname }: URL, origin: string): number | null {
  const [, number] = /^\/(?:embed\/)?c\/(\d{1,9})(?:-[^/]*)?(?:\/v\/\d+)?\/?$/.exec(pathname) ?? []
  return number && host === new URL(origin).host ? Number(number) : null
}

/** How a claim is shown in pages of others, in its newest version. */
export function oembedOf(
  newest: Carded,
  { width, height }: Pick<AskedFrame, 'width' | 'height'>,
  edition: Edition,
): Oembed {
  const { desk, origin, say } = edition
  const { title } = claimCard(newest, edition)
  return {
    ...{ version: '1.0', type: 'rich', title: desk.isDemo ? `${title} – ${say('public.demo')}` : title },
    ...{ author_name: desk.name, provider_name: desk.name, provider_url: origin, cache_age: keptFor },
    ...{ html: frameOf(newest.number, edition, { width, height }), width, height },
  }
}

/** The same as XML. */
export function oembedXml(described: Oembed): string {
  const elements = Object.entries(described).map(
    ([name, value]) => `<${name}>${escaped(String(value))}</${name}>`,
  )
  return `<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<oembed>${elements.join('')}</oembed>\n`
}

const escaped = (text: string) =>
  text
    .replace(/[\p{Cc}\ufffe\uffff]/gu, ' ')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')

function no(status: ProblemStatus, refusal: Refusal): Read {
  return { asked: null, no: { status, refusal } }
}
