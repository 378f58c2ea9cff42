import { type Logger, pino } from 'pino'
import { plainFault } from './read-fault'

// Of an Error it makes one.
const err = (fault: Error) => pino.stdSerializers.err(plainFault(fault) as Error)

/** What the process tells its operator, on standard error; people's words are kept out of the faults it tells of. */
export function openLog(level: string): Logger {
  return pino({ level, serializers: { err } }, pino.destination({ dest: 2, sync: true }))
}
