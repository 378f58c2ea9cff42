import { seedDemo } from '../../demo/seed-demo'
import type { Command } from './command'

/** Makes the demo newsroom from the command line. */
export const seedDemoCommand: Command = {
  usage: 'seed-demo  Makes the demo newsroom: six invented articles with claims in every stage.',
  run: () => seedDemo(),
}
