"""The use cases of what is held about a person, over the stores of one transaction."""

from __future__ import annotations

from typing import TYPE_CHECKING

from services.privacy.my_data import MyData, MyDataRooms
from storage.admins import SqlAdmins
from storage.applications import SqlCases
from storage.complaints import SqlComplaints
from storage.history.events import SqlHistory
from storage.indicators import SqlSurvey
from storage.messaging.told import Told
from storage.officers import SqlOfficers
from storage.people import SqlPeople
from storage.privacy.my_data import SqlRecords
from storage.uploads import SqlUploads

if TYPE_CHECKING:
    from storage.db.keys import KeyStore
    from storage.db.transaction import Transaction


def my_data_over(transaction: Transaction, keys: KeyStore) -> MyData:
    """The use cases over one transaction."""
    return MyData(
        MyDataRooms(
            people=SqlPeople(transaction),
            cases=SqlCases(transaction, keys),
            complaints=SqlComplaints(transaction, keys),
            history=SqlHistory(transaction, keys),
            uploads=SqlUploads(transaction, keys),
            officers=SqlOfficers(transaction, keys),
            admins=SqlAdmins(transaction, keys),
            records=SqlRecords(transaction, keys),
            once=Told(transaction),
            survey=SqlSurvey(transaction, keys),
        )
    )
