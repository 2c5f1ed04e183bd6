/// The names of the days of the week, long and short, in the languages whose dates are read: they stand before a date and
/// between its parts, and say nothing that it does not.
let weekdayNames = WordSet(
  words: """
    monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
    montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so mit don
    lundi mardi mercredi jeudi vendredi samedi dimanche lun mar mer jeu ven sam dim
    lunes martes miércoles miercoles jueves viernes sábado sabado domingo mié jue vie sáb dom
    lunedì martedì mercoledì giovedì venerdì sabato domenica gio sab
    segunda-feira terça-feira quarta-feira quinta-feira sexta-feira segunda terça quarta quinta sexta seg ter qua qui sex
    dilluns dimarts dimecres dijous divendres dissabte diumenge luns mércores xoves venres
    maandag dinsdag woensdag donderdag vrijdag zaterdag zondag ma wo vr za zo
    mandag tirsdag onsdag torsdag fredag lørdag søndag man tir ons tor fre lør søn
    måndag tisdag lördag söndag mån tis lör sön mánudagur þriðjudagur miðvikudagur fimmtudagur föstudagur laugardagur
    sunnudagur maanantai tiistai keskiviikko torstai perjantai lauantai sunnuntai maanantaina tiistaina keskiviikkona
    torstaina perjantaina lauantaina sunnuntaina ke pe su
    poniedziałek wtorek środa czwartek piątek sobota niedziela pon wt śr czw pt sob niedz
    pondělí úterý středa čtvrtek pátek neděle po út st čt pá ne čtv
    pondelok utorok streda štvrtok piatok nedeľa ponedeljek torek sreda četrtek petek nedelja
    ponedjeljak utorak srijeda četvrtak petak subota nedjelja ponedeljak sreda nedelja pet sub ned
    hétfő kedd szerda csütörtök péntek szombat vasárnap luni marți miercuri joi vineri sâmbătă duminică
    e-hënë hënë martë mërkurë enjte premte shtunë diel pazartesi salı çarşamba perşembe cuma cumartesi pazar
    esmaspäev teisipäev kolmapäev neljapäev reede laupäev pühapäev pirmdiena otrdiena trešdiena ceturtdiena piektdiena
    sestdiena svētdiena pirmadienis antradienis trečiadienis ketvirtadienis penktadienis šeštadienis sekmadienis
    senin selasa rabu kamis jumat jum'at sabtu minggu isnin khamis jumaat ahad
    astelehena asteartea asteazkena osteguna ostirala larunbata igandea
    понедельник вторник среда четверг пятница суббота воскресенье понедельника вторника среду пятницу субботу пн вт ср чт пт
    сб вс понеділок вівторок середа п'ятниця субота неділя нд панядзелак аўторак серада чацвер пятніца нядзеля
    понеделник вторник сряда четвъртък петък събота неделя понедељак уторак среда четвртак петак субота недеља
    понеделник вторник среда четврток петок сабота недела дүйсенбі сейсенбі сәрсенбі бейсенбі жұма сенбі жексенбі
    δευτέρα τρίτη τετάρτη πέμπτη παρασκευή σάββατο κυριακή δευ τρι τετ πεμ παρ σαβ κυρ
    երկուշաբթի երեքշաբթի չորեքշաբթի հինգշաբթի ուրբաթ շաբաթ կիրակի
    ორშაბათი სამშაბათი ოთხშაბათი ხუთშაბათი პარასკევი შაბათი კვირა
    الاثنين الإثنين الثلاثاء الأربعاء الاربعاء الخميس الجمعة السبت الأحد الاحد
    دوشنبه شنبه یکشنبه چهارشنبه پنجشنبه جمعه پیر منگل بدھ جمعرات ہفتہ اتوار
    सोमवार मंगलवार बुधवार गुरुवार शुक्रवार शनिवार रविवार सोम मंगल बुध गुरु शुक्र शनि रवि
    সোমবার মঙ্গলবার বুধবার বৃহস্পতিবার শুক্রবার শনিবার রবিবার
    திங்கள் செவ்வாய் புதன் வியாழன் வெள்ளி சனி ஞாயிறு
    จันทร์ อังคาร พุธ พฤหัสบดี ศุกร์ เสาร์ อาทิตย์ วันจันทร์ วันอังคาร วันพุธ วันพฤหัสบดี วันศุกร์ วันเสาร์ วันอาทิตย์
    月曜日 火曜日 水曜日 木曜日 金曜日 土曜日 日曜日 月曜 火曜 水曜 木曜 金曜 土曜 日曜 月 火 水 木 金 土 日
    星期一 星期二 星期三 星期四 星期五 星期六 星期日 星期天 周一 周二 周三 周四 周五 周六 周日 週一 週二 週三 週四 週五 週六 週日
    월요일 화요일 수요일 목요일 금요일 토요일 일요일 월 화 수 목 금 토 일
    """)
