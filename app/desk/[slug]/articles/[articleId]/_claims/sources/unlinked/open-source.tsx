import type { Source } from '@/server/source/source'
import { SourceForm } from '../source-form'
import { ConfidentialForm } from './confidential-form'
import { UnlinkedForm } from './unlinked-form'

type Props = { source: Source; number: number; onClose: () => void }

/** The form that fits a source. */
export function OpenSource(props: Props) {
  const { unlinked, confidential } = props.source
  if (confidential) return <ConfidentialForm {...props} reason={confidential.reason} />
  if (unlinked) return <UnlinkedForm {...props} unlinked={unlinked} />
  return <SourceForm {...props} />
}
