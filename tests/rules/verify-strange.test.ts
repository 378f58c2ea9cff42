import { expect, test } from 'vitest'
import { houseScale } from '../../server/claim/scale'
import { faultsOfPage } from '../../server/command/verify/pages/faults-of-page.mjs'
import { dossierRecord } from '../../server/dossier/published/frozen-dossier'
import type { PublishedDossier } from '../../server/dossier/published/published-dossier'
import { claimPage, versionPage } from '../../server/publication/pages/claim/claim-page'
import { dossierPage, dossierVersionPage } from '../../server/publication/pages/dossier/dossier-page'
import { type Edition, editionOf } from '../../server/publication/pages/edition'
import { sampleAnswers, sampleClaims } from '../../server/publication/pages/sample/sample-claims'
import {
  sampleDossier,
  sampleLinks,
  sampleRetractedDossier,
} from '../../server/publication/pages/sample/sample-dossier'
import { everybodyIn, type PublicVersion, recordOf } from '../../server/publication/publication'

type Page = { name: string; html: string; record: object; isVersion: boolean }

const languages = ['en', 'ko', 'ar'] as const
const beside = { answers: sampleAnswers, dossiers: sampleLinks }

/** Pages with every part that one can have, each with the record that it must say. */
function pagesIn(language: (typeof languages)[number], isDemo = false): Page[] {
  const desk = { ...everybodyIn(language), name: 'Meridian', slug: 'meridian', isDemo }
  const edition = editionOf(desk, { origin: 'https://checks.example', stylesheet: '/assets/style.css' })
  const claims = sampleClaims().map((versions, index) => (index === 0 ? versions : versions.map(scaled)))
  return [
    ...claims.flatMap((versions) => pagesOfClaim(versions, edition)),
    ...[sampleDossier(), sampleRetractedDossier()].flatMap((dossier) => pagesOfDossier(dossier, edition)),
  ]
}

/** The first claim is from before scales were kept with what they rated. */
const scaled = (version: PublicVersion): PublicVersion => ({
  ...version,
  content: { ...version.content, scale: houseScale() },
})

function pagesOfClaim(versions: PublicVersion[], edition: Edition): Page[] {
  const [newest] = versions
  if (!newest) return []
  const name = `claim ${newest.number}`
  return [
    { name, html: claimPage(versions, edition, beside), record: recordOf(newest), isVersion: false },
    ...versions.map((version, index) => ({
      ...{ name: `${name}, version ${version.version}`, record: recordOf(version), isVersion: true },
      html: versionPage(version, versions.slice(index + 1), edition),
    })),
  ]
}

function pagesOfDossier(dossier: PublishedDossier, edition: Edition): Page[] {
  const record = dossierRecord(dossier.number, dossier.version, dossier.content)
  const sheet = '/assets/dossier.css'
  return [
    { name: 'dossier', html: dossierPage(dossier, edition, { sheet, ...beside }), record, isVersion: false },
    { name: 'its version', html: dossierVersionPage(dossier, edition, sheet), record, isVersion: true },
  ]
}

const faultsOf = ({ record, html, isVersion }: Page) =>
  faultsOfPage(Buffer.from(JSON.stringify(record)), Buffer.from(html), { isVersion })

test.each(languages)('no page with all that one can have says more than its record: %s', (language) => {
  const pages = [...pagesIn(language), ...pagesIn(language, true)]
  expect(pages.length).toBeGreaterThan(20)
  for (const page of pages) expect([page.name, faultsOf(page)]).toEqual([page.name, []])
})

const more = 'It is true after all.'
const stamp = '<p class="stamp lg v-true"><span>True</span></p>'

