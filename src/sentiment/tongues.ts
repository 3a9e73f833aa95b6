/** A handful of plain words in other languages: enough to name the language and to see what it is about. */
import type { Cue } from '../conversation/index.js';
import type { SignName } from './signs.js';

export interface Tongue {
  readonly name: string;
  /** Everyday words that give the language away. */
  readonly common: string;
  readonly bad: string;
  readonly cues: readonly (readonly [Exclude<Extract<Cue, SignName>, 'shouting'>, RegExp])[];
}

/** Words are taken with a bound: `\b` knows ASCII alone, so that it stands before every letter that has no accent. */
export const tongues: readonly Tongue[] = [
  {
    name: 'German',
    common:
      'ich ist und nicht das die der ein eine mein meine mir mich sie es wir ihr ihre ihnen auf für mit wie wann warum wo bitte danke noch aber wenn kann habe hab seit schon kein keine immer wieder auch bei zu von dem den was hallo ihren wurde',
    bad: 'katastrophe schlecht schlechter schrecklich furchtbar unverschämt unverschämtheit frechheit lächerlich enttäuscht enttäuschend wütend sauer ärgerlich nervig inkompetent nutzlos scheiße scheisse mist mies miserabel unfassbar unmöglich skandal betrug abzocke verarscht saftladen unzumutbar unglaublich peinlich',
    cues: [
      [
        'asks-person',
        /(?<!(?:spreche|rede|schreibe|chatte) ich (?:hier |gerade )?)\b(?:mit (?:einem|einer|jemandem?|einem echten|einer echten)(?: \p{L}+)? ?(?:mensch(?:en)?|mitarbeiter(?:in)?|person|berater(?:in)?|kollegen)?\s?(?:sprechen|reden|verbinden|chatten)|(?<!für |über |an |auf )(?:einen|echten?|richtigen?) (?:menschen|mitarbeiter|ansprechpartner)\b(?! (?:suche|kenne|gefragt|gesehen))|mensch(?:en)? bitte|(?:rufen sie|ruft|ruf|rufe) (?:mich|uns)(?: bitte)? (?:zurück|an)|(?:kann|könnte)\b.{0,20}\b(?:jemand|wer) (?:bitte )?(?:anrufen|zurückrufen|antworten)|ist (?:da|hier|dort) (?:überhaupt |eigentlich |denn |noch )?(?:jemand|wer)(?=\W*$| der)|(?:ihren|den|zum|einen) (?:chef|vorgesetzten|geschäftsführer|verantwortlichen) (?:sprechen|bitte|reden)|(?:geben|holen) sie mir (?:bitte )?(?:ihren|den|einen) (?:chef|vorgesetzten|verantwortlichen|mitarbeiter)|mit (?:jemand(?:em)?|ihrem chef) (?:reden|sprechen)|verbinden sie mich)/iu,
      ],
      [
        'waiting',
        /\b(?:warte[nt]?|gewartet)\b.{0,30}\b(?:seit|schon|stunden|tagen?|wochen|monaten?|ewig)|seit \S+ (?:stunden|tagen|wochen|monaten)|niemand (?:antwortet|hilft|meldet|reagiert)|keine (?:antwort|reaktion)/iu,
      ],
      [
        'threat',
        /\b(?:anwalt|kündig(?:e|en|ung)|verbraucher(?:zentrale|schutz)|anzeige|nie wieder|rechtliche schritte|gericht|schlechte bewertung|(?:lasse|hole|buche)\b.{0,20}\b(?:zurückbuchen|zurück ?holen))\b(?<!(?:wo ist|adresse|gibt es|mein) (?:\p{L}{1,12} )?(?:verbraucherzentrale|anwalt|gericht))/iu,
      ],
      ['repetition', /\b(?:zum (?:\p{L}+)ten mal|schon wieder|immer wieder|immer noch nicht|mehrfach|mehrmals)\b/iu],
      ['thanks', /\b(?:danke|vielen dank|dankeschön|super|perfekt|klasse)\b/iu],
    ],
  },
  {
    name: 'French',
    common:
      'je est et pas le la les un une mon ma mes ne vous nous il elle sur pour avec comment quand pourquoi où merci bonjour mais si peux ai depuis déjà aucun toujours encore aussi dans de des du ce que qui votre suis',
    bad: 'catastrophe nul nulle honte honteux scandale scandaleux inadmissible inacceptable ridicule déçu déçue furieux furieuse colère incompétent incompétents inutile merde arnaque horrible lamentable pitoyable marre insupportable',
    cues: [
      [
        'asks-person',
        /(?:parler|discuter|échanger|joindre|contacter)\b.{0,15}\b(?:quelqu'un(?! d'autre)|humain|conseillère?|agent|personne|responsable|opérateur)|(?:un|vrai) (?:humain|conseiller)\b|(?:passez|donnez|appelez)-moi (?:un|une|le|la|votre) (?:conseill\p{L}{1,4}|humain|responsable|personne|chef)|rappelez[- ]moi|(?:il y a|y a-t-il) quelqu'un(?=\W*$| pour)/iu,
      ],
      [
        'waiting',
        /j'attends|attendre|depuis \S+ (?:heures?|jours?|semaines?|mois)|toujours (?:pas|rien)|personne ne|aucune réponse/iu,
      ],
      ['threat', /\b(?:avocat|résili(?:e|er|ation)|plainte|tribunal|plus jamais)\b/iu],
      ['repetition', /\b(?:encore une fois|\p{L}{1,20}ième fois|déjà (?:dit|expliqué|demandé))/iu],
      ['thanks', /\b(?:merci|parfait|super|génial)\b/iu],
    ],
  },
  {
    name: 'Spanish',
    common:
      'el la los las un una mi mis no yo es y en con para por como cómo cuando cuándo qué dónde gracias hola pero si puedo tengo desde ya ningún siempre también de del que su estoy está usted mucho quiero llevo',
    bad: 'pésimo pésima terrible horrible vergüenza inaceptable ridículo decepcionado decepcionada furioso enojado enfadado incompetentes inútil inútiles mierda estafa fatal asco harto harta desastre basura',
    cues: [
      [
        'asks-person',
        /(?:hablar|comunicarme|contactar|pasarme|ponerme)\b.{0,15}\b(?:persona|alguien|agente|humano|asesor|operador|representante|encargado)|(?:una persona|un humano|un agente) (?:real|por favor)/iu,
      ],
      [
        'waiting',
        /\b(?:llevo|esperando|espero|desde hace)\b.{0,20}(?:horas?|días?|semanas?|meses)|sigo esperando|todavía no|aún no|nadie (?:contesta|responde|ayuda)|sin respuesta/iu,
      ],
      ['threat', /\b(?:abogado|demanda(?:r|ré)?|cancelar(?:é)?|denunci\p{L}*|nunca más|reclamación)\b/iu],
      ['repetition', /\b(?:otra vez|de nuevo|\p{L}{1,20} vez que|ya (?:lo )?(?:dije|expliqué|he dicho))/iu],
      ['thanks', /\b(?:gracias|perfecto|genial|excelente)\b/iu],
    ],
  },
  {
    name: 'Portuguese',
    common:
      'eu o a os as um uma meu minha não é e em com para por como quando onde obrigado obrigada olá mas se posso tenho desde já nenhum sempre também de do da que seu está você vocês muito quero estou isso',
    bad: 'péssimo péssima terrível horrível vergonha inaceitável ridículo decepcionado decepcionada furioso irritado irritada incompetentes inútil merda golpe absurdo descaso desastre lixo',
    cues: [
      [
        'asks-person',
        /(?:falar|conversar|passar|transferir|contactar)\b.{0,15}\b(?:pessoa|alguém|atendente|humano|agente|operador|gerente|responsável)/iu,
      ],
      [
        'waiting',
        /\b(?:esperando|espero|aguardando|à espera|há)\b.{0,20}(?:horas?|dias?|semanas?|meses)|até agora nada|ainda não|ninguém (?:responde|atende|ajuda)|sem resposta/iu,
      ],
      ['threat', /\b(?:advogado|processar|cancelar|procon|reclamação|nunca mais|queixa)\b/iu],
      ['repetition', /\b(?:outra vez|de novo|novamente|\p{L}{1,20} vez que|já (?:disse|expliquei|falei))/iu],
      ['thanks', /\b(?:obrigad[oa]|perfeito|ótimo|excelente)\b/iu],
    ],
  },
  {
    name: 'Italian',
    common:
      'io il lo la gli le un una mio mia non è e in con per come quando dove perché grazie ciao ma se posso ho da già nessuno sempre anche di del della che suo sono sta voglio questo avete buongiorno',
    bad: 'pessimo pessima terribile orribile vergogna vergognoso inaccettabile ridicolo deluso delusa furioso arrabbiato incompetenti inutile inutili merda truffa schifo disastro assurdo',
    cues: [
      [
        'asks-person',
        /(?:parlare|contattare|passarmi|mettermi)\b.{0,15}\b(?:persona|qualcuno|operatore|umano|agente|responsabile|consulente)/iu,
      ],
      [
        'waiting',
        /\b(?:aspetto|aspettando|attendo|da)\b.{0,15}(?:ore|giorni|settimane|mesi)|ancora (?:niente|nulla)|nessuno (?:risponde|aiuta)|nessuna risposta/iu,
      ],
      ['threat', /\b(?:avvocato|disdetta|disdico|denuncia|reclamo|mai più)\b/iu],
      ['repetition', /\b(?:ancora una volta|di nuovo|\p{L}{1,20} volta che|già (?:detto|spiegato))/iu],
      ['thanks', /\b(?:grazie|perfetto|ottimo)\b/iu],
    ],
  },
  {
    name: 'Dutch',
    common:
      'ik is en niet het de een mijn je u wij op voor met hoe wanneer waarom waar bedankt hallo maar als kan heb sinds al geen altijd ook bij te van dat wat nog steeds graag dit naar',
    bad: 'verschrikkelijk slecht slechte schandalig belachelijk teleurgesteld boos woedend waardeloos nutteloos klote kut oplichting ramp schande onacceptabel bagger',
    cues: [
      [
        'asks-person',
        /(?:spreken|praten|verbinden|chatten)\b.{0,20}\b(?:iemand|medewerker|mens|persoon)|(?:iemand|medewerker|mens|persoon)\b.{0,15}\b(?:spreken|praten)/iu,
      ],
      [
        'waiting',
        /\b(?:wacht|gewacht|wachten)\b|al \S+ (?:uur|dagen|weken|maanden)|niemand (?:antwoordt|reageert|helpt)|geen (?:antwoord|reactie)/iu,
      ],
      ['threat', /\b(?:advocaat|opzeggen|klacht|nooit meer|rechter)\b/iu],
      ['repetition', /\b(?:alweer|al weer|voor de \p{L}+ keer|nog steeds niet)\b/iu],
      ['thanks', /\b(?:bedankt|dank je|dank u|top|perfect)\b/iu],
    ],
  },
];

