// The same kinds of words as in chrome-words, in the other languages that newsrooms read most. All in lower case.

/** Lines after which an article is over. */
export const stopsAbroad = [
  // German
  /^(?:mehr|alles|weiteres|news|aktuelles) (?:zum|zu diesem|zu|aus|über|rund um) .{2,50}[^.?!]$/,
  /^(?:noch )?mehr (?:themen|infos|informationen|artikel|nachrichten|beiträge)\b.{0,40}$/,
  /^(?:lesen sie (?:auch|hier|mehr|dazu)|lies (?:auch|mehr)|auch (?:interessant|lesenswert|lesen)|schon gelesen|ebenfalls interessant|passend (?:zum thema|dazu)|zum weiterlesen|zum thema)\b.{0,40}$/,
  /^(?:das|dieses thema|das thema|diese artikel|vielleicht) (?:könnte|könnten|interessiert)\b.{0,20}\binteressier.{0,10}$/,
  /^(?:weitere|ähnliche|verwandte|neueste|aktuelle|weiterführende|neue|beliebte|empfohlene)[rns]? (?:artikel|beiträge|beitrag|themen|meldungen|nachrichten|news|informationen|infos|links?|videos?|storys?|stories|geschichten|quellen)\b.{0,40}$/,
  /^(?:entdecke|lesen sie|lies) (?:weitere|auch die folgenden)\b.{0,40}$/,
  /^(?:über (?:den autor|die autorin|den verfasser)|zur person|themen im artikel|schlagw(?:orte|örter)|stichw(?:orte|örter)|kategorien?|verschlagwortet)\b.{0,60}$/,
  /^(?:(?:\d+|keine|noch keine|alle) kommentare?|kommentare? .{0,30}|schreiben? (?:sie )?einen kommentar.{0,30}|antwort(?:en)? .{0,20}abbrechen|pingback.{0,10})$/,
  /^(?:(?:den |diesen )?(?:artikel|beitrag|seite) (?:teilen|drucken|empfehlen|bewerten|versenden|gefallen)\b.{0,40}|teilen (?:mit|auf|sie)\b.{0,40}|teile (?:diesen|den)\b.{0,40})$/,
  /^(?:war (?:der|dieser|dieses?) (?:artikel|beitrag|seite|text)|hat (?:ihnen|dir|euch) (?:der|dieser)|(?:möchten|wollen) sie (?:den|diesen) (?:artikel|beitrag) teilen)\b.{0,80}$/,
  /^(?:presse)?kontakt(?:daten)?:?$|^ansprechpartner(?:in|innen)?\b.{0,40}$|^(?:impressum|datenschutz(?:erklärung)?|nach oben|zurück zur .{2,30}|(?:vorheriger|nächster) (?:artikel|beitrag).{0,80})$/,
  // French
  /^(?:(?:à )?(?:lire|voir|découvrir) (?:aussi|également|la suite)|sur le même (?:sujet|thème)|articles? (?:similaires?|connexes?|recommandés?)|vous aimerez (?:aussi|peut-être).{0,30}|partage[rz] (?:cet article|sur|l'article).{0,30}|laisse[rz] un commentaire.{0,20}|(?:à propos de l'auteur|mots[- ]clés|plus d'(?:articles|infos)).{0,30})\b.{0,4}$/,
  // Spanish
  /^(?:(?:también )?te (?:puede|podría) interesar|te recomendamos|le[ae] (?:también|además|más)|mir[ae] también|noticias? relacionadas?|más (?:noticias|en|sobre|de) .{2,40}[^.?!]|temas relacionados|etiquetas|(?:comparte|compartir|valora) (?:esta|esta noticia|en|el artículo)\b.{0,30}|deja (?:un|tu) comentario.{0,20}|sobre el autor|lo más (?:leído|visto|reciente)).{0,4}$/,
  // Italian, Portuguese
  /^(?:potrebbe(?:ro)? interessarti.{0,20}|ti potrebbe interessare.{0,20}|articoli? (?:simili|correlat[io])|lascia un commento.{0,20}|condividi (?:su|questo|l'articolo).{0,30}|(?:leia|veja|saiba) (?:também|mais)|notícias relacionadas|mais (?:notícias|lidas)|deixe (?:um|seu) comentário.{0,20}|compartilhe\b.{0,30}|(?:tags|palavras[- ]chave):? .{2,200})$/,
  // Dutch, Scandinavian, Polish, Russian
  /^(?:lees (?:ook|meer|verder)|meer (?:over|nieuws|lezen).{0,40}|gerelateerde? .{2,30}|läs (?:mer|också|även).{0,40}|les (?:også|mer).{0,40}|læs også.{0,40}|(?:czytaj|zobacz|przeczytaj) (?:też|także|również|więcej).{0,60}|komentarze.{0,10}|читайте также.{0,60}|похожие .{2,30}|комментарии.{0,20}|(?:добавить|оставить) (?:отзыв|комментарий)|самые популярные .{2,30}|поделиться.{0,30})$/,
]

/** Lines of the site itself, wherever they stand. */
export const furnitureAbroad = [
  /^(?:(?:auch lesen|mehr dazu|mehr zum thema|siehe auch|lesen sie hier|lesetipp|video|galerie|fotostrecke|foto|tipp der redaktion|(?:te|le) puede interesar|lee además|mira también|en images|en vidéo|voir aussi|veja também|zobacz też)\s*[:|»›>→]).{0,180}$/,
  /^(?:inhaltsverzeichnis|inhalt|inhalt dieser seite|externer inhalt|weiterlesen(?: nach der anzeige)?|mehr anzeigen|mehr lesen|alle anzeigen|alle ansehen|alle akzeptieren|zustimmen|ablehnen|anmelden|registrieren|abonnieren|merken|vorlesen|artikel anhören|bild vergrößern|zum vergrößern .{0,20}|lade weitere .{2,20}|quellen (?:ein|aus)blenden|zum angebot|jetzt (?:kaufen|bestellen|lesen|anmelden|testen|abonnieren).{0,20}|zur bildergalerie|bildergalerie|loading\.*|lettura|letture|(?:voir|afficher) (?:plus|tout)|s'abonner|s'inscrire|publicidad|suscríbete.{0,30}|ver más|continuar leyendo.{0,20}|leia mais|continua a leggere|assine.{0,20})[.:!›»>]*$/,
  /^(?:lesezeit|lesedauer|tempo de leitura|tiempo de lectura|temps de lecture|tempo di lettura|leestijd|lästid)\b.{0,30}$|^\d+ (?:min\.?|minuten?|minutos?|minutes?|minuti) (?:lesezeit|lesedauer|de leitura|de lectura|de lecture|di lettura).{0,10}$/,
  /^\(?(?:noch keine|\d+) (?:bewertung|stimme|aufruf|kommentar|reaktion|lettur)[a-zäöü]*\b.{0,60}$/,
]

/** Sentences that a site says about itself. */
export const siteSentencesAbroad = [
  /\bnewsletter\b.{0,80}\b(?:abonnier|anmeld|bestell|registrier|erhalten|inscri|abonnez|suscrí|assine|iscriviti)|\b(?:abonnier|melden? (?:sie|dich)|inscrive|suscrí|iscriviti|assine)\w*.{0,60}\bnewsletter\b/,
  /\b(?:wir|diese (?:web)?seite|unsere partner) (?:verwende[nt]|nutz(?:en|t)|setz(?:en|t)|benutz(?:en|t))\b.{0,30}\bcookies\b|\bce site utilise des cookies\b|\b(?:este sitio|utilizamos|usamos) .{0,20}cookies\b/,
  /\bfolg(?:e|t|en sie) uns (?:auf|bei|jetzt)\b|\bsuivez[- ]nous sur\b|\bsígue?nos en\b|\bseguici su\b|\bsiga-nos\b/,
  /\b(?:alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|tutti i diritti riservati|todos os direitos reservados)\b/,
  /\baffiliate[- ]links?\b.{0,200}\b(?:provision|gekennzeichnet|kauf)|\b(?:erhalten|bekommen) wir (?:eine )?(?:kleine )?provision\b/,
  /^(?:dieser|der) (?:beitrag|artikel|eintrag) (?:wurde|erschien|ist)\b.{0,80}\b(?:veröffentlicht|erschienen|abgelegt|zuerst|geschrieben|gepostet)\b/,
  /^(?:erstellt|eingestellt|gepostet|veröffentlicht) (?:am|von)\b.{0,80}\b(?:abgelegt|kategorie|in|um)\b/,
  /\bsie müssen (?:sich )?(?:einloggen|anmelden|angemeldet)\b|\bbereits (?:abonnent|registriert|mitglied)\b|\bjetzt (?:weiterlesen|kostenlos testen)\b|\bpour lire la suite\b|\bréservé aux abonnés\b|\bzum weiterlesen .{0,20}(?:abo|anmelden)\b/,
  /\bwir respektieren (?:deine|ihre) privatsphäre\b|\bkommentare .{0,40}(?:moderier|freigab|freigeschaltet)|\bcomentários .{0,60}(?:aprovados|moderador)/,
]
