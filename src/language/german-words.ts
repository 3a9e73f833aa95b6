/** German words as they are folded in german.ts: those that hold sentences together, parts of compounds, ideas. */

const split = (words: string): readonly string[] => words.trim().split(/\s+/);

/** They hold sentences together and say little of the topic. */
export const germanCommon: ReadonlySet<string> = new Set(
  split(`
ab aber ach all alle allem allen aller alles allerdings als also am an andere anderen anderer anderes auch auf aus bei beim bekomme
bekommen bekommt bereits bin bis bist bitte da dabei dadurch dafur dagegen daher damit danach dann daran darauf daraus darf darfen durfen
darin daruber darum das dass davon dazu dein deine deinem deinen deiner dem den denen denn der deren des deshalb die dies diese diesem
diesen dieser dieses doch dort du durch eben eigentlich ein eine einem einen einer eines einfach einige einmal er es etwa etwas euch eu
eur eure eurem euren fast fur ganz gar geben gegen gehen geht gehort gerade gern gerne gewesen gibt ging hab habe haben habt hat hatt hatte
hatten her hier hin hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im immer in indem ins irgendwas irgendwie irgendwo ist ja je jede
jedem jeden jeder jedes jemand jetzt kann kannst kein keine keinem keinen keiner konn konnen konnt konnte konnten lang lasse lassen
lasst machen macht mache mag mal man manchmal mehr mein meine meinem meinen meiner mich mir mit mocht mochte mochten moglich muss mussen musst nach
nachdem naja namlich nein neben nicht nichts nie niemand noch nun nur ob oben oder oft ohne okay ok schon sehr sei seid sein seine seinem
seinen seit sich sie sind so sogar soll sollen sollt sollte sonst soviel sowie spater statt uber um und uns unser unsere unseren unter viel
viele vielen vielleicht vom von vor wann war waren warum was weder wegen weil welche welchem welchen welcher welches wem wen wenig wenn wer
werd werde werden weshalb wie wieder wieso wieviel will wir wird wirklich wo wofur woher wohin wohl wohn wollen wollt wollte wurd wurde wurden wurdet
wusst zu zum zur zwar zwei zwischen hallo danke guten tag hi hey moglichkeit gibts geht's wissen wusste gerne moin servus also halt
`),
);

