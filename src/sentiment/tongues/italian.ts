import type { Tongue } from './told.js';

export const italian: Tongue = {
  name: 'Italian',
  common: `io il lo la gli le un una uno mio mia miei non e in con per come quando dove perche grazie ciao ma se posso ho
    da gia nessuno nessuna sempre anche di del della dei delle che suo sua sono sta voglio questo questa questi
    avete buongiorno buonasera salve mi ci vi si al alla dal nel nella sul hai ha hanno fare fatto piu molto tutto
    niente nulla ancora oggi ieri domani giorni settimane mesi ordine pacco consegna rimborso soldi fattura favore
    vorrei potete potrei puo dovrei qual quanto cosa siete ora adesso mai vostra vostro voi noi loro tutti ogni
    volta volte ecco allora solo proprio davvero servizio cliente roba li`,
  strong: `inaccettabil* vergogn* scandalos* scandalo schifo schifos* schifezza disastro disastros* pessim* indecent* indecoros* ridicol* incompetent*
    truffa truffator* truffat* ladri ladro merda* furios* furibond* incazzat* assurd* imbarazzant* penos* allucinant* intollerabil* indegn*
    cazzo cazzata vaffanculo buffon* pagliacc*  inaudit* raccapriccian* scandalizzat* disgust* deplorevol* inammissibil* oscen*
    imbroglion* imbroglio maledett* barzelletta cialtron* esasperat* patetic*`,
  bad: `terribil* orribil* delus* deludent* arrabbiat* inutil* insoddisfatt* frustr* stanco stanca stufo peggio peggior* male bugie bugiard* bugia
    irritat* irritant* seccat* scocciat* nervos* snervant* scortes* maleducat* lento lenta lenti incubo rabbia ignorat* ignorate menefreghis*
    sconcertant* sconcertat* scandalosamente tristezza sciatt* inaffidabil* scarso scarsa scarsi scarsissim* abbandonat*`,
  ways: {
    trouble: [
      `non (?:funziona|si apre|carica|riesco|posso|parte|arriva|e arrivato|ho ricevuto)\\p{L}{0,3}|rott[oa]|difettos[oa]|danneggiat[oa]|manca(?:no)?|errore|problem[ai]|purtroppo|impossibile|continua a (?:non|dare)|sempre (?:errore|lo stesso errore)|non (?:appare|accetta|trovo|entra|va)`,
    ],
    'asks-person': [
      `(?:parlare|contattare|passarmi|mettermi|passatemi)\\b.{0,15}\\b(?:persona|qualcuno|operatore|umano|agente|responsabile|consulente)|c'e qualcuno(?=[^\\p{L}]{0,5}$| che| li)|richiamatemi|chiamatemi`,
    ],
    calm: [
      "non (?:c'e|ce|e|ho) (?:problema|fretta|nessun problema|urgente|grave|male)|nessun problema|nessuna (?:fretta|urgenza)|senza (?:fretta|problemi)|non (?:fa|e) (?:niente|nulla|male)|tutto (?:bene|a posto|ok)|quando (?:potete|puo|avete)|con calma|domanda (?:stupida|sciocca)|(?:e|colpa) (?:colpa )?mia|errore mio|mi sono sbagliat[oa]|ho sbagliato|il mio vecchio .{0,40}|niente male|meno male|aspetto (?:allora|lunedi|martedi|mercoledi|giovedi|venerdi|vostre|una (?:vostra|sua)|il corriere|domani)(?! da)",
    ],
    'let-down': [
      '(?:non|per niente|affatto|poco) (?:sono |e |siamo )?(?:affatto |per niente |per nulla |molto |proprio )?(?:content|soddisfatt|felic|accettabil|normal|seri|professional|ammissibil|tollerabil)\\p{L}{0,2}|mi aspettavo (?:di piu|di meglio|meglio|altro|ben altro)',
    ],
    outrage: [
      "(?:e|ma e|e' )? ?uno scherzo|ma (?:stiamo|state|mi|ci) (?:scherz\\p{L}{1,5}|prend\\p{L}{1,4})|mi (?:state|sta|stanno) (?:prendendo|prende) (?:in giro|per)|pres[oa] (?:in giro|per il)|prendete in giro|mancanza di (?:rispetto|serieta|professionalita)|(?:zero|nessun) (?:rispetto|professionalita|serieta)|mai (?:vist[oa]|capitat[oa]|successo|avuto) (?:una|un|niente|tanto)|com'?e? ?(?:e )?possibile|come (?:e possibile|potete|osate|vi permettete)|non (?:ci )?(?:posso|si puo) (?:crederci|credere|lavorare|continuare|andare avanti)|che (?:razza|schifo|vergogna|delusione|figura|servizio)|non (?:ve ne )?(?:frega|importa) (?:niente|nulla)|roba da (?:matti|pazzi)",
    ],
    'giving-up': [
      "(?:ne )?(?:ho|abbiamo) (?:davvero |proprio |gia |veramente )?(?:piene le (?:tasche|scatole|palle)|abbastanza|le (?:tasche|scatole|palle) piene|fin sopra i capelli|fino al collo)|sono (?:davvero |proprio |veramente |molto |cosi )?(?:stuf[oa]|stanc[oa] (?:di|morta|delle|della|che)|al limite|esasperat[oa]|esaust[oa]|alla frutta|allo stremo)|stuf[oa] di|ora basta|adesso basta|basta(?=$|[!.,])|non (?:ne )?posso piu|non ne posso|non (?:sopporto|reggo|tollero) piu|mi arrendo|ci rinuncio|rinuncio|lasci(?:ate|amo|a)? (?:perdere|stare)|perdita di tempo|(?:perdere|perdendo|perso|buttato) (?:il mio |del |altro |solo )?tempo|non (?:serve|servite|serv\\p{L}{1,4}) a (?:niente|nulla)|a cosa serve|la goccia|traboccare|(?:perso|perdendo|finito|esaurito) la pazienza|(?:la )?(?:mia )?pazienza (?:ha|e|sta) .{0,15}(?:limit\\p{L}{1,2}|finit\\p{L}|finendo|esaurit\\p{L})|mi (?:fate|fa|state facendo|sta facendo) (?:impazzire|perdere|infuriare|arrabbiare|venire i nervi|ammattire)|andare (?:fuori di testa|in bestia|su tutte le furie)|i nervi|fuori dai gangheri|il colmo|rotto le (?:scatole|palle|scatolette)|rompere le|rimpall\\p{L}{1,4}|scaricabarile|da un ufficio all'altro|presa per i fondelli|per i fondelli",
    ],
    waiting: [
      '(?:aspetto|aspettando|attendo|attesa|da)\\b.{0,20}(?:ore|giorni|settimane|mesi|un mese|una settimana).{0,40}(?:niente|nulla|nessun[oa]?|senza|non|aspett\\p{L}{1,5}|ancora|attend\\p{L}{1,5}|chiam\\p{L}{1,4}|e ancora)|(?:aspetto|aspettando|attendo|aspettiamo) (?:\\p{L}{1,12} ){0,3}da (?:piu di |oltre |quasi |ormai )?\\S{1,9} (?:ore|giorni|settimane|mesi)|ancora (?:niente|nulla|nessun[oa]?|non (?:ho|e|mi|ricev))|nessuno (?:mi |ci |che )?(?:risponde|rispondeva|aiuta|sa|chiama|richiama|risolve|si degna|fa niente|ha risposto|mi ha)|nessuna risposta|senza (?:alcuna |nessuna )?(?:risposta|notizie)(?=$|[.!,])|quanto (?:tempo )?(?:ancora|devo aspettare|dobbiamo)|non (?:mi )?(?:rispondete|rispondono|risponde nessuno|richiama nessuno)|che fine ha fatto',
    ],
    threat: [
      "(?:mio|un|dal|al mio|il mio) avvocato(?! (?:ha bisogno|vuole))|(?:vi|la|faro|presento|sporgo|sporgero|fare|presentero|presentare) (?:una )?(?:denuncia|denuncio|querela|reclamo formale|esposto|diffida)|vie legali|per vie|in tribunale|(?:altroconsumo|codacons|agcom|agcm|federconsumatori|adiconsum)|associazione (?:dei )?consumatori|mai piu|ultima volta|(?:faccio|faro|voglio|do|mando) (?:la )?disdetta|(?:disdico|annullo|cancello) tutto|recensione (?:negativa|pessima)|pessima recensione|(?:una|1|zero|0) stell[ae]|(?:passo|vado|andro|passero|cambio) (?:al|alla|da|dal|con) (?:la )?(?:concorrenza|concorrente|un altro (?:negozio|operatore|gestore))|(?:avete|state per) (?:perso|perdere|perdendo) un(?:a)? client[ea]|non (?:compro|comprero|acquisto|acquistero|ordino|ordinero) (?:mai )?(?:piu|mai)|bloccare il pagamento|contestare (?:l'addebito|il pagamento|la transazione)|sui social|polizia postale",
    ],
    repetition: [
      "(?:ancora )?una volta (?:di piu|ancora|la stessa)|(?:seconda|terza|quarta|quinta|sesta|decima|ennesima) (?:volta|richiesta|mail|telefonata|chiamata|segnalazione)|(?:tre|quattro|cinque|dieci|mille|cento|varie|diverse|piu) volte|quante volte (?:devo|ancora|ve)|(?:gia|l'ho gia|ve l'ho) (?:detto|spiegato|scritto|mandato|inviato|chiesto|ripetuto|segnalato|risposto)|sempre (?:la stessa|le stesse|lo stesso|gli stessi)|la stessa (?:risposta|storia|scusa|solfa)|le stesse (?:scuse|risposte|domande)|ripetere (?:sempre|tutto|le stesse|ogni)|ripeto(?=$|[:,. ])",
    ],
    'not-understood': [
      "non (?:mi )?(?:capite|capisce|ascoltate|ascolta|leggete|legge|avete (?:capito|letto))|non (?:e|era) (?:quello che|cio che|la mia domanda)|(?:sapete|sa) leggere|risposta (?:automatica|preconfezionata)|non c'entra (?:niente|nulla)|siete sordi",
    ],
    sarcasm: [
      "(?:bravi|complimenti|ottimo|perfetto|fantastico|bello|benissimo|meraviglioso|che bello|evviva)[,.! ]{1,3}(?:un altro|un'altra|ora|adesso|davvero|continuate|come sempre|anche|di nuovo|e adesso|e ora|vivissimi)|complimenti (?:per|davvero|al|alla|vivissimi)|grazie (?:di|per) (?:niente|nulla|avermi fatto|non|il nulla)|(?:bel|bella|gran|ottimo) (?:servizio|assistenza|modo|lavoro)[,.! ]{1,2}(?:davvero|complimenti|proprio|non|$)|che (?:bel|bella|gran) (?:servizio|assistenza|modo)|continuate cosi",
    ],
    profanity: [
      'merda|cazz\\p{L}{1,4}|vaffanculo|stronz\\p{L}{1,2}|coglion\\p{L}{1,2}|idioti|imbecill\\p{L}|porc[oa] \\p{L}{1,10}|minchia|fottut\\p{L}|deficient\\p{L}|culo',
    ],
    thanks: [
      'grazie(?: mille| infinite| tante)?|perfetto(?=$|[.,! ])|ottimo(?=$|[.,! ])|(?:ora |adesso )?(?:funziona|risolto)(?: tutto| perfettamente| benissimo)?(?=$|[.,!])',
    ],
  },
};
