import type { Tongue } from './told.js';

export const dutch: Tongue = {
  name: 'Dutch',
  common: `ik is en niet het de een mijn je jullie u wij we op voor met hoe wanneer waarom waar bedankt hallo maar als kan
    kunnen heb hebben heeft sinds al geen altijd ook bij te van dat wat nog steeds graag dit naar er om zijn ben
    wordt werd moet mag wil zou weer meer heel erg dag dagen weken maanden uur vandaag gisteren morgen bestelling
    pakket levering geld factuur retour goedemorgen goedemiddag beste alsjeblieft alstublieft iemand niemand niks
    niets mij me jij die deze over uit aan wacht worden weet hele zo dan toch gewoon echt hier daar eens hun ons
    onze bent zij ze keer service klant uw wel`,
  strong: `verschrikkelijk* schandalig* schandalige schande schandaal belachelijk* woedend* waardeloos* waardeloze klote* kut kutzooi kutbedrijf
    oplicht* oplichters  rampzalig* onacceptabel* bagger dramatisch*  schofterig* schofter* schaamte* onbeschoft* brutaal* walgelijk*
    ongelofelijk* ongelooflijk* idioten idioot idiote prutser* prutswerk knoeier* amateuristisch* beschamend* ontoelaatbaar* leugenaar* dieven
    razend* laaiend furieus* ziedend* bedonder* belazer* genaaid verneukt shit godverdomme verdomme tering* tyfus* kanker* schijt* hufter*
    bespottelijk* wanprestatie wanvertoning aanfluiting lachertje minachting triest* onvoorstelbaar* kolere  pestzat`,
  bad: `slecht* teleurgesteld* teleurstel* boos nutteloos* nutteloze ergerlijk* erger* irritant* irriteert geirriteerd* vervelend* ontevreden
    gefrustreerd* frustrer* onbetrouwbaar* onprofessioneel* onzin leugen* liegen onbegrijpelijk* hopeloos* hopeloze traag trage zielig* stom stomme
    negeren genegeerd* afgescheept* schaam bedrog onfatsoenlijk* klantonvriendelijk* nachtmerrie zinloos* onzinnig* afgrijselijk*  rotzooi rotbedrijf rotservice
    gedoe ellende`,
  ways: {
    trouble: [
      `(?:werkt|lukt|opent|laadt|start|gaat|doet het) (?:\\p{L}{1,10} ){0,2}niet|kapot|defect|beschadigd|ontbreekt|ontbreken|mist|foutmelding|fout|kan (?:\\p{L}{1,10} ){0,3}niet|niet (?:mogelijk|ontvangen|aangekomen)|helaas|probleem|problemen|blijft (?:hangen|hetzelfde|weigeren)|doet (?:het|niks|niets)(?: niet)?|niet (?:gelukt|gevonden)`,
    ],
    'asks-person': [
      `(?:spreken|praten|verbinden|chatten)\\b.{0,20}\\b(?:iemand|medewerker|mens|persoon|leidinggevende)|(?:iemand|medewerker|mens|persoon|leidinggevende)\\b.{0,15}\\b(?:spreken|praten)|bel (?:me|mij) (?:terug|op)|is (?:daar|er) (?:nog )?iemand(?=[^\\p{L}]{0,5}$)`,
    ],
    calm: [
      'geen (?:probleem|haast|stress|spoed|zorgen|punt)|niet (?:zo |heel )?(?:erg|slecht|dringend|boos|ernstig|gek)|geeft niet(?:s)?|maakt niet uit|helemaal goed|neem de tijd|wanneer (?:het|u|je) (?:uitkomt|kan)|domme vraag|stomme vraag|mijn (?:fout|schuld|vergissing)|(?:mijn|m.n) (?:oude|vorige) .{0,40}|slecht (?:weer|handschrift|bereik)|dom van mij|ik wacht (?:wel|maandag|dinsdag|woensdag|donderdag|vrijdag|morgen|het|rustig|tot|dan|op (?:maandag|uw|je|jullie))(?! al)|rot(?:terdam|an|onde)\\p{L}{0,4}|stomerij\\p{L}{0,3}',
    ],
    'let-down': [
      '(?:niet|allesbehalve|totaal niet|helemaal niet|absoluut niet) (?:\\p{L}{1,12} )?(?:blij|tevreden|acceptabel|normaal|serieus|professioneel|netjes|ok|oke|te geloven|te doen|leuk|grappig|kunnen)|(?:had|hadden) (?:ik )?(?:meer|beter|anders) (?:van \\p{L}{1,10} )?verwacht|(?:meer|beter) verwacht',
    ],
    outrage: [
      'dit (?:kan|slaat|is) (?:echt |toch |gewoon |zo )*(?:niet|nergens|te gek)(?: meer)?|slaat (?:echt )?nergens op|(?:is dit|dit is|wat) (?:een )?(?:grap|grapje|mop|flauwekul|zooitje|puinhoop|bende|blamage|flop)|(?:een|wat een) (?:grap|zooitje|puinhoop|bende|blamage|aanfluiting|schande)|nog nooit (?:zo|meegemaakt|zoiets)|nooit eerder|hoe (?:is het mogelijk|kan het|kunnen jullie|durven)|gebrek aan (?:respect|service|fatsoen)|(?:neem|nemen|houden|hou|genomen) (?:je |jullie |u )?(?:me|mij|mensen|klanten|ons) (?:nou |soms )?(?:in de maling|voor de gek|niet serieus|voor de maling)|voor de gek gehouden|in de maling|voor (?:de )?gek|te (?:gek|zot) voor woorden|waar slaat dit op|kan (?:het|hun|jullie|ze) (?:niks|niets|geen bal) schelen|boeit jullie',
    ],
    'giving-up': [
      '(?:spuug|kots|goed|meer dan|strontzat|spuug-)? ?(?:zat|beu)(?=$|[.,! ])|(?:ben|zijn) (?:er |het |dit |jullie )?(?:\\p{L}{1,12} )?(?:klaar mee|zat|beu|helemaal klaar)|klaar mee|mijn buik vol|buik (?:er )?(?:van )?vol|genoeg (?:van|is genoeg|ervan)|(?:het |nu )(?:is )?(?:wel |nu )?genoeg(?: geweest)?(?=$|[.!,])|ik geef (?:het |er de brui |nu )?(?:op|aan)|laat (?:maar|dan maar)(?: zitten)?(?=$|[.!,])|vergeet het(?: maar)?|geduld (?:is|raakt) (?:\\p{L}{1,10} )?op|geduld (?:verloren|verlies)|verlies (?:mijn )?geduld|tijdverspilling|verspil(?:len|ling)? (?:\\p{L}{1,8} )?(?:mijn )?tijd|zonde van (?:mijn|de) tijd|heb (?:je|ik) (?:niks|niets|helemaal niks|geen bal) aan|(?:niks|niets) aan|heeft (?:toch )?geen zin|schiet niet op|druppel|emmer|maat is vol|spuigaten|(?:word|maakt me|maken me|gek) (?:er )?(?:gek|knettergek|gestoord|horendol|hoorndol|ziek|doodziek|gek van)|gek (?:van|word)|op (?:mijn|de) zenuwen|kast (?:op)?jagen|op de kast|van het kastje naar de muur|kastje naar de muur|aan het lijntje|strop|het toppunt|schijtziek|bloed onder (?:mijn|de) nagels|de keel uit|komt me de (?:keel|strot) uit',
    ],
    waiting: [
      '(?:wacht|wachten|gewacht|wachtend)\\b.{0,20}(?:al (?:\\p{L}{1,10} ){0,2}(?:uur|dagen|weken|maanden|lang|eeuwen)|nog steeds|een eeuwigheid|(?:weken|maanden|uren) (?:lang|op))|(?:al|sinds) (?:meer dan |bijna |ruim |zeker )?\\S{1,9} (?:uur|dagen|weken|maanden|maand|week)\\b.{0,40}(?:niks|niets|geen|niet|niemand|nog steeds|wacht\\p{L}{0,2}|bezig|lijntje)|niemand (?:\\p{L}{1,10} )?(?:antwoordt|reageert|helpt|belt|neemt|weet|doet|geeft)|(?:nog )?(?:steeds )?geen (?:antwoord|reactie|bericht|teken)(?: gekregen| ontvangen|$|[.!,])|nog (?:steeds|altijd) (?:niets|niks|geen|niet|wachten)|hoe lang (?:moet|duurt|gaat) (?:ik |het |dit )?(?:nog|dan nog)|word niet teruggebeld|nooit teruggebeld|wekenlang|maandenlang|urenlang',
    ],
    threat: [
      '(?:mijn|een|naar mijn) advocaat(?! (?:heeft|wil))|(?:juridische|gerechtelijke) stappen|naar de rechter|aangifte|consumentenbond|geschillencommissie|acm|radar|kassa(?= (?:bellen|inschakelen|zal))|consumentenautoriteit|(?:ik )?(?:zeg|ga|wil) (?:nu |direct |meteen |alles |mijn (?:abonnement|contract|account) )+ ?(?:op|opzeggen|annuleren)(?= ?(?:nu|direct|meteen|$|[.!,]))|(?:annuleer|zeg) (?:nu |meteen |direct )?alles|nooit meer|laatste (?:keer|bestelling)|klacht (?:in|indienen|in te|bij|neer)|slechte (?:review|recensie|beoordeling)|(?:een|1|nul|0) sterren?|naar de concurrent(?:ie)?|(?:ga|stap|koop) (?:wel |voortaan |nu )?(?:over )?(?:ergens anders|elders|naar een ander|bij een ander)|(?:klant|mij) (?:kwijt|verloren)|geld terugvorderen|storneren|iedereen (?:vertellen|waarschuwen)|op (?:social media|trustpilot|facebook|twitter)',
    ],
    repetition: [
      'voor de (?:tweede|derde|vierde|vijfde|zesde|tiende|zoveelste|honderdste|duizendste|\\d{1,3}e) keer|(?:de )?zoveelste|(?:drie|vier|vijf|tien|honderd|meerdere|duizend) keer|hoe vaak moet ik (?:dit|het|dat|nog|jullie)|al (?:drie|vier|vijf|tien|zo vaak|vaker|meermaals|meerdere|duizend)(?: keer)?|alweer|(?<!nog )steeds (?:hetzelfde|dezelfde|opnieuw) (?:probleem|antwoord|verhaal|fout|gedoe|riedeltje|vraag)|altijd (?:hetzelfde|dezelfde)|elke keer (?:weer|hetzelfde|opnieuw)|(?:al|eerder) (?:gezegd|verteld|uitgelegd|gestuurd|doorgegeven|gemeld|geantwoord)|dezelfde (?:smoes|smoesjes|antwoorden|vragen|onzin)|smoes\\p{L}{0,4}|herhal(?:en|ing)',
    ],
    'not-understood': [
      '(?:lees|lezen|luister|luisteren|begrijp|begrijpen|snap|snappen) (?:je|jullie|u|ze|hier) (?:\\p{L}{1,10} )?(?:niet|wel|uberhaupt|niks)|(?:jullie|je|u) (?:lezen|luisteren|begrijpen|snappen|leest|luistert|begrijpt) (?:\\p{L}{1,10} )?(?:niet|niks|geen)|(?:was|is) (?:helemaal )?niet (?:mijn vraag|wat ik)|slaat nergens op|standaard ?antwoord\\p{L}{0,2}|geautomatiseerd antwoord|kun(?:nen)? (?:je|jullie) (?:wel )?lezen',
    ],
    sarcasm: [
      '(?:lekker|fijn|geweldig|top|super|mooi|prachtig|fantastisch|goed bezig|gefeliciteerd|bravo|heerlijk)[,.! ]{1,3}(?:weer|alweer|jullie|dan|hoor|zo|nu|en nu|is dat|dit|echt|zeg)(?! (?:goed|blij|bedankt|leuk|snel))|bedankt voor (?:niks|niets|de moeite)|(?:wat een|lekkere|mooie|fraaie|topservice) (?:service|klantenservice|boel|bedrijf|hulp|zaak)|goed bezig|ga zo door|chapeau',
    ],
    profanity: [
      'kut\\p{L}{0,8}|klote\\p{L}{0,8}|godver\\p{L}{0,8}|verdomme|shit|tering\\p{L}{0,6}|kanker\\p{L}{0,8}|klootzak\\p{L}{0,3}|idioten|eikels?|lul(?:len)?|sukkels?|rot op|flikker op|donder op|hufters?',
    ],
    thanks: [
      '(?:heel erg |hartelijk |super |alvast )?bedankt|dank(?:jewel| je| u|uwel)(?: wel)?|top(?=$|[.,! ])(?! service)|perfect(?=$|[.,! ])|(?:is |het )(?:opgelost|gelukt)|werkt (?:weer|nu|prima|perfect)',
    ],
  },
};
