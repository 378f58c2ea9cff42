import { formsOf, isArabic, isHangul } from './word-forms'

/**
 * Words that carry how much, how sure and whether at all, by language; a list of what newspapers write, to be added to.
 * Each is matched as a whole word in lower case.
 */
const howMuch: Record<string, string> = {
  en: `no not never none nobody nothing neither nor without cannot hardly barely
    about around roughly approximately nearly almost over under least most up down more fewer less exactly only
    all every some many several few half double may might could must should allegedly reportedly likely unlikely possibly
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million
    millions billion billions trillion dozen dozens third quarter once twice first second
    percent percentage per cent points km kilometres kilometers miles metres meters feet kg tonnes tons litres liters
    hectares acres degrees euro euros dollar dollars pounds yen won
    hour hours minute minutes day days week weeks weekend month months year years decade decades century today yesterday tomorrow last next
    spring summer autumn winter dawn morning noon midday afternoon evening dusk night midnight
    before after since until former acting rose fell increased decreased`,
  ko: `안 못 약 대략 거의 최소 최대 최소한 적어도 이상 이하 미만 초과 가량 모든 모두 전부 일부 절반 대부분 여러 몇 매우
    만 억 조 천 백 십 수십 수백 수천 수만 하나 한 두 세 네 다섯 여섯 일곱 여덟 아홉 열 스무 서른 마흔 쉰 첫 둘째 셋째
    명 개 대 채 건 원 달러 유로 엔 위안 퍼센트 프로 배
    킬로미터 미터 센티미터 킬로그램 그램 톤 리터 헥타르 시간 분 초 주 개월 달 년 세기 어제 오늘 내일 지난 다음 전 후 이전 이후
    봄 여름 가을 겨울 새벽 아침 정오 저녁 밤 자정 오전 오후`,
  ar: `لا لم لن ليس ليست غير دون بلا بدون عدم نحو حوالي قرابة زهاء تقريبا أكثر أقل فوق تحت أعلى أدنى فقط كل جميع بعض معظم نصف
    ربع ثلث ضعف مرة مرتين واحد واحدة اثنان اثنين اثنتان اثنتين ثلاثة ثلاث أربعة أربع خمسة خمس ستة ست سبعة سبع ثمانية ثماني تسعة تسع عشرة عشر
    عشرون عشرين ثلاثون ثلاثين أربعون أربعين خمسون خمسين ستون ستين سبعون سبعين ثمانون ثمانين تسعون تسعين مئة مائة مئتان مئتين مئات ألف ألفان ألفين آلاف
    مليون مليونا ملايين مليار مليارا مليارات عشرات كيلومتر كيلومترا كيلومترات متر مترا أمتار كيلوغرام طن طنا أطنان لتر لترا هكتار درجة بالمئة
    دولار دولارا يورو دينار درهم ريال جنيه ساعة ساعات دقيقة دقائق يوم أيام أسبوع أسابيع شهر أشهر سنة سنوات عام أعوام عقد قرن
    ربيع صيف خريف شتاء فجر صباح ظهر مساء ليل أمس اليوم غدا الماضي الماضية المقبل المقبلة قبل بعد منذ حتى ارتفع انخفض زاد تراجع ربما قد يزعم`,
  de: `nicht kein keine keinen keiner keinem keines nie niemals niemand nichts weder noch ohne kaum etwa rund ungefähr circa fast
    beinahe knapp über unter mehr weniger mindestens wenigstens höchstens genau nur alle allen alles jeder jede jedes jeden jedem einige wenige viele mehrere
    halb halbe hälfte drittel viertel doppelt möglicherweise vielleicht mutmaßlich angeblich wahrscheinlich könnte könnten soll sollen muss müssen
    null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn
    zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig hundert hunderte tausend tausende million millionen milliarde milliarden
    dutzend dutzende einmal zweimal dreimal erste ersten zweite zweiten dritte dritten prozent prozentpunkte kilometer meter zentimeter kilogramm
    tonne tonnen liter hektar grad euro cent dollar pfund franken stunde stunden minute minuten tag tage tagen woche wochen monat monate monaten jahr jahre
    jahren jahrzehnt jahrhundert frühling frühjahr sommer herbst winter mittag nachmittag abend nacht mitternacht wochenende
    gestern heute morgen vergangenen nächsten letzten vor nach seit bis ehemalige frühere stieg sank gestiegen gesunken`,
  fr: `ne n pas jamais aucun aucune rien personne ni sans guère environ près presque plus moins dessus dessous exactement seulement
    tous toutes tout chaque quelques plusieurs certains certaines moitié tiers quart double peut pourrait pourraient doit peut-être
    zéro deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt trente quarante cinquante soixante
    quatre-vingts cent cents mille million millions milliard milliards dizaine dizaines douzaine centaine centaines millier milliers fois premier première second seconde
    pourcent kilomètre kilomètres mètre mètres kilos tonne tonnes litre litres hectare hectares degrés euro euros dollar dollars franc francs
    heure heures minute minutes jour jours semaine semaines mois an ans année années décennie siècle printemps automne hiver matin midi soir nuit minuit hier demain dernier dernière prochain prochaine
    avant après depuis jusqu ancien ancienne augmenté baissé hausse baisse`,
  es: `no nunca jamás nadie nada ningún ninguno ninguna ni sin apenas unos unas casi cerca alrededor aproximadamente más menos hasta
    exactamente solo sólo todos todas cada algunos algunas varios varias mitad tercio cuarto doble puede podría podrían debe quizá quizás supuestamente
    cero dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince veinte treinta cuarenta cincuenta sesenta setenta ochenta
    noventa cien ciento cientos doscientos quinientos mil miles millón millones millardo docena decenas veces vez primero primera segundo segunda
    kilómetro kilómetros metro metros kilos tonelada toneladas litro litros hectárea hectáreas grados euro euros dólar dólares peso pesos
    hora horas minuto minutos día días semana semanas mes meses año años década siglo primavera verano otoño invierno mediodía tarde noche medianoche ayer hoy mañana pasado pasada próximo próxima
    antes después desde exministro subió bajó aumentó`,
}
/** How words that deny end, where denying is part of the word. */
const denials = /n't$|^(?:않|없|아니)|(?:않|없|아니)/u
/** Words that say what another says, by language: the first of each line stands for all of it. */
const sameWords: Record<string, string[]> = {
  en: ['not no none without cannot', 'all every'],
  de: [
    'nicht ohne kein keine keinen keiner keinem keines',
    'alle allen alles jeder jede jedes jeden jedem',
    'tage tagen',
    'monate monaten',
    'jahre jahren',
  ],
}

