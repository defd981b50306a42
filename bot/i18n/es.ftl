# One block per screen; keys sorted by screen. A view, not a translator, decides what is bold.

briefing-name = { $part ->
    [morning] ☀️ Resumen de la mañana
    [afternoon] 🌤️ Resumen de la tarde
   *[evening] 🌙 Resumen de la noche
}
briefing-length = { $stories ->
    [one] 1 noticia
    [many] { $stories } de noticias
   *[other] { $stories } noticias
} · { $minutes } min
briefing-more = Y { $count } más · /recent
briefing-more-than = Y quedan más de { $count } · /recent
briefing-nothing-since = Sin novedades desde las { $time }.
briefing-nothing-since-day = Sin novedades desde el { $day } a las { $time }.
briefing-gaps = Algunos medios no responden ahora mismo: pueden faltar noticias de { $sections }{ $more ->
    [0] .
   *[other] { "" } y { $more } más.
}
briefing-nothing = Todavía no hay nada publicado. La primera noticia estará aquí cuando vuelvas a preguntar.
briefing-nothing-fits = Todavía no hay nada que encaje con tus ajustes. /sections y /mute muestran lo que dejas fuera.

credit-line = Con información de: { $names }
credit-more = { $names } y { $count } más
update-mark = Actualización
alert-head = 🔴 Última hora
notice-head = { $label ->
    [withdrawal] Retirada
   *[correction] Corregida
}: #{ $number }

story-share = Compartir
story-save = Guardar
story-saved = Guardada
story-sources = Fuentes ({ $count })
story-older = ◀ Anterior
story-newer = Siguiente ▶
story-note = { $label ->
    [update] Actualización
   *[correction] Corrección
}: { $note }
story-withdrawn = Hemos retirado esta noticia.
story-withdrawn-reason = Motivo: { $reason }
story-full = Noticia completa
story-unknown = No existe la noticia #{ $number }.
story-which = ¿Qué noticia? Envía /story y su número, como /story 12.
story-no-older = Esta es la noticia más antigua.
story-no-newer = Esta es la noticia más reciente.
story-picture-credit = Imagen: { $credit }
story-picture-removed = La noticia ya no lleva esta imagen.
story-mistake = Avisar de un error

mistake-ask = ¿Qué está mal en «{ $headline }»?
mistake-how = Cuéntalo en un solo mensaje: qué dice y qué debería decir.
mistake-cancel = Mejor no
mistake-cancelled = De acuerdo.
mistake-empty = Escríbelo con palabras, por favor.
mistake-enough = La redacción tiene { $count } avisos tuyos por leer. Cuéntale este otro un poco más tarde.
mistake-thanks = Gracias. La redacción ya tiene tu aviso.

sources-title = Fuentes
sources-none = Esta noticia no cita fuentes.
sources-bears = { $count ->
    [one] respalda el punto { $points }
    [many] respalda los puntos { $points }
   *[other] respalda los puntos { $points }
}
sources-independent = { $count ->
    [one] 1 medio independiente
    [many] { $count } de medios independientes
   *[other] { $count } medios independientes
}
sources-first = { $outlet } lo publicó primero
sources-back = Noticia

recent-title = Lo último
recent-section = Lo último · { $section }
recent-empty = Aún no hay noticias.
recent-no-section = No hay ninguna sección «{ $section }».
recent-sections = Secciones: { $sections }

search-title = Búsqueda:
search-empty = Sin resultados. Prueba con menos palabras o con otras.
search-ask = ¿Qué buscas? Envía /search y unas palabras, como /search elecciones.

saved-title = Guardadas
saved-empty = Aún no has guardado nada. Toca «Guardar» debajo de una noticia y la tendrás aquí.
following-empty = Aún no sigues ninguna noticia. Toca «Seguir» debajo de una y lo que venga después irá primero en tus resúmenes.

list-recent = Lo último
list-back = ◀
list-on = ▶
list-page = { $page }/{ $pages }

start-greeting = Te damos la bienvenida a { $publication }.
start-promise = Noticias de muchos medios en unos minutos y sin trucos: cada una dice quién la cuenta.
start-how = Toca un número para abrir una noticia. /recent muestra las anteriores, /search busca lo que quieras y /help te enseña el resto.

help-title = Qué puedo hacer por ti
help-inline = En cualquier chat, escribe @{ $username } y unas palabras para compartir una noticia.
help-reply = Responde a un resumen con un número y te abro esa noticia.

