import type { Page } from '@playwright/test'
import { sessionCookie } from '../../signed-in'
import { type Figure, percentile, rounded } from '../figures'
import type { Newsroom } from '../newsroom'
import { openBrowser } from '../open-browser'
import { theFullDesk } from './full-desk'

const presses = 60
/** How long an editor looks at a claim before the next key, in ms. */
const reading = 1500

/** From the key that opens the next submission of a full queue to the frame that shows it, in a browser. */
export async function measureReview({ server }: Newsroom): Promise<Figure[]> {
  const { slug, editor } = await theFullDesk()
  const browser = await openBrowser()
  try {
    const context = await browser.newContext()
    await context.addCookies([{ ...(await sessionCookie(editor.personId)), url: server.origin }])
    const page = await context.newPage()
    await page.goto(`${server.origin}/desk/${slug}/approvals`, { waitUntil: 'networkidle' })
    await page.locator('main h2').waitFor()
    const took: number[] = []
    for (let n = -5; n < presses; n++) {
      const ms = await press(page, 'j')
      if (n >= 0) took.push(ms)
      // Nobody judges a claim in less.
      await page.waitForTimeout(reading)
    }
    const note = `${presses} presses of J on the full desk, ${reading} ms apart`
    return [
      { name: 'nextReviewP50', value: rounded(percentile(took, 0.5)), unit: 'ms', note },
      { name: 'nextReviewP95', value: rounded(percentile(took, 0.95)), unit: 'ms', bound: 100, note },
    ]
  } finally {
    await browser.close()
  }
}

/** Presses a key; gives the time from the press to the painted heading of another claim, in ms. */
async function press(page: Page, key: string): Promise<number> {
  // The clock is there before the key is: what is evaluated and what is pressed take different ways.
  const painted = await page.evaluateHandle(() => {
    const heading = () => document.querySelector('main h2')?.textContent
    const before = heading()
    const took = new Promise<number>((resolve) => {
      addEventListener(
        'keydown',
        ({ timeStamp }) => {
          const look = () => {
            if (!heading() || heading() === before) return void requestAnimationFrame(look)
            // The frame that was just prepared is painted before the next message is heard.
            const { port1, port2 } = new MessageChannel()
            port1.onmessage = () => resolve(performance.now() - timeStamp)
            port2.postMessage(null)
          }
          requestAnimationFrame(look)
        },
        { once: true, capture: true },
      )
    })
    // In an object, or the handle would wait for it.
    return { took }
  })
  await page.keyboard.press(key)
  return painted.evaluate(({ took }) => took)
}
