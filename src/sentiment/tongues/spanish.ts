import type { Tongue } from './told.js';

export const spanish: Tongue = {
  name: 'Spanish',
  common: `el la los las un una mi mis no yo es y en con para por como cuando que donde gracias hola pero si puedo tengo
    desde ya ningun siempre tambien de del su estoy esta usted ustedes mucho quiero llevo me se lo les al he ha han
    hay esto eso este nada nadie muy mas todo todavia aun buenos buenas dias tardes pedido paquete envio dinero
    factura devolucion favor necesito puede pueden podria quisiera dos tres semanas mes meses hace ayer hoy manana
    cual cuanto nunca aqui otra otro vez veces compro son ni nos sus bien asi solo ser soy somos tienen tiene hacer
    ver ahora servicio cliente gente cosa luego`,
  strong: `inaceptable* verguenza* verguenza vergonzos* indignante* indignad* furios* estafa* estafador* ladron ladrones mierda* asco asqueros*
    incompetente* pesim* nefast* lamentable* ridicul* desastre desastros* inadmisible* intolerable* basura sinverguenza* inutiles
     timador* tomadura burla cabread* robo penoso penosa bochornos* absurd* deplorable* patetic* caradura* jodid* joder  puta
    harto harta hartos hartas indignacion impresentable* tercermundista* chapuz* mentiros* cachondeo descaro desfachatez`,
  bad: `terrible* horrible* decepcion* enojad* enfadad* inutil fatal mal mala malo malas malos malisim* peor* molest* frustr* insatisfech* disgust* cansad* 
    mentira* engañ* engan* ignoran ignorand* desesperante* desagradable* lento lenta lentos lentas lentisim* grosero* pesadilla rabia irritad* irritante* pena
    desconsiderad* groseria abuso abusan abusivo estres* chiste`,
  ways: {
    trouble: [
      `no (?:funciona|carga|abre|arranca|puedo|me deja|llega|ha llegado|consigo)\\p{L}{0,2}|rot[oa]s?|defectuos[oa]|dañad[oa]|danad[oa]|falta(?:n)?|error|problema\\p{L}{0,1}|lamentablemente|imposible|sigue (?:igual|sin|dando)|no (?:aparece|acepta|encuentro|entra|sale)`,
    ],
    'asks-person': [
      `(?:hablar|comunicarme|contactar|pasarme|ponerme|pasenme|ponganme)\\b.{0,15}\\b(?:persona|alguien|agente|humano|asesor|operador|representante|encargado|responsable)|(?:una persona|un humano|un agente) (?:real|por favor)|hay alguien (?:ahi|al otro lado)|llamenme`,
    ],
    calm: [
      'no (?:hay|pasa|es|tengo|es ningun) (?:nada|prisa|problema|urgente|grave|tan malo|malo)|sin (?:prisa|problema|problemas)|ningun problema|nada mal|no esta mal|mal tiempo|cuando (?:puedan|pueda|tengan)|tomese su tiempo|pregunta tonta|(?:fue|es) (?:mi|culpa mia|error mio)(?: culpa| error)?|mi (?:antigua|anterior) .{0,40}|menos mal|no importa|(?:tarjeta|direccion|talla|cuenta) .{0,12}mal (?:escrita|puesta)|escribi mal|me equivoque|malla\\p{L}{0,2}|maleta\\p{L}{0,2}|espero (?:su|tu|al|hasta|el|entonces)(?! desde)',
    ],
    'let-down': [
      '(?:no|nada|poco) (?:estoy |quede |es )?(?:nada |muy |para nada )?(?:content|satisfech|feliz|aceptable|normal|serio|profesional|de recibo)\\p{L}{0,2}|esperaba (?:mas|mejor|otra cosa|algo mejor)',
    ],
    outrage: [
      'no (?:se )?(?:puede|puedo) (?:ser|creer|creerlo|tratar|seguir)|(?:es|esto es|vaya|menuda?|que) (?:una )?(?:broma|tomadura de pelo|falta de respeto|poca verguenza|barbaridad|locura|estafa|desastre|chapuza)|falta de (?:respeto|seriedad|profesionalidad|educacion)|(?:nunca|jamas) (?:he visto|habia|me habian|vi|tuve|en mi vida)|tomar(?:me|nos)? el pelo|tomando el pelo|se (?:rien|burlan) de|rien de (?:mi|nosotros|los)|como (?:es posible|puede ser|se atreven)|me (?:toman|tratan) (?:por|como) (?:tonto|tonta|idiota|basura)|no tiene(?:n)? (?:nombre|perdon|verguenza|ni idea)|ni idea',
    ],
    'giving-up': [
      '(?:estoy|estamos) (?:\\p{L}{1,14} )?(?:hart|hasta)\\p{L}{0,3}(?: (?:de|las|la|el|los|aqui|arriba|ya))|hasta (?:las narices|la coronilla|el gorro|los cojones|el moño|el mono|aqui|la madre|el cuello|los huevos)|ya (?:no )?(?:basta|esta bien|me canse|aguanto|puedo mas)|basta ya|no (?:aguanto|puedo|soporto) mas|me (?:rindo|doy por vencid\\p{L}|canse|tienen (?:harto|harta|cansado|cansada|frito|frita))|(?:olvidenlo|olvidelo|olvidalo|dejenlo|dejelo|dejalo)(?=$|[.,! ])|perder (?:el|mi) tiempo|perdida de tiempo|(?:perdiendo|pierdo|hacen perder) (?:el|mi) tiempo|no sirve(?:n)? (?:de|para) nada|para que (?:sirve|molestarse)|colmo|(?:gota|vaso).{0,20}(?:vaso|colm\\p{L}{1,3})|se me (?:acaba|acabo|agota|agoto|esta acabando) la paciencia|paciencia (?:tiene|se|ha) .{0,15}(?:limite|acab\\p{L}{1,4}|agot\\p{L}{1,4})|(?:perdi|perder|perdiendo) la paciencia|me (?:saca|sacan) de (?:quicio|mis casillas)|de los nervios|me (?:vuelve|vuelven) loc[oa]|vueltas y (?:mas )?vueltas|marean(?:do)?|mareando la perdiz|sin solucion',
    ],
    waiting: [
      '(?:llevo|llevamos|esperando|espero|desde hace|hace)\\b.{0,30}(?:horas?|semanas?|meses|dias).{0,40}(?:nada|nadie|sin|no|esperando|aun|todavia|y (?:sigo|nada))|(?:llevo|llevamos) .{0,20}(?:horas?|semanas?|meses|dias) (?:esperando|llamando|reclamando|detras|pidiendo)|sigo (?:esperando|sin)|(?:todavia|aun) (?:no|nada|sin) (?:me (?:han|contest\\p{L}{1,4}|respond\\p{L}{1,4})|hay (?:nada|respuesta|noticias)|nada|noticias|solucion|respuesta)|nadie (?:me |nos |se )?(?:contesta|responde|ayuda|hace|atiende|sabe|llama|dice|da)\\p{L}{0,3}|sin (?:ninguna )?(?:respuesta|noticias)(?=$|[.!,])|cuanto (?:tiempo )?(?:mas )?(?:tengo que|debo|hay que) esperar|ni (?:una )?(?:respuesta|caso)|no (?:me )?(?:contestan|responden|hacen caso)',
    ],
    threat: [
      '(?:mi|un|a mi|al) abogad[oa](?! (?:necesita|quiere))|(?:voy a|vamos a|pienso|les|los|os|pondre|interpondre|presentare|poner) (?:a )?(?:\\p{L}{1,10} )?(?:demandar|denunci\\p{L}{0,4}|demanda|una denuncia|una reclamacion|una queja)|les denuncio|(?:voy a |quiero )(?:cancelar|cancelarlo|anular) (?:todo|mi (?:cuenta|contrato|suscripcion) (?:ya|ahora|inmediat\\p{L}{1,7}))|lo cancelo todo|nunca mas|jamas (?:vuelvo|volvere|compro|comprare)|no (?:vuelvo|volvere|pienso volver) (?:a )?(?:\\p{L}{1,12} )?(?:comprar|pedir|nunca|con ustedes|mas|aqui)|consumo(?=$|[.,! ])|oficina del consumidor|proteccion al consumidor|profeco|indecopi|sernac|ocu|hoja de reclamaciones|mala (?:resena|reseña|valoracion)|(?:una|1|cero|0) estrellas?|(?:me )?(?:voy|ire|paso|cambio) (?:a|con) (?:la competencia|otra (?:tienda|empresa|compañia|compania))|(?:han perdido|pierden|perdieron) (?:un|una|a un) client[ea]|redes sociales|devolver el (?:cargo|recibo)|reclamar(?:e)? al banco',
    ],
    repetition: [
      '(?:otra|una) vez (?:mas|lo mismo|igual|con lo mismo|(?:el mismo|la misma) (?:error|problema|respuesta|historia|excusa))|(?:segunda|tercera|cuarta|quinta|sexta|decima|enesima) vez|(?:tres|cuatro|cinco|diez|mil|varias|cien) veces|cuantas veces (?:tengo|mas|lo|se lo|les|hay que decir)|ya (?:se )?(?:lo |les |os |le )?(?:he )?(?:explique|explicado|repeti|repetido|(?:dije|dicho|conte|mande|mandado|envie|enviado)(?: todo| mil| tres| varias| que| antes|$|[.!,]))(?! mi numero)|(?:siempre )?(?:lo mismo|la misma (?:respuesta|historia|excusa|cancion))(?! (?:que|de ayer))|las mismas (?:excusas|respuestas|preguntas)|repetir(?:lo)? (?:otra|siempre|todo)|repitiendo',
    ],
    'not-understood': [
      'no (?:me |lo )?(?:entienden|leen|escuchan|entiendes|lees|entiende|escucha|lee)|no (?:es|era) (?:lo que|mi pregunta)|nada que ver con|respuesta (?:automatica|enlatada)|(?:saben|sabe) leer|estan sordos',
    ],
    sarcasm: [
      '(?:genial|perfecto|estupendo|fantastico|maravilloso|bravo|enhorabuena|felicidades|excelente|que bien)[,.! ]{1,3}(?:otra|otro|ahora|sigan|siguen|de nuevo|como siempre|y ahora|todavia)|gracias por (?:nada|hacerme perder|no)|(?:menudo|menuda|vaya|valiente|bonita|bonito|que gran) (?:servicio|atencion|forma|empresa|ayuda|manera)|sigan asi',
    ],
    profanity: [
      'mierda|joder|cojones|puta|puto|carajo|cabron\\p{L}{0,3}|gilipollas|idiotas?|imbecil\\p{L}{0,2}|pendejos?|coño|cono|chinga\\p{L}{1,4}|huevon\\p{L}{0,2}',
    ],
    thanks: [
      '(?:muchas |mil )?gracias|perfecto(?=$|[.,! ])|genial|excelente|(?:ya )?funciona (?:perfecto|bien|ya)|(?:todo )?(?:resuelto|solucionado)',
    ],
  },
};