/**
 * What a word (in lower case) says of how much, how sure, or that something is not so, as the bare word that says it;
 * null where it says nothing of the kind.
 */
export function howMuchIn(word: string, language: string | null): string | null {
  const primary = languageOf(word, language)
  const list = listOf(primary)
  const said = formsOf(word).find((form) => list.has(form))
  if (said) return sameOf(primary).get(said) ?? said
  if (word.endsWith("n't")) return 'not'
  return denials.test(word) ? word : null
}

/** Whether a word is a figure or one of the words for how much. */
export const isAmount = (word: string, language: string | null): boolean =>
  /[\p{N}\p{Sc}]/u.test(word) || howMuchIn(word, language) !== null

/** Whether a word names a day or a month, or says how much. */
export const isCalendarOrAmount = (word: string, language: string | null): boolean =>
  whenWords(language).has(word) || isAmount(word, language)

/** The names of months and days of the week, in lower case, as the language writes them. */
export function whenWords(language: string | null): ReadonlySet<string> {
  const primary = primaryOf(language)
  const known = calendars.get(primary)
  if (known) return known
  const words = new Set<string>()
  for (const form of ['long', 'short'] as const) {
    const month = new Intl.DateTimeFormat(primary, { month: form, timeZone: 'UTC' })
    const weekday = new Intl.DateTimeFormat(primary, { weekday: form, timeZone: 'UTC' })
    for (let number = 0; number < 12; number++)
      words.add(month.format(Date.UTC(2024, number, 1)).toLowerCase())
    for (let number = 1; number < 8; number++)
      words.add(weekday.format(Date.UTC(2024, 0, number)).toLowerCase())
  }
  calendars.set(primary, words)
  return words
}

function sameOf(primary: string): ReadonlyMap<string, string> {
  const known = same.get(primary)
  if (known) return known
  const lines = (sameWords[primary] ?? []).map((line) => line.split(' '))
  const map = new Map(lines.flatMap((words) => words.map((word) => [word, words[0] ?? word] as const)))
  same.set(primary, map)
  return map
}

const same = new Map<string, ReadonlyMap<string, string>>()
const calendars = new Map<string, ReadonlySet<string>>()
const lists = new Map<string, ReadonlySet<string>>()

function listOf(primary: string): ReadonlySet<string> {
  const list = lists.get(primary) ?? new Set((howMuch[primary] ?? howMuch.en ?? '').split(/\s+/))
  lists.set(primary, list)
  return list
}

/** Words of these scripts are read by their own list in a text of whatever language. */
function languageOf(word: string, language: string | null): string {
  if (isHangul(word)) return 'ko'
  return isArabic(word) ? 'ar' : primaryOf(language)
}

function primaryOf(language: string | null): string {
  const primary = language?.toLowerCase().split('-')[0] ?? 'en'
  return /^[a-z]{2,3}$/.test(primary) ? primary : 'en'
}