/** What compounds are made of; the longest fits first. */
export const germanParts: readonly string[] = split(`
abhol ablauf abo absag abschluss adress adresse ahnlich aktion aktions album allergie alt amazon anderung anderungs anleitung anleitungen anmelde anmeldung annahme anruf
anschrift ansprech app apple arbeit artikel aufbau auflage ausland ausland auslands auskunft auswahl ausweis bad bad balkon bank bar batterie baum
bearbeitung bearbeitungs beleg benutzer beratung beratungs beschwerde bestand bestatigung bestatigungs bestell bestellung bestellungs besteller betrag bett bewertung bewertungs bezahl
bezahlung bild boden brief brand camping code community daten datenschutz dauer decke decken defekt dienst direkt doppel draht dusche eingang einkauf einkaufs
einricht einzel einzug eltern empfang energie ende entsorgung entsorgungs ersatz erstattung erstattungs esszimmer fahrer farb farbe farben fass fehler fenster feuer filial filiale
firma firmen flasche foto frage fragen frist fristen garantie garten gas gast gaste gebrauch gebrauchs gebuhr gebuhren gefahr gegenstand geld gerat gerate gesamt geschaft geschafts
geschenk geschenke gewicht glas gluh grosse grossen gruppe gummi gutschein gutscheine gultigkeit haken halter hand handler haus heim hersteller herstellung hilfe hochzeit hochzeits hof
holz hund hunde impragnier inhalt innen internet kabel kalk kamin kanal karte karten kartusche kassen kasten kauf kaufer kenn kessel kette kinder kissen klein kocher konto kontakt
kopf kosten kredit kuche kuchen kunde kunden kundendienst kurier lack lade laden lager lampe lampen land last leder leder lehn leicht leiste leucht leuchte licht liefer
lieferung lieferungs lift linie liste listen lohn mangel mahn marke mass mass masse material matratze mehrwert meldung messer metall miet mindest minute mit mitarbeiter mobel monat monats
montag montage muster nach nachnahme nachricht nachrichten nachsende name namen neben netz neu neukunden newsletter nummer nutz nutzung offnung offnungs online ordnung ort ostern packchen
packung paket parken parkplatz pass passwort person personen pflege pin plan platz platte post postleit prufung preis preise prozent punkt punkte punktestand qualitat rabatt rad rahmen raten rate
raum rechnung rechnungs rest reklamation reservierung restbetrag regal regen reinigung reparatur retour retoure retouren rollstuhl ruck rufnummer rundbrief sache sammel samstag sand schaden schachtel scheck schein schirm
schlaf schlaf schnell schrank schraube schrauben schreib schutz schwarz seite sende sendung sendungs sessel service sicherheit sicherheits silber sitz sofa sofort sommer sommerschluss sonder sonn sonntag sonntags spar speditions spedition speise sperr
spesen spiel spray spul spulmaschine stand stab standort stange status steck steuer stoff storno strasse studenten studierenden stuhl stuhle stunde stunden such tag tage tasche tasse teil teile telefon termin test teppich tisch topf treppe treue trocken tur
uber uhr umsatz umtausch umwelt unterlage unternehmen unternehmens urlaub verbindung verfolgung verfolgungs verkauf verlust verpackung verpackungs versand versicherung vertrag verwendung verzogerung vorauskasse vorbestell wahl wand ware waren warenkorb wartung wasch
wasser wasserdicht weg weihnacht weihnachts wein weiss werk werkstatt werk wert wetter widerruf widerrufs winter wohn wohnung wolle woll wunsch zahl zahlung zahlungs zange zeit zeiten zelt zelte zentrum ziel zimmer zoll zubehor
zustell zustellung zuruck zusatz schluss versprechen garantie verleih nachbar nachbarn ablage abstell genehmigung lieferant liefer status geburtstag geburtstags seriennummer serien artikel sendungs
`).toSorted((one, other) => other.length - one.length);

