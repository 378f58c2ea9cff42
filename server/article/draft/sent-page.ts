import { z } from 'zod'
import type { Refusal } from '../../refusal'

/** What a page behind a login was sent as: its HTML as the member saw it, and its address. */
export const sentPageShape = z.object({
  proofroom: z.literal('page'),
  html: z.string().min(1),
  address: z.string().max(2000),
})
export type SentPage = z.infer<typeof sentPageShape>

/** Most letters of a page that is sent: what is longer is refused as a page that is fetched would be. */
const mostLetters = 5_000_000

/** Why a page that was sent cannot be imported; null when it can. */
export function whyNotImport({ html }: Pick<SentPage, 'html'>): Refusal | null {
  return html.length > mostLetters ? { code: 'page-too-large' } : null
}

/** What the window that waits for a page says to the one that opened it. It holds nothing, and any page may hear it. */
export const readyWord = { proofroom: 'ready' } as const

/** A page that a window sent; null for anything else, and where its address is not of the origin that the browser vouches for. */
export function sentPage(message: { data: unknown; origin: string }): SentPage | null {
  const page = sentPageShape.safeParse(message.data)
  if (!page.success || !URL.canParse(page.data.address)) return null
  return new URL(page.data.address).origin === message.origin ? page.data : null
}

/**
 * The bookmark that sends a page: it opens our window, waits until that says that it is ready, and gives the page to it
 * and to no other origin. Our cookie never reaches that page, and nothing is imported before the member says so here.
 */
export function bookmarklet(origin: string): string {
  const target = JSON.stringify(origin)
  const code = `(()=>{const w=open(${target}+"/desk/import?from=page");const f=e=>{if(e.source!==w||e.origin!==${target}||!e.data||e.data.proofroom!=="ready")return;removeEventListener("message",f);w.postMessage({proofroom:"page",html:document.documentElement.outerHTML,address:location.href},${target})};addEventListener("message",f)})()`
  return `javascript:${encodeURIComponent(code)}`
}

/** The address in what another program shared, which puts it here or there. */
export function sharedAddress(parts: (string | undefined)[]): string | null {
  return (
    parts.map((part) => /https?:\/\/\S+/.exec(part ?? '')?.[0]).find((found) => found !== undefined) ?? null
  )
}
