import '../../../../_styles/workspace.css'
import { Skeleton } from './_frame/skeleton'

export default function Loading() {
  return <Skeleton />
}
