import { askEverybody } from './matrix'

askEverybody({ part: 3, of: 3 })