command-start = Empezar
command-briefing = Lo nuevo para ti, ahora
command-recent = Lo último, de todo o de una sección
command-story = Una noticia completa, por su número
command-sources = Quién cuenta la noticia
command-search = Buscar noticias por palabras
command-saved = Tus noticias guardadas
command-following = Las noticias que sigues
command-help = Qué puedo hacer por ti

inline-start = Abrir { $publication }
inline-nothing = Sin resultados · abrir { $publication }

error-unknown-command = No conozco ese comando. En /help verás lo que puedo hacer.
error-old-button = Este botón ya no sirve. Envía el comando otra vez.
error-list-gone = Esta lista ya caducó. Haz la búsqueda otra vez.
error-number = En este resumen no hay ningún número { $number }.
error-apology = Algo falló por nuestra parte. Inténtalo de nuevo en un minuto.
error-over-quota = Eso es mucho de golpe. Respondo a lo que llegó primero; espera un poco antes de seguir.

settings-button = Ajustes
settings-title = Ajustes
settings-line = { $name }: { $value }
settings-times = Horarios
settings-zone = Zona horaria
settings-sections = Secciones
settings-mutes = Palabras ocultas
settings-quiet = Horas de silencio
settings-silent = Sin sonido
settings-alerts = Última hora
settings-stories = { $count ->
    [one] Hasta 1 noticia por resumen
    [many] Hasta { $count } de noticias por resumen
   *[other] Hasta { $count } noticias por resumen
}
settings-pause = Pausar una semana
settings-resume = Reanudar
settings-back = ◀ Ajustes
settings-next = Próximo resumen: { $day }, { $time }.
settings-no-times = No hay horarios: pide /briefing cuando quieras.
settings-stopped = Envíos parados: no llega nada por sí solo. Reanúdalos cuando quieras.
settings-refused = Desde el { $day }, no consigo enviar nada aquí: { $reason ->
    [no_rights] no tengo permiso para escribir.
    [closed] el tema está cerrado.
    [not_found] Telegram no encuentra este chat.
   *[other] Telegram lo rechaza.
} Sigo intentándolo.
settings-changed = Guardado.
vote-done = Gracias.
vote-gone = Retirado.
settings-admins = Solo quien administra el grupo puede cambiar lo que recibe.

settings-channel = Ajustes del canal

ask-location = Comparte tu ubicación y de ella saco tu zona horaria. El lugar no se guarda.
ask-location-button = 📍 Compartir mi ubicación
ask-channel = Elige uno de tus canales o reenvíame una publicación suya. Necesito permiso para publicar en él.
ask-channel-button = Elegir un canal

channel-connect = Conectar un canal
channel-connected = Canal conectado: { $title }. Resúmenes: { $times } ({ $zone }). Puedes cambiarlo aquí:
channel-no-rights = No puedo publicar en ese canal. Hazme administrador con permiso para publicar mensajes e inténtalo otra vez.
channel-admins = Solo puede hacerlo quien administra el canal.
channel-gone = Ese canal ya no está conectado. Vuelve a conectarlo desde /settings.

times-none = ninguno
times-daily = todos los días
times-weekdays = entre semana
times-on = los { $days }
times-only-weekdays = Solo entre semana
times-full = Caben { $count } horarios. Quita uno antes.
times-type = O escribe /schedule y las horas: /schedule 7:30 18:00 lun-vie
times-unknown = No lo entendí. Prueba con /schedule 7:30 18:00 lun-vie, con una ciudad, como /schedule Madrid, o con /schedule silencio 22-7.

zone-type = O escribe una ciudad o zona: /schedule Lima
zone-located = Tu zona horaria es { $zone }.
zone-here = 📍 Según mi ubicación
zone-unknown = No conozco esa ciudad. Escribe una más grande que esté cerca, como /schedule Lima.

sections-all = Todas
sections-last = Hace falta al menos una sección. /pause y /stop detienen los boletines.
sections-how = Toca lo que quieras seguir. Con todas marcadas, las secciones nuevas también te llegan.

mute-none = ninguna
mute-how = Con /mute y una palabra se ocultan las noticias que la mencionan; con /unmute vuelven.
mute-done = Las noticias que mencionan «{ $word }» quedan ocultas. Para volver a verlas: /unmute { $word }
unmute-done = Vuelven las noticias que mencionan «{ $word }».
unmute-unknown = «{ $word }» no está silenciado. /mute muestra lo que lo está.
mute-too-long = Es demasiado largo. Envía 30 letras como mucho, por ejemplo /mute golf.
mute-too-many = Ya hay muchas palabras ocultas. Quita una antes: las tienes en /mute.
mute-no-words = Ahí no hay ninguna palabra que buscar. Envía una, por ejemplo /mute golf.

