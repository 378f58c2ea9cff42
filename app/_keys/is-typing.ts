/** Whether a key press belongs to a field: single-key commands keep still there (WCAG 2.1.4). */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  // A chosen verdict keeps the focus, and the next key may choose another; nobody types into a slider.
  if (target instanceof HTMLInputElement && ['radio', 'checkbox', 'range'].includes(target.type)) return false
  return target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName)
}
