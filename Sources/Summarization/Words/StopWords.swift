/// The function words of a language.
///
/// They say nothing about a text, so they are no terms; and with a capital after an abbreviation they show that a
/// new sentence begins ("in the U.S. The").
struct StopWords: Sendable {
  /// Whether each word opens sentences as well.
  private var words = WordMap<Bool>()

  /// The words of the language with this primary subtag; none where the language is not known here.
  static func of(_ language: String) -> StopWords {
    languages[language] ?? StopWords("", openers: "")
  }

  /// Whether the word of this hash is a function word.
  func contains(_ word: WordHash) -> Bool { words[word] != nil }

  /// Whether a sentence that begins with this word leans on the one before it ("He", "But").
  func isDangling(_ word: WordHash) -> Bool { words[word] == true }

  /// Whether the word is part of names as well as a function word ("van", "la"), so that it proves nothing after an initial.
  static func isNameParticle(_ word: WordHash) -> Bool { nameParticles[word] != nil }

  private init(_ words: String, openers: String) {
    WordHash.each(of: words) { self.words.set($0, to: false) }
    WordHash.each(of: openers) { self.words.set($0, to: true) }
  }

  private static let nameParticles = StopWords(
    "de van von der den la le du da di do dos das del el al ter ten zu y e a o", openers: ""
  ).words

