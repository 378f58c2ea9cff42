import { askEverybody } from './matrix'

askEverybody({ part: 2, of: 3 })
