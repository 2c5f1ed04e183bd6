// Function words by language, the words that open sentences apart.

extension StopWords {
  static let languages: [String: StopWords] = {
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
      "cs": StopWords(
        """
        a aby ale ani ano asi až během bez bude budou by byl byla byli bylo být co což do ho i já jak jako je jeho jej její
        jejich jen ještě již jsem jsme jsou k kam kde kdo kdy když která které kteří který ke má mají mezi mi mít mu
        muže může my na nad náš ne nebo není než nic o od on ona oni ono pak po pod podle pokud pro proč proto protože před
        při s se si ta tak také takže tam ten tento této to tohle toho tom tomu tu tuto ty u už v ve vy však všechny z za ze
        zde že
        """, openers: "on ona ono oni to ten ta tento tato toto ti ale a jeho její jejich však proto"),
      "uk": StopWords(
        """
        і й та в у на не що з із зі як до за це він вона воно вони ми ви я ти його її їх їм йому від для по про при але або
        чи якщо коли де там тут так також ще вже був була було були є бути може який яка яке які що щоб бо тому цей ця ці
        того цього цієї цих тим під над між через після без свій своє свою свої лише тільки навіть же б би о об
        """, openers: "він вона воно вони це цей ця ці але і та його її їх тому"),
      "bg": StopWords(
        """
        и в във на не че с със за да се от по към до при през като как що кой коя кое кои който която което които той тя то
        те ние вие аз ти го я ги му ѝ им си е са съм беше бяха бил била било били ще би има няма но а или ако когато където
        това този тази тези онзи тук там така също още вече само дори след преди над под между без защото тогава
        """, openers: "той тя то те това този тази тези но а и неговият нейният"),
      "kk": StopWords(
        """
        және мен бен пен да де та те бұл сол осы ол олар біз сіз сен оның оны оған онда олардың үшін туралы бойынша дейін кейін
        соң бірақ немесе егер деп деген еді екен болды болып бар жоқ керек емес ғана әрі тағы қазір барлық өз өзі
        """, openers: "ол олар бұл сол осы бірақ және оның олардың"),
      "fi": StopWords(
        """
        ja on oli ovat olivat ei eivät että se ne hän he minä sinä me te hänen heidän sen niiden tämä tämän nämä näiden joka jonka
        jotka joiden mikä mitä kuka kun kuin jos niin mutta tai vai sekä myös vielä jo nyt vain hyvin ole olla ollut voi
        mukaan kanssa jälkeen ennen alla yli sillä koska vaikka siis sitten siellä täällä
        """, openers: "hän he se ne tämä nämä mutta ja hänen heidän sen"),
      "el": StopWords(
        """
        ο η το οι τα του της των τον την τους τις ένας μια μία ένα και κι ή αλλά όμως αν όταν όπου πως πώς που ότι για με σε από
        προς κατά μετά πριν χωρίς μέχρι στο στη στην στον στα στους στις είναι ήταν έχει έχουν είχε είχαν θα να δεν μη μην
        αυτός αυτή αυτό αυτοί αυτές αυτά εγώ εσύ εμείς εσείς μου σου μας σας τι ποιος ποια ποιο όσο ως ενώ επίσης πολύ
        """, openers: "αυτός αυτή αυτό αυτοί αυτές αυτά αλλά και όμως"),
      "ar": StopWords(
        """
        في من على إلى الى عن مع أن إن ان هذا هذه ذلك تلك الذي التي الذين هو هي هم نحن أنا كان كانت يكون قد لقد لا لم لن ما
        و ف ثم أو او بل لكن حتى كل بعض غير بين بعد قبل عند منذ كما حيث أي أيضا التى اذا إذا فقد وقد وكان أنه أنها وهو وهي
        """, openers: "هو هي هم هذا هذه ذلك تلك لكن ولكن ثم وهو وهي"),
      "he": StopWords(
        """
        של את על לא הוא היא הם הן אני אתה אנחנו זה זו זאת אלה כי אם גם או אבל רק עם אל מן כל אשר יש אין היה היתה הייתה היו
        להיות כך כמו עוד אך לפני אחרי בין תחת מה מי איך כאשר יותר מאוד
        """, openers: "הוא היא הם הן זה זו זאת אלה אבל אך"),
      "hi": StopWords(
        """
        का के की को में से है हैं था थे थी और या पर ने यह वह ये वे इस उस इन उन एक जो कि तो भी ही नहीं हो होता होती कर करने
        किया गया गई गए लिए साथ बाद तक अपने अपनी अपना कुछ सभी जब तब अब यहाँ वहाँ क्या मैं हम आप रहा रही रहे लेकिन
        """, openers: "यह वह ये वे इस उस इन उन लेकिन और इसके उनके"),
      "fa": StopWords(
        """
        در از به با که این آن را و برای بر تا هم یا اما اگر است بود شد شده می نمی هر همه خود ما شما آنها من تو او وی نیز پس
        پیش بین چه چون کرد کرده باید بوده شود دارد داشت های ها یک دیگر هیچ ولی
        """, openers: "او وی آنها این آن اما ولی و"),
      "vi": StopWords(
        """
        và của là có được trong cho các những một với không này đã để khi từ đến người ra vào về như cũng nhưng thì mà tại
        bị sẽ đang nếu vì do theo trên dưới sau trước rằng còn nhiều rất hơn ông bà anh chị em tôi chúng họ nó ấy đó kia
        """, openers: "ông bà anh chị họ nó này đó nhưng và điều"),
      "zh": StopWords(
        "的 了 在 是 和 与 及 或 也 都 就 而 但 不 这 那 他 她 它 们 我 你 您 之 其 于 以 为 被 把 对 从 到 向 中 上 下 着 过",
        openers: "他 她 它 这 那 但 而"),
      "ja": StopWords("の に は を た が で て と し れ さ も な い る か ら こ そ あ り へ や だ よ ね", openers: ""),
      "ko": StopWords(
        """
        이 그 저 것 수 등 및 또는 그리고 그러나 하지만 그는 그녀는 이는 이것은 있다 있는 했다 하는 한 할 위해 대한 대해 통해 따르면
        """, openers: "그 그는 그녀는 이 이는 그러나 하지만 그리고"),
      "hy": StopWords(
        """
        և ու կամ բայց որ որը որոնք է են էր էին այս այդ այն նա նրանք մենք դուք ես դու նրա նրանց մեր ձեր իր իրենց համար մեջ վրա
        հետ մասին մինչև ըստ եթե երբ որտեղ ինչպես նաև միայն չի չեն կա ոչ
        """, openers: "նա նրանք սա այս այդ այն բայց և նրա նրանց"),
    ]
  }()
}
