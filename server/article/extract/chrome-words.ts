import { furnitureAbroad, siteSentencesAbroad, stopsAbroad } from './chrome-words-abroad'

/** Lines after which an article is over: what follows belongs to the site (whole short lines, lower case). */
const stops = [
  /^(?:related|more)(?: (?:articles?|stories|news|content|posts?|topics?|reading|links|coverage|videos?|items|information|resources|tags))?:?$/,
  /^(?:more|also|see more|see also|read more|latest|other (?:news|stories|articles)) (?:from|by|on|in|about|stories|news|like)\b.{0,60}[^.?!]$/,
  /^more (?:world|politics|business|sports?|opinion|health|science|tech(?:nology)?|entertainment|national|local|international|region|regional|culture)(?: (?:news|stories|headlines|coverage|videos?))?$/,
  /^(?:you|we) (?:may|might|(?:may|might) also|think you(?:'ll)?)(?: also)? (?:like|be interested|enjoy|have missed)\b.{0,30}$/,
  /^recommended(?: for you| stories| reading| articles| videos?| by .{0,30})?:?$/,
  /^(?:the )?most (?:read|popular|viewed|shared|commented|recent|watched|discussed)\b.{0,30}$/,
  /^(?:trending|popular|featured)(?: (?:now|stories|news|posts|articles|topics|today|videos?|on .{0,30}))?:?$/,
  /^(?:latest|top|breaking|recent|today'?s|more) (?:news|stories|posts?|headlines|articles|videos?|updates)\b.{0,30}$/,
  /^editor'?s'? ?(?:picks?|choice)$/,
  /^(?:read|up|watch|coming up) next\b.{0,40}$/,
  /^(?:next|previous|prev|older|newer) (?:story|article|post|up|page)s?\b(?:.{0,120}[^.!?])?$/,
  /^(?:view |show |see |load |read |hide |all |\(?\d+\)? ?)*(?:comments?|replies|responses)(?: ?\(?\d*\)?| are closed\.?| on this .{0,20}| policy| section)?:?$/,
  /^(?:leave|post|write|add|submit) (?:a |your )?(?:comment|reply|response)\b.{0,30}$/,
  /^join (?:the|our) (?:conversation|discussion|debate)\b.{0,40}$/,
  /^(?:about (?:the|this) authors?|author bio|meet the author|about the writer)$/,
  /^(?:sponsored|promoted|paid|partner)(?: (?:content|stories|links|posts?))?$/,
  /^(?:stories )?(?:from )?around the web$/,
  /^explore more\b.{0,40}$/,
  /^(?:topics?|tags?|keywords|categories|filed under|filed in|posted in|tagged)(?: ?:.*| in this (?:story|article))?$/,
  /^(?:tags|tagged(?: (?:as|with|in|under))?|filed (?:under|in)|posted in) [^.]{2,200}$/,
  /^(?:follow|find|connect with|contact) us\b.{0,60}$/,
  /^(?:share|spread) (?:this|the) (?:article|story|post|page|news|word|entry)s?\b.{0,30}$/,
  /^(?:©|\(c\) ?(?:19|20)\d\d|copyright (?:©|\(c\)|(?:19|20)\d\d|by\b)).{0,200}$/,
  /\ball rights reserved\b/,
  /^(?:privacy (?:policy|notice)|terms (?:of (?:use|service)|and conditions|& conditions)|cookie (?:policy|settings|preferences))\b.{0,40}$/,
  /^(?:bottom of page|back to top|return to top|end of (?:article|content))$/,
  /^our standards: /,
  /^more great .{2,30} stories$|^(?:you might also like|sources?: (?:news )?agencies)[:!]?$/,
  /^this entry was (?:posted|filed|tagged)\b|^this document is subject to copyright\b/,
  /^(?:get|read|download|open|use|try) (?:the|our) .{0,30}\bapp\b.{0,40}$/,
  /^(?:site ?map|quick links|useful links|footer|site index|company|our sites)$/,
  /^(?:mehr zum thema|lesen sie auch|das könnte sie auch interessieren|meistgelesen|kommentare?(?: \(\d+\))?|zur startseite)$/,
  /^(?:(?:à )?lire aussi|sur le même sujet|les plus lus|(?:\d+ )?commentaires?|articles? (?:liés?|associés?))$/,
  /^(?:(?:lea|lee|ver) también|lo más (?:leído|visto)|comentarios|noticias relacionadas|más (?:noticias|información))$/,
  /^(?:leggi anche|i più letti|commenti|articoli correlati|leia (?:também|mais)|mais lidas|comentários|lees ook|reacties|meest gelezen|läs (?:mer|också)|les også|læs også)$/,
  ...stopsAbroad,
]

/** Lines and short texts of the site itself, wherever they stand: buttons, shares, adverts, menus. */
const furniture = [
  /^(?:advertisement|advertising|advert|ad|ads|ad feedback|anzeige|werbung|publicité|publicidad|pubblicità|reklame|annons|story continues(?: below)?.{0,40}|article continues.{0,40}|scroll (?:down )?to continue.{0,20}|continue reading.{0,60}|skip (?:to|past).{0,50}|skip advert(?:isement)?|video ad feedback|advertisement - .{0,40}|iklan|anuncio|media playback is unsupported.{0,30}|image copyright|image source,?|(?:image |photo |picture )?caption,?|click to (?:expand|enlarge|view|zoom)\b.{0,20}|close panel|about sharing|image \d+ of ?\/ ?\d+)$/,
  /^(?:share|shares|print|email|e-mail|save|bookmark|copy(?: link)?|link copied.?|facebook|twitter|x|linkedin|whatsapp|telegram|reddit|pinterest|instagram|youtube|tiktok|threads|bluesky|flipboard|messenger|line|rss|tweet|like|follow|pocket|sms|comment|gift(?: this)?(?: article)?|resize|text size|font size|a|aa|listen|play|pause|mute|close|open|ok|more|less|show more|show less|see more|view all|see all|load more|expand|collapse|zoom|enlarge(?: image)?|view gallery|fullscreen|0:00|loading\.*|transcript|toggle.{0,30}|subscribe(?: now| today)?!?|support us|donate(?: now)?!?|join(?: us)?(?: now)?|newsletters?|premium|exclusive|watch(?: live| now)|gallery|menu|login|log in|log ?out|sign in|sign up|register|my account|account|profile|sections?|navigation|main menu|top of page|page \d+.{0,10}|home ?page|accept(?: all)?(?: cookies)?|reject(?: all)?|manage (?:cookies|preferences|consent)|got it|no thanks|learn more|read more|read full (?:story|article).{0,20}|click here.{0,60}|next|previous|prev|back|done|submit|cancel|active stocks|e-?paper|get app|go ad.free|teilen|drucken|partager|imprimer|compartir|imprimir|condividi|stampa)[.:!›»>]*$/,
  /^(?:share|post|send|tweet|pin|email|print|save|bookmark) (?:this |it |the |to |on |via |with |by )+(?:article|story|page|post|facebook|twitter|x|linkedin|whatsapp|telegram|reddit|email|e-mail|friends?|others|pinterest|tumblr|later|link).{0,40}$/,
  /^share (?:full article|options|your thoughts|this|via)$|^click to (?:share|print|email|tweet|copy)\b.{0,60}$|\b(?:opens in (?:a )?new (?:window|tab)|click to tweet)\)?$|^follow .{2,40} on$|^(?:like|enjoyed?) this (?:story|article|post)\b.{0,60}$|^sharing is caring!?$/,
  /^(?:facebook|twitter|x|linkedin|whatsapp|email|print|copy link|share|save|telegram|reddit|pinterest|instagram)(?:[ ,|•·/]+(?:facebook|twitter|x|linkedin|whatsapp|email|print|copy link|share|save|telegram|reddit|pinterest|instagram|more|comment))+$/,
  /^(?:\d+|an?|one|two|three|four|five) (?:min|mins|minutes?)(?:[ -]read(?:ing)?)?(?: time)?$/,
  /^(?:estimated |est\.? )?reading time\b.{0,30}$|^(?:read|listen)(?:ing)? time\b.{0,20}$|^\d+[\d,.]*k? (?:shares?|views?|likes?|followers?|reads?|comments?|retweets?)$|^(?:views?|shares?|comments?|likes?) ?: ?[\d,.]+k?$/,
  /^(?:listen to|hear|play) (?:this|the) (?:article|story|audio)\b.{0,60}$|^listen(?: to article)?\s*\(?\d.{0,20}$|^this (?:audio|article) (?:is|was) (?:auto-generated|generated|read|voiced)\b.{0,90}$/,
  /^(?:read more|read also|also read|also see|see also|related|read|read this|see more|more|watch|watch also|recommended|don'?t miss|must read|also on .{2,30}|in pictures|gallery|lesen sie (?:auch|mehr)|lire aussi|à lire aussi|lea también|leggi anche|leia também|lees ook|читайте также) ?(?:[:|»›>→]| - | – ).{0,180}$/,
  /^(?:enter|your|type) (?:your )?(?:e-?mail|name|search|comment|keyword)s?\b.{0,40}$/,
  /^(?:\d+|an?|one|few|a few) (?:sec(?:ond)?s?|min(?:ute)?s?|hours?|hrs?|days?|weeks?|months?|years?)(?: ago)$|^just now$|^yesterday$|^\d+ ?[hdmw](?: ago)?$/,
  /^(?:play|watch|open|click to play) (?:video|the video|image|in app)\b.{0,60}$|^video (?:duration|player|unavailable|caption)\b.{0,60}$|^(?:image|picture|slide|photo) ?\d+ ?(?:of|\/) ?\d+$|^\d+ ?\/ ?\d+$|^\d{1,2}:\d{2}(?: ?\/ ?\d{1,2}:\d{2})?$/,
  /^(?:this article is|this story is) more than \d+ (?:year|month)s? old$/,
  /^(?:opens? in|external link).{0,40}$/,
  /^(?:acquire|purchase) licensing rights\b.{0,40}$|^more sharing options$|^related (?:article|story|video)s? .{0,160}[^.?!]$|^from wikipedia, the free encyclopedia$|^jump to (?:content|navigation|search)$|^\(?end\)?$|^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$|^(?:https?:\/\/|www\.)\S+$/,
  /^(?:select|choose|change) (?:your )?(?:language|country|region|edition|location)\b.{0,30}$/,
  /^add (?:.{2,30} )?(?:as a preferred source|on google|to (?:favou?rites|myft|list)).{0,40}$|^(?:prefer|follow) .{2,30} on google.{0,20}$|^google preferred source$/,
  /^(?:key (?:takeaways )?)?(?:summary )?generated by ai\b.{0,60}$/,
  /^(?:premium|subscribers? only|for subscribers|members only|sponsored|advertorial|promoted|breaking news|don'?t miss|highlights)[:!]?$/,
  ...furnitureAbroad,
]

// Words of a menu that may also head a part of an article: they count where other furniture stands around them.
const menuWord =
  /^(?:live|breaking|watch|video|audio|photos?|search|home|news|world|politics|business|sports?|opinion|culture|lifestyle|science|health|technology|tech|entertainment|weather|markets|about|about us|contact|contact us|help|faq|careers|jobs|advertise|archive|english|français|deutsch|español|edition|international|us|uk)$/

/** Whole sentences that a site says about itself. */
const siteSentences = [
  /\b(?:we|this (?:web)?site|our (?:web)?site|our partners) (?:and our partners )?uses? (?:cookies|akismet|trackers)\b|\bour partners (?:store|process|use)\b/,
  /\b(?:our cookie (?:policy|notice)|cookie (?:settings|preferences)|accept (?:all )?cookies|use of cookies|cookies to (?:ensure|improve|give you|offer|provide))\b/,
  /\bour privacy policy\b|\bprivacy policy and terms of (?:use|service)\b|\bprotected by recaptcha\b/,
  /\b(?:by|when) (?:signing up|subscribing|clicking|registering|continuing|submitting|providing).{0,80}\byou (?:agree|accept|consent|confirm|acknowledge|may receive)/,
  /\b(?:sign up|subscribe)\b.{0,60}\b(?:newsletters?|your inbox|briefing|unlimited|our (?:.{0,20} )?(?:e-?mails?|updates|alerts|daily|weekly|free|channel))\b/,
  /\b(?:in|to|into|straight to) your (?:inbox|e-?mail|mailbox)\b|\bmeet your inbox\b/,
  /\bnewsletter\b.{0,40}\b(?:sign up|subscribe|delivered|here)\b/,
  /\b(?:disable|disabling|turn off|whitelist)\b.{0,40}\bad-?block/,
  /\bad-?block(?:er)? (?:detected|is on)\b/,
  /\bunlock (?:a world|unlimited|this article|full access|all)\b.{0,120}\b(?:benefits|access|log ?in|subscri|click|articles|stories)\b/,
  /\balready (?:a subscriber|have an account)\b|\balready a member\?|\bnot a (?:subscriber|member) yet\?|\bto continue reading\b|\bsubscribe (?:now |today )?to (?:read|continue|unlock|get|access)\b|\bthis (?:article|content|story) is (?:only |reserved )?for (?:subscribers|members)\b/,
  /^(?:download|install|switch to|get) (?:the|our) .{0,30}\bapp\b|\b(?:download|install|get) our .{0,30}\bapp\b/,
  /^(?:you can )?follow .{2,40}? on (?:facebook|twitter|x|instagram|linkedin|telegram|whatsapp|youtube|google news|bluesky|threads|social media)\b|\b(?:follow|like|find|join) us on\b/,
  /^(?:get|receive) (?:the )?(?:latest|breaking|top|daily|our|all|more) .{0,80}\b(?:alerts|headlines|newsletters?|updates|delivered)\b|\b(?:news|stories|headlines) .{0,50}\bdelivered (?:weekday|weekend|every morning|daily|weekly|straight|directly)\b/,
  /\bquotes (?:are )?delayed\b|\bmarket data (?:is )?provided\b|\bfor your personal, non-?commercial use\b|\bupdate to a modern browser\b|\byou are on internet explorer\b/,
  /\byour (?:tax.deductible )?(?:gift|donation|contribution) (?:can|will|helps?|makes?|today)\b/,
  /\b(?:support|fund|back) (?:our|independent|quality|fearless|public.interest) (?:journalism|reporting|newsroom)\b/,
  /^(?:please )?(?:become a|join as a) (?:member|subscriber|supporter|patron)\b|\bbecome a (?:subscriber|patron|paying member)\b/,
  /\bthis material may not be (?:published|reproduced)|\bmay not be published, broadcast|\breproduction (?:in whole or in part )?(?:is )?(?:strictly )?prohibited\b|\breproduction without (?:written )?permission\b/,
  /\bour standards: the\b|\bthomson reuters trust principles\b/,
  /\b(?:please )?(?:enable|turn on) (?:javascript|cookies)\b|\byour browser (?:does not|doesn't|is not) support|\bunable to (?:load|play) (?:the )?(?:video|media)/,
  /\blearn how your (?:comment )?data is processed\b|\byour email address will not be published\b|\brequired fields are marked\b|\bsave my name, email\b/,
  /\b(?:have a (?:news )?(?:tip|story idea)|got a (?:news )?(?:tip|story)|send us (?:your )?(?:tips|letters|feedback))\b.{0,120}(?:@|\bemail\b|\bcontact\b|\bhere\b)/,
  /\b(?:click|tap) here (?:to|for) (?:read|join|subscribe|sign|get|download|follow|see|more|the)\b/,
  /\bread (?:the )?full (?:story|article) (?:here|on|at)\b|\bthis (?:article|story|post) (?:was )?(?:first|originally) (?:appeared|published) (?:on|in|at|by)\b/,
  /\bview(?:ing)? (?:this )?in (?:your )?browser\b|\bmark as (?:read|spam)\b|\bregistered in england\b|\bregistered (?:charity|company) (?:no\b|number|\d)/,
  /^(?:for (?:all )?(?:the )?latest|catch (?:all )?the latest|stay (?:updated|tuned|informed|connected)|keep up with|check out (?:our|all)|don't miss (?:out|our)) \b.{0,200}\b(?:news|updates|stories|newsletter|app|subscribe|channel|coverage|here)\b/,
  /\b(?:contain|use|are|include)s? affiliate\b|\baffiliate (?:commission|links?)\b|\b(?:may|might|could) (?:earn|receive|get) an? (?:.{0,20} )?commission\b/,
  /\bthis (?:slideshow|video|page|feature|content) requires javascript\b|\bbookmark the permalink\b|\btell us what you think (?:about|of) (?:our|the new)\b|\bchat with us (?:in|on)\b|\bdo you rely on .{2,30} reporting\b/,
  ...siteSentencesAbroad,
]

/** Signed-off lines under an article: who wrote, edited and can be written to. */
const signOffs = [
  /^(?:[Ww]rite to|[Ee]-?mail|[Cc]ontact)(?: (?:the )?(?:author|reporter|writer))?:?\s+(?:\p{Lu}[\p{L}'’.-]*(?:\s+(?:and\s+)?)?){1,8}(?:at\b|on\b|@|:|here\b|$)/u,
  /^\(?(?:[Aa]dditional |[Mm]ore )?(?:[Rr]eporting|[Ww]riting|[Ee]diting|[Ee]dited|[Ww]ritten|[Rr]eported|[Cc]ompiled|[Tt]ranslated|[Pp]roduced)(?:(?:,| and) (?:writing|editing|reporting|edited|translated|written|additional reporting))* by (?:(?:\p{Lu}[\p{L}'’.-]*|and|in|for|of|by|with|the|additional|reporting|writing|editing|edited|translated|written|from|-|–|&)[,;.)]*\s*){1,45}$/u,
  /^(?:\p{Lu}[\p{L}'’.-]*\s+){2,4}is (?:an? |the )?(?:[\p{L}'’-]+ ){0,6}(?:reporter|correspondent|journalist|editor|columnist|freelancer|staff writer|contributor|bureau chief)\b.{0,200}$/u,
  /^(?:[\p{L}'’., ]{2,90}) contributed (?:reporting|to this (?:report|story|article))\b.{0,60}$/u,
]

const creditWords =
  /\b(?:getty(?: images)?|reuters|ap(?: photo)?|afp|epa(?:-efe)?|shutterstock|istock|alamy|flic?kr|flikr|unsplash|pexels|pixabay|wikimedia(?: commons)?|associated press|imago|picture alliance|dpa|anadolu|xinhua|yonhap|kcna|bloomberg|zuma|sipa|corbis|adobe stock|creative commons|handout|file (?:photo|image|pic))\b/i
const creditLead =
  /^(?:(?:image|beitragsbild|titelbild|bildquelle|bildnachweis|bildrechte|imagen|image illustrative|fotos?|photo|picture|photograph|illustration|foto|bild|crédits? photos?|crédit|crédits|créditos?|crédito|credit|credits)s?(?: (?:source|credit|credits|by|courtesy(?: of)?|copyright|via))?|photographer|courtesy(?: of)?|quelle)\s*(?:[:,/|©]|\bby\b)\s*\S.{0,110}$/iu
const captionLead =
  /^(?:(?:[Ii]mage|[Mm]edia|[Pp]icture|[Pp]hoto|[Vv]ideo) ?[Cc]aption|[Cc]aption|[Ff]ile [Pp]hoto|Bildunterschrift|Légende)(?:\s*[:,.|–-]\s*|\s+|(?=\p{Lu}))(?=\S)/u

/** Whether a line ends the article by what it says. */
export function isStop(line: string): boolean {
  const plain = plainLine(line)
  return plain.length <= 200 && stops.some((pattern) => pattern.test(plain))
}

/** Whether a line is furniture of the site: a button, a share, an advert, a menu entry, a pointer elsewhere. */
export function isFurniture(line: string): boolean {
  const plain = plainLine(line)
  return plain.length <= 220 && furniture.some((pattern) => pattern.test(plain))
}

/** Whether a line is a word that menus are made of, such as "World" or "Health". */
export function isMenuWord(line: string): boolean {
  return menuWord.test(plainLine(line))
}

/** Whether a sentence is the site speaking about itself: cookies, newsletters, subscriptions, advert blockers. */
export function isSiteSentence(line: string): boolean {
  const plain = plainLine(line)
  return plain.length <= 450 && siteSentences.some((pattern) => pattern.test(plain))
}

/** Whether a line is a sign-off: who reported, edited or can be written to. */
export function isSignOff(line: string): boolean {
  return line.length <= 320 && signOffs.some((pattern) => pattern.test(line))
}

/** Whether a line only says whose picture this is. */
export function isCredit(line: string): boolean {
  if (line.length > 140 || captionLead.test(line)) return false
  if (creditLead.test(line) && line.split(' ').length <= 12) return true
  return (
    line.split(' ').length <= 7 &&
    creditWords.test(line) &&
    !/[.!?]$/.test(line) &&
    /[/|©(]|^[\p{Lu}\W]+$|\bimages?\b|\bphoto\b|^\p{L}+$/iu.test(line)
  )
}

/** A caption without the word that announces it, or null when the line does not announce one. */
export function announcedCaption(line: string): string | null {
  return captionLead.test(line) ? line.replace(captionLead, '') : null
}

const creditTail =
  /\S\s*(?:©\s*(?:\d{4}\s)?\p{L}[^.]{1,60}|[([](?:photo|image|foto|picture|bild|imagen|credit|crédito|source|quelle|file|ap photo)s?\b[^)\]]{2,80}[)\]]|[.!?)–|,\s](?:Foto|Bild|Photo|Image|Imagen|Quelle|Credit|Crédit|Photo credit|Image credit|Bildquelle)s?:\s?\p{L}[^.]{1,60})\.?$/iu

/** Whether a line's last words say whose picture it describes: "… (Image: Getty)", "… Foto: Ida Brandt". */
export function endsInCredit(line: string): boolean {
  return line.length <= 500 && creditTail.test(line)
}

/** Whether a line is a path through the site, such as "Home » World » …". */
export function isBreadcrumb(line: string): boolean {
  const parts = line.split(/\s*(?:[»›>/→]|::)\s+|\s+[»›>/→]\s*/u).filter((part) => part !== '')
  return (
    line.length <= 260 &&
    parts.length >= 2 &&
    /^(?:home(?:page)?|news|business news|start(?:seite)?|accueil|inicio|portada|world|politics|.{2,25}news)$/i.test(
      parts[0] ?? '',
    )
  )
}

function plainLine(line: string): string {
  return line
    .toLowerCase()
    .replace(/[’‘`]/g, "'")
    .replace(/^[\s•●▪◦‣∙*|»›>→▶►-]+|[\s|»›>→▶►↓:+-]+$/gu, '')
    .trim()
}
