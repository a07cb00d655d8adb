/** What a notice says of one recipient. */
export type NoticeBlock = { recipient: string; words: string }

/** What programs say in every notice: it names no reason, or all of them. */
const phrases = [
  /this (message was created|is an? (automat|permanent))[^.]*\./gi,
  /i'm (afraid i wasn't able|sorry to have to inform)[^.]*\./gi,
  /i've given up\.?|sorry it didn't work out\.?|the following address(es)? failed:?/gi,
  /(the account or domain may not exist|they may be blacklisted|or missing the proper dns entries)[^.]*\.?/gi,
  /a message that you sent (could|has) not[^.]*\./gi,
  /could not be delivered to one or more of its recipients\./gi,
  /the following\s+address\(?(es)?\)?\s+failed:?/gi,
  /your (message|mail)( to [^\s]+)? (could not be|wasn't|was not|couldn't be) delivered( to (one or more|the following) (of its )?(recipients?|destinations?|addresses))?/gi,
  /for further assistance[^.]*\.?|if you do so[^.]*\.|please include this problem report[^.]*\.|you can\s+delete your own text[^.]*\./gi,
  /(smtp )?error from remote (mail )?server after [^:]*:?/gi,
  /\(?in reply to [^)]*command\)?/gi,
  /please (check|verify|contact|try|resend|send|do not)[^.]*\.?/gi,
  /(arrival|last-attempt|received|sent)[- ]?(date|on|at):?.*/gi,
  /(reporting|remote|received-from)-mta:.*/gi,
  /the original message was received at.*\n?(\s*from .*)?/gi,
  /^\s*-*\s*transcript of session follows.*$/gim,
  /\.\.\. while talking to.*/gi,
  /connected to \S+ but/gi,
]

/** A notice without what every notice says. */
export function plainNotice(notice: string): string {
  return phrases.reduce((text, phrase) => text.replace(phrase, ' '), notice.replace(/[’‘]/g, "'"))
}

/** A notice taken apart at the lines that begin with an address: none when there is no such line. */
export function noticeBlocks(notice: string): NoticeBlock[] {
  const blocks: NoticeBlock[] = []
  for (const line of notice.split(/\r?\n/).slice(0, 2000)) {
    const [, address, rest] =
      /^\s*[*"'<[(]*([^\s<>@"'():;,]+@[^\s<>@"'():;,\]]+)[>"'\]).:;,]*(?:\s+(.*)|)$/.exec(line) ?? []
    const last = blocks.at(-1)
    if (address && !(last?.recipient === address.toLowerCase()))
      blocks.push({ recipient: address.toLowerCase(), words: rest ?? '' })
    else if (last) last.words += `\n${line}`
  }
  return blocks
    .map(({ recipient, words }) => ({ recipient, words: plainNotice(words) }))
    .filter(({ words }) => /[a-z\d]{3}/i.test(words))
}