pause-done = En pausa hasta el { $day }. Para volver antes, /resume.
resume-done = ¡Qué bien tenerte de vuelta!
stop-done = Ya no llegará nada por sí solo. Tus ajustes se conservan; para volver, /start o /resume.

stop-elsewhere = { $count ->
    [one] Otro tema de este grupo sigue recibiendo resúmenes; envía /stop también allí.
    [many] Otros { $count } de temas de este grupo siguen recibiendo resúmenes; envía /stop también allí.
   *[other] Otros { $count } temas de este grupo siguen recibiendo resúmenes; envía /stop también allí.
}

start-subscribed = Tus resúmenes: { $times } ({ $zone }).
group-greeting = ¡Hola! { $publication } trae resúmenes de noticias a este grupo: { $times } ({ $zone }). Quien lo administra puede cambiarlo con /settings.

command-schedule = Horarios, zona horaria y horas de silencio
command-sections = Lo que sigues
command-mute = Ocultar lo que mencione una palabra
command-unmute = Volver a mostrarlo
command-settings = Todo lo que puedes ajustar
command-pause = No recibir nada por un tiempo
command-resume = Terminar la pausa
command-stop = Parar los envíos

# What the bot's profile says in Telegram: at most 120 and 512 characters.
profile-about = Resúmenes breves de noticias, con sus fuentes y cuando tú quieras.
profile-description = { $publication } te trae resúmenes breves de lo que publican muchos medios: el titular, las claves y quién lo cuenta. Toca un número para leer la noticia completa y ver sus fuentes. Tú eliges los horarios, las secciones y lo que prefieres no ver.

credit-one = Un solo medio

settings-marks = Marcas de fuentes
reading-last = Hace falta al menos un idioma; «Todas» los toma todos.
settings-reading = Idiomas de las noticias
settings-nothing-new = Avisar si no hay novedades
settings-pictures = Imágenes
settings-language = Idioma
settings-language-client = Como en Telegram
language-unknown = No hablo ese idioma. Hablo: { $languages }.
command-language = El idioma en el que te hablo

zone-which = ¿Cuál de estos lugares?
quiet-now = Horas de silencio: { $hours }. Lo que llega entonces no suena. Para quitarlas: /schedule silencio no
quiet-none = No hay horas de silencio. Para ponerlas: /schedule silencio 22-7
times-too-many = Son { $sent } horarios y caben { $count }. No ha cambiado nada.
times-no-times = Hay días, pero falta la hora. Añádela, como en /schedule 7:30 lun-vie.

pause-unknown = No entendí cuánto tiempo. Prueba con /pause 3, /pause 2 semanas, /pause hasta el viernes o /pause siempre.
pause-over = Ese día ya pasó. Prueba con /pause hasta el viernes.
pause-too-long = Eso es más de un año. Con /pause siempre, no llega nada hasta que envíes /resume.

error-media = Leo palabras, números y comandos. Envíame unas palabras y busco noticias.
error-number-where = ¿De qué resumen? Respóndele con { $number } y te abro esa noticia.

briefing-of = Resumen del { $day }, ya corregido
briefing-none-of = No hay resumen del { $day }.
briefing-too-old = Guardo los resúmenes { $days } días. Prueba con /briefing ayer.
briefing-day-unknown = ¿De qué día? Prueba con /briefing ayer o con una fecha, como /briefing 21 de noviembre.

about-text = { $publication } es una redacción pequeña: prepara cada noticia con lo que publican varios medios y los cita al pie.
about-corrections = Si algo estaba mal, se corrige en todos los mensajes que lo muestran, y es lo primero que dice tu siguiente resumen.
about-contact = Contacto: { $contact }
command-about = Quién hace esto

privacy-title = Qué guardo de este chat
privacy-chat = Su id, su tipo, su idioma y desde cuándo lo conozco
privacy-settings = Lo que ajustas aquí: horarios, zona, secciones, palabras ocultas, horas de silencio, pausas
privacy-saved = Las noticias que guardaste y las que sigues · 👍 👎
privacy-messages = Qué noticias muestran o han mostrado aquí mis mensajes, para poder corregirlas; { $days } días
privacy-deliveries = Qué resúmenes se enviaron aquí y cuándo; { $days } días
privacy-updates = Lo que envías, hasta que tiene respuesta; { $days } días más, solo una huella, para no responder dos veces
privacy-mistakes = Los errores de los que avisaste, hasta que la redacción los resuelve
privacy-not = No guardo tu nombre, tu teléfono ni dónde estás. Si compartes tu ubicación, me quedo al momento solo con la zona horaria.
privacy-how = /export te lo envía todo; /forget lo borra ya.
command-privacy = Qué guardo de ti
command-export = Todo lo que guardo de ti, en un archivo
command-forget = Borrar todo lo que guardo de ti

