// Names given to people often enough that "Lily" before a surname is a person and not a section of a site.
const givenNames = new Set(
  `aaron abdul abdullah adam adrian agnes ahmad ahmed aisha alan alberto alejandro alessandro alex alexander alexandra alexei alfred ali alice alicia
alina alison amanda amber amina amir amy ana andrea andreas andrei andrew andy angela angelo anita ann anna anne annie anthony antonio ariel arjun arthur
asha ashley astrid barbara beatrice ben benjamin bernard beth bianca bill bob brandon brenda brian bridget bruce camille carl carla carlo carlos carmen
carol caroline catherine cecilia charles charlotte chen chiara chloe chris christian christina christine christopher claire clara claudia colin connor
craig cristina cynthia daniel daniela danielle david dawn deborah denis dennis diana diego dmitri dominic donald dorothy douglas dylan edith eduardo edward
elaine elena eleni eli elisa elisabeth elizabeth ella ellen emil emilia emily emma eric erica erik erin ernest esther eva evan evelyn fabio farah fatima
felix fernando fiona florence francesca francesco francis francisco frank franz fred frederick gabriel gabriela gareth gary george georgia gerald giovanni
giulia gloria gordon grace graham greg gregory hamza hana hannah hans harold harriet harry hassan heather heidi helen helena henry hiroshi hugo hussein ian
ibrahim ines ingrid irene iris isaac isabel isabella ivan jack jacob jacqueline jake jakub james jamie jan jana jane janet jason javier jay jean jeff
jeffrey jennifer jeremy jerome jesse jessica jill jim joan joanna joe joel johan johanna john jonas jonathan jorge jose josé joseph joshua juan judith
julia julian julie juliet justin karen karim karin karl kate katharina katherine kathleen kathryn katie keith kelly ken kenji kenneth kevin khalid kim kurt
kyle lars laura lauren laurence lea leah lena leo leon leonard leonie leslie lewis liam lily linda lisa lois louis louise luca lucas lucia lucy luis luke
lydia madeleine magdalena malik marc marcel marco marcus margaret maria mariam marie marina mario marion mark marta martha martin martina mary mateo
matilda matt matteo matthew maureen maurice max maya megan mehmet mei melanie melissa mia michael michelle miguel mike milan min miriam mohamed mohammad
mohammed molly monica muhammad nadia naomi natalia natalie natasha nathan neil nicholas nick nicola nicolas nicole nigel nikolai nina noah nora norman
oleg olga oliver olivia olivier omar oscar otto owen pablo pamela paolo patricia patrick paul paula pauline pedro peter petra phil philip philippa pierre
priya rachel rafael raj ralph rana raymond rebecca rené ricardo richard rita robert roberto robin roger roland roman ronald rosa rose ross roy ruby rupert
ruth ryan sally sam samantha samuel sandra sara sarah sean sebastian selma sergei sergio seth shannon sharon sheila silvia simon simone sofia sonia sophia
sophie stefan stefano stella stephanie stephen steve steven stuart sun susan susanne sven sylvia tamara tara tatiana ted teresa terry theo theresa thomas
tim timothy tina todd tom tomas tony tracy ulrich ulrike ursula valentina valerie vanessa vera veronica victor victoria vincent viktor virginia vladimir
walter wendy wei werner will william xavier yasmin yolanda yoko yuki yusuf yvonne zach zachary zara zoe`.split(
    /\s+/,
  ),
)
const particles = new Set(
  'de da di del della der den van von la le el al bin ibn ben du dos das y e zu ter ten st'.split(' '),
)
const lead =
  /^(?:(?:story|words|text|article|report|reporting|analysis|written|posted|published)\s+by|by|author|authors|von|par|por|di|door|av)\s*:?\s+/iu
const noPerson =
  /\b(?:news|staff|desk|team|editors?|editorial|agency|reuters|press|times|daily|post|network|media|online|world|home|politics|business|sport|menu|share|read|min|mins|minutes?|updated|published|comments?|the)\b/iu

/** Whether words look like a person's full name: two to five capitalised words, or particles between them. */
export function looksLikeName(text: string): boolean {
  const words = text.split(' ')
  if (words.length < 2 || words.length > 5 || noPerson.test(text)) return false
  if (!words.every((word) => particles.has(word.toLowerCase()) || /^\p{Lu}[\p{L}'’.-]*$/u.test(word)))
    return false
  return words.filter((word) => /^\p{Lu}/u.test(word)).length >= 2
}

/** Whether words are surely a person: a full name that begins with a common given name. */
export function isPerson(text: string): boolean {
  return looksLikeName(text) && givenNames.has((text.split(' ')[0] ?? '').toLowerCase())
}

/** The names in a byline such as "By Ana Ruiz and Tom Berg, Staff writers": roles, dates and addresses left out. */
export function namesIn(byline: string): string[] {
  const bare = byline
    .replace(lead, '')
    .replace(/\S+@\S+|https?:\S+/g, ' ')
    .replace(/\s+(?:for|in)\s+(?:the\s+)?\p{Lu}.*$/u, '')
    .replace(/\s+/g, ' ')
    .trim()
  const parts = bare
    .split(/\s*(?:[|;•·/]|\s[–—-]\s|\band\b|\bund\b|\bet\b|&|,|\s{2,})\s*/iu)
    .map((part) =>
      part
        .replace(lead, '')
        .replace(/[.,:;\s]+$/u, '')
        .trim(),
    )
    .filter((part) => part !== '')
  const people = parts.filter((part) => looksLikeName(titled(part))).map(titled)
  return [...new Set(people)]
}

// BYLINES IN CAPITALS are written as names are.
function titled(name: string): string {
  if (name !== name.toUpperCase() || name === name.toLowerCase()) return name
  return name
    .toLowerCase()
    .replace(/(?<![\p{L}'’])\p{L}|(?<=\bMc|\bO['’])\p{L}/gu, (letter) => letter.toUpperCase())
}

/** The names a line gives when it is a byline ("by …", "von …"), else none. */
export function bylineIn(line: string): string[] {
  if (line.length > 200 || !lead.test(line) || /[.!?]["”]?$/.test(line.replace(/\b[A-Z]\.$/, ''))) return []
  return namesIn(line)
}
