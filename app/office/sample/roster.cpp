#include "office/sample/roster.h"

namespace naru::office::sample {

Roster::Roster(const SampleOffice &from)
    : office(&from)
{
    QHash<QString, int> at; // emp_no -> seat
    QHash<QString, QString> last; // emp_no -> the unit that was left last
    for (const Person &person : from.people) {
        names.insert(person.name);
        at.insert(person.id, static_cast<int>(seats.size()));
        Seat seat;
        seat.person = person;
        seat.employment = person.employment;
        seats.append(seat);
    }
    for (const Assignment &one : from.assignments) {
        Seat &seat = seats[at.value(one.person)];
        if (one.nature == u"본직"_s && one.validTo.isValid()) {
            last.insert(one.person, one.unit);
        } else if (one.nature == u"본직"_s) {
            seat.unit = one.unit;
            seat.place = from.structure.unit(one.unit);
            seat.division = from.structure.divisionOf(one.unit);
            seat.post = one.post;
            seat.grade = one.grade;
            seat.series = one.series;
            seat.isHead = one.post != u"담당"_s;
            seat.before = last.value(one.person);
            seat.earlierLine = one.orderLine;
            seat.isReserved = !one.orderLine.isEmpty() || one.unit == u"A000000"_s;
        } else if (!one.validTo.isValid()) {
            seat.side = one;
        }
    }
    seats.removeIf([](const Seat &seat) { return seat.unit.isEmpty(); });
    for (int i = 0; i < seats.size(); ++i)
        byName[seats.at(i).person.name].append(i);
    for (Seat &seat : seats)
        seat.isUnique = byName.value(seat.person.name).size() == 1;
}

} // namespace naru::office::sample
