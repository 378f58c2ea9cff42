import { keepRounds, type OnError, type Work } from '../channel/keep-rounds'
import { fetchDue } from './fetch-feeds'

/** Fetches the checks of others each night, and soon where an address was never tried. */
export const startFetching = (onError: OnError): Work =>
  keepRounds({ every: 10 * 60_000, onError, round: (isClosed) => fetchDue(new Date(), isClosed) })
