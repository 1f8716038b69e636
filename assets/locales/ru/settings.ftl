setting-token = BOT_TOKEN: токен выглядит как 123456:ABC-DEF, его даёт @BotFather
setting-token-needed = BOT_TOKEN: без него с Telegram не связаться; его даёт @BotFather
setting-token-unknown = BOT_TOKEN: Telegram такого не знает
setting-not-taken = { $name }: Telegram этого не принимает ({ $why })
setting-no-bot-api = TELEGRAM_API_BASE: там отвечает не Bot API (getMe не называет бота)
setting-webhook-address = WEBHOOK_HOST, WEBHOOK_PORT: принимать соединения на { $address } нельзя ({ $why })
setting-admin = ADMIN_IDS: { $value } — не номер учётной записи Telegram; их пишут так: 123456789,987654321
setting-secret = WEBHOOK_SECRET: от 1 до 256 знаков из A-Z, a-z, 0-9, _ и -
setting-secret-needed = WEBHOOK_SECRET: нужен вместе с WEBHOOK_URL, иначе обновления мог бы присылать кто угодно
setting-complaint-parts = COMPLAINT_DAYS, COMPLAINT_DAYS_WITH_CHECK и COMPLAINT_SOURCE: задайте все три или ни одной
setting-complaint-order = COMPLAINT_DAYS_WITH_CHECK: не может быть меньше COMPLAINT_DAYS
setting-edition = EDITION: { $typed } — такой редакции нет, есть { $known }
setting-editions-dir = EDITIONS_DIR: папки { $typed } нет, или её нельзя прочитать; нужна папка, в которой по папке на редакцию, например /srv/tirkeu/editions
setting-choice = { $name }: возможны { $value }
setting-number = { $name }: нужно число
setting-least = { $name }: не меньше { $value }
setting-more = { $name }: больше { $value }
setting-most = { $name }: не больше { $value }
setting-length = { $name }: не больше { $value } знаков
setting-empty = { $name }: не может быть пустым
setting-url = { $name }: нужен адрес, например https://bot.example.org/telegram
setting-other = { $name }: так задать нельзя ({ $value })
setting-file-encoding = .env: не в UTF-8
setting-file-denied = .env: учётной записи { $account } нельзя читать { $file }, а там настройки: запустите команду от имени учётной записи бота или отдайте ей этот файл: от имени root, `chown ACCOUNT { $file }`
setting-master-key = MASTER_KEY: { $why }
setting-new-master-key = NEW_MASTER_KEY: { $why }
setting-master-key-other = MASTER_KEY: не открывает { $file }
setting-master-key-lost = MASTER_KEY: не задан, и в { $file } его нет, а { $keys } открывает только тот ключ, с которым он сделан: верните его оттуда, где он хранится; ничего не изменено
key-missing = не задан, и в { $file } его нет
key-encoding = не base64
key-length = { $length } байт вместо { $wanted }
folder-in-use = DATA_DIR: с { $folder } уже работает другой бот; сначала остановите его (`systemctl stop tirkeu` или Ctrl+C там, где он запущен), сделайте это и запустите его снова; или задайте в DATA_DIR другую папку
folder-restore-unfinished = DATA_DIR: восстановление в { $folder } не закончено: запустите его ещё раз
folder-rekey-unfinished = DATA_DIR: смена главного ключа в { $folder } не закончена: запустите «rekey» ещё раз
folder-newer = DATA_DIR: { $file } — от более новой программы ({ $why })
folder-other-tables = DATA_DIR: в { $file } не те таблицы, что у этой программы ({ $why }); ничего не запущено. Запустите ту версию программы, которая записала файл, или восстановите более раннюю резервную копию командой `python -m bot restore` в пустую папку (docs/backup.md)
schema-newer = версия { $version }, эта программа знает { $known }
schema-migration = шаг { $number } обновления к нему не подходит: { $why }
schema-others = { $names }
folder-not-usable = DATA_DIR: с { $folder } нельзя работать ({ $why })
folder-not-readable = DATA_DIR: { $folder } нельзя прочитать ({ $why })
folder-no-file = DATA_DIR: с { $folder } нельзя работать ({ $file } — не файл, или читать его нельзя)
folder-denied = DATA_DIR: учётной записи { $ours } нельзя читать и писать { $file }, владелец — { $theirs }; боту и его командам нужна одна учётная запись, которой принадлежит вся папка: от имени root, `chown -R ACCOUNT { $folder }`, где ACCOUNT — та, от имени которой работает бот
folder-damaged = DATA_DIR: база данных в { $folder } повреждена ({ $why })
folder-no-data = DATA_DIR: в { $folder } нет данных бота
folder-lost = DATA_DIR: { $folder }: { $what }; ничего не изменено. Верните нужный файл или восстановите самые новые резервные копии того и другого командой `python -m bot restore` в пустую папку (docs/backup.md)
lost-database = { $data } отсутствует или пуст, а остальные файлы — от бота, который уже работал
lost-key-store = { $keys } отсутствует или пуст, а { $data } зашифрован его ключами
lost-damaged-keys = { $keys } повреждён, а { $data } зашифрован его ключами
lost-older-keys = { $keys } старше, чем { $data }, и в нём нет ключей, которыми тот зашифрован
lost-other-keys = { $keys } — от другого бота, чем { $data }
lost-some-keys = в { $keys } нет ключей, которыми зашифрован { $data } (людей, заявлений и жалоб: { $count })
folder-signing-key = DATA_DIR: { $why }
signing-no-private-key = { $file }: в нём нет закрытого ключа в PEM
signing-no-public-key = { $file }: в нём нет открытого ключа в PEM
signing-not-ed25519 = { $file }: ключ не Ed25519
setting-edition-missing = EDITION: здесь нет редакций { $editions }, а по ним ещё ведутся { $count } { $count ->
        [one] запись
        [few] записи
       *[other] записей
    }; верните папки этих редакций (или назовите их папку в EDITIONS_DIR), записи не изменены: { $records }
setting-edition-edited = В папках редакций нет того, что названо в { $count ->
        [one] { $count } записи
       *[other] { $count } записях
    }; верните эти строки, а изменения внесите в новую редакцию с другим id. Записи не изменены.
setting-edition-lost = { $record }: { $file }: { $id }
setting-edition-lost-more = и ещё { $count }
record-case = заявление { $number } ({ $unit }): { $edition }
record-complaint = жалоба { $number } ({ $unit }): { $edition }
record-without-number = { $id }…, без номера
records-more = и ещё { $count }
