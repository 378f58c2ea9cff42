import { type ChosenFormat, chosenPath } from '@/server/publication/copy/chosen/chosen'

/**
 * Puts checks on the clipboard, as formatted and as plain text for whatever they are pasted into. Gives null, or the
 * sentence with which the server refused; throws where the browser keeps the clipboard.
 */
export async function copyChecks(slug: string, numbers: number[]): Promise<string | null> {
  let refused: string | null = null
  const fetched = async (format: ChosenFormat, type: string) => {
    const answer = await fetch(chosenPath(slug, format, numbers))
    const text = await answer.text()
    if (!answer.ok) {
      refused = text
      throw new Error(`the server answered ${answer.status}`)
    }
    return new Blob([text], { type })
  }
  // Promises, not texts: Safari lets a page write only while it still answers the press.
  const item = new ClipboardItem({
    'text/html': fetched('html', 'text/html'),
    'text/plain': fetched('txt', 'text/plain'),
  })
  try {
    await navigator.clipboard.write([item])
  } catch (error) {
    if (!refused) throw error
  }
  return refused
}
