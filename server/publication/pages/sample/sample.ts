import { houseScale } from '../../../claim/scale'
import { annotationJson, annotationsJson } from '../../api/annotation'
import { articleJson } from '../../api/article-json'
import { claimJson } from '../../api/claim-json'
import { dossierJson } from '../../api/dossier/dossier-json'
import { checkCopy } from '../../copy/check-copy'
import { copyDocx } from '../../copy/copy-docx'
import { copyHtml } from '../../copy/copy-html'
import { copyText } from '../../copy/copy-text'
import type { PublicVersion } from '../../publication'
import { articlePage } from '../article/article-page'
import { claimPage, versionPage } from '../claim/claim-page'
import { deskPage } from '../desk/desk-page'
import { dossierPage } from '../dossier/dossier-page'
import { ledgerSvg } from '../dossier/ledger-svg'
import type { Edition } from '../edition'
import { embedPage } from '../embed/embed-page'
import { feedFiles } from '../feed'
import { sampleAnswers, sampleArticle, sampleClaims, sampleTexts } from './sample-claims'
import { sampleDossier, sampleFeed, sampleLinks, sampleRetractedDossier } from './sample-dossier'

/**
 * Invented pages and documents that show every part one can have. What they look like stands for the template: when it
 * changes (markup, words, style sheet, the desk's name, the origin), pages made before must be made again.
 */
export function samplePages(edition: Edition): string[] {
  const claims = sampleClaims()
  const checked = sampleArticle()
  const [first = []] = claims
  const [newest, older] = first
  if (!newest || !older) throw new Error('the sample has two versions')
  return [
    ...claims.map((versions) =>
      claimPage(versions, edition, { answers: sampleAnswers, dossiers: sampleLinks }),
    ),
    embedPage(newest, edition),
    versionPage(older, [], edition),
    ...claims.flatMap((versions) => versions.map((version) => sampleCopy(version, edition))),
    JSON.stringify(
      claims.map((versions) => [claimJson(versions, edition), annotationJson(versions, edition)]),
    ),
    JSON.stringify([articleJson(checked, edition), annotationsJson(checked, edition)]),
    deskPage({ texts: sampleTexts, scale: houseScale(edition.say), listed: [] }, edition),
    dossierPage(sampleDossier(), edition, { sheet: '', answers: sampleAnswers }),
    dossierPage(sampleRetractedDossier(), edition, { sheet: '', answers: [] }),
    ledgerSvg(sampleDossier(), edition),
    JSON.stringify(dossierJson(sampleDossier(), edition)),
    articlePage(checked, edition, { answers: sampleAnswers, dossiers: sampleLinks }),
    ...feedFiles(sampleFeed([newest, older]), edition).map(({ content }) => content),
  ]
}

function sampleCopy(version: PublicVersion, edition: Edition): string {
  const copies = [checkCopy(version, edition)]
  return [copyHtml(copies), copyText(copies), copyDocx(copies).toString('base64')].join()
}
