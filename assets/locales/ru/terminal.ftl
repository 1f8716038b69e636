terminal-no-case = Номера { $number } нет ни в одном журнале. Номер выглядит так: 2-65/2026-17.
terminal-state = Документы этого заявления сейчас отметить нельзя, его состояние: { $state }.
terminal-item = Такого документа нет в перечне, или он уже отмечен: { $item }.
terminal-name = Напишите так: Ахметова А. Б.
terminal-no-officer = В { $unit } нет никого с id { $user }, ничего не изменено. Кто есть, показывает «officer list».
terminal-cases-to = Кому их передать? Добавьте --cases-to и одно из: { $names }
terminal-find-unit = Номер каждого отдела показывает «offices» с названием города.
terminal-no-role = Ни у кого с id { $user } нет роли, ничего не изменено. Кто есть, показывает «officer list».
