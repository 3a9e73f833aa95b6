import type { Tongue } from './told.js';

export const german: Tongue = {
  name: 'German',
  common: `voll nase ich ist und nicht das die der ein eine mein meine meinem meinen mir mich sie es wir ihr ihre ihnen auf fur mit
    wie wann warum wo bitte danke noch aber wenn kann konnen habe hab hatte haben seit schon kein keine immer wieder
    auch bei zu von dem den was hallo ihren wurde wird uns unser sind bin jetzt nur mal doch so dann dass diese
    dieser dieses nach um im am zum zur aus als oder mehr sehr ganz heute morgen gestern tage wochen endlich gibt
    geht will mochte muss soll nichts niemand paket bestellung lieferung rechnung geld guten tag vielen dank nochmal
    schreibe bekomme kommt welche welcher gerade hier alles ohne gerne schreiben hilft lesen vom beim service`,
  strong: `katastrophe katastrophal* unverschamt* frechheit dreist* lacherlich* unfassbar* unzumutbar* skandal* abzock* verarsch*
    saftladen inakzeptabel* unakzeptabel* wutend* stinksauer stinkwutend scheis* beschiss* beschissen* arschloch* idiot* dummkopf
    betruger* bodenlos* unterirdisch* sauladen sauhaufen drecksladen dreckslad* unglaublich* grottig* grottenschlecht* hirnlos*
    emport* zumutung armutszeugnis witzverein trauerspiel schweinerei sauerei verdammt* kackladen saustall mistladen
    unertraglich* entsetzlich* abartig* widerlich* pfui`,
  bad: `schlecht* schrecklich* furchtbar* enttausch* sauer argerlich* arger* nervig* nervt genervt inkompetent* nutzlos* mist mies*
    miserabel* unmoglich betrug peinlich* unprofessionell* schlampig* frustrier* verargert unfreundlich* sinnlos* zwecklos*
    mangelhaft* lahm* dilettant* traurig* schlimm* elend* hass* blod* bloder unverstandlich* vertrosten vertrostet hingehalten
    ignoriert ignorieren verschaukelt reklam*los zeitverschwendung geldverschwendung`,
  ways: {
    trouble: [
      `(?:funktionier|klapp|geh|lad|offne|start|reagier|erschein)\\p{L}{0,4} (?:\\p{L}{1,12} ){0,3}nicht|kaputt|defekt\\p{L}{0,2}|beschadigt\\p{L}{0,2}|zerbrochen|(?:fehlt|fehlen)|fehler(?:meldung)?|kann (?:\\p{L}{1,12} ){0,4}nicht|nicht (?:moglich|angekommen|erhalten|bekommen)|leider|schade|problem\\p{L}{0,2}|geht (?:gar )?nichts|gelingt (?:\\p{L}{1,8} )?nicht|gesperrt`,
    ],
    'asks-person': [
      `(?<!(?:spreche|rede|schreibe|chatte) ich (?:hier |gerade )?)(?:mit (?:einem|einer|jemandem?|einem echten|einer echten)(?: \\p{L}{1,12})? ?(?:mensch(?:en)?|mitarbeiter(?:in)?|person|berater(?:in)?|kollegen)? ?(?:sprechen|reden|verbinden|chatten)|(?<!fur |uber |an |auf )(?:einen|echten?|richtigen?) (?:menschen|mitarbeiter|ansprechpartner)(?!\\p{L})(?! (?:suche|kenne|gefragt|gesehen))|mensch(?:en)? bitte|(?:rufen sie|ruft|ruf|rufe) (?:mich|uns)(?: bitte)? (?:zuruck|an)|(?:kann|konnte)\\b.{0,20}\\b(?:jemand|wer) (?:bitte )?(?:anrufen|zuruckrufen|antworten)|ist (?:da|hier|dort) (?:uberhaupt |eigentlich |denn |noch )?(?:jemand|wer)(?=[^\\p{L}]{0,5}$| der)|(?:ihren|den|zum|einen) (?:chef|vorgesetzten|geschaftsfuhrer|verantwortlichen) (?:sprechen|bitte|reden)|(?:geben|holen) sie mir (?:bitte )?(?:ihren|den|einen) (?:chef|vorgesetzten|verantwortlichen|mitarbeiter)|mit (?:jemand(?:em)?|ihrem chef) (?:reden|sprechen)|verbinden sie mich)`,
    ],
    calm: [
      'kein(?:e|en)? (?:problem|eile|stress|sorge|sorgen|hektik)|nicht (?:so )?(?:schlimm|schlecht|eilig|dringend|sauer|bose)|alles (?:gut|bestens|klar|in ordnung)|lassen sie sich zeit|halb so (?:wild|schlimm)|schlecht(?:en|er|es)? (?:wetter|handschrift|empfang|tag)|(?:mein|meine) (?:alter|alte|letzte[rs]?) (?:anbieter|laden|bank) .{0,30}|dumme frage|blode frage|mein fehler|(?:ich|habe) .{0,12}(?:dumm|blod) (?:von mir|angestellt)|unglaublich (?:schon|gut|schnell|nett|toll|lecker|bequem)',
    ],
    'let-down': [
      '(?:nicht|alles andere als|uberhaupt nicht|gar nicht|kein bisschen|wenig) (?:\\p{L}{1,15} )?(?:zufrieden|begeistert|glucklich|akzeptabel|hinnehmbar|erfreut|amusiert|lustig|witzig|normal|in ordnung)|(?:besseres|mehr) erwartet|hatte ich mehr erwartet',
    ],
    outrage: [
      'so geht(?:s| das| es) (?:ja |doch |wirklich )?(?:nicht|gar nicht)|das (?:kann|darf) (?:doch |ja )?(?:wohl )?nicht (?:wahr|euer ernst|ihr ernst|sein)|(?:ist das |das ist )?(?:wohl |doch )?(?:nicht )?(?:ihr|euer) ernst|was soll (?:das|der)|geht.s noch|so etwas habe ich noch nie|noch nie (?:so|einen so|eine so)|wie kann (?:das|man|es) (?:nur|denn|so|sein)|keine (?:ahnung|lust) (?:habt|haben) (?:ihr|sie)|(?:ein|so ein|schlechter) witz|kummert (?:sich )?(?:keinen|niemanden|keiner|niemand)',
    ],
    'giving-up': [
      '(?:halten|haltet) (?:\\p{L}{1,4} )?(?:mich|uns) (?:wohl |eigentlich )?fur (?:dumm|blod|bescheuert)|unter aller (?:kanone|sau|wurde)|nase (?:\\p{L}{1,10} )?(?:gestrichen )?voll|(?:mir )?reicht(?:.s| es| mir)(?: jetzt| langsam| endgultig| wirklich)?|es reicht|jetzt reicht|(?:hab|habe|haben) (?:es |die faxen |die schnauze |die nase |das )(?:so |jetzt |langsam |endgultig )?(?:satt|dicke|voll)|schnauze (?:gestrichen )?voll|(?:ich )?geb(?:e)? (?:es |jetzt )?auf|vergessen sie(?: es|s)|vergiss (?:es|s)|kragen (?:geplatzt|platzt)|platzt (?:mir |gleich )?(?:\\p{L}{1,10} )?der kragen|geduld (?:ist |hat |geht )?(?:\\p{L}{1,12} )?(?:am ende|zu ende|ein ende)|am ende meiner geduld|(?:letzte[rn]?|keine) (?:nerv|geduld mehr|nerven mehr)|raubt mir den letzten nerv|geht mir (?:so |tierisch |gewaltig |total )?auf (?:die nerven|den (?:geist|keks|sack|wecker))|bringt (?:doch |ja |alles )?nichts|hat (?:doch |alles )?keinen (?:sinn|zweck)|zum (?:kotzen|heulen|verzweifeln|ausrasten|davonlaufen|haare raufen)|macht mich (?:wahnsinnig|rasend|verruckt|krank)|auf die palme|fass (?:ist voll|zum uberlaufen)|fur dumm (?:verkauf\\p{L}{0,3}|gehalten)|(?:an|auf) den arm genommen|zum narren|verschwende\\p{L}{0,3} (?:nur )?meine zeit|stehle?n mir (?:nur )?die zeit|bin (?:hier )?(?:fertig mit|bedient)|hals (?:steht|bis oben)|langt(?:.s| es)? (?:mir )?(?:jetzt|langsam)|das letzte$|ist (?:ja |doch |wirklich |echt )?das (?:aller)?letzte',
    ],
    waiting: [
      '(?:warte|warten|wartet|gewartet)\\b.{0,30}\\b(?:stunden|tagen|wochen|monaten?|ewig(?:keiten)?|schon (?:so )?(?:lange|ewig))|(?:stunden|tagen|wochen|monaten) (?:\\p{L}{1,8} )?(?:warte|warten)|seit (?:\\p{L}{1,12} )?\\p{L}{1,12} (?:stunden|tagen|wochen|monaten) (?:\\p{L}{1,12} ){0,3}?(?:nichts|keine?|niemand|hinterher|hingehalten|vertrostet)|(?:niemand|keiner|kein mensch|kein schwein) (?:\\p{L}{1,12} )?(?:antwortet|hilft|meldet|reagiert|geht|interessiert|zustandig|fuhlt|kummert)|keine (?:einzige )?(?:antwort|reaktion|ruckmeldung)(?: bekommen| erhalten|$|[.!,])|wie lange (?:soll|denn|darf) (?:ich )?(?:noch|denn)|wie lange muss ich (?:denn |hier )?noch warten(?! bis|, bis)|immer noch (?:nichts|kein|keine|keinen|nicht)|wochenlang|monatelang|ewigkeiten?',
    ],
    threat: [
      '(?:(?:mein|meinen|meinem|ein|einen|zum|vom) anwalt|anwalt einschalten|rechtliche schritte|vor gericht|verbraucher(?:zentrale|schutz) (?:ein\\p{L}{1,10}|melden|informier\\p{L}{1,3}|wenden)|zur verbraucherzentrale|(?:melde|schreibe|sage|wende)(?!\\p{L}).{0,20} verbraucherzentrale|verbraucherzentrale (?:geht|bekommt|erfahrt)|nie wieder(?! vergess)|schlechte bewertung|(?:null|0|1|ein|einen) sterne?(?: bewertung|$|[.!,])|anzeige (?:erstatten|gegen|raus|bei)|zeige (?:sie|euch) an|(?:lasse|hole|buche)\\b.{0,20}\\b(?:zuruckbuchen|zuruck ?holen)|(?:ich )?(?:kundige|storniere) (?:jetzt |sofort |hiermit |alles |dann |endgultig ){1,3}|(?:bin|sind) (?:sie|ihr) mich (?:als kunden? )?los|wechsle (?:jetzt |dann |sofort )?(?:den anbieter|zur konkurrenz|zu \\p{L}{1,15} anderen)|(?:gehe|kaufe) (?:jetzt |dann |in zukunft |kunftig )?(?:woanders|zur konkurrenz|bei der konkurrenz)|das hat (?:noch )?(?:ein nachspiel|folgen|konsequenzen))(?<!(?:wo ist|adresse|gibt es|ist) (?:die |der |ein )?(?:verbraucherzentrale|anwalt|gericht))',
    ],
    repetition: [
      'zum (?:\\p{L}{1,12}|\\d{1,3}\\.?)(?:ten|sten)? mal(?: schreibe| frage| jetzt| erklare| in folge)|zum (?:zweiten|dritten|vierten|funften|sechsten|zehnten|hundertsten|tausendsten|x-?ten|wiederholten) mal|wie oft (?:soll|muss) ich (?:noch|das|es|ihnen|denn)|(?:schon|bereits) (?:drei|vier|funf|mehr|hundert|zig|tausend)(?:fach|mal|mals)|immer (?:wieder )?(?:die|der|das) ?(?:selbe|gleiche)[nrs]? |immer wieder (?:das|die|der)|(?:schon|bereits) (?:gesagt|erklart|geschrieben|beantwortet|geschickt)|mehrfach|mehrmals|ausreden',
    ],
    'not-understood': [
      '(?:war|ist) (?:gar |uberhaupt )?nicht (?:meine frage|das,? was ich)|(?:sie|ihr|du) (?:versteh\\p{L}{1,3}|les(?:en|t)|hor(?:en|t)|kapier\\p{L}{1,3}) (?:mich |es |mir |uberhaupt |anscheinend |wohl |ja )*(?:nicht|gar nicht|nicht zu)|(?:lesen|liest|hort) (?:sie|ihr|du|hier) (?:uberhaupt|eigentlich|jemals)|hort (?:mir )?(?:hier )?(?:keiner|niemand) zu|vollig (?:falsch|am thema vorbei)|am thema vorbei',
    ],
    sarcasm: [
      '(?:na|ja|oh) (?:toll|super|prima|klasse|bravo|wunderbar|herzlichen gluckwunsch)[,.! ]|(?:toll|super|prima|klasse|bravo|glanzleistung|wunderbar)[,.! ]{1,3}(?:wieder|schon wieder|noch (?:ein|immer)|und jetzt|jetzt (?:ist|geht)|nicht)|danke fur (?:nichts|gar nichts)|vielen dank fur (?:nichts|gar nichts|die zeitverschwendung)|(?:ganz )?(?:grose|groses) (?:klasse|kino|leistung)|wie (?:hilfreich|nutzlich|originell)[.!]|(?:toller|super|klasse|spitzen|feiner|schoner) (?:service|kundenservice|laden|verein)[.!, ]{0,3}(?:wirklich|echt|nicht|habt|haben|$)',
    ],
    profanity: [
      'scheise|verdammt|arsch\\p{L}{0,8}|idioten|kacke|verfickt\\p{L}{0,3}|leck mich|zum teufel|himmel ?herrgott|drecks\\p{L}{1,10}',
    ],
    thanks: [
      '(?:vielen |herzlichen |tausend |besten )?dank(?:e)?(?: schon| dir| ihnen)?|dankeschon|super gemacht|(?:hat|klappt|funktioniert) (?:jetzt |alles |prima |super )*(?:geklappt|funktioniert|prima|wunderbar|bestens)',
    ],
  },
};
