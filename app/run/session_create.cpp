// A new office: empty, or the sample city with its sample orders beside it.
#include "run/session.h"

#include "office/sample/sample_orders.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>

namespace naru::run {

namespace {

// All that is written of one order: the document in each format, and its truth.
Status writeOrder(const office::sample::SampleOrder &order, const QString &folder, const Formats &formats)
{
    for (const QString &extension : {u"xlsx"_s, u"hwpx"_s, u"pdf"_s}) {
        const Document &document = extension == u"pdf"_s ? order.paged : order.document;
        if (const Status status = writeDocument(document, folder + u'/' + order.stem + u'.' + extension, formats); !status)
            return status;
    }
    return writeFile(folder + u'/' + order.stem + u".truth.json"_s,
                     QJsonDocument(order.truth).toJson(QJsonDocument::Indented));
}

Plan planOf(const office::sample::SampleOffice &office, const QString &maker)
{
    Plan plan;
    plan.robot = u"sample"_s;
    plan.title = u"체험용 도시: "_s + office.title;
    plan.maker = maker;
    plan.made = QDateTime::currentDateTimeUtc();
    plan.received = office.today;
    plan.changes = office::sample::asChanges(office);
    plan.id = u"p-"_s + plan.digest().mid(7, 12);
    return plan;
}

// A half-made office is none.
void discard(const QString &location)
{
    const QFileInfo file(location);
    for (const QFileInfo &one : QDir(file.path()).entryInfoList({file.fileName() + u'*'}, QDir::Files))
        QFile::remove(one.filePath());
}

} // namespace

Result<Session::Created> Session::create(const QString &location, const SampleOptions &options)
{
    Created created{location.isEmpty() ? defaultLocation() : location, {}, 0};
    if (!location.startsWith(u"postgresql:"_s) && !QDir().mkpath(QFileInfo(created.location).absolutePath()))
        return Error{Error::Kind::Failed, u"expected to make the folder of '"_s + created.location + u"' but could not"_s};
    Result<std::unique_ptr<store::Store>> store = store::Store::create(created.location, office::tables());
    if (!store)
        return store.error();
    const QDateTime now = QDateTime::currentDateTimeUtc();
    if (!options.isSample) {
        if (const Status status = (*store)->setSetting(u"administrator"_s, u"admin"_s, u"admin"_s, now); !status)
            return status.error();
        return created;
    }
    const auto size = options.size == u"small"_s ? office::sample::Size::Small : office::sample::Size::City;
    const office::sample::SampleOffice office = office::sample::makeOffice(options.seed, size);
    const Plan plan = planOf(office, office.administrator);
    Status status = (*store)->setSetting(u"administrator"_s, office.administrator, office.administrator, now);
    if (status)
        status = (*store)->setSetting(u"title"_s, office.title, office.administrator, now);
    if (status)
        status = (*store)->savePlan(plan);
    if (status) {
        // What the city holds is known today, whatever day its records begin.
        const Result<store::Receipt> receipt = (*store)->apply(plan.id, plan.digest(), office.administrator,
                                                               office.administrator, now, QDate(9999, 12, 31));
        if (!receipt)
            status = receipt.error();
    }
    const QFileInfo file(created.location);
    created.documents = file.path() + u'/' + file.completeBaseName() + u".samples"_s;
    created.changes = static_cast<int>(plan.changes.size());
    const QList<office::sample::SampleOrder> orders = office::sample::makeOrders(office, options.seed);
    const Formats formats;
    if (status && !QDir().mkpath(created.documents))
        status = Error{Error::Kind::Failed, u"expected to make the folder '"_s + created.documents + u"' but could not"_s};
    for (int i = 0; status && i < orders.size(); ++i) {
        status = writeOrder(orders[i], created.documents, formats);
        if (options.progress && !options.progress(i + 1, static_cast<int>(orders.size())))
            status = Error{Error::Kind::Cancelled, u"expected to make the sample office but it was cancelled"_s};
    }
    if (!status) {
        store->reset();
        discard(created.location);
        QDir(created.documents).removeRecursively();
        return status.error();
    }
    return created;
}

} // namespace naru::run
