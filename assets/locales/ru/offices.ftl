offices-regions = <b>Куда подавать документы</b>

    Выберите область или город, где вы будете вести деятельность.

    Или просто напишите название города, района или улицы.
offices-districts = <b>{ $region }</b>

    Деятельность в одном районе или городе — выберите его.
    В нескольких районах — выберите управление.
offices-department-button = Несколько районов: управление
offices-department-of = { $region }: управление
offices-found = <b>Нашлось по запросу «{ $query }»</b>

    Выберите нужное. В скобках — область: названия районов бывают одинаковые.
offices-renamed = «{ $name }» в стандарте — <b>{ $printed }</b>.
offices-not-found = По запросу «{ $query }» ничего похожего нет.

    Напишите название города, села или района, например: <b>Кокшетау</b>. Или выберите область.
offices-nearest = <b>Ближайшие к вам</b>

    Расстояние — по прямой, не по дороге.
offices-nearest-button = { $district }: { $km } км, { $direction }
offices-far = Это место далеко от Казахстана. Ближайшие отделы всё же показаны.
direction-n = север
direction-ne = северо-восток
direction-e = восток
direction-se = юго-восток
direction-s = юг
direction-sw = юго-запад
direction-w = запад
direction-nw = северо-запад

card-address = Адрес: { $address }
card-phone = Телефон: { $phones }
card-fax = Факс: { $faxes }
card-email = Эл. почта: { $emails }
card-website = Сайт: { $websites }
card-hours = Часы: понедельник–пятница, { $open }–{ $close }, перерыв { $break-start }–{ $break-end }
card-no-hours = Часы работы в стандарте не указаны. Уточните по телефону.
card-open = <b>Сейчас открыто</b> до { $until }.
card-open-lunch = <b>Сейчас открыто</b> до { $until }, потом перерыв.
card-closed-lunch = <b>Сейчас перерыв</b>, откроется в { $opens }.
card-closed-before-hours = <b>Сейчас закрыто</b>, откроется сегодня в { $opens }.
card-closed = <b>Сейчас закрыто</b>. Откроется: { $day }, в { $opens }.
card-closed-day-off = <b>Сегодня закрыто</b>: { $reason }. Откроется: { $day }, в { $opens }.
name-unofficial = { $name } (название неофициальное)
card-akimat = { $name }: { $websites }
card-printed = В стандарте напечатано «{ $printed }» — по-видимому, опечатка.
card-visit-button = Как войти и чего ждать
card-map-button = Показать на карте
map-place = центр города или села, точное место — по адресу: { $address }
map-search-button = Найти адрес на карте
card-akimat-button = Акимат: адрес и сайт
card-office-button = К отделу
card-department-button = Несколько районов: управление

notice-short = Бот работает по стандарту № { $number } от { $adopted }. Стандарт утратил силу { $repealed }. Нынешний порядок уточняйте в отделе.
notice-repealed = Стандарт, по которому работает бот, утратил силу { $repealed }. Нынешний порядок уточняйте в отделе.

    Документ о стандарте: { $act }.
    Документ об отмене: { $by }.
back-regions-button = Назад к областям
back-districts-button = Назад к списку
offices-link-unknown = В ссылке назван отдел, которого у бота нет. Найдите свой: выберите область или напишите название города, района, улицы.