/** One idea ends at the semicolon: words that mean much the same when people ask a shop. */
const ideas = `
bestellung bestellen bestellt auftrag kauf kaufen gekauft einkauf order ordern; paket sendung lieferung ware packchen packet karton kiste; liefern lieferung
geliefert versand versenden verschicken schicken senden zustellung zustellen zugestellt bringen gebracht kommt ankommen angekommen eintreffen; kosten kostet preis
gebuhr gebuhren teuer bezahlen zahlen euro spesen porto; wann lange dauer dauert tage zeit termin frist; zuruck retour retoure rucksendung umtausch widerruf wiedergeben;
zuruckgeben zuruckschicken zurucksenden rucksendung retoure retournieren widerrufen ruckgabe; geld betrag erstattung erstatten ruckzahlung ruckerstattung gutschrift uberweisen zuruckbekommen;
stornieren storno storniert abbestellen absagen annullieren ruckgangig widerrufen abbrechen canceln; andern anderung geandert wechseln bearbeiten korrigieren aktualisieren umstellen anpassen tauschen;
loschen loscht entfernen aufheben kundigen deaktivieren abmelden; konto kundenkonto account profil zugang; passwort kennwort passwd pin zugangsdaten; anmelden einloggen login anmeldung log einlog eingeloggt reinkommen;
registrieren registrierung anlegen eroffnen erstellen einrichten; adresse anschrift wohnort strasse hausnummer umgezogen umzug postleitzahl; kaputt defekt beschadigt zerbrochen gebrochen schaden bruch riss gerissen funktioniert zerkratzt delle
kratzer hin; fehlt fehlen fehlend unvollstandig vermisse vermisst weniger nicht dabei; falsch verkehrt anders verwechselt falsche statt; verloren weg verschwunden abhanden gestohlen geklaut gefunden; verspatet spat verspatung uberfallig verzogerung warte
warten langst; nachbar nachbarin nachbarn abstellen ablegen ablageort garage terrasse schuppen carport; zuhause daheim da anwesend verpasst; abholen abholung selbstabholung filiale; filiale laden geschaft shop markt store niederlassung;
offen geoffnet offnungszeiten offnet schliesst geschlossen auf zu uhr sonntag samstag feiertag; rechnung beleg quittung kassenbon bon; firma unternehmen betrieb gewerbe gewerblich geschaftskunde b2b grossbestellung; gutschein code rabattcode aktionscode coupon;
rabatt prozent nachlass gunstiger billiger reduziert angebot aktion sale schlussverkauf; rate raten ratenzahlung teilzahlung monatlich finanzieren finanzierung; karte kreditkarte visa mastercard ec; abgebucht belastet eingezogen abbuchung berechnet;
doppelt zweimal zweifach mehrfach; abgelehnt verweigert fehlgeschlagen klappt gescheitert; paypal klarna uberweisung apple google zahlungsart zahlungsmoglichkeit; sicher sicherheit verschlusselt geschutzt betrug phishing verdachtig seltsam komisch fake gefalscht;
geschenk schenken verschenken geburtstag weihnachten beschenkt; einpacken verpacken geschenkpapier verpackung schleife; hochzeit heirat brautpaar heiraten; geschenkkarte guthaben restguthaben restwert; newsletter rundbrief werbung werbemail katalog mails;
punkte treuepunkte bonus bonuspunkte treue sammeln; daten datenschutz dsgvo personlich gespeichert speichern; chat gesprach unterhaltung aufgezeichnet mitlesen; cookie cookies; mail email e-mail postfach nachricht; telefon anrufen telefonisch anruf nummer erreichen kontakt;
verfugbar vorratig lager lieferbar ausverkauft vorrat bestand; grosse masse abmessung breit hoch tief lang messen passt; material stoff gemacht besteht holz wolle leder; waschen reinigen putzen saubern pflege pflegen sauber waschmaschine; entkalken kalk verkalkt;
wasserkocher kessel kocher; zelt zelte camping; lampe leuchte licht birne gluhbirne leuchtmittel led fassung; draussen outdoor garten balkon regen wetterfest terrasse winter; kind kinder baby babys kindersicher saugling; bewertung bewerten rezension sterne meinung;
aufbau aufbauen zusammenbauen montage montieren schrauben; anleitung bedienungsanleitung gebrauchsanweisung handbuch aufbauanleitung; muster stoffprobe probe proben; gusseisen pfanne topf eisen rost rosten rostet; gas kartusche gaskartusche gaskocher campingkocher;
vorbestellen vorbestellung erscheint demnachst; gravur name personalisieren bedrucken besticken beschriften; allergie allergisch allergiker unvertraglich; eingestellt sortiment hergestellt auslaufmodell produziert; beratung beraten empfehlen empfehlung tipp;
beschwerde beschweren reklamation reklamieren beanstanden; garantie gewahrleistung garantiefall; reparatur reparieren reparierbar werkstatt; ersatzteil ersatzteile schraube fuss deckel; altgerat entsorgen entsorgung mitnehmen rucknahme altmobel; job jobs stelle stellen arbeiten
bewerben bewerbung karriere; rollstuhl barrierefrei aufzug behindert hund hunde; app handy smartphone telefon; webseite website seite homepage online internetseite browser; ausland international schweiz osterreich frankreich italien land lander europa england norwegen; zoll
einfuhr steuer mehrwertsteuer; mobel sofa tisch stuhl schrank sessel regal bett couch; spedition tragen hochtragen treppe etage stock; gast gastbestellung ohne; mindest mindestbestellwert minimum; reservieren zurucklegen reserviert; gebraucht benutzt getragen geoffnet ausgepackt; student
studenten studierende rentner lehrer schuler senioren; neukunde neukunden erste erstbestellung; status verfolgen verfolgung tracking sendungsnummer wo unterwegs; bestatigung bestatigungsmail bestatigt; merkliste wunschliste merkzettel liste; kassenzettel bon beleg kaufbeleg; umweltfreundlich nachhaltig plastik recycling recyclen;
brauche benotige mochte will; helfen hilfe unterstutzung; mensch mitarbeiter person berater; problem fehler storung schwierigkeit; neu neue neuer; anzeigen sehen finde finden; wert preisgarantie bestpreis konkurrenz woanders anderswo; gesunken gefallen gunstiger billiger
`;
export const germanIdeas: readonly (readonly string[])[] = ideas.split(';').map(split);
