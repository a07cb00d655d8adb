import { RemixBrowser } from '@remix-run/react'
import { StrictMode, startTransition } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { overwriteGetLocale } from '#app/paraglide/runtime.js'

// The server decided the language; the document carries it.
overwriteGetLocale(() => (document.documentElement.lang === 'en' ? 'en' : 'vi'))

/**
 * The framework waits for the page's data by suspending at its root, where React cannot take a press: whoever touches the
 * page meanwhile, and that is when most pages wake, would break it (React's error 345). So we wait first.
 */
async function dataIsRead() {
  try {
    RemixBrowser({})
  } catch (waiting) {
    await waiting
  }
}

void dataIsRead().then(() =>
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <RemixBrowser />
      </StrictMode>,
    )
  }),
)
