import type { DemoArticle } from './demo-story'
import { anselmGazette } from './story/anselm-gazette'
import { harbourCourier } from './story/harbour-courier'
import { meridianWire } from './story/meridian-wire'
import { northernLedger } from './story/northern-ledger/northern-ledger'
import { radioOndre } from './story/radio-ondre'
import { velmoraToday } from './story/velmora-today'

/** The six articles of the demo, oldest activity first. */
export const demoArticles: DemoArticle[] = [
  meridianWire,
  velmoraToday,
  radioOndre,
  anselmGazette,
  harbourCourier,
  northernLedger,
]