export-caption = Todo lo que guardo de este chat.
forget-ask = ¿Borro todo lo que guardo de este chat? No habrá más resúmenes y se perderán las noticias guardadas. No se puede deshacer.
forget-yes = Borrar todo
forget-no = No borrar
forget-kept = No se ha borrado nada.
forget-done = Listo: todo lo de este chat está borrado. Con /start se empieza de cero.

mistake-corrected = Avisaste de un error en «{ $headline }» y ya está corregido: { $note }

# Words that people type, in this language, with commas between; they are understood beside the English ones.
typed-quiet = silencio, horas de silencio, horario de silencio, silencioso, silenciar, sin sonido, no molestar
typed-off = no, off, nada, nunca, ninguno, ninguna, ningún, ningun, quitar, quita, fuera, apagar, apagado, apagada, desactivar, desactivado, desactivada
typed-every-day = diario, diaria, diarios, diarias, a diario, diariamente, cada día, cada dia, todos los días, todos los dias, toda la semana
typed-weekdays = entre semana, laborables, laborable, laborales, laboral, hábiles, habiles, hábil, habil, días laborables, dias laborables, día laborable, dia laborable, días laborales, dias laborales, días hábiles, dias habiles, día hábil, dia habil, días de semana, dias de semana, días entre semana, dias entre semana, días de trabajo, dias de trabajo, l-v, l a v
typed-weekends = fin de semana, fines de semana, finde, findes
typed-until = hasta, a, al
typed-since = desde, a partir de, a partir del
typed-forever = siempre, para siempre, por siempre, indefinidamente, indefinido, sin límite, sin limite, sin fin, hasta nuevo aviso, nuevo aviso
typed-fillers = a, al, la, las, el, los, y, e, o, en, de, del, desde, por, para, entre, sobre, durante, cada, todo, toda, todos, todas, punto, h, hs, hr, hrs, hora, horas, dentro
typed-noon = mediodía, medio día
typed-midnight = medianoche, media noche
typed-half-past = y media
typed-quarter-past = y cuarto
typed-quarter-to = menos cuarto
typed-half-to = { "" }
typed-next = próximo, próxima, que viene, este, siguiente
typed-last = pasado, pasada, último, anterior
typed-next-week = semana que viene, próxima semana, semana próxima, semana siguiente, semana entrante
typed-week-ends = fin de la semana, final de la semana, finales de semana, resto de la semana, toda la semana, después del fin de semana, que acabe la semana
typed-next-week-ends = fin de la semana que viene, final de la semana que viene, finales de la semana que viene, fin de la próxima semana
typed-feasts = navidad=12-25, nochebuena=12-24, nochevieja=12-31, reyes=01-06
typed-next-month = mes que viene, próximo mes, mes próximo, mes siguiente
typed-month-ends = fin de mes, final de mes, finales de mes, fin del mes, final del mes, resto del mes, todo el mes
typed-year-ends = año nuevo, fin de año, final de año, fin del año, próximo año, año que viene, año próximo
typed-spans = semana que viene=7, próxima semana=7, semana próxima=7, mes que viene=30, quincena=15, pasado mañana=2, medio año=182, día=1, días=1, semana=7, semanas=7, mes=30, meses=30, semana y media=11, mes y medio=45, medio mes=15
typed-numbers = un=1, una=1, uno=1, dos=2, tres=3, cuatro=4, cinco=5, seis=6, siete=7, ocho=8, nueve=9, diez=10, once=11, doce=12, quince=15, veinte=20, treinta=30, un par de=2
typed-endings = { "" }
typed-morning = { "" }
typed-evening = { "" }
typed-night = { "" }
typed-day-names = { "" }

story-follow = Seguir
story-followed = Siguiendo
story-follows = Lo que venga después de esta noticia abrirá tus boletines.
story-follows-not = Ya no la sigues.
follow-mark = La sigues
update-new = Novedad: { $note }
story-earlier = Antes:
settings-rich = Noticias como página
rich-more = Seguir leyendo
rich-changes = Qué ha cambiado
settings-topic = Ajustes de este tema
stop-done-topic = En este tema ya no llegará nada por sí solo. Sus ajustes se conservan; /start o /resume lo reanudan.

web-skip = Ir a las noticias
web-search = Buscar
web-telegram = En Telegram
web-corrections = Correcciones
web-no-corrections = Aún no ha habido que corregir nada.
web-page = En la web
web-missing = Esa página no existe.
