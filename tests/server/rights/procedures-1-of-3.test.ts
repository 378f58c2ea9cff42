import { askEverybody } from './matrix'

askEverybody({ part: 1, of: 3 })
