import type { LoaderFunction } from '@remix-run/node'
import { UNSAFE_SingleFetchRedirectSymbol as instead } from '@remix-run/server-runtime'

/**
 * A loader whose data its page shows and no script reads. Remix writes down what loaders found for the browser even where
 * nothing hydrates; an object with this mark stands for what the mark says, which is nothing.
 */
export function unsent(loader: LoaderFunction): LoaderFunction {
  const run: LoaderFunction = async (args) => {
    const found = await loader(args)
    return isWrapped(found) ? { ...found, data: marked(found.data) } : marked(found)
  }
  return Object.assign(run, loader)
}

type Wrapped = { type: 'DataWithResponseInit'; data: unknown; init: unknown }

/** What `data()` of Remix makes: data with headers. */
function isWrapped(found: unknown): found is Wrapped {
  return isObject(found) && found.type === 'DataWithResponseInit'
}

/** A copy: the original may be shown elsewhere. */
function marked(found: unknown): unknown {
  if (!isObject(found) || Object.getPrototypeOf(found) !== Object.prototype) return found
  return Object.defineProperty({ ...found }, instead, { value: 0 })
}

const isObject = (found: unknown): found is Record<string, unknown> =>
  typeof found === 'object' && found !== null
