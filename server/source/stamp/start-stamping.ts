import { keepRounds, type OnError, type Work } from '../../channel/keep-rounds'
import { askStamps, type Witnesses } from './ask-stamps'

/** Has new snapshots vouched for by those outside that the installation names. */
export const startStamping = (witnesses: Witnesses, onError: OnError): Work =>
  keepRounds({ every: 30_000, onError, round: () => askStamps(witnesses, new Date()) })
