/** Danger in the languages of which the reader knows no more than a few words. */
import type { Told } from './told.js';

export const others: readonly Told[] = [
  {
    tongue: 'fr',
    stems:
      'feu brûl brul ince fumé gaz aval expl choc élec étin bles saig étou resp alle suic mour tuer mena empo pira volé',
    ways: {
      danger: [
        "(?:a |ont )?pris feu|en feu(?=$|[ .,!])|ça brûle|incendie|(?:de la|plein de) fumée|(?:sent|odeur de|fuite de) (?:le )?gaz|(?:a|ai) avalé|(?:a|ont) explosé|choc électrique|électrocut\\p{L}+|étincelles|(?:je|il|elle) (?:saigne|s'étouffe|étouffe)|réaction allergique|(?:n'arrive|arrive) (?:pas|plus) à respirer|(?:me suis|s'est) (?:brûlé|blessé|coupé)\\p{L}*|(?:me|nous) menace|empoisonn\\p{L}+|bless(?:é|ée|és)(?=$|[ .,!])",
      ],
      'self-harm': [
        '(?:veux|envie de) mourir|me suicider|au suicide|me tuer|(?:veux|envie de) (?:plus|en finir)(?! (?:vivre)?d)|plus (?:envie de )?vivre',
      ],
      fraud: [
        "compte (?:a été |est )?piraté|carte (?:a été |est )?volée|(?:je )?(?:n'ai|ai) (?:jamais|pas) (?:passé|fait) cette commande",
      ],
    },
  },
  {
    tongue: 'es',
    stems:
      'fueg quem ince humo gas trag expl desc elec chis sang ahog resp alér aler suic mori mata amen enve hack robé roba',
    ways: {
      danger: [
        '(?:se )?est[áa] quemando|en llamas|(?:se )?(?:prendió|incendi[óa]|quemó|ha prendido)|incendio|sale humo|huele a (?:gas|quemado)|fuga de gas|(?:se )?(?:ha )?trag(?:ó|ado)|(?:ha )?explot(?:ó|ado)|descarga eléctrica|electrocut\\p{L}+|saltan chispas|(?:está|estoy) sangrando|no pued[eo] respirar|reacción alérgica|me (?:he )?quem(?:é|ado)|me (?:está )?amenaza\\p{L}*|envenen\\p{L}+|está herid[oa]',
      ],
      'self-harm': [
        '(?:quiero|prefiero) morir(?:me)?|suicid(?:arm|io)\\p{L}*|matarme|quitarme la vida|no quiero (?:seguir )?viv(?:ir|iendo)',
      ],
      fraud: [
        '(?:hackearon|hackeado|robaron|robado) mi (?:cuenta|tarjeta)|mi (?:cuenta|tarjeta) (?:ha sido|fue) (?:hackeada|robada)|no (?:hice|he hecho) (?:este|ese) pedido',
      ],
    },
  },
  {
    tongue: 'it',
    stems:
      'fuoc fiam bruc ince fumo gas ingo esp espl scos scin sang soff resp alle suic mori ucci mina avve hack ruba',
    ways: {
      danger: [
        '(?:ha |hanno )?pres[oa] fuoco|in fiamme|va a fuoco|sta bruciando|incendio|(?:esce|pieno di) fumo|(?:odore|puzza|perdita|fuga) di (?:gas|bruciato)|(?:ha |ho )?ingoiat[oa]|ingerit[oa]|(?:è )?esplos[oa]|(?:preso |una )?scossa elettrica|folgorat[oa]|scintille|sanguin\\p{L}+|non (?:riesco|riesce) a respirare|reazione allergica|mi sono (?:bruciat|ustionat|tagliat|ferit)[oa]|mi (?:sta )?minaccia\\p{L}*|avvelen\\p{L}+',
      ],
      'self-harm': [
        '(?:voglio|vorrei) morire|suicid(?:arm|io)\\p{L}*|uccidermi|togliermi la vita|non voglio (?:più )?vivere',
      ],
      fraud: [
        '(?:hackerato|violato|rubato) il mio (?:account|conto)|(?:account|conto|carta) (?:è stat[oa] )?(?:hackerat|violat|rubat|clonat)[oa]|non ho (?:mai )?fatto (?:io )?questo ordine',
      ],
    },
  },
  {
    tongue: 'nl',
    stems:
      'bran vlam rook gas inge geëx ontp scho stro vonk bloe stik adem alle zelf dood ster bedr verg geha gest verw verb',
    ways: {
      danger: [
        'in brand|staat in (?:brand|vlammen)|er is brand|(?:vat|vatte) vlam|komt rook|ruik(?:t)? (?:naar )?gas|gaslek|gaslucht|ingeslikt|doorgeslikt|(?:is )?(?:geëxplodeerd|ontploft)|(?:elektrische|een) schok gekregen|geëlektrocuteerd|vonken|bloedt (?:erg|hevig)?|krijg(?:t)? geen (?:adem|lucht)|stikt|allergische reactie|(?:me|zich) (?:verbrand|gesneden|verwond)|bedreigt (?:mij|me|ons)|vergiftig\\p{L}+',
      ],
      'self-harm': ['(?:wil|liever) dood|zelfmoord|wil niet (?:meer )?leven|mezelf (?:doden|van kant)|wil sterven'],
      fraud: [
        '(?:account|rekening) (?:is )?gehackt|(?:kaart|pas) (?:is )?gestolen|(?:deze )?bestelling niet (?:gedaan|geplaatst)|iemand (?:gebruikt|bestelt) (?:met |op )?mijn',
      ],
    },
  },
  {
    tongue: 'pt',
    stems:
      'fogo cham ince quei fuma gás gas engo expl choq faís fais sang resp alér aler suic morr mata amea enve hack roub clon',
    ways: {
      danger: [
        'pegou fogo|pegando fogo|em chamas|está queimando|a arder|incêndio|(?:saindo|sai|muita) fumaça|(?:cheir\\p{L}+|cheiro) (?:a|de) gás|vazamento de gás|fuga de gás|engoliu|explodiu|choque elétrico|eletrocut\\p{L}+|faíscas|sangrando|não consig[oa]e? respirar|reação alérgica|me (?:queimei|cortei|feri)|queimei (?:a|o|minha|meu)|(?:me )?(?:está )?ameaça(?:ndo|do|da)? ?(?:me)?|envenen\\p{L}+',
      ],
      'self-harm': [
        'quero morrer|suicídio|suicid(?:ar|io)\\p{L}*|me matar|tirar a (?:minha )?vida|não quero (?:mais )?viver',
      ],
      fraud: [
        '(?:hackearam|invadiram|roubaram|clonaram) (?:a )?(?:minha )?(?:conta|cartão|meu cartão)|minha conta foi (?:hackeada|invadida)|não fiz (?:este|esse) pedido',
      ],
    },
  },
  {
    tongue: 'pl',
    stems:
      'pali poża poza ogie dym gaz gaze połk polk wybu pora prąd prad iskr krwa oddy udus aler samo umrz zabi groz otru zhak włam ukra poparz skalec',
    ways: {
      danger: [
        'się pali(?! długo)|pali się(?! długo)|zapalił[ao]? się|w ogniu|w płomieniach|pożar|(?:czuję|czuć|ulatnia się|zapach) gaz\\p{L}*|leci dym|połkn\\p{L}+|wybuch\\p{L}+|poraził\\p{L}* (?:mnie )?prąd|porażenie prądem|iskrzy|iskry|krwawi\\p{L}*|nie mog[ęe] oddychać|dusi się|reakcj[aę] alergiczn\\p{L}+|poparzył\\p{L}*|skaleczył\\p{L}*|grozi mi|zatru\\p{L}+',
      ],
      'self-harm': ['chcę umrzeć|samobójstw\\p{L}+|zabić się|nie chcę (?:już )?żyć'],
      fraud: [
        '(?:zhakowano|włamano się na) (?:moje )?konto|konto (?:zostało )?zhakowane|ukradziono (?:mi )?kart\\p{L}+|nie składał\\p{L}+ tego zamówienia',
      ],
    },
  },
];
