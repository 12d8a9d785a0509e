#include "store/store.h"

#include "store/care.h"
#include "store/sqlite_store.h"

namespace naru::store {

namespace {

Status refuseServer(const QString &location)
{
    if (location.startsWith(u"postgresql:"))
        return Error{Error::Kind::Unavailable, u"expected a path but '"_s + location + u"' names a server"_s, u"store.server"_s};
    return {};
}

} // namespace

QString toString(PlanState state)
{
    switch (state) {
    case PlanState::Draft:
        return u"draft"_s;
    case PlanState::Approved:
        return u"approved"_s;
    case PlanState::Applied:
        return u"applied"_s;
    case PlanState::Booked:
        return u"booked"_s;
    case PlanState::PartlyBooked:
        return u"partlyBooked"_s;
    case PlanState::Reverted:
        return u"reverted"_s;
    case PlanState::Superseded:
        return u"superseded"_s;
    case PlanState::Cancelled:
        break;
    }
    return u"cancelled"_s;
}

Result<std::unique_ptr<Store>> Store::create(const QString &location, const QList<RecordTable> &tables)
{
    const Status isPath = refuseServer(location);
    return isPath ? SqliteStore::create(location, tables) : isPath.error();
}

Result<std::unique_ptr<Store>> Store::open(const QString &location, const QList<RecordTable> &tables)
{
    const Status isPath = refuseServer(location);
    return isPath ? SqliteStore::open(location, tables) : isPath.error();
}

Status restore(const QString &backup, const QString &location)
{
    const Status isPath = refuseServer(location);
    return isPath ? restoreOffice(backup, location) : isPath;
}

} // namespace naru::store
