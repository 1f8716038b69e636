home-work-button = Queue of cases
home-people-button = People and invitations

role-registrar = registrar
role-officer = officer
role-head = head
role-admin = admin
role-can-registrar = Receives documents, says when a document is ready, hands it out, sees the journal and the passes.
role-can-officer = Takes cases, receives documents, decides their own cases, hands out certificates and reference notes.
role-can-head = Sees all cases of the office, assigns and decides them. Invites officers and registrars.
role-can-admin = Invites people and sees which offices are connected. Sees no cases.

staff-people = <b>People</b>

    Offices connected: { $connected } of { $all }.

    Beside a name stands how many people are there.
staff-units = <b>Offices</b>

    Connected: { $connected } of { $all }. An office is connected when it has an officer or a head: then it takes applications through the bot.
staff-units-row = { $region }: { $connected } of { $all }
staff-region = <b>{ $region }</b>

    Offices connected: { $connected } of { $all }. Beside a name stands how many people are there.
staff-own-units = <b>Your offices</b>

    Beside a name stands how many people are there.
staff-former = <b>Former offices and akimats</b>

    The current edition does not have them, but they still have people or unfinished work. They take no new applications or complaints and finish what was begun. People can be invited there only while there is something to finish.
staff-former-button = Former offices and akimats
staff-former-back-button = Back to former offices and akimats
staff-unit-former = The current edition does not have it: it takes no new applications or complaints and finishes what was begun.
staff-nobody-left = Nobody is here, and there is nothing left to finish.
staff-unit-number = Number: { $number }
staff-unit-numbers = Numbers for commands — { $names }
staff-department-button = Department
staff-connected = Takes applications through the bot.
staff-not-connected = Takes no applications through the bot: nobody here can decide.
staff-nobody = Nobody yet. Invite the first.
staff-row = • { $name } — { $role }
staff-more = … and more: { $count }
staff-person = <b>{ $name }</b>
staff-person-row = { $unit }: { $role }
staff-person-own = This is you. Your own role is changed by another head or an admin.
staff-person-theirs = This role is changed by an admin.
staff-admins = <b>Admins</b>

    Invited: { $invited }. By the settings (ADMIN_IDS): { $settings }.
staff-admins-button = Admins
staff-open-button = Open invitations: { $count }
staff-invite-button = Invite
staff-people-button = Back to people
staff-unit-button = Back to the office
staff-region-button = Back to the region
staff-person-button = Back
staff-units-button = Back to the offices
staff-back-button = Back

staff-rerole-button = Change the role
staff-bind-button = Add an office
staff-end-button = End the work here
staff-rerole = <b>What will { $name } be?</b>

    { $unit }
    Now: { $role }.
staff-rerole-frees = A registrar works no cases. If you choose this role, the bot asks who is to have the cases: { $count }.
staff-rerole-closes = Nobody else in the office decides. If you choose registrar, <b>it will take no new applications through the bot</b>.
staff-bind = <b>In which other office does { $name } work?</b>

    The role there will be the same: { $role }. It can be changed later.
staff-bind-none = There is no other office to add here.
staff-end = <b>{ $name } does not work here any more?</b>

    { $unit }
staff-end-cases = This person has no cases.
staff-end-closes = <b>Nobody in the office will be able to decide</b>: it will take no new applications through the bot.
staff-end-yes-button = Yes, end it
staff-rerole-left = <b>{ $name } is to be { $role }?</b>

    { $unit }
staff-left-cases = Open cases: { $count }.
staff-left-complaints = Complaints without an answer yet: { $count }.
staff-left-ask = <b>Who is to go on with them?</b> One tap, and the change is made. Those who go on are told the numbers; the applicants are not disturbed.
staff-left-rest = What somebody's role does not allow stays in the queue.
staff-left-nobody = There is nobody here to go on with them yet: they stay in the queue.
staff-left-to-button = { $name } ({ $role })
staff-left-evenly-button = Evenly, to all
staff-left-queue-button = To the queue
staff-left-changed = <b>While you were looking, something changed here.</b> Please choose again.
staff-admin-end = <b>{ $name } is no admin any more?</b>
staff-done-toast = Done.

invite-role = <b>Whom do you invite?</b>
invite-role-row = <b>{ $role }</b>
    { $can }
invite-unit = <b>To which office?</b>

    Role: { $role }.
invite-region = <b>In which region?</b>

    Role: { $role }.
