import { expect, test } from 'vitest'
import type { ClaimKind, Verdict } from '../../db/vocabulary'
import { houseScale, type Scale } from '../../server/claim/scale'
import { checkClaimReview } from '../../server/publication/claim-review-rules'
import { claimPage } from '../../server/publication/pages/claim/claim-page'
import { aPublicVersion, editionFor, publicDesk } from '../public-version'

/** [statement, who said it, short answer] */
type Told = [statement: string, speaker: string, shortAnswer: string]
/** A desk that writes in one script, what it calls False, and six claims; people and places are invented. */
type Desk = { name: string; language: string; madeUp: string; claims: Told[] }

const desks: Record<string, Desk> = {
  Latin: {
    ...{ name: 'Łąka & Ærø Fact Desk', language: 'en', madeUp: 'Made up' },
    claims: [
      ['The ferry to Ærskjold has not sunk since 1911.', 'Þóra Ønsdal', 'It sank twice, in 1934 and 1978.'],
      ['“Nobody < 18” may vote in Karsell & Lund.', '', 'The rule says 16 for the council.'],
      ['Żółć bridge cost 4,2 million crowns.', 'Zbyšek Žďárský', 'Its accounts say 4.2 million.'],
      ['Ice on Lake Ŋuorri melts 11 days earlier than in 1950.', 'The institute', 'The mean is 10.6 days.'],
      ['The photo shows the flood at Saint-Œuf.', 'A forum', 'It was taken in another valley.'],
      ['Taxes fell by 3 % ﬁve years running </script>.', 'M. “Ed” O’Dell', 'Four of the five years.'],
    ],
  },
  Cyrillic: {
    ...{ name: 'Бюро проверки Северный', language: 'ru', madeUp: 'Выдумка' },
    claims: [
      ['Мост в Заречинске построен за 90 дней.', 'Мэр Орлянский', 'Стройка длилась 214 дней.'],
      ['В Карселе больше библиотек, чем школ.', 'Ёлкина Ульяна', 'Библиотек 12, школ 31.'],
      ['Поезд № 8 ни разу не опоздал в 2025 году.', '', 'Опоздал 17 раз.'],
      ['Каждый третий двор без воды.', 'Совет дворов', 'По переписи — каждый девятый.'],
      ['Видео снято на площади Липовой.', 'Канал «Окно»', 'Здания те же, год другой.'],
      ['Цена хлеба выросла на 5 %.', 'Министр Щукин', 'Да: на 5,1 % за год.'],
    ],
  },
  Arabic: {
    ...{ name: 'مكتب التحقق الشرقي', language: 'ar', madeUp: 'مختلق' },
    claims: [
      ['بُني سد الوادي الأزرق في سنة واحدة.', 'وزيرة المياه', 'استغرق البناء ثلاث سنوات.'],
      ['عدد سكان مدينة نورسان ٤٥٠ ألفًا.', '', 'يقول التعداد ٤٤٨ ألفًا.'],
      ['لم ترتفع أسعار القمح منذ ٢٠٢٠.', 'تاجر', 'ارتفعت مرتين.'],
      ['المطار مغلق منذ ٣ أشهر.', 'صحيفة المرسى', 'أُغلق مدرج واحد فقط.'],
      ['الصورة من حريق السوق القديم.', 'حساب مجهول', 'الصورة من مدينة أخرى.'],
      ['ثلث المدارس بلا كهرباء.', 'نقابة المعلمين', 'لا توجد أرقام كاملة.'],
    ],
  },
  Hangul: {
    ...{ name: '한빛 사실 확인실', language: 'ko', madeUp: '지어낸 말' },
    claims: [
      ['노을시 지하철은 하루 백만 명이 탄다.', '시장 구름결', '작년 평균은 71만 명이다.'],
      ['새 다리는 지진에도 무너지지 않는다.', '', '시험 기록이 없다.'],
      ['쌀값이 10년 동안 오르지 않았다.', '농민회', '두 번 올랐다.'],
      ['별빛항에는 배가 300척 있다.', '항만청', '등록된 배는 298척이다.'],
      ['영상은 어제 태풍을 찍은 것이다.', '익명 글', '3년 전 영상이다.'],
      ['학생 수가 절반으로 줄었다.', '교육감', '48 % 줄었다.'],
    ],
  },
  Devanagari: {
    ...{ name: 'उत्तर तथ्य कक्ष', language: 'hi', madeUp: 'मनगढ़ंत' },
    claims: [
      ['नीलपुर का पुल दो महीने में बना।', 'महापौर वर्धिनी', 'निर्माण में चौदह महीने लगे।'],
      ['गाँव में हर घर में नल है।', '', 'दस में से सात घरों में है।'],
      ['चावल का दाम १५ साल से नहीं बढ़ा।', 'किसान संघ', 'तीन बार बढ़ा।'],
      ['झील का पानी पीने योग्य है।', 'जल बोर्ड', 'दो जाँचों में योग्य, एक में नहीं।'],
      ['तस्वीर कल की बाढ़ की है।', 'एक संदेश', 'तस्वीर पुरानी है।'],
      ['स्कूलों की संख्या दुगुनी हुई।', 'शिक्षा मंत्री', 'बढ़ोतरी ४० % है।'],
    ],
  },
}

