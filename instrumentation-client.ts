import { tellSetOff } from './app/_ui/wait/set-off'

/** Next calls it whenever another page is asked for, by a link, a key or the browser's own buttons. */
export function onRouterTransitionStart() {
  tellSetOff()
}