invite-admin = <b>Invite an admin?</b>
invite-admin-button = Make the link
invite-all-button = To all my offices
invite-made = <b>The invitation is ready.</b>

    The link is in the next message. Send it in person to whom you invite.
invite-more-button = Invite one more
invite-link = <b>Invitation to Tirkeu: { $role }</b>
invite-link-open = Open the link to join: { $link }
invite-link-until = The link works once, until { $time }, { $date }. Whoever opens it first and gives a name joins.
invite-revoke-button = Revoke the invitation
invite-open = <b>Open invitations</b>
invite-open-none = <b>Open invitations</b>

    There are none now.
invite-open-row = { $number }. { $role }, { $units } — until { $time }, { $date }
invite-open-admin = { $number }. { $role } — until { $time }, { $date }
invite-open-button = Revoke { $number }
invite-revoked-toast = Revoked: the link does not work any more.
invite-gone-toast = This invitation does not hold any more.
invite-too-many = { $most ->
        [one] There is { $most } open invitation already
       *[other] There are { $most } open invitations already
    }, and no more may be. Revoke those you do not need.
invite-example = This could not be read. First the role, then the offices: appendix and row.

    Example: <b>/invite officer 2/65 2/66</b>

    Roles: registrar, officer, head, admin (without offices).

    You need not look up an office's number: press “Invite” and choose from the list.

join-title = <b>You are invited: { $role }</b>
join-question = Write your surname and initials in one message.

    Example: <b>Akhmetova A. B.</b>
join-why = The bot keeps the name. Colleagues see it, and it stands in journals and on slips.
join-keep = Your applications and drafts stay as they are.
join-later-button = Not now
join-bad = <b>This link does not work.</b>

    It has been used or revoked, or a day has passed. Ask whoever invited you for a new one.
join-nothing-new = <b>This link adds nothing for you.</b>

    You have such a role already. If you invite somebody else, send them the link.
join-welcome = <b>Hello, { $name }!</b>

    Your role: { $role }.
join-first-work = <b>Where to begin</b>

    /queue — which cases wait
    /help — what else the bot can do

    All commands are in the menu to the left of the message field.
join-first-admin = <b>Where to begin</b>

    /invite — invite people
    /units — which offices are connected

    All commands are in the menu to the left of the message field.
bad-units-needed = Name at least one office.
bad-units-none = An admin is invited without offices.
bad-units-many = At most { $most ->
        [one] { $most } office fits
       *[other] { $most } offices fit
    } into one invitation.
bad-units-unknown = { CITE("offices", case: "start") } have no office { $unit }.
bad-units-former = Only an earlier edition has { $unit }, and nothing is left to finish there: nobody new is invited.
bad-signature-initials = The initials are missing.
bad-signature-full = One surname and one or two initials are needed, not the full first name.
bad-signature-order = First the surname, then the initials.

notice-staff-joined = <b>{ $name }</b> has joined the bot. Role: { $role }.
notice-staff-bound = <b>Your role: { $role }</b>
told-left = <b>{ $name } hands on their work.</b>
told-left-cases = These cases are with you now: { $number }
told-left-complaints = These complaints are yours to answer now: { $number }
told-left-waiting-cases = These cases wait for somebody to take them: { $number }
told-left-waiting-complaints = These complaints wait for an answer from anybody here who answers complaints: { $number }
notice-staff-ended = In the bot you do not work for this office any more:
notice-staff-admin-ended = You are no admin of the bot any more.

staff-officers-example = Write the number of an office, for example: <b>/officers 2/3</b>
staff-denied = The people of an office and their invitations are looked after by its head and the admins. This is not open to you now: please ask your head.
command-queue = Queue of cases
command-case = Open a case by its number
command-take = Take a case
command-release = Give a case back to the queue
command-assign = Assign a case to an officer
command-receive = Receive documents
command-need = Ask for what is missing
command-approve = Decide: give the document
command-refuse = Refuse with a reason
command-ready = The document is ready
command-issue = Hand out the document
command-status = Change the state of a case
command-journal = Journal of what was issued
command-passes = Who is coming: passes
command-export = Export the cases of a period
command-officers = People of the office
command-invite = Invite to the bot
command-units = Offices and how many people they have
staff-akimat-button = Akimat: { $region }
staff-takes-complaints = Takes complaints through the bot.
staff-takes-no-complaints = Takes no complaints through the bot: there is nobody to answer them.
