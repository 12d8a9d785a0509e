#include "office/sample/sample_orders.h"

#include "office/sample/layouts.h"

#include <array>

namespace naru::office::sample {

namespace {

struct Kind {
    Layout layout;
    const char16_t *word; // in the name of the file
    QStringList formats;
};

QJsonObject truthJson(const SampleOrder &order, const QList<Truth> &truths)
{
    QJsonArray lines;
    QJsonArray questions;
    for (qsizetype i = 0; i < truths.size(); ++i) {
        QJsonObject line = truths.at(i).line;
        line.insert(u"line"_s, i + 1);
        lines.append(line);
        if (!truths.at(i).because.isEmpty())
            questions.append(QJsonObject{{u"line"_s, i + 1}, {u"because"_s, truths.at(i).because}});
    }
    return {{u"file"_s, order.stem},
            {u"number"_s, order.number},
            {u"date"_s, toValue(orderDay())},
            {u"received"_s, toValue(order.received)},
            {u"lines"_s, lines},
            {u"questions"_s, questions}};
}

} // namespace

QList<SampleOrder> makeOrders(const SampleOffice &office, quint64 seed)
{
    const QStringList printed{u"hwpx"_s, u"pdf"_s, u"xlsx"_s};
    const QList<Kind> kinds{{Layout::Notice, u"통지서", {u"hwpx"_s, u"pdf"_s}},
                            {Layout::List, u"명단", printed},
                            {Layout::Comparison, u"대비표", printed},
                            {Layout::Phrases, u"발령사항", printed},
                            {Layout::TwoHeads, u"총괄표", printed},
                            {Layout::Export, u"내보내기", {u"xlsx"_s, u"csv"_s}},
                            {Layout::Bulletin, u"게시문", {u"hwpx"_s, u"pdf"_s}}};
    const Roster roster(office);
    QList<SampleOrder> orders;
    for (const OrderSize size : {OrderSize::Small, OrderSize::Medium, OrderSize::Large}) {
        if (lineCount(size) * 2 > office.people.size())
            continue;
        for (const Kind &kind : kinds) {
            SampleOrder order;
            order.layout = kind.layout;
            order.size = size;
            order.formats = kind.formats;
            order.received = office.today;
            order.number = QStringLiteral("제2026-%1호").arg(15 + orders.size());
            order.stem = u"인사발령_"_s + orderDay().toString(Qt::ISODate) + u'_' + QString::fromUtf16(kind.word) + u'_'
                + QString::number(lineCount(size)) + u"명"_s;
            Dice dice(seed * 1000003 + static_cast<quint64>(orders.size()) + 1);
            const Drawn drawn = drawOrder(roster, kind.layout, size, order.number, planMoves(roster, size, dice), dice);
            order.document = drawn.document;
            order.paged = drawn.paged;
            order.truth = truthJson(order, drawn.truths);
            orders.append(order);
        }
    }
    return orders;
}

} // namespace naru::office::sample
