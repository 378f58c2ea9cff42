import { killRounds } from './rounds'

killRounds(30)
