import type { Voice } from '../../../dossier/ledger/ledger-words'
import type { Edition } from '../edition'

/** In whose words and language a page's ledger is written. */
export const voiceOf = ({ say, desk }: Edition): Voice => ({ say, language: desk.language })