/** Name, letters, and how one asks for a person. */
export const scripts: readonly (readonly [string, RegExp, RegExp])[] = [
  ['Japanese', /[\p{Script=Hiragana}\p{Script=Katakana}]/u, /オペレーター|担当者|人と話/u],
  ['Chinese', /\p{Script=Han}/u, /人工|转人|真人|投诉|客服/u],
  ['Korean', /\p{Script=Hangul}/u, /상담원|상담사|사람과/u],
  ['Russian', /\p{Script=Cyrillic}/u, /оператор|человек|менеджер/iu],
  ['Arabic', /\p{Script=Arabic}/u, /موظف|شخص|إنسان/u],
  ['Greek', /\p{Script=Greek}/u, /εκπρόσωπο|άνθρωπο/iu],
  ['Hebrew', /\p{Script=Hebrew}/u, /נציג|אדם/u],
  ['Thai', /\p{Script=Thai}/u, /เจ้าหน้าที่|พนักงาน/u],
  ['Hindi', /\p{Script=Devanagari}/u, /एजेंट|इंसान|व्यक्ति/u],
];

export const english = new Set(
  'the i is and not to a of my you it in for on with how when why where please thanks but if can have since no any always also be at was what this that your me do so are just get from they we he she will would there been has had or as an'.split(
    ' ',
  ),
);
