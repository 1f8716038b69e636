### What differs between two editions of a standard, and the question whether a draft moves to the current one.

offer-title = <b>Правила подачи заявления изменились</b>

    Это заявление начато по { $was }. Новые заявления начинаются по { $now }. Перейти на новые правила или остаться на прежних?
offer-edition = стандарту № { $number } от { $date }
offer-changes = <b>Что изменится для вашего заявления:</b>
offer-same = Для вашего заявления ничего не изменится.
offer-kept = Ответы, которые подходят, сохранятся.
offer-again = Спросим заново: { $items }.
offer-renamed = Копии сохранятся у документов, которые теперь называются иначе: { $items }.
offer-copies = { $was } → { $now }
offer-erased = Копии этих документов сотрутся: { $items }.
offer-no-kind = По новым правилам такого заявления нет. Его можно закончить и подать по прежним.
offer-move-button = Перейти на новые
offer-stay-button = Остаться на прежних
offer-moved = Заявление переведено на новые правила.
offer-stayed = Заявление остаётся на прежних правилах. Больше об этих правилах не спросим.

diff-title = <b>Что меняется для заявителя: { $was } → { $now }</b>
diff-same = Ничего не меняется.
diff-prepared = { $edition } — только для подготовки: чего в ней нет, того закон может и не отменять, это просто не известно.
diff-subject = <b>{ $name }</b>
diff-common = <b>Для всех заявлений</b>
diff-offices = <b>Отделы и акиматы</b>
diff-kind-added = • новый вид заявления: { $now }
diff-kind-removed = • такого заявления больше нет: { $was }
diff-kind-renamed = • заявление называется иначе: { $was } → { $now }
diff-kind-otherwise = • заявление называется иначе на других языках: { $now }
diff-document-added = • нужен ещё документ: { $now }
diff-document-removed = • документ больше не нужен: { $was }
diff-document-renamed = • документ называется иначе: { $was } → { $now }
diff-document-otherwise = • требования к документу другие: { $now }
diff-question-added = • новый вопрос: { $now }
diff-question-removed = • больше не спрашивается: { $was }
diff-question-renamed = • вопрос звучит иначе: { $was } → { $now }
diff-question-otherwise = • вопрос задаётся иначе: { $now }
diff-form-added = • новая форма: { $now }
diff-form-removed = • формы больше нет: { $was }
diff-form-renamed = • форма называется иначе: { $was } → { $now }
diff-form-otherwise = • другие строки в форме: { $now }
diff-term-added = • новый срок, { $name }: { $now }
diff-term-removed = • срока больше нет, { $name }: { $was }
diff-term-otherwise = • { $name }: было { $was }, станет { $now }
diff-answer = ответ на жалобу
diff-answer-longest = самый долгий ответ на жалобу
diff-length =
    { $unit ->
        [working-days] { $count ->
            [one] { $count } рабочий день
            [few] { $count } рабочих дня
           *[other] { $count } рабочих дней
        }
        [calendar-days] { $count ->
            [one] { $count } календарный день
            [few] { $count } календарных дня
           *[other] { $count } календарных дней
        }
       *[minutes] { $count ->
            [one] { $count } минута
            [few] { $count } минуты
           *[other] { $count } минут
        }
    }
diff-pause-added = • срок результата может стоять, пока: { $now }
diff-pause-removed = • по такой причине срок больше не стоит: { $was }
diff-ground-added = • могут отказать и при полном пакете, если: { $now }
diff-ground-removed = • за это больше не откажут: { $was }
diff-acceptance-added = • неполный пакет могут не принять
diff-acceptance-removed = • неполный пакет больше не отказываются принимать
diff-fee = • плата: было { $was }, станет { $now }
diff-money =
    { $count ->
        [0] бесплатно
       *[other] { $count } тенге
    }
diff-unit-added = • новый отдел или акимат: { $now }
diff-unit-removed = • отдела или акимата больше нет: { $was }
diff-unit-renamed = • отдел или акимат называется иначе: { $was } → { $now }
diff-unit-otherwise = • отдел или акимат обслуживает другое место или стоит в другом списке: { $was } → { $now }
diff-units-gone = • прежних отделов и акиматов больше нет ни одного, их было { $count }
diff-unit = { $code } { $name }, { $district }