/** What differs from one claim of a desk to the next, so that each desk has every case. */
const cases: { verdict: Verdict; kind: ClaimKind; saidAt: string; isCorrected?: true; isOwnScale?: true }[] =
  [
    { verdict: 'false', kind: 'date', saidAt: '2026-03-05', isOwnScale: true },
    { verdict: 'misleading', kind: 'comparison', saidAt: '2026-03' },
    { verdict: 'mostly-false', kind: 'number', saidAt: '2025' },
    { verdict: 'half-true', kind: 'cause', saidAt: '', isCorrected: true },
    { verdict: 'unproven', kind: 'picture', saidAt: 'last spring' },
    { verdict: 'mostly-true', kind: 'video', saidAt: '2026-02-28', isCorrected: true },
  ]

const fixtures = Object.entries(desks).flatMap(([writing, { claims, ...desk }]) =>
  claims.map(([statement, speaker, shortAnswer], index) => ({
    ...{ writing, desk, statement, nth: index + 1 },
    claim: { statement, speaker, shortAnswer },
    of: cases[index] ?? cases[0],
  })),
)

test('there are thirty claims in five scripts', () => {
  expect(fixtures).toHaveLength(30)
  expect(new Set(fixtures.map(({ statement }) => statement)).size).toBe(30)
})

test.each(fixtures)('claim $nth in $writing letters breaks no rule: $statement', ({ desk, claim, of }) => {
  if (!of) throw new Error('each claim has a case')
  const { isCorrected, isOwnScale, ...parts } = of
  const scale = isOwnScale && scaleWith(desk.madeUp)
  const address = `https://ledger.example/${encodeURIComponent(claim.statement)}`
  const appearances = [{ id: 'first', address, date: parts.saidAt }]
  const version = (number: number) =>
    aPublicVersion({ ...parts, ...claim, appearances }, number, scale || undefined)
  const versions = isCorrected ? [version(2), version(1)] : [version(1)]
  const [sealed] = versions
  const html = claimPage(
    versions,
    editionFor({ ...publicDesk, name: desk.name, language: desk.language }, 'https://проверка.example'),
  )
  const now = new Date('2026-04-01T00:00:00Z')
  expect(checkClaimReview({ html, now, sealed, scale: scale || undefined, others: [] })).toEqual([])
})

function scaleWith(madeUp: string): Scale {
  return houseScale().map((entry) => (entry.verdict === 'false' ? { ...entry, label: madeUp } : entry))
}
