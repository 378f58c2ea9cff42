import { keepRounds, type OnError, type Work } from '../../channel/keep-rounds'
import { countLexemes } from './count-lexemes'

/** Keeps the count of words about an hour fresh. */
export const startCounting = (onError: OnError): Work =>
  keepRounds({ every: 10 * 60_000, onError, round: () => countLexemes(new Date()) })
