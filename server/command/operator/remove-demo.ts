import { removeDemo } from '../../demo/removal/remove-demo'
import { renderStale } from '../../publication/made/render'
import type { Command } from './command'

/** Takes the demo newsroom away from the command line. */
export const removeDemoCommand: Command = {
  usage: 'remove-demo  Removes the demo newsroom whole: its people, articles, checks and public pages.',
  async run() {
    const removed = await removeDemo()
    await renderStale()
    return removed
  },
}
