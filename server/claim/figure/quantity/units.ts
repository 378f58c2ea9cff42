import type { QuantityKind } from './quantity'

/** A unit: the way it is written here, what its numbers are, and the patterns by which texts write it. */
type Unit = { unit: string; kind: QuantityKind; ways: string; by?: number }

/** Units written after a number; the first that fits counts, so longer ways stand before shorter ones. */
export const units: Unit[] = [
  {
    unit: 'percentage points',
    kind: 'points',
    ways: 'percentage[ -]points?|%[ -]?points?|pp\\b|%p\\b|%포인트|퍼센트포인트',
  },
  { unit: '%', kind: 'percent', ways: '%|％|٪|per ?cent\\b|pct\\b|퍼센트|프로(?!그|젝|듀|필)' },
  { unit: 'km/h', kind: 'measure', ways: 'km/h|kph\\b|kilomet(?:re|er)s? (?:per|an) hour' },
  { unit: 'mph', kind: 'measure', ways: 'mph\\b|miles? (?:per|an) hour' },
  { unit: 'km²', kind: 'measure', ways: 'km²|㎢|sq\\.? ?km\\b|square[ -]kilomet(?:re|er)s?|제곱킬로미터' },
  { unit: 'm²', kind: 'measure', ways: 'm²|㎡|sq\\.? ?m\\b|square[ -]met(?:re|er)s?|제곱미터' },
  { unit: 'm³', kind: 'measure', ways: 'm³|㎥|cu\\.? ?m\\b|cubic[ -]met(?:re|er)s?|세제곱미터' },
  { unit: 'sq ft', kind: 'measure', ways: 'sq\\.? ?ft\\b|square[ -](?:feet|foot)' },
  { unit: 'square miles', kind: 'measure', ways: 'sq\\.? ?mi\\b|square[ -]miles?' },
  { unit: 'km', kind: 'measure', ways: 'km\\b|㎞|kilomet(?:re|er)s?\\b|킬로미터' },
  { unit: 'cm', kind: 'measure', ways: 'cm\\b|㎝|centimet(?:re|er)s?\\b|센티미터' },
  { unit: 'mm', kind: 'measure', ways: 'mm\\b|㎜|millimet(?:re|er)s?\\b|밀리미터' },
  { unit: 'miles', kind: 'measure', ways: 'miles?\\b|mi\\b' },
  { unit: 'ft', kind: 'measure', ways: 'ft\\b|feet\\b|foot\\b' },
  { unit: 'in', kind: 'measure', ways: 'inch(?:es)?\\b' },
  { unit: 'yd', kind: 'measure', ways: 'yards?\\b' },
  { unit: 'ha', kind: 'measure', ways: 'ha\\b|㏊|hectares?\\b|헥타르' },
  { unit: 'acres', kind: 'measure', ways: 'acres?\\b|에이커' },
  { unit: 'kg', kind: 'measure', ways: 'kg\\b|㎏|kilos?\\b|kilogram(?:me)?s?\\b|킬로그램' },
  { unit: 'mg', kind: 'measure', ways: 'mg\\b|milligram(?:me)?s?\\b' },
  { unit: 'g', kind: 'measure', ways: 'g\\b|grams?\\b|grammes?\\b|그램' },
  { unit: 't', kind: 'measure', ways: 't\\b|tonnes?\\b|tons?\\b|metric tons?\\b|톤' },
  { unit: 'lb', kind: 'measure', ways: 'lbs?\\b|pounds? of (?!sterling)' },
  { unit: 'L', kind: 'measure', ways: 'L\\b|l\\b|lit(?:re|er)s?\\b|리터' },
  { unit: 'ml', kind: 'measure', ways: 'ml\\b|millilit(?:re|er)s?\\b' },
  { unit: 'gallons', kind: 'measure', ways: 'gallons?\\b' },
  { unit: 'barrels', kind: 'measure', ways: 'barrels?\\b|배럴' },
  { unit: '°C', kind: 'measure', ways: '°C|℃|° C\\b|degrees? (?:C\\b|[Cc]elsius)' },
  { unit: '°F', kind: 'measure', ways: '°F|℉|degrees? (?:F\\b|[Ff]ahrenheit)' },
  { unit: '°', kind: 'measure', ways: '°|degrees?\\b' },
  { unit: 'GW', kind: 'measure', ways: 'GW\\b|gigawatts?\\b' },
  { unit: 'MW', kind: 'measure', ways: 'MW\\b|megawatts?\\b' },
  { unit: 'kWh', kind: 'measure', ways: 'kWh\\b|kilowatt[ -]hours?\\b' },
  { unit: 'GB', kind: 'measure', ways: 'GB\\b|gigabytes?\\b' },
  { unit: 'MB', kind: 'measure', ways: 'MB\\b|megabytes?\\b' },
  { unit: 'magnitude', kind: 'measure', ways: 'magnitude\\b' },
  {
    unit: 'years',
    kind: 'age',
    ways: 'years? old\\b|years?-olds?\\b|year-olds?\\b|years? of age\\b|yrs? old\\b',
  },
  { unit: 'months', kind: 'age', ways: 'months? old\\b|months?-olds?\\b' },
  { unit: 'decades', kind: 'duration', ways: 'decades?\\b' },
  { unit: 'years', kind: 'duration', ways: 'years?\\b(?!-)|yrs?\\b' },
  { unit: 'months', kind: 'duration', ways: 'months?\\b' },
  { unit: 'weeks', kind: 'duration', ways: 'weeks?\\b' },
  { unit: 'days', kind: 'duration', ways: 'days?\\b' },
  { unit: 'hours', kind: 'duration', ways: 'hours?\\b|hrs?\\b' },
  { unit: 'minutes', kind: 'duration', ways: 'minutes?\\b|mins?\\b' },
  { unit: 'seconds', kind: 'duration', ways: 'seconds?\\b' },
  { unit: 'centuries', kind: 'duration', ways: 'centur(?:y|ies)\\b' },
  { unit: 'm', kind: 'measure', ways: 'm\\b|met(?:re|er)s?\\b|미터' },
]

