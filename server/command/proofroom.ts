import { readEnvFile, settings } from '../env'
import { connectDatabase } from '../process/connect-database'
import { auditCheckCommand } from './operator/audit-check'
import { backupCommand } from './operator/backup'
import { checkClaimReviewCommand } from './operator/check-claim-review'
import type { Command } from './operator/command'
import { moveEvidenceCommand } from './operator/evidence/move-evidence'
import { importCommand } from './operator/import'
import { memberAdd } from './operator/member'
import { passCommand } from './operator/pass'
import { datasetCommand } from './operator/published/dataset'
import { importClaimReviewsCommand } from './operator/published/import-claim-reviews'
import { importPastCommand } from './operator/published/import-past'
import { removeDemoCommand } from './operator/remove-demo'
import { restoreCommand } from './operator/restore'
import { seedDemoCommand } from './operator/seed-demo'
import { usages as verifying } from './verify/main.mjs'

/** Every command by its words; a new one is a file beside this one and a line here. */
const commands: Record<string, Command> = {
  'member add': memberAdd,
  'audit check': auditCheckCommand,
  import: importCommand,
  'import-past': importPastCommand,
  'import-claim-reviews': importClaimReviewsCommand,
  'seed-demo': seedDemoCommand,
  'remove-demo': removeDemoCommand,
  pass: passCommand,
  'check-claimreview': checkClaimReviewCommand,
  dataset: datasetCommand,
  backup: backupCommand,
  restore: restoreCommand,
  'move-evidence': moveEvidenceCommand,
}

await main(process.argv.slice(2)).catch((error: Error) => {
  console.error(process.env.LOG_LEVEL === 'debug' ? error : error.message)
  process.exitCode = 1
})

/** Finds the command, runs it on the database, prints its answer. */
async function main(given: string[]): Promise<void> {
  const args = given.filter((arg) => arg !== '--json')
  const name = Object.keys(commands).find((words) => `${args.join(' ')} `.startsWith(`${words} `))
  const command = name ? commands[name] : undefined
  if (!name || !command) return help(args)
  readEnvFile()
  const database = command.isAlone ? null : await connectDatabase(settings(), { join: true })
  try {
    const answer = await command.run(args.slice(name.split(' ').length))
    if (answer) console.log(JSON.stringify(answer))
  } finally {
    await database?.close()
  }
}

function help(args: string[]): void {
  const asked = args[0] ?? 'help'
  if (asked !== 'help' && asked !== '--help') {
    throw new Error(`There is no command "${args.join(' ')}". "npm run proofroom -- help" lists them.`)
  }
  const usages = [
    'help  This list.',
    ...Object.values(commands).map((command) => command.usage),
    ...verifying,
  ]
  console.log('npm run proofroom -- COMMAND [--json]\n')
  for (const usage of usages) console.log(`  ${usage}`)
}
