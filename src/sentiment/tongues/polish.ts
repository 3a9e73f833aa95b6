import type { Tongue } from './told.js';

export const polish: Tongue = {
  name: 'Polish',
  common: `ja jest i nie to na w z do sie ze jak kiedy gdzie dlaczego dziekuje dzien dobry ale czy moge mam od juz zaden
    zadne zawsze tez po moj moja moje mojego panstwo pan pani prosze chce chcialbym chcialabym co dla o ma byl byla
    bylo bedzie jeszcze tylko bardzo mi mnie was wam nas u za przy przez tego tej ten ta te tym jestem sa byc ile
    ktory zamowienie zamowienia paczka paczke paczki przesylka przesylki dostawa zwrot pieniadze faktura dni
    tygodnie tygodni miesiac miesiecy dzisiaj dzis wczoraj jutro nikt nic witam ktos teraz mozna mozecie moga
    kupilem kupilam zamowilem zamowilam rece znowu ciagle wszystko kazdy raz razy tak aby zeby bo wiec tutaj tam gdy
    macie maja pisze obsluga klient klienta klientow firma sklep sklepu`,
  strong: `skandal* zenad* zalosn* beznadziej* kpin* oszust* oszuka* oszuku* zlodziej* zlodziejst* wkurz* wsciekl* szlag skandaliczn* karygodn* niedopuszczaln*
    niekompeten* kompromitacj* dramat* tragedi* tragiczn* fataln* masakr* porazk* chamstw* bezczeln* absurd* parodi* smiech* cyrk
    zlodzieje bandyc* gowno gowniany* kurw* cholern* cholera wkurw* pierdol* dupa dupy hanb* wstyd* oburz* oburzon* niepowazn* zdzierstwo
    naciagacz* naciagani* partacz* fuszer* lekcewaz* ponizej nieporozumieni* patologi* dno`,
  bad: `okropn* straszn* zly zla zle zdenerwowan* zirytowan* irytuj* rozczarowan* rozczaro* niezadowolon* bezuzyteczn* frustr* denerwuj*
    klamst* klamc* klamie* nieprofesjonaln* niemil* ignoruj* ignorow* ignorowan* zawiedzion* zawiod* koszmar* slaby slaba slabe najgorsz* gorsz*
    niepotrzebn* nerwy bzdur* zwodz* mecz* meczace kiepsk* niesolidn* olewa* olewani* glupi* lipa zly`,
  ways: {
    trouble: [
      `nie (?:dziala|moge|da sie|otwiera|laduje|uruchamia|dotarl|dotarla|przyszl|doszl|dostal|dostalam)\\p{L}{0,3}|zepsut\\p{L}{1,2}|uszkodzon\\p{L}{1,2}|peknie\\p{L}{1,3}|brakuje|blad|bledy|problem\\p{L}{0,2}|niestety|szkoda|nadal nie|wciaz nie|nie (?:widze|wyswietla|pojawia|znaleziono|pomoglo|zadzialalo)|zablokowan\\p{L}{1,2}`,
    ],
    calm: [
      'nie ma (?:problemu|sprawy|pospiechu|za co)|nic (?:sie nie stalo|nie szkodzi|zlego)|bez (?:pospiechu|problemu|nerwow)|nie (?:jest )?(?:pilne|zle|tak zle|spieszy|szkodzi|najgorzej)|(?:wszystko|jest) (?:ok|dobrze|w porzadku)|w wolnej chwili|glupie pytanie|(?:moj|moja) (?:blad|wina|pomylka)|pomylil\\p{L}{1,3} sie|moj (?:stary|poprzedni) .{0,40}|zle (?:wpisal|podal|wybral|zaznaczyl)\\p{L}{1,3}|slab(?:sz|o)\\p{L}{0,3} (?:kaw|herbat|swiatl|barw)\\p{L}{1,3}|poczekam(?: do| az|$|[.,])|zla (?:pogoda|rozmiarowka)|zly (?:rozmiar|kolor|adres|numer|kod)|zle (?:rozmiary|swiatlo)',
    ],
    'let-down': [
      '(?:nie|wcale nie|daleko|malo) (?:jestem )?(?:\\p{L}{1,12} )?(?:zadowol\\p{L}{1,4}|zachwycon\\p{L}|akceptowaln\\p{L}|normaln\\p{L}|powazn\\p{L}|profesjonaln\\p{L}|do przyjecia|do zaakceptowania|do pomyslenia|do wiary|zabawne|smieszne|fair)|(?:spodziewal|liczyl|oczekiwal)\\p{L}{1,4} (?:sie )?(?:na )?(?:czegos )?(?:wiecej|lepsz\\p{L}{1,4}|lepiej)',
    ],
    outrage: [
      '(?:to|chyba) (?:jakis |jest )?(?:zart\\p{L}{0,2}|kpina|jakies jaja|niemozliwe|przesada)|(?:chyba )?(?:zartujecie|sobie zartujecie|kpicie|jaja sobie)|robicie (?:sobie|mnie|ze mnie|z ludzi|z klientow) .{0,12}(?:jaja|zarty|kpiny|idiot\\p{L}|balona|konia|glupk\\p{L}|wariat\\p{L})|robi(?:c|a|cie)? (?:ze mnie|mnie) (?:w )?(?:balona|konia|idiot\\p{L}|wariat\\p{L}|debil\\p{L}|glupk\\p{L}|durni\\p{L})|jak (?:tak )?(?:mozna|mozecie|to mozliwe|smiecie|dlugo mozna)|brak (?:szacunku|profesjonalizmu|slow|kompetencji|jakiegokolwiek|kultury)|nigdy (?:w zyciu|sie nie|czegos|jeszcze|nie spotkal|nie mial|nie widzial)|(?:macie|maja) (?:mnie |klient\\p{L}{1,3} |to )?(?:gdzies|w nosie|w dupie|w powazaniu|za nic)|w glowie sie nie miesci|ludzkie pojecie|szkoda (?:slow|gadac)|(?:to )?jakis (?:zart|koszmar|dramat|absurd|cyrk)',
    ],
    'giving-up': [
      '(?:mam|mamy) (?:juz |tego |was |serdecznie |naprawde |wszystkiego )*(?:dosc|dosyc|po dziurki|powyzej|serdecznie|potad|gdzies)|dosc (?:tego|mam|juz)|(?:po dziurki w nosie|po uszy|po kokardy)|poddaje sie|(?:daj|dajcie|prosze dac) (?:juz )?(?:sobie )?(?:spokoj)|zapomnijcie|niewazne(?=$|[.!,])|(?:strata|stracony|strate|marnowanie|szkoda|marnujecie|marnuje) (?:mojego |mi |moj |tylko )?czas\\p{L}{0,2}|(?:to )?(?:nie ma|bez|nie widze) sensu|bez sensu|(?:moja )?cierpliwosc (?:sie |juz |wlasnie |ma )*(?:skonczyla|konczy|wyczerpala|wyczerpuje|swoje granice|granice)|(?:trace|stracil\\p{L}{1,2}|brak|koniec|granice) (?:mojej |juz |mi )?cierpliwosci?|szlag (?:mnie )?(?:trafi|trafia)|doprowadza\\p{L}{0,4} (?:mnie )?do (?:szalu|rozpaczy|bialej goraczki|wscieklosci)|do szalu|krew mnie zalewa|nerwy mi|wychodze z siebie|noz (?:mi )?(?:sie )?(?:w kieszeni )?(?:sie )?otwiera|rece (?:mi )?opadaja|opadaja rece|przelal\\p{L}{1,2}|(?:ostatnia )?kropla|miarka sie|dziala mi na nerwy|gra(?:cie)? mi na nerwach|(?:odbijacie|odsylacie|odsylany|odsylana|spychacie|spychologia)|w kolko|od annasza|zle mi sie robi|odechciewa|mam gdzies|nie mam (?:juz )?(?:sil|slow|nerwow|cierpliwosci)|brak mi slow|koniec tego|ile mozna',
    ],
    waiting: [
      '(?:czekam|czekamy|czekac|czekal\\p{L}{1,2}|czekania)\\b.{0,20}(?:juz|od|ponad|trzeci|drugi|czwarty|tydzien|miesiac|wieki|wiecznosc|godzin\\p{L}{0,2})(?! (?:poniedzialk|wtork))|od (?:ponad |prawie |przeszlo )?\\S{1,12} (?:dni|tygodni|miesiecy|godzin)\\b.{0,40}(?:nic|nikt|brak|zadn\\p{L}{1,3}|nie|bez|czekam|zwodz\\p{L}{1,4})|nikt (?:mi |nam |sie |nie |nawet |tu |z was )*(?:nie )?(?:odpowiada|odpisuje|odbiera|pomaga|wie|oddzwania|reaguje|potrafi|interesuje|raczy|odpowiedzial|odpisal|oddzwonil)\\p{L}{0,2}|(?:zadnej|brak|zero|bez) (?:jakiejkolwiek |zadnej )?(?:odpowiedzi|reakcji|kontaktu|odzewu|informacji)(?=$|[.!,])|nadal (?:nic|nie|brak|czekam|cisza)|wciaz (?:nic|nie|brak|czekam|cisza)|dalej (?:nic|nie ma|brak|czekam|cisza)|ile (?:jeszcze )?(?:mam|mozna|dlugo|trzeba) (?:jeszcze )?czekac|jak dlugo (?:jeszcze|mam)|do tej pory (?:nic|nie|brak)|ani (?:widu|slychu)|cisza(?=$|[.!,])|miesiacami|tygodniami',
    ],
    threat: [
      '(?:moj|adwokat\\p{L}{0,3}|prawnik\\p{L}{0,3}|do prawnika|z prawnikiem)(?<=adwokat\\p{L}{0,3}|prawnik\\p{L}{0,3}|prawnika|prawnikiem)|(?:do|w) (?:sadu|sadzie|uokik|rzecznika)|rzecznik\\p{L}{0,2} (?:praw )?konsument\\p{L}{1,3}|uokik|federacj\\p{L}{1,2} konsument\\p{L}{1,3}|inspekcj\\p{L}{1,2} handlow\\p{L}{1,2}|(?:na|zglosze|zglaszam|ide na|zawiadomie|zawiadamiam) (?:to )?(?:na )?policj\\p{L}{1,2}|nigdy wiecej|ostatni raz|(?:wiecej|juz) (?:u was |tu |tutaj )?(?:nic )?nie (?:kupie|zamowie|skorzystam)|(?:skladam|zloze|napisze|wnosze) (?:oficjaln\\p{L}{1,2} |formaln\\p{L}{1,2} )?skarg\\p{L}{1,2}|(?:rezygnuje|rezygnujemy)(?! z (?:jednej|tej|dodatk))|(?:wypowiadam|zrywam) umow\\p{L}{1,2}|anuluje wszystko|(?:ide|przechodze|przejde|pojde|przenosze sie) (?:do|gdzie) (?:konkurencji|innej firmy|innego|indziej)|(?:straciliscie|tracicie|wlasnie straciliscie) klient\\p{L}{1,2}|negatywn\\p{L}{1,3} (?:opini\\p{L}{1,2}|komentarz)|(?:jedna|1|zero|0) gwiazd\\p{L}{1,3}|chargeback|cofn\\p{L}{1,3} platnosc|do banku o zwrot|opisze (?:was|to|wszystko)|na (?:facebooku|forum|google|opineo|ceneo)(?: opisze|$|[.!,])',
    ],
    repetition: [
      'po raz (?:drugi|trzeci|czwarty|piaty|szosty|dziesiaty|setny|tysieczny|kolejny|enty|n-ty)|(?:trzeci|czwarty|piaty|szosty|dziesiaty|setny|kolejny|enty) raz|(?:trzy|cztery|piec|dziesiec|sto|kilka|tysiac) razy|ile razy (?:mam|jeszcze|trzeba)|(?:juz|wielokrotnie) (?:mowil|pisal|tlumaczyl|wysylal|zglaszal|podawal|wyjasnial|powtarzal)\\p{L}{1,3}|znowu (?:to samo|ta sama|nic|te same|mnie)|znow (?:to samo|nic)|ciagle (?:to samo|te same|ta sama|nic)|w kolko (?:to samo|te same)?|te same (?:odpowiedzi|wymowki|pytania|formulki)|ta sama (?:odpowiedz|formulka|spiewka)|wymowk\\p{L}{1,2}|powtarza(?:m|c) (?:sie|to|po raz|w kolko)',
    ],
    'not-understood': [
      '(?:nie|w ogole nie) (?:rozumiecie|czytacie|sluchacie|rozumie pan|czyta pan|slucha)|(?:umiecie|potraficie|czy wy) (?:w ogole )?(?:czytac|czytacie|rozumiecie)|nie (?:o to|tego) (?:pytam|pytal\\p{L}{1,2}|mi chodzi|prosil\\p{L}{1,2})|nie na temat|automatyczn\\p{L}{1,3} odpowied\\p{L}{1,2}|gotow\\p{L}{1,3} formulk\\p{L}{1,2}|czy (?:ktos|wy) (?:to )?(?:w ogole )?czyta\\p{L}{0,3}',
    ],
    sarcasm: [
      '(?:super|swietnie|brawo|gratulacje|gratuluje|wspaniale|cudownie|pieknie|rewelacja|fantastycznie|no pieknie|no super|no swietnie)[,.! ]{1,3}(?:znowu|kolejn\\p{L}{1,2}|teraz|naprawde|tak trzymac|po prostu|i co|jeszcze|jak zawsze|tylko)|no (?:pieknie|super|swietnie|to pieknie|brawo)(?=$|[.,! ])|(?:dziekuje|dzieki) za (?:nic|zmarnowan\\p{L}{1,3}|strat\\p{L}{1,2})|tak trzymac|(?:brawo|gratulacje|gratuluje)(?= (?:za|dla|obslug\\p{L}|firm\\p{L}))|co za (?:obsluga|serwis|firma|organizacja|profesjonalizm)|swietna (?:obsluga|firma)[,.! ]{1,3}(?:nie ma|naprawde|po prostu|brawo)|wielkie (?:dzieki|brawa)',
    ],
    profanity: [
      'kurw\\p{L}{0,4}|cholera|cholern\\p{L}{1,3}|do (?:diabla|dupy|cholery|jasnej)|gowno|debil\\p{L}{0,3}|idioci|kretyn\\p{L}{0,3}|pierdol\\p{L}{1,6}|wkurw\\p{L}{1,6}|spierdal\\p{L}{1,4}|jasna cholera|szlag',
    ],
    thanks: [
      '(?:serdecznie |bardzo |wielkie )?(?:dziekuje|dzieki|dziekujemy)|super(?=$|[.,!])|(?:juz )?(?:dziala|rozwiazane|zalatwione)(?: super| dobrze| swietnie|$|[.,!])',
    ],
    'asks-person': [
      '(?:porozmawiac|rozmawiac|rozmowa|rozmowe|polaczyc|polaczcie|polacz|pogadac|kontakt|skontaktowac)\\b.{0,20}\\b(?:konsultant\\p{L}{0,3}|czlowiek\\p{L}{0,3}|kims|pracownik\\p{L}{0,3}|osob\\p{L}{1,2}|kierownik\\p{L}{0,3}|przelozon\\p{L}{1,3}|doradc\\p{L}{1,2})|(?:prosze o|chce|poprosze) (?:konsultanta|czlowieka|kierownika|telefon)|zadzwoncie (?:do mnie|prosze)|czy jest tu (?:ktos|jakis czlowiek)|jest tam ktos',
    ],
  },
};
