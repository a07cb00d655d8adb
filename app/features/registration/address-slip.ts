import { likelyAddress } from './domain/links/likely-address.ts'

/** Asks after an address that somebody probably meant, once it is typed: by the rule that the server has, too. */
function askAfter(field: HTMLInputElement): void {
  const slip = document.getElementById(`${field.id}-hint`)?.querySelector<HTMLElement>('[data-slip]')
  // What is drawn anew must be as the server sent it.
  if (!slip || ('__remixContext' in window && !('hydrated' in document.documentElement.dataset))) return
  const meant = likelyAddress(field.value)
  slip.hidden = !meant
  slip.textContent = meant ? (slip.dataset.slip ?? '').replace('{address}', meant) : ''
}

// Not while it is typed: half an address is no slip.
addEventListener('focusout', ({ target }) => {
  if (target instanceof HTMLInputElement && target.type === 'email') askAfter(target)
})
