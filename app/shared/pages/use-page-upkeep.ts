import { useMatches, useRevalidator } from '@remix-run/react'
import { useEffect, useSyncExternalStore } from 'react'
import { pageUpkeep, rememberPage, type Upkeep } from './kept-page.ts'

const pauses = [2000, 4000, 8000, 15_000]

/** How the page in sight stands; while it is not up to date it is fetched again, later and later, until it is. */
export function usePageUpkeep(): Upkeep {
  const upkeep = useSyncExternalStore(pageUpkeep.subscribe, pageUpkeep.now, () => 'current' as const)
  const page = useMatches().at(-1)
  const { revalidate } = useRevalidator()
  useEffect(() => {
    if (page) rememberPage(page.pathname, page.data)
  }, [page])
  useEffect(() => {
    if (upkeep === 'current') return
    let tries = 0
    let timer: ReturnType<typeof setTimeout> | undefined
    const wait = () => {
      timer = setTimeout(again, pauses[Math.min(tries++, pauses.length - 1)])
    }
    const again = () => {
      clearTimeout(timer)
      revalidate()
      wait()
    }
    if (upkeep === 'away') wait()
    addEventListener('online', again)
    // Somebody may have signed in again in another tab.
    addEventListener('focus', again)
    return () => {
      clearTimeout(timer)
      removeEventListener('online', again)
      removeEventListener('focus', again)
    }
  }, [upkeep, revalidate])
  return upkeep
}
