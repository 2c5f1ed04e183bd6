/// Languages of Eastern Europe beside those of ``KeywordLanguage/languages``, and Finnish: names take endings, so that a name is found where
/// it stands as it is called.
extension KeywordLanguage {
  static let ofEasternEurope: [String: KeywordLanguage] = [
    "cs": KeywordLanguage(
      "cs",
      common: """
        ledna února března dubna května června července srpna září října listopadu prosince leden únor březen duben květen červen
        červenec srpen říjen listopad prosinec pondělí úterý středa středu čtvrtek pátek sobota sobotu neděle neděli rok roku roky let
        letech měsíc měsíce měsíců týden týdne týdnů den dne dny dní hodin hodiny hodinu minut čas času doby době doba krát dnes včera
        zítra dva dvě tři čtyři pět šest sedm osm devět deset první druhý druhá třetí poslední tisíc tisíce milionů milionu milion
        miliard miliardy korun koruny eur procent procenta lidí lidé lidem člověk muž muži žena ženy uvedl uvedla řekl řekla říká
        další nové nový nová nových velké velký velká část části konec konce případ případě místo místa místě podle zároveň navíc
        dosud například letos loni stále zatím nyní letošní loňský více méně asi téměř přes kolem proti včetně možné třeba foto
        dodal dodala jejichž kterou kterého několik řada řadu dál dále
        """,
      titles: """
        prezident prezidentka premiér premiérka ministr ministryně ministra místopředseda místopředsedkyně předseda předsedkyně
        šéf šéfka ředitel ředitelka poslanec poslankyně senátor senátorka hejtman hejtmanka primátor primátorka starosta starostka
        mluvčí tisková tiskový generál plukovník profesor profesorka docent doktor lékař lékařka soudce soudkyně advokát advokátka
        státní zástupce zástupkyně trenér kapitán útočník obránce brankář záložník herec herečka zpěvák zpěvačka režisér režisérka
        spisovatel spisovatelka kardinál biskup arcibiskup papež král královna princ princezna kancléř kancléřka analytik analytička
        ekonom ekonomka politolog politoložka historik historička novinář novinářka podnikatel podnikatelka majitel majitelka náměstek
        náměstkyně europoslanec europoslankyně exprezident expremiér exministr ombudsman pan paní syn dcera bratr sestra manžel
        manželka
        """,
      speech: """
        uvedl uvedla řekl řekla dodal dodala prohlásil prohlásila sdělil sdělila oznámil oznámila vysvětlil vysvětlila popsal popsala
        míní říká tvrdí upozornil upozornila zdůraznil zdůraznila podotkl podotkla napsal napsala
        """,
      articles: "", putsCountriesBehindTitles: true, inflectsNames: true),
    "uk": KeywordLanguage(
      "uk",
      common: """
        січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня понеділок вівторок середа середу
        четвер п'ятниця п'ятницю субота суботу неділя неділю рік року роки років місяць місяця місяців тиждень тижня день дня дні
        днів годин години годину час часу раз сьогодні вчора завтра два дві три чотири п'ять шість сім вісім дев'ять десять перший
        перша другий друга третій останній останні тисяч млн млрд гривень мільйонів мільярдів відсотків осіб людей люди людина чоловік
        жінка сказав сказала заявив заявила повідомив повідомила можна можуть буде було були більше новий нова нові великий частина
        кінець випадок місце словами однак раніше став стала є фото всього також зокрема разом близько понад проти
        """,
      titles: """
        президент прем'єр прем'єр-міністр віцепрем'єр міністр міністерка губернатор мер мерка міський депутат депутатка нардеп сенатор
        голова директор директорка гендиректор генерал генерал-майор полковник майор капітан професор академік доктор суддя прокурор
        генпрокурор адвокат адвокатка тренер актор акторка співак співачка письменник письменниця режисер режисерка патріарх митрополит
        папа король королева принц секретар речник речниця прессекретар представник канцлер лідер лідерка спікер журналіст журналістка
        експерт аналітик бізнесмен посол омбудсман
        """,
      speech: """
        сказав сказала заявив заявила повідомив повідомила зазначив зазначила додав додала наголосив наголосила підкреслив підкреслила
        розповів розповіла пояснив пояснила вважає написав написала каже
        """,
      articles: "", putsCountriesBehindTitles: true, inflectsNames: true),
    "bg": KeywordLanguage(
      "bg",
      common: """
        януари февруари март април май юни юли август септември октомври ноември декември понеделник вторник сряда четвъртък петък
        събота неделя година години годината месец месеца седмица седмици ден дни дена час часа часове време път пъти днес вчера утре
        един една едно две два три четири пет шест седем осем девет десет първи първата първият втори последните последния хиляди
        хил млн млрд милиона милиарда лева евро процента на сто хора души човек мъж жена каза заяви съобщи може могат ще беше бяха
        много повече нов нова нови голям част края край случай място според също обаче преди стана снимка около общо
        """,
      titles: """
        президентът президент премиерът премиер вицепремиерът вицепремиер министърът министър кметът кмет депутатът депутат председателят
        председател директорът директор генерал полковник професор проф доц д-р доктор съдия прокурор прокурорът адвокат треньорът
        треньор актьорът актьор актрисата певецът певицата писателят режисьорът патриарх митрополит папа крал кралица принц говорителят
        говорител лидерът лидер шефът журналистът журналист експертът анализаторът икономистът бизнесменът посланикът капитан
        """,
      speech: "каза заяви съобщи добави подчерта коментира обясни посочи написа смята отбеляза разказа",
      articles: "", putsCountriesBehindTitles: true),
    "el": KeywordLanguage(
      "el",
      common: """
        ιανουαρίου φεβρουαρίου μαρτίου απριλίου μαΐου ιουνίου ιουλίου αυγούστου σεπτεμβρίου οκτωβρίου νοεμβρίου δεκεμβρίου δευτέρα
        τρίτη τετάρτη πέμπτη παρασκευή σάββατο κυριακή έτος χρόνια χρόνο χρόνος μήνα μήνες εβδομάδα εβδομάδες ημέρα ημέρες μέρα μέρες
        ώρα ώρες λεπτά φορά φορές σήμερα χθες αύριο ένα δύο τρία τρεις τέσσερα πέντε έξι επτά οκτώ εννέα δέκα πρώτη πρώτο πρώτος
        δεύτερη τελευταία εκατομμύρια δισεκατομμύρια ευρώ χιλιάδες άνθρωποι άτομα άνδρας γυναίκα είπε δήλωσε ανέφερε μπορεί πρέπει
        περισσότερα νέα νέο νέος μεγάλη μέρος τέλος περίπτωση σύμφωνα επίσης ωστόσο πριν μετά
        """,
      titles: """
        πρόεδρος πρωθυπουργός υπουργός υφυπουργός βουλευτής δήμαρχος περιφερειάρχης διευθυντής διευθύντρια καθηγητής καθηγήτρια δρ
        στρατηγός δικαστής εισαγγελέας δικηγόρος προπονητής ηθοποιός τραγουδιστής τραγουδίστρια συγγραφέας σκηνοθέτης αρχιεπίσκοπος
        πατριάρχης πάπας βασιλιάς βασίλισσα πρίγκιπας εκπρόσωπος γραμματέας καγκελάριος αρχηγός επικεφαλής δημοσιογράφος αναλυτής
        οικονομολόγος κύριος κυρία
        """,
      speech: "είπε δήλωσε ανέφερε τόνισε σημείωσε πρόσθεσε υποστήριξε εξήγησε έγραψε ανακοίνωσε υπογράμμισε",
      articles: "ο η το οι τα τον την του της των τους τις στον στην στο στα στους στις ένας μια ένα",
      inflectsNames: true),
    "fi": KeywordLanguage(
      "fi",
      common: """
        tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta marraskuuta
        joulukuuta tammikuussa helmikuussa maaliskuussa huhtikuussa toukokuussa kesäkuussa heinäkuussa elokuussa syyskuussa lokakuussa
        marraskuussa joulukuussa maanantaina tiistaina keskiviikkona torstaina perjantaina lauantaina sunnuntaina vuosi vuoden vuotta
        vuonna kuukausi kuukautta viikko viikon viikkoa päivä päivää päivän tunti tuntia aika ajan aikaa kertaa kerran tänään eilen
        huomenna yksi kaksi kolme neljä viisi kuusi seitsemän kahdeksan yhdeksän kymmenen ensimmäinen toinen viime miljoonaa
        miljardia euroa prosenttia ihmistä ihmiset ihmisiä mies nainen sanoi sanoo kertoo kertoi mukaan voi pitää paljon enemmän uusi
        uuden suuri suuren osa osan loppu tapaus paikka kuitenkin lisäksi noin yli ennen jälkeen kuva
        """,
      titles: """
        presidentti pääministeri ministeri valtiovarainministeri ulkoministeri sisäministeri puolustusministeri kansanedustaja
        puheenjohtaja toimitusjohtaja johtaja pormestari professori dosentti tohtori kenraali eversti tuomari syyttäjä asianajaja
        valmentaja päävalmentaja kapteeni näyttelijä laulaja kirjailija ohjaaja arkkipiispa piispa paavi kuningas kuningatar prinssi
        tiedottaja pääsihteeri liittokansleri asiantuntija tutkija toimittaja päätoimittaja yrittäjä ekonomisti rikoskomisario
        komisario tutkinnanjohtaja lääkäri ylilääkäri rehtori meppi
        """,
      speech:
        "sanoo sanoi kertoo kertoi toteaa totesi arvioi kirjoittaa kirjoitti huomauttaa selittää muistuttaa pohtii",
      articles: "", joinsNouns: true, inflectsNames: true),
  ]
}
