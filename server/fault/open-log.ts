import { type Logger, pino } from 'pino'
import { plainFault } from './read-fault'
import { stackAsWritten } from './read-stack'

function err(fault: Error) {
  // Of an Error it makes one.
  const told = pino.stdSerializers.err(plainFault(fault) as Error)
  return typeof told.stack === 'string' ? { ...told, stack: stackAsWritten(told.stack) } : told
}

/** What the process tells its operator, on standard error; people's words are kept out of the faults it tells of. */
export function openLog(level: string): Logger {
  return pino({ level, serializers: { err } }, pino.destination({ dest: 2, sync: true }))
}
