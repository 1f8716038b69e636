offices-regions = <b>Where to hand in the documents</b>

    Choose the region or city where the activity will be.

    Or simply type the name of a town, district or street.
offices-districts = <b>{ $region }</b>

    Activity in one district or city: choose it.
    In several districts: choose the department.
offices-department-button = Several districts: department
offices-department-of = { $region }: department
offices-found = <b>Found for “{ $query }”</b>

    Choose the right one. The region is shown: some districts share a name.
offices-renamed = “{ $name }” is <b>{ $printed }</b> in the standard.
offices-not-found = Nothing looks like “{ $query }”.

    Type the name of a town, village or district, for example: <b>Kokshetau</b>. Or choose a region.
offices-nearest = <b>Nearest to you</b>

    Distances are in a straight line, not by road.
offices-nearest-button = { $district }: { $km } km, { $direction }
offices-far = This place is far from Kazakhstan. The nearest offices are shown all the same.
direction-n = north
direction-ne = north-east
direction-e = east
direction-se = south-east
direction-s = south
direction-sw = south-west
direction-w = west
direction-nw = north-west

card-address = Address: { $address }
card-phone = Phone: { $phones }
card-fax = Fax: { $faxes }
card-email = E-mail: { $emails }
card-website = Website: { $websites }
card-hours = Hours: Monday–Friday, { $open }–{ $close }, break { $break-start }–{ $break-end }
card-no-hours = The standard gives no hours. Please ask by phone.
card-open = <b>Open now</b> until { $until }.
card-open-lunch = <b>Open now</b> until { $until }, then a break.
card-closed-lunch = <b>On a break now</b>, opens at { $opens }.
card-closed-before-hours = <b>Closed now</b>, opens today at { $opens }.
card-closed = <b>Closed now</b>. Opens: { $day }, at { $opens }.
card-closed-day-off = <b>Closed today</b> — { $reason }. Opens: { $day }, at { $opens }.
name-unofficial = { $name } (unofficial name)
card-akimat = { $name }: { $websites }
card-printed = The standard prints “{ $printed }”, evidently a misprint.
card-visit-button = Getting in, what to expect
card-map-button = Show on the map
map-place = the centre of the town or village; the exact place is by the address: { $address }
map-search-button = Find the address on a map
card-akimat-button = Akimat: address and website
card-office-button = Back to the office
card-department-button = Several districts: department

notice-short = The bot works by standard No { $number } of { $adopted }. The standard was repealed on { $repealed }. Please ask the office how things are done now.
notice-repealed = The standard that the bot works by was repealed on { $repealed }. Please ask the office how things are done now.

    Standard approved by: { $act }.
    Repealed by: { $by }.
back-regions-button = Back to the regions
back-districts-button = Back to the list
offices-link-unknown = The link names an office that the bot does not have. Find yours: choose a region, or write the name of a city, district or street.
