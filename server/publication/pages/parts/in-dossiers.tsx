import type { DossierLink } from '../../../dossier/published/frozen-dossier'
import type { Edition } from '../edition'

/** The dossiers in which the figures of this article stand beside those of others; nothing where there is none. */
export function InDossiers({ dossiers, edition }: { dossiers: DossierLink[]; edition: Edition }) {
  if (dossiers.length === 0) return null
  return (
    <section className="pub-sec" id="dossiers">
      <h2>{edition.say('publicDossier.inDossier')}</h2>
      <ul>
        {dossiers.map(({ path, name }) => (
          <li key={path}>
            <a href={path}>
              <bdi>{name}</bdi>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
