/** The open claim's pane, once it stands: menus open inside it, so that they belong to a landmark of the page. */
export function detailPane(): HTMLElement | null {
  return document.getElementById('detail')
}