/** Ways to add something: what is looked for, and what stands there instead. */
const onClaims: Record<string, [RegExp, string]> = {
  'a stamp below the stamp': [/<p class="stamp[\s\S]*?<\/p>/, `$&${stamp}`],
  'a stamp below the answer': [/<p class="answer[\s\S]*?<\/p>/, `$&${stamp}`],
  'a stamp of another element': [/<\/h1>/, `$&<div class="stamp">True</div>`],
  'words on the stamp': [/<\/span><\/p>(?=<p class="meaning")/, `${more.repeat(6)}$&`],
  'a paragraph below the heading': [/<\/h1>/, `$&<p>${more}</p>`],
  'words above the heading': [/(<p class="slug">)/, `$1${more.repeat(6)}`],
  'words in the heading': [/<\/h1>/, ` ${more}$&`],
  'words below the stamp': [/(<p class="meaning">[^<]*)/, `$1${more.repeat(10)}`],
  'a paragraph in the answer': [/(<p class="answer[\s\S]*?<\/p>)/, `$1<p>${more}</p>`],
  'a second answer': [/(<p class="answer[\s\S]*?<\/p>)/, `$1<p class="answer">${more}</p>`],
  'bare words in the answer': [/(<p class="answer[\s\S]*?<\/p>)/, `$1 ${more}`],
  'a list in the answer': [/(<p class="answer[\s\S]*?<\/p>)/, `$1<ul><li>${more}</li></ul>`],
  'a long heading of the answer': [/<h2>([^<]*)<\/h2>(?=<p class="answer)/, `<h2>$1 ${more.repeat(4)}</h2>`],
  'words before the quote': [/<blockquote[^>]*>(?=<span class="ctx">|<q>)/, `$&${more}`],
  'words after the quote': [/<\/q>/, `$& ${more}`],
  'a second quote': [/<\/blockquote>(?=<figcaption)/, `$&<blockquote>${more}</blockquote>`],
  'a picture beside the quote': [/<figcaption>/, '<img src="/true.png" alt="True"/>$&'],
  'a paragraph in the reasons': [/(<section class="pub-sec body">.*?<\/h2>)/, `$1<p>${more}</p>`],
  'words in a reason': [/(<section class="pub-sec body">.*?<p>)/, `$1${more} `],
  'a citation in the reasons': [
    /(<section class="pub-sec body">.*?<p>)/,
    '$1<a class="cite" href="#source-1">1</a>',
  ],
  'a paragraph in what is not known': [/(<p[^>]*>)Not known\.<\/p>/, `$&<p>${more}</p>`],
  'words in the dissent': [/<blockquote[^>]*>Reason\./, `$& ${more}`],
  'a source': [/<li class="source" id="source-1">[\s\S]*?<\/li>/, '$&$&'],
  'words in a source’s quote': [/(<p class="q"><bdi>“)/, `$1${more} `],
  'a line below a source': [/<p class="m">/, `<p class="q">${more}</p>$&`],
  'an archived copy': [
    /<p class="m">[^<]*<\/p>/,
    `$&<p class="m archived">Archived. <code>${'0'.repeat(64)}</code></p>`,
  ],
  'a source that leads elsewhere': [/(<a class="t" href=")[^"]*/, '$1https://else.example/'],
  'a reply': [/<h2>[^<]*<\/h2><ul class="asked">/, `$&<li><p>${more}</p></li>`],
  'a section': [
    /<section class="pub-sec body">/,
    `<section class="pub-sec" id="more"><h2>News</h2><p>${more}</p></section>$&`,
  ],
  'a section with no name': [
    /<section class="pub-sec body">/,
    `<section class="pub-sec"><h2>News</h2><p>${more}</p></section>$&`,
  ],
  'a note of a correction': [
    /(<header class="pub-head">)/,
    `<section class="corr-note"><p><bdi>${more}</bdi></p></section>$1`,
  ],
  'the standing of a retraction': [
    /(<header class="pub-head">)/,
    `<section class="standing" aria-label="Retracted"><p><b>Retracted.</b> <bdi>${more}</bdi></p><p class="meta">-</p></section>$1`,
  ],
  'a version': [
    /<ol class="versions">/,
    `$&<li><span class="vn">9</span><span>${more}</span><span class="meta">-</span></li>`,
  ],
  'bare words in the check': [/<figure class="cl-quote">/, `${more}$&`],
  'words above the check': [/<main /, `<p>${more}</p>$&`],
  'words below the check': [/<footer /, `<div>${more}</div>$&`],
  'words in the drawings': [/<svg class="sprite"[^>]*>/, `$&<text>${more}</text>`],
  'words in the citation': [/(<section class="cite-as">.*?<p class="citeas">)/, `$1${more.repeat(30)}`],
}

/** Ways to hide what is said, or have it read out otherwise. */
const hidden: Record<string, [RegExp, string]> = {
  'an answer that nobody sees': [/<p class="answer"/, '<p class="answer" hidden=""'],
  'an answer without a size': [/<p class="answer"/, '<p style="font-size:0" class="answer"'],
  'an answer for listeners alone': [/<p class="answer"/, '<p class="answer vh"'],
  'an answer that is read out otherwise': [/<p class="answer"/, `<p aria-label="${more}" class="answer"`],
  'a stamp that is not read out': [/<p class="stamp/, '<p aria-hidden="true" class="stamp'],
  'a style sheet in the check': [/<figure class="cl-quote">/, '<style>.stamp{display:none}</style>$&'],
  'an element that is not closed': [/<figure class="cl-quote">/, `<div>$&`],
}

const onDossiers: Record<string, [RegExp, string]> = {
  'a paragraph below the heading': [/<\/h1>/, `$&<p>${more}</p>`],
  'words in the heading': [/<\/bdi><\/h1>/, ` ${more}$&`],
  'an article': [/<ul class="dos-articles">/, `$&<li><a href="/a/9">${more}</a></li>`],
  'words at an article': [/(<ul class="dos-articles"><li>.*?)<\/li>/, `$1 ${more}</li>`],
  'an explanation': [/<p><b>/, `<p><b>Other dates.</b> ${more}</p>$&`],
  'words in an explanation': [/(<p><b>[^<]*<\/b> Text\.)/, `$1 ${more}`],
  'a section': [
    /<section class="pub-sec" aria-labelledby="articles">/,
    `<section class="pub-sec"><h2>News</h2><p>${more}</p></section>$&`,
  ],
  'a retraction': [
    /<header class="pub-head">/,
    `<section class="dos-retracted" aria-label="-"><p><b>Retracted.</b> <bdi>${more}</bdi></p><p class="meta">-</p></section>$&`,
  ],
  'words in a retraction': [/(<section class="dos-retracted".*?<bdi>[^<]*)/, `$1 ${more}`],
  'a paragraph in a retraction': [
    /(<section class="dos-retracted".*?)<\/section>/,
    `$1<p>${more}</p></section>`,
  ],
  'a paragraph among remarks': [/(<div class="dos-remarks">)/, `$1<p>${more}</p>`],
  'a paragraph in a remark': [/(<div class="dos-remarks">.*?<\/h4>)/, `$1<p>${more}</p>`],
  'words on a card': [/<div class="dos-flag"[^>]*>/, `$&<p>${more}</p>`],
}

const all = languages.flatMap((language) => pagesIn(language))

const cases = (ways: Record<string, [RegExp, string]>, of: 'claim' | 'dossier') =>
  Object.entries(ways).map(([name, way]) => [name, of, way] as const)

test.each([...cases(onClaims, 'claim'), ...cases(hidden, 'claim'), ...cases(onDossiers, 'dossier')])(
  'what is added is found: %s of a %s',
  (_, of, [from, to]) => {
    let changed = 0
    for (const page of all) {
      if ('dossier' in page.record !== (of === 'dossier')) continue
      const html = page.html.replace(from, to)
      if (html === page.html) continue
      changed += 1
      expect([page.name, faultsOf({ ...page, html })]).not.toEqual([page.name, []])
    }
    expect(changed).toBeGreaterThanOrEqual(languages.length)
  },
)
