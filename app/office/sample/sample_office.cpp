#include "office/sample/sample_office.h"

#include "office/sample/desk_work.h"
#include "office/sample/staff.h"

namespace naru::office::sample {

namespace {

template <typename T> void create(const QList<T> &records, QList<Change> &changes)
{
    for (const T &record : records) {
        Change change{0, refOf(record), Verb::Create, {}, {}, u"표본 조직의 개설"_s};
        for (const FieldOf<T> &one : T::fields()) {
            const QJsonValue value = one.read(record);
            if (!value.isNull())
                change.fields.append({one.field.name, {}, value});
        }
        changes.append(change);
    }
}

} // namespace

SampleOffice makeOffice(quint64 seed, Size size)
{
    SampleOffice office;
    office.title = cityName();
    office.today = QDate(2026, 7, 24);
    office.structure = buildStructure(size);
    office.units = office.structure.units;
    Dice dice(seed);
    employ(office, size, dice);
    giveWork(office, size, dice);
    return office;
}

QList<Change> asChanges(const SampleOffice &office)
{
    QList<Change> changes;
    create(office.units, changes);
    create(office.posts, changes);
    create(office.people, changes);
    create(office.orders, changes);
    create(office.orderLines, changes);
    create(office.assignments, changes);
    create(office.accounts, changes);
    create(office.roles, changes);
    create(office.deputies, changes);
    create(office.approvalLines, changes);
    create(office.tasks, changes);
    create(office.directives, changes);
    create(office.approvalSteps, changes);
    return changes;
}

} // namespace naru::office::sample
