/// The phrases of page furniture: the reason, whether the body is over there, and the lines in lower case, without
/// marks, `#` for a number, with commas between them.
///
/// At the end of a phrase ` *` stands for lines that start so and are no prose, ` **` for whole sentences that start
/// so, ` :` for lines where a colon or a bar follows the phrase, or that are all capitals.
let furniturePhrases: [(reason: FurnitureReason, isEnd: Bool, phrases: String)] = [
  (
    .adLabel, false,
    """
    ad, ads, advert, advertisement, advertisements, advertisement advertisement, advertising, sponsored,
    sponsored content, promoted, promoted content, paid content, partner content, ad feedback,
    story continues below this ad, story continues below advertisement, story continues below,
    article continues below, article continues below advertisement, article continues after ad,
    article continues after advertisement, continue reading below, continues after advertising,
    advertisement continue reading the main story, advertisement story continues below,
    advertisement article continues below this ad,
    this advertisement has not loaded yet but your article continues below, scroll to continue,
    scroll to continue with content, remove ads, report this ad, skip ad, skip advertisement, anzeige,
    werbung, werbung überspringen, publicidad, continúa después de la publicidad,
    continúe leyendo después de la publicidad, sigue leyendo después de la publicidad, publicité,
    la suite après la publicité, la suite après cette publicité, pubblicità,
    continua a leggere dopo la pubblicità, publicidade, continua após a publicidade,
    continua depois da publicidade, advertentie, reclame, annonce, annons, annonse, mainos,
    artikkeli jatkuu mainoksen alla, reklama, reklam, reklám, реклама, διαφήμιση, إعلان, विज्ञापन, פרסומת, โฆษณา, 広告, スポンサーリンク, 広告の後に続きます, 广告, 廣告, 광고,
    iklan, iklan scroll to continue with content, advertisement scroll to continue, quảng cáo,
    article continues below ad
    """
  ),
  (
    .share, false,
    """
    pin, pint, buffer, click to tweet, dela artikel, länk kopierad, ich folge, baixar, シェアする, ツイート,
    שתף, שתפו, שתף בפייסבוק, שיתוף, شارك, مشاركة, شارك المقال, แชร์, साझा करें, शेयर करें, 공유하기, 공유, 分享, 分享到,
    поделиться ссылкой, поширити,
    share, shares, share this, share this story, share this article, share this post, share this page,
    share article, share story, share on *, share via *, share this on *, share this with *, share to :,
    share this story on *, share this article on *, share this story *, shared, social sharing,
    sharing options, all sharing options, all sharing options for *, tweet, tweet this, post, email,
    e-mail, mail, print, print this *, print article, save, save article, save story, bookmark,
    gift article, gift this article, facebook, facebook twitter, twitter, x, whatsapp, linkedin, reddit,
    pinterest, flipboard, tumblr, telegram, messenger, pocket, copy link, copy url, copy, link copied,
    link copied to clipboard, copied to clipboard, link, get short url, open more share options, close,
    follow us, follow us on *, follow, follow on *, facebook twitter :, facebook icon *,
    twitter icon *, tweet about this on *, pin on *, email this *, like, like us on *, like this,
    add as preferred source *, add us as a preferred source *, prefer * on google, teilen,
    artikel teilen, diesen artikel teilen, beitrag teilen, auf facebook teilen *, auf twitter teilen *,
    auf x teilen *, per mail teilen *, via whatsapp teilen *, auf whatsapp teilen *,
    klicken um die teilen-funktion zu öffnen *, drucken, artikel drucken, druckansicht, merken,
    artikel merken, auf die merkliste, in merkliste übernehmen, link kopieren, link kopiert, vorlesen,
    artikel anhören, artikel vorlesen, jetzt in der app anhören, in pocket speichern *, partager,
    partager sur *, partager cet article, partager l'article, envoyer par e-mail, imprimer,
    copier le lien, enregistrer, compartir, compartir en *, compartir esta noticia, comparte, imprimir,
    guardar, copiar enlace, compartilhar, compartilhe, compartilhe no *, partilhar, condividi,
    condividi su *, stampa, salva, delen, deel dit artikel, dela, del, del artikel, jaa, udostępnij,
    sdílet, paylaş, поделиться, share icon, bagikan, chia sẻ
    """
  ),
  (
    .menu, false,
    """
    continue, view more offers, submit a correction, to submit a correction **, how to contact us,
    for reprints and permissions **, opinions expressed **, detailsuche, ログイン,
    home, homepage, home page, front page, menu, main menu, navigation, breadcrumb, breadcrumbs,
    breadcrumb trail links, search, site search, log in, login, sign in, log out, sign up, register,
    log inregister, log in or sign up, my account, account, skip to content, skip to main content,
    skip to navigation, skip to footer, jump to *, back to top, top, go back, back, next, previous,
    prev, more, show more, load more, see more, see all, view all, view more, show all, quick links,
    live tv, watch live, live, sections, all sections, edition, editions, all editions,
    toggle navigation, open menu, close menu, expand, collapse, startseite, zur startseite,
    zum inhalt springen, menü, menü öffnen, suche, suchen, anmelden, abmelden, registrieren, abonnement,
    abo, zum inhalt, inhalt, aktueller artikel, nach oben, mehr, mehr anzeigen, alle anzeigen,
    schließen, schliessen, ressorts, accueil, recherche, rechercher, se connecter, connexion,
    s'inscrire, fermer, voir plus, aller au contenu, aller au contenu principal, inicio, portada,
    buscar, iniciar sesión, cerrar, ver más, ir al contenido, início, entrar, fechar, inizio, cerca,
    accedi, chiudi, zoeken, inloggen, sluiten, drobečková navigace, powered by, powered by *,
    click here, click here to *, click here for *, this site is protected by recaptcha **,
    disclaimer **, citation :, learn more, play, play now, read, min read, # min read, # minute read,
    # minutes read, # mins read, # min, # hours ago, # hour ago, # days ago, # day ago, # minutes ago,
    # minute ago, # weeks ago, # months ago, # min lesezeit, lesezeit # *, # min read *, reading time *,
    read time *, leestijd *, temps de lecture *, tempo de leitura *, tiempo de lectura *,
    tempo di lettura *, lecture # min
    """
  ),
  (
    .related, false,
    """
    você pode gostar, read more, read more *, read more on *, read also *, also read, also read *, read this also *,
    must read :, read next *, recommended :, related :, see also :, see also, also see :,
    more on this story *, more :, watch :, watch now :, listen :, don't miss *, explained :, opinion :,
    in pictures :, lesen sie auch *, lesen sie auch, lesen sie mehr *, lesen sie hier *, lies auch *,
    lesetipp *, auch interessant *, mehr zum thema *, mehr dazu *, siehe auch *, lire aussi *,
    à lire aussi *, à lire *, a lire aussi *, lire plus *, voir aussi *, à voir aussi *,
    sur le même sujet *, lea también *, lee también *, leer también *, lea además *,
    te puede interesar *, le puede interesar *, más información *, mira también *, ver también *,
    leia também *, leia mais *, veja também *, saiba mais *, leggi anche *, leggi di più *,
    vedi anche *, approfondisci :, lees ook *, lees meer *, bekijk ook *, læs også *, les også *,
    läs också *, läs även *, läs mer *, lue myös *, czytaj też *, czytaj także *, zobacz też *,
    přečtěte si také *, читайте также *, читать также *, baca juga *, ikuti kami *, okumaya devam et *,
    xem thêm *
    """
  ),
  (
    .related, true,
    """
    explore further, recommended from editorial, most viewed in *, most read in *, weiterlesen,
    ähnliche nachrichten, mehr ähnliche nachrichten, ähnliche beiträge, 関連記事, 関連キーワード,
    ämnen i artikeln, emner i artikkelen,
    most read, most popular, most viewed, most shared, most commented, most recent, trending,
    trending now, trending news, trending stories, trending topics, popular, popular now, popular news,
    popular posts, popular stories, latest, latest news, latest stories, latest headlines,
    latest articles, latest videos, the latest, top stories, top news, top headlines, top articles,
    breaking news, more stories, more news, more from *, more in *, more on :, more about :,
    more like this, more great *, more to explore more, explore further top stories, related,
    related articles, related article, related stories, related story, related content, related news,
    related posts, related topics, related coverage, related links, related items, related tags,
    related videos, recommended, recommended for you, recommended stories, recommended articles,
    recommended reading, recommended by, you may also like, you may also be interested in,
    you might also like, you might like, you may like, we recommend, editor's picks, editors' picks,
    editor's choice, editors' choice, editor's pick, what to read next, read next, up next,
    next article, next story, next post, previous article, previous story, previous post, next up,
    don't miss, in case you missed it, must read, must reads, suggested for you, around the web,
    from around the web, from the web, promoted stories, sponsored links, sponsored stories,
    upcoming events, our picks, on our radar, in this story, other stories, other news,
    see more stories, also on *, explore more, more coverage, mehr zum thema, mehr zu diesem thema,
    mehr von *, mehr aus *, meistgelesen, meistgelesene artikel, am meisten gelesen, meist gelesen,
    weitere artikel, weitere themen, weitere meldungen, weitere nachrichten,
    das könnte sie auch interessieren, das könnte dich auch interessieren,
    das könnte ihnen auch gefallen, auch interessant, empfohlen, empfehlungen der redaktion,
    unsere empfehlungen, top-themen, themen, neueste artikel, aktuelle nachrichten, aktuelle themen,
    newsticker, zur übersicht, les plus lus, les plus lus *, à lire aussi, sur le même sujet,
    sur le même thème, à la une, dans la même rubrique, nos suggestions, articles liés,
    articles similaires, voir aussi, dernières actualités, lo más leído, lo más visto, más leídas,
    las más leídas, más noticias, noticias relacionadas, artículos relacionados, te puede interesar,
    te recomendamos, temas relacionados, últimas noticias, lo último, mais lidas, as mais lidas,
    notícias relacionadas, leia também, veja também, relacionadas, últimas notícias, i più letti,
    i più visti, articoli correlati, ti potrebbe interessare, ti potrebbe interessare anche,
    potrebbe interessarti, leggi anche, correlati, meest gelezen, lees ook, gerelateerd,
    gerelateerde artikelen, aanbevolen, mest lästa, mest læste, mest lest, relaterade artiklar,
    luetuimmat, polecane, nejčtenější, самое читаемое, популярное, читайте также, berita terkait,
    terpopuler, 主要ニュース, 관련기사, 많이 본 뉴스, 相关阅读, 相关新闻
    """
  ),
  (
    .newsletter, false,
    """
    jetzt anmelden, no thanks, the next issue of **, there was an error please **, stay up to date with *,
    interested in more newsletters **, want more stories like this *, for more stories like this **,
    you have successfully subscribed **, unlimited digital access **, get email updates **, follow me on **,
    newsletter, newsletters, our newsletters, sign up to *, sign up for **, sign up here *,
    sign up now *, sign up today *, subscribe to our newsletter **, subscribe to our **,
    subscribe to the **, subscribe for **, get our newsletter **, get the latest **, get the day's **,
    get daily **, get breaking news **, get all the **, get more **, by signing up **, by submitting **,
    by subscribing **, by clicking **, by entering your **, thank you for subscribing **,
    thanks for subscribing **, thanks for signing up **, thank you for signing up **,
    you have been subscribed **, you can unsubscribe **, unsubscribe at any time, unsubscribe, view in browser,
    view this email in your browser, having trouble viewing this email **, trouble viewing this email **,
    you are receiving this email **, you received this email **, im browser ansehen, im browser anzeigen,
    please enter a valid email **, please check the opt-in box **, there was an error processing **,
    enter your email **, email address, email required, your email, your email address,
    email address required, this newsletter may contain **, delivered to your inbox *,
    keep an eye on your inbox **, we'll send you **, a welcome email is on its way **, i agree that **,
    i agree to **, i would like to receive **, see all newsletters, our daily newsletter **,
    join our newsletter **, join our whatsapp **, join our telegram **, join us on **,
    download our app **, download the app **, download our **, get the app **, follow our **,
    abonnieren sie **, jetzt abonnieren *, newsletter abonnieren *, hier geht es zum newsletter **,
    hier können sie sich für unseren newsletter **, inscrivez-vous **, abonnez-vous **, recevez **,
    suscríbete **, suscríbase **, recibe **, inscreva-se **, assine **, receba **, iscriviti **,
    ricevi **, meld je aan **, schrijf je in **
    """
  ),
  (
    .subscription, false,
    """
    this article is free to read *, 会員登録, 会員登録する,
    subscribe, subscribe now, subscribe today, subscribe to continue *, subscribe to read *,
    already a subscriber *, already have an account *, sign in to *, log in to *, create an account *,
    create a free account *, register to *, register for free *, this article is for subscribers *,
    become a member *, become a subscriber *, support us, donate, donate now, start your free trial *,
    to continue reading *, unlock :, premium, exclusive, subscriber only, jetzt weiterlesen *,
    abonnenten *, article réservé aux abonnés, réservé aux abonnés *, il vous reste **,
    contenido exclusivo *, exclusivo para assinantes, chcete-li článek poslouchat **
    """
  ),
  (
    .tags, true,
    """
    tags, tags :, topics, topics :, tagged, tagged :, tagged in *, tagged as *, filed under,
    filed under *, filed in *, posted in *, keywords *, related topics *, related tags *,
    topics in this story, categories :, in this article :, schlagworte, schlagwörter, schlagworte *,
    themen :, mots-clés *, etiquetas, etiquetas :, temas, archivado en, archivado en *, más sobre,
    tópicos, assuntos, argomenti, etichette, trefwoorden, štítky, tagi, теги *
    """
  ),
  (
    .comment, true,
    """
    comment, comments, comments :, # comments, # comment, no comments, no comments yet, nessun commento,
    add comment, add a comment, add your comment, leave a comment, leave a reply, leave a comment *,
    leave a reply *, post a comment, post comment, post comments, # post comments, # thoughts on *,
    # responses to *, # responses, # replies, view comments, view comments *, show comments,
    show comments *, read comments, read comments *, see comments, hide comments, all comments,
    join the conversation, join the discussion, start the conversation, start the conversation *,
    be the first to comment *, have your say, reply, report, your comment *,
    your email address will not be published **, what do you think **, log in to comment *,
    sign in to comment *, you must be logged in *, comments are closed **, commenting :,
    when submitting content please abide **, kommentare, kommentare *, # kommentare, kommentieren,
    kommentar schreiben, jetzt kommentieren, zu den kommentaren *, anzahl kommentare *,
    diskutieren sie mit *, commentaires, commenter, # commentaires, laisser un commentaire, comentarios,
    # comentarios, תגובות, תגובות #, # תגובות, הוסף תגובה, تعليقات, # تعليقات, التعليقات, أضف تعليقا, टिप्पणियां,
    ความคิดเห็น, แสดงความคิดเห็น, 댓글 #, 評論, コメント #, bình luận, yorumlar,
    yorum yap, комментировать, коментарі, komentarze, skomentuj, # reacties, comentar, deja un comentario, deja tu comentario, comentários, comente, comenta,
    commenti, lascia un commento, reacties, reageer, kommentarer, комментарии, 댓글, コメント, 评论
    """
  ),
  (
    .copyright, true,
    """
    copyright, copyright *, all rights reserved, all rights reserved *, # all rights reserved **,
    alle rechte vorbehalten *, tous droits réservés *, todos los derechos reservados *,
    todos os direitos reservados *, tutti i diritti riservati *, alle rechten voorbehouden *,
    this material may not be published **, this document is subject to copyright **, contact us,
    about us, about, privacy policy, privacy, privacy notice, terms of use, terms of service,
    terms and conditions, terms conditions, cookie policy, advertise with us, advertise, careers, help,
    faq, impressum, datenschutz, datenschutzerklärung, agb, kontakt, mentions légales, aviso legal,
    política de privacidad, política de privacidade, privacy policy *, terms of use *, do not sell my *
    """
  ),
  (
    .signature, false,
    """
    regards, kind regards, best regards, warm regards, with kind regards, yours sincerely, yours faithfully,
    sincerely, yours truly, best wishes, mit freundlichen grüßen, mit besten grüßen, viele grüße, beste grüße,
    freundliche grüße, cordialement, bien cordialement, saludos cordiales, un cordial saludo, cordiali saluti,
    distinti saluti, atenciosamente, com os melhores cumprimentos, met vriendelijke groet,
    met vriendelijke groeten, med vänliga hälsningar, med venlig hilsen, med vennlig hilsen,
    ystävällisin terveisin, z poważaniem, s pozdravem, с уважением, з повагою, saygılarımla
    """
  ),
  (
    .cookie, false,
    """
    we use cookies **, this site uses cookies **, this website uses cookies **, we and our partners **,
    accept all, accept, i accept, accept cookies, reject all, cookie settings, manage cookies,
    wir verwenden cookies **, diese website verwendet cookies **, nous utilisons des cookies **,
    utilizamos cookies **, usamos cookies **, utilizziamo i cookie **, alle akzeptieren, tout accepter,
    aceptar, accetta
    """
  ),
  (
    .media, false,
    """
    # #, duration #, duration # #, close sticky video, we apologize but this video **, try refreshing your browser **,
    javascript is required *, schriftgröße anpassen, podcast freigeben, öppna bild i helskärm, lyssna på artikel,
    lytt til artikkelen, video, videos, photos, photo gallery, gallery, slideshow, image, images, photo, picture, audio,
    podcast, listen, listen to this article, listen to article, listen to the article *,
    listen to this article *, play video, watch video, view gallery, view image, view photos,
    show caption, hide caption, toggle caption, enlarge this image, enlarge image, view fullscreen,
    fullscreen, unmute, mute, pause, loading, loading :, embed, transcript,
    your browser does not support *, this browser does not support *,
    media playback is unsupported on your device, media playback is not supported on this device, image of *,
    # photos, # images, image caption **, media caption **, image # of #, back to gallery, replay,
    more videos *, view all #, back to image, bild, bilder, bilderstrecke *, bildergalerie *,
    fotostrecke *, # bilder *, foto, fotos, detailansicht öffnen, externer inhalt *,
    empfohlener externer inhalt *, vidéo, image #, photo #, picture #, imagen, galería, galleria
    """
  ),
]