/** Money by the words after a number; of dollars that name no country, those of the United States are meant. */
export const currencyWords: [string, string][] = [
  ['USD', 'US dollars?|U\\.S\\. dollars?|American dollars?'],
  ['AUD', 'Australian dollars?'],
  ['CAD', 'Canadian dollars?'],
  ['HKD', 'Hong Kong dollars?'],
  ['USD', 'dollars?|bucks|미국 ?달러|달러|불(?=[을이은에의 ,.]|$)'],
  ['EUR', 'euros?|유로'],
  ['GBP', 'pounds?(?: sterling)?|파운드'],
  ['GBX', 'pence|p'],
  ['JPY', 'yen|엔(?!진|지)'],
  ['CNY', 'yuan|renminbi|위안'],
  ['KRW', 'South Korean won|won|원(?![래인자장전정칙])'],
  ['INR', 'rupees?|루피'],
  ['CHF', 'Swiss francs?'],
  ['RUB', 'r(?:o)?ubles?|루블'],
  ['SEK', 'Swedish kron(?:a|or)'],
  ['NOK', 'Norwegian kron(?:e|er)'],
  ['BRL', 'reais|real'],
  ['TRY', 'Turkish liras?|liras?'],
  ['UAH', 'hryvnias?'],
  ['MXN', 'Mexican pesos?'],
  ['ZAR', 'rand'],
]

/** Money by the sign before a number. */
export const currencySigns: Record<string, string> = {
  ...{
    US$: 'USD',
    A$: 'AUD',
    AU$: 'AUD',
    C$: 'CAD',
    CA$: 'CAD',
    HK$: 'HKD',
    NZ$: 'NZD',
    S$: 'SGD',
    NT$: 'TWD',
  },
  ...{ R$: 'BRL', $: 'USD', '€': 'EUR', '£': 'GBP', '¥': 'JPY', '₩': 'KRW', '￦': 'KRW', '₹': 'INR' },
  ...{ '₽': 'RUB', '₺': 'TRY', '₴': 'UAH', '₪': 'ILS' },
}

/** Codes of ISO 4217 that texts write. */
export const currencyCodes =
  'USD|EUR|GBP|JPY|CNY|KRW|INR|CHF|RUB|AUD|CAD|NZD|HKD|SGD|SEK|NOK|DKK|PLN|CZK|TRY|UAH|ILS|BRL|MXN|ZAR|EGP|SAR|AED|TWD|THB|IDR|KPW'
