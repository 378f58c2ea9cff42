import { killRounds } from '../kill/rounds'

// The short version of `npm run test:kill`.
killRounds(3)
