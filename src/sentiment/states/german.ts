/** The same in German. */
import type { Told } from './told.js';

export const german: Told = {
  tongue: 'de',
  stems: {
    danger: `bren feue flam rauc gas stro schl vers gesc expl scho schm sprü funk alle hilf öl gift klau riec qual luft atem blut verb verl gest bewu gift zers akku batt aufg blä blae bläh getr bedr angr verf schw hand fing`,
    'self-harm': `umbr brin lebe tot töte ritz selb ster`,
    fraud: `kred geha kont jema frem abge best kart pass iden betr link pin abbu buch zahl`,
    distress: `vers gest tot bege beer trau verl verz wein angs fleh hilf kann weit fehl`,
    urgency: `drin eil eili schn brau muss flie hoch morg heut hand spät`,
    vulnerability: `blin taub gehö behi roll deme pfle lese schr rent alt jahr oma opa <num`,
  },
  ways: {
    danger: [
      '(?:es|{sache}) (?:brennt|hat gebrannt|steht in flammen|hat feuer gefangen|fing feuer)(?! (?:nicht|mir|unter|lange))|in flammen|feuer gefangen|angefangen zu brennen|hilfe,? es brennt|wohnung brennt',
      '(?:raucht|qualmt)(?=$|[.,!]| und| stark)|(?:kommt|steigt) (?:\\p{L}+ )?rauch|rauch (?:kommt|steigt|aus)|voller rauch|riecht (?:es |hier |jetzt ){0,2}(?:stark |etwas )?(?:verbrannt|verschmort|nach (?:gas|rauch|feuer|verbrann\\p{L}+))|gasgeruch|gas (?:tritt|strömt) aus|funken (?:sprühen|fliegen|kommen)|sprüht funken|(?:kohlenmonoxid|rauch|gas)-?\\p{L}*melder (?:geht los|piept|schlägt|ist losgegangen)',
      '(?:einen?|den) (?:strom|elektro)schlag (?:bekommen|gekriegt|erlitten|abbekommen)|stromschlag (?:bekommen|gekriegt|von)|unter strom gestanden|hat mir eine gewischt',
      '(?:hat|habe|haben) .{0,40}?(?:verschluckt|runtergeschluckt|geschluckt)|(?:hat|habe) .{0,30}?(?:öl|reiniger|entkalker|putzmittel|bleiche|farbe|kleber|gift) (?:getrunken|gegessen)',
      'allergische reaktion|allergischer schock|anaphyla\\p{L}+|(?:gesicht|lippen?|zunge|hals|augen?) (?:schwillt|schwellen|ist geschwollen|sind geschwollen|brennt|brennen)|(?:bekomme|bekommt|kriege|kriegt) (?:\\p{L}+ )?(?:kaum |schlecht )?(?:keine |kaum )?luft|keine luft mehr|atemnot|kann nicht (?:mehr )?atmen|erstick\\p{L}*',
      'blutet (?:stark|sehr|heftig|immer|wie)|(?:stark|heftig) (?:am )?blute\\p{L}*|bewusstlos|ohnmächtig|(?:habe|hat) (?:mich|sich|mir|ihm|ihr) .{0,40}?(?:verbrannt|verbrüht|geschnitten|verletzt|gebrochen)|(?:hand|finger|arm|bein|gesicht|fuß|haut) (?:\\p{L}+ )?(?:verbrannt|verbrüht|gebrochen|löst sich)|(?:schwer |wurde |ist |sind )verletzt|von .{0,20}?(?:leiter|tritt|stuhl|treppe) gestürzt|krankenwagen|notarzt|rettungswagen|splitter im',
      '(?:stecker|kabel|ladegerät|akku|batterie|steckdose|lampe|netzteil|heizung|wasserkocher|toaster)\\b.{0,25}?(?:schmilzt|geschmolzen|explodiert|durchgebrannt|qualmt|raucht|bläht|aufgebläht|verschmort|glüht|schmort)|(?:ist|sind) explodiert|in die luft geflogen|schmilzt',
      'bedroht (?:mich|uns|meine?n?)|(?:will|wird) mich (?:umbringen|töten|schlagen)|(?:hat|haben) (?:mich|uns|mein\\p{L}*) .{0,20}?(?:geschlagen|angegriffen|bedroht)|verfolgt mich|ich bringe (?:euch|sie|ihn|dich) um',
    ],
    'self-harm': [
      '(?:will|möchte|mag|kann) nicht mehr leben|bringe? mich um|umbringen will ich mich|(?:mich|sich) umbringen|mir das leben nehmen|selbstmord(?!kommando)|suizid|(?:will|möchte) (?:nur noch )?sterben|lieber tot|wäre ich (?:doch )?tot|mich (?:ritzen|selbst verletzen)|ritze mich|keinen grund mehr zu leben',
    ],
    fraud: [
      '(?:konto|account|karte|e-?mail)\\b.{0,20}?(?:gehackt|gekapert|übernommen|geknackt|gestohlen|geklaut)|gehackt worden|(?:jemand|ein fremder|fremde|unbekannte)\\b.{0,40}?(?:(?:mein(?:e|em|en|er)? ?)(?:konto|karte|namen|geld|passwort|kreditkarte|daten)|bestellt gerade)',
      '(?:bestellung|abbuchung|zahlung|buchung|bestellungen)\\b.{0,30}?(?:nie|nicht) (?:aufgegeben|gemacht|getätigt|veranlasst|autorisiert|von mir)|(?:abgebucht|belastet)\\b.{0,40}?(?:nichts|nie|nicht) .{0,15}?(?:bestellt|gekauft)|diese (?:abbuchung|buchung|zahlung|bestellung) (?:kenne|erkenne) ich nicht|(?:kenne|erkenne) (?:ich )?diese (?:abbuchung|buchung|zahlung|bestellung) nicht|unbefugt|das war ich nicht|identitätsdiebstahl',
      '(?:auf den link|link) (?:geklickt|gedrückt).{0,50}?(?:karte|kartendaten|bankdaten|passwort|pin|daten)|(?:betrüger\\p{L}*|auf betrug) (?:rein|herein|gefallen|hat|haben)|(?:bin|wurde|worden) .{0,15}?betrogen worden|(?:kreditkarte|karte) (?:wurde|ist) .{0,15}?(?:gestohlen|missbraucht|kopiert)',
    ],
    distress: [
      '(?:mutter|vater|mann|frau|sohn|tochter|kind|baby|bruder|schwester|oma|opa|großmutter|großvater|freund|freundin|hund|katze|partner) (?:ist|sind|war) .{0,20}?(?:gestorben|verstorben|tot)(?=$|[ .,!])|verstorbene[nrs]? (?:mann|frau|mutter|vater|sohn|tochter|eltern)|(?:die|der|zur|ihre|seine) (?:beerdigung|trauerfeier|bestattung|beisetzung)|fehlgeburt|totgeburt|(?:unser|mein) (?:baby|kind) verloren|(?:in|bin|sind) .{0,8}?trauer(?=$|[ .,!])',
      '(?:bin|völlig|total|ganz|so) verzweifelt|(?<!aber )ich kann nicht mehr(?=$|[.,!])|(?:ich )?weiß nicht mehr weiter|weiß ich nicht mehr weiter|weine nur|am weinen|(?:solche|so eine|große|furchtbare|so viel) angst|ich habe angst(?=$|[.,!])|flehe (?:sie|euch|dich)|am ende meiner kräfte|panikattacke|nervenzusammenbruch|keine hoffnung mehr',
      '(?:kann|könnte) (?:mir|uns) (?:bitte )?(?:irgend)?(?:jemand|wer) (?:bitte )?helfen|bitte,? bitte|bitte helfen sie (?:mir|uns)|hilfe,? bitte',
    ],
    urgency: [
      '(?:brauche|brauchen|benötige|muss|müssen)\\b.{0,40}?(?:heute|morgen(?: früh| abend| mittag)?|übermorgen|spätestens|sofort|jetzt gleich|bis (?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|morgen|heute)|in (?:einer|zwei|drei|wenigen) stunden?)|(?:ist|sehr|wirklich|ganz|äußerst) (?:dringend|eilig)|(?:es|das) eilt|bitte schnell|so schnell wie möglich',
      '(?:hochzeit|fliegen|flug|abflug|prüfung|geburtstag|umzug|feier|vorstellungsgespräch)\\b.{0,30}?(?:heute|morgen|am (?:samstag|freitag|sonntag|montag)|in (?:einer|zwei) stunden?).{0,50}?(?:nicht|fehlt|kein|brauche|noch)|handwerker steht',
    ],
    vulnerability: [
      '(?:bin|ist) (?:fast |stark |leider )?(?:blind|taub|gehörlos|sehbehindert|schwerhörig|behindert|schwerbehindert|bettlägerig|dement|gehbehindert|autistisch)|(?:sitze|sitzt) im rollstuhl|(?:im|ins|aus dem) (?:pflegeheim|altersheim|seniorenheim)|demenz|alzheimer|(?:bin|ist) (?:7|8|9)[0-9](?: jahre)?(?! ?(?:cm|kg|%|euro|minuten))|kann nicht (?:gut |richtig )?(?:lesen|schreiben|gehen|laufen|sehen)|leseschwäche|legasthen\\p{L}+|screenreader|pflegebedürftig',
    ],
  },
};