  private static let languages: [String: StopWords] = {
    let norwegian = StopWords(
      """
      og i jeg det at en et den til er som på de med han av ikke der så var meg seg men har om vi min mitt ha hadde hun nå
      over da ved fra du ut sin dem oss opp man kan hans hvor eller hva skal selv sjøl her alle vil ble bli blitt kunne
      inn når være kom noen noe ville dere etter også for mot å
      """, openers: "han hun det den de dette disse men og")
    return [
      "en": StopWords(
        """
        a an the of to in on at for from by with or if as is are was were be been being that those there here have has had
        do does did will would can could may might shall should into over after before about up down out off more most some
        any all such only own same too very just s t don said says me him us them mine yours who whom which what when where
        why how not no nor than then also while since because although however so during until under once now still yet
        """,
        openers: "he she it they we i you this that these those his her their our my your its but and so"),
      "de": StopWords(
        """
        der die das den dem des ein eine einer einem einen eines und oder aber als am an auf aus bei bin bis bist da damit
        dann dass daß denn dessen doch dort du durch er es für gegen hab habe haben hat hatte hatten hier hinter ich ihr
        ihre ihrem ihren ihrer im in ist ja jede jedem jeden jeder jedes jetzt kann kein keine können man mehr mein mit
        muss nach nicht nichts noch nun nur ob ohne sehr sei sein seine seinem seinen seiner seit sich sie sind so soll
        sondern sowie um unter vom von vor war waren was weg weil wenn werden wer wie wieder will wir wird wo wurde wurden
        zu zum zur zwar zwischen über auch
        """, openers: "er sie es dies diese dieser dieses sein ihr aber und doch denn"),
      "fr": StopWords(
        """
        le la les l un une des du de d au aux et ou mais donc or ni car que qui quoi dont où ce cet cette ces mon ma mes ton
        ta tes son sa ses notre nos votre vos leur leurs je j tu il elle on nous vous ils elles me m te t se s lui y en à
        dans par pour sur sous avec sans entre vers chez est sont était étaient être été a ont avait avaient avoir ne n pas
        plus moins très si comme aussi c qu quand après avant depuis selon lors
        """, openers: "il elle ils elles ce cela cette ces mais et son sa ses c'est"),
      "es": StopWords(
        """
        el la los las un una unos unas lo al del de y e o u pero sino que quien cual cuyo donde cuando como si no ni ya a
        ante bajo con contra desde durante en entre hacia hasta para por según sin sobre tras se me te le les nos os su sus
        mi mis tu tus este esta estos estas ese esa esos esas aquel aquella es son era eran fue fueron ser sido ha han había
        hay más menos muy también esto eso yo él ella ellos ellas
        """, openers: "él ella ellos ellas esto eso este esta pero y su sus"),
      "it": StopWords(
        """
        il lo la i gli le l un uno una di a da in con su per tra fra del dello della dei degli delle al allo alla ai agli
        alle dal dalla nel nella nei nelle sul sulla e ed o ma se che chi cui non più come dove quando è sono era erano
        essere stato ha hanno aveva avere si ci vi ne mi ti lui lei loro suo sua suoi sue questo questa questi queste
        quello quella anche dopo prima io noi voi
        """, openers: "lui lei loro questo questa ma e suo sua"),
      "pt": StopWords(
        """
        o a os as um uma uns umas de do da dos das em no na nos nas ao aos à às por pelo pela para com sem sobre entre até
        e ou mas que quem qual cujo onde quando como se não mais menos muito já também é são era eram foi foram ser sido
        está há tem têm tinha eu ele ela eles elas nós você lhe me te seu sua seus suas este esta esse essa isso isto aquele
        """, openers: "ele ela eles elas isso isto este esta mas e seu sua"),
      "nl": StopWords(
        """
        de het een en van in op te aan met voor door uit over bij naar om tot tegen onder dat die dit deze der den des er is
        zijn was waren wordt werd worden heeft hebben had ben niet geen ook maar of als dan nog al wel zo toen nu ik jij je
        hij zij ze wij we u hem haar hun ons mijn wat wie waar zich men kan kunnen zou na
        """, openers: "hij zij ze het dit dat deze die maar en zijn haar"),
      "ru": StopWords(
        """
        и в во не что он на я с со как а то все она так его но да ты к у же вы за бы по только ее её мне было вот от меня
        еще ещё нет о из ему теперь когда даже ну ли если уже или ни быть был него до вас они тут где есть надо ней для мы
        тебя их чем была сам чтоб без будто чего раз тоже себе под будет ж тогда кто этот того потому этого какой ним
        здесь этом один мой тем чтобы нее были куда зачем всех при об после это эта эти также который которая которые
        """, openers: "он она оно они это этот эта эти но и его ее её их"),
      "sv": StopWords(
        """
        och det att i en jag hon som han på den med var sig för så till är men ett om hade de av icke mig du henne då sin
        nu har inte hans honom skulle hennes där min man ej vid kunde något från ut när efter upp vi dem vara vad över än
        dig kan sina här ha mot alla under någon eller allt mycket sedan också
        """, openers: "han hon det den de detta dessa men och"),
      "da": StopWords(
        """
        og i jeg det at en den til er som på de med han af for ikke der var mig sig men et har om vi min havde ham hun nu
        over da fra du ud sin dem os op man hans hvor eller hvad skal selv her alle vil blev kunne ind når være dog noget
        ville jo deres efter ned skulle denne end dette mit også under have dig anden hende
        """, openers: "han hun det den de dette disse men og"),
      "no": norwegian, "nb": norwegian, "nn": norwegian,
      "tr": StopWords(
        """
        ve bir bu da de için ile çok daha gibi olarak olan o en ne var ki kadar sonra ama ya ise değil mi mı her göre şu
        veya hem diye ancak olduğu oldu
        """, openers: "o bu şu ama ve ancak"),
      "id": StopWords(
        """
        yang di dan itu dengan untuk tidak ini dari dalam akan pada juga saya ke karena ada oleh sudah telah saat kata atau
        bisa kita kami mereka dia ia para secara lebih bahwa adalah sebagai seperti hanya
        """, openers: "ia dia mereka ini itu tapi namun dan"),
      "pl": StopWords(
        """
        i w z na do nie się że to jest o jak za od po ale przez co dla czy tak jego jej ich był była było były być ten ta te
        tego tej tym oraz który która które już tylko też przy może ma pod ze a u
        """, openers: "on ona ono oni to ten ta ale i jego jej ich"),
    ]
  }()
}
