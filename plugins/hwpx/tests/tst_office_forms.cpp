// The office's forms: they are what their descriptions make, Hancom Office's rules hold for them empty and filled, and
// every field takes its value. NARU_UPDATE_GOLDEN=1 writes them anew.
#include "office_forms.h"

#include "run/formats.h"

#include "core/xml_outline.h"
#include "core/zip_archive.h"

#include <QFile>
#include <QHash>
#include <QSet>
#include <QTest>

using namespace naru;
using namespace naru::hwpx;

namespace {

QString pathOf(const QString &name)
{
    return qEnvironmentVariable("NARU_SOURCE") + u"/forms/"_s + name + u".hwpx"_s;
}

QByteArray formOf(const QString &name)
{
    QFile file(pathOf(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

struct Parts {
    QHash<QString, QByteArray> all;
    QStringList names;
    XmlOutline header;
    XmlOutline section;
};

Parts partsOf(const QByteArray &form)
{
    Parts parts;
    const Result<ZipReader> zip = ZipReader::open(form);
    if (!zip)
        return parts;
    parts.names = zip->names();
    for (const QString &name : parts.names)
        parts.all.insert(name, *zip->read(name));
    if (const Result<XmlOutline> header = XmlOutline::of(parts.all.value(u"Contents/header.xml"_s)))
        parts.header = *header;
    if (const Result<XmlOutline> section = XmlOutline::of(parts.all.value(u"Contents/section0.xml"_s)))
        parts.section = *section;
    return parts;
}

QString wordFor(const FormField &field) { return u"값 <&> "_s + field.name; }

// Each rule says what is wrong, or nothing.
using Rule = QString (*)(const Parts &parts, const QByteArray &bytes);

QString mimetypeComesFirst(const Parts &, const QByteArray &bytes)
{
    const bool isRight = bytes.mid(30, 27) == "mimetypeapplication/hwp+zip" && bytes.mid(8, 2) == QByteArray(2, '\0');
    return isRight ? QString() : u"the mimetype is not first and stored"_s;
}

QString partsAreThere(const Parts &parts, const QByteArray &)
{
    for (const QString &part : {u"META-INF/container.xml"_s, u"Contents/content.hpf"_s}) {
        const Result<XmlOutline> outline = XmlOutline::of(parts.all.value(part));
        if (!outline)
            return part;
        for (int i = 0; i < outline->size(); ++i)
            for (const QByteArrayView name : {QByteArrayView("full-path"), QByteArrayView("href")})
                if (const QString target = outline->attribute(i, name); !target.isEmpty() && !parts.names.contains(target))
                    return target;
    }
    return parts.names.contains(u"Contents/header.xml"_s) ? QString() : u"no header.xml"_s;
}

QString rootsAreHancoms(const Parts &parts, const QByteArray &)
{
    for (const QString &part : {u"Contents/header.xml"_s, u"Contents/section0.xml"_s}) {
        const QByteArray xml = parts.all.value(part);
        if (!xml.startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\" ?>") || xml.count("xmlns:") < 14)
            return part;
    }
    return {};
}

QString tablesAreWhole(const Parts &parts, const QByteArray &)
{
    const XmlOutline &xml = parts.section;
    for (const int table : xml.inside(0, "tbl"))
        for (const QByteArrayView child : {QByteArrayView("sz"), QByteArrayView("pos"), QByteArrayView("outMargin"), QByteArrayView("inMargin")})
            if (xml.child(table, child) < 0)
                return u"a table lacks "_s + QString::fromLatin1(child);
    for (const int cell : xml.inside(0, "tc"))
        for (const QByteArrayView child : {QByteArrayView("subList"), QByteArrayView("cellAddr"), QByteArrayView("cellSpan"),
                                           QByteArrayView("cellSz"), QByteArrayView("cellMargin")})
            if (xml.child(cell, child) < 0)
                return u"a cell lacks "_s + QString::fromLatin1(child);
    return {};
}

QString referencesResolve(const Parts &parts, const QByteArray &)
{
    QSet<QString> targets;
    for (int i = 0; i < parts.header.size(); ++i)
        targets.insert(QString::fromLatin1(parts.header.at(i).localName) + parts.header.attribute(i, "id"));
    for (const XmlOutline *xml : {&parts.header, &parts.section})
        for (int i = 0; i < xml->size(); ++i)
            for (const QByteArrayView kind : {QByteArrayView("charPr"), QByteArrayView("paraPr"), QByteArrayView("style"),
                                              QByteArrayView("borderFill"), QByteArrayView("tabPr")})
                if (const QString id = xml->attribute(i, kind.toByteArray() + "IDRef");
                    !id.isEmpty() && id != u"4294967295" && !targets.contains(QString::fromLatin1(kind) + id))
                    return QString::fromLatin1(kind) + id;
    return {};
}

QString itemsAreCounted(const Parts &parts, const QByteArray &)
{
    for (int i = 0; i < parts.header.size(); ++i) {
        const QString count = parts.header.attribute(i, "itemCnt");
        int children = 0;
        for (int child = i + 1; child < parts.header.at(i).after; child = parts.header.at(child).after)
            ++children;
        if (!count.isNull() && count.toInt() != children)
            return QString::fromLatin1(parts.header.at(i).name);
    }
    return {};
}

QString noStaleLayout(const Parts &parts, const QByteArray &)
{
    return parts.section.inside(0, "linesegarray").isEmpty() ? QString() : u"there are cached lines"_s;
}

QString textIsEscaped(const Parts &parts, const QByteArray &)
{
    for (const QString &name : parts.names)
        if (name.endsWith(u".xml"_s) || name.endsWith(u".hpf"_s) || name.endsWith(u".rdf"_s))
            if (!XmlOutline::of(parts.all.value(name)))
                return name;
    return {};
}

QString spellingIsHancoms(const Parts &parts, const QByteArray &)
{
    for (const QByteArray &part : parts.all)
        if (part.contains("\"true\"") || part.contains("\"false\""))
            return u"a boolean is not 0 or 1"_s;
    const bool isRight = parts.all.value(u"Contents/header.xml"_s).contains("targetProgram=\"HWP201X\"")
        && parts.all.value(u"Contents/header.xml"_s).contains("trackchageConfig")
        && parts.all.value(u"version.xml"_s).contains("tagetApplication=\"WORDPROCESSOR\"");
    return isRight ? QString() : u"a name is not spelt as Hancom does"_s;
}

QString idsAreSingle(const Parts &parts, const QByteArray &)
{
    QSet<QString> ids;
    QStringList open;
    for (int i = 0; i < parts.section.size(); ++i) {
        const QString id = parts.section.attribute(i, "id");
        const QString key = QString::fromLatin1(parts.section.at(i).localName) + id;
        if (!id.isEmpty() && id != u"0" && id != u"2147483648" && ids.contains(key))
            return key;
        ids.insert(key);
        if (parts.section.is(i, "fieldBegin"))
            open.append(id);
        if (parts.section.is(i, "fieldEnd") && !open.removeOne(parts.section.attribute(i, "beginIDRef")))
            return u"a field ends that never began"_s;
    }
    return open.isEmpty() ? QString() : u"a field does not end"_s;
}

QString previewTellsNothingOld(const Parts &parts, const QByteArray &)
{
    return parts.names.contains(u"Preview/PrvImage.png"_s) || !parts.names.contains(u"Preview/PrvText.txt"_s)
        ? u"the preview is not right"_s : QString();
}

const QList<std::pair<const char *, Rule>> rules{
    {"mimetype first", mimetypeComesFirst},   {"every part that is named", partsAreThere}, {"declaration and namespaces", rootsAreHancoms},
    {"tables and cells whole", tablesAreWhole}, {"references resolve", referencesResolve},  {"items counted", itemsAreCounted},
    {"no stale layout", noStaleLayout},       {"escaped", textIsEscaped},                  {"booleans and spelling", spellingIsHancoms},
    {"ids single, fields closed", idsAreSingle}, {"previews", previewTellsNothingOld}};

} // namespace

class TestOfficeForms : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_format = m_formats.byId(u"hwpx"_s);
        m_template = m_formats.formTemplate(formOf(u"일반기안문"_s));
        if (qEnvironmentVariable("NARU_UPDATE_GOLDEN") == u"1")
            return;
        QVERIFY(m_format && m_template);
    }

    void isWhatItsDescriptionMakes_data() { addForms(); }
    void isWhatItsDescriptionMakes()
    {
        QFETCH(const QString, name);

        const Result<QByteArray> bytes = writeForm(officeForms().value(name));

        QVERIFY2(bool(bytes), bytes ? "" : qPrintable(bytes.error().text));
        if (qEnvironmentVariable("NARU_UPDATE_GOLDEN") == u"1") {
            QFile file(pathOf(name));
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(*bytes) == bytes->size());
        }
        const Parts made = partsOf(*bytes);
        const Parts kept = partsOf(formOf(name));
        QCOMPARE(kept.names, made.names);
        for (const QString &part : made.names) // not the packed bytes: another zlib packs otherwise
            QVERIFY2(kept.all.value(part) == made.all.value(part), qPrintable(part));
    }

    void obeysTheRulesOfHancomOffice_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("isFilled");
        QTest::addColumn<int>("rule");
        const QStringList names = officeForms().keys();
        for (const QString &name : names)
            for (const bool isFilled : {false, true})
                for (int rule = 0; rule < rules.size(); ++rule)
                    QTest::addRow("%s, %s: %s", qPrintable(name), isFilled ? "filled" : "empty", rules[rule].first) << name << isFilled << rule;
    }

    void obeysTheRulesOfHancomOffice()
    {
        QFETCH(const QString, name);
        QFETCH(const bool, isFilled);
        QFETCH(const int, rule);
        const QByteArray bytes = isFilled ? filled(name) : formOf(name);
        QVERIFY(!bytes.isEmpty());

        const QString wrong = rules[rule].second(partsOf(bytes), bytes);

        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
    }

    void takesAValueInEveryField_data() { addForms(); }
    void takesAValueInEveryField()
    {
        QFETCH(const QString, name);
        const Result<QList<FormField>> before = m_template->fields(formOf(name), {});
        QVERIFY(before && before->size() >= 6);
        QStringList names;
        for (const FormField &one : *before) {
            QVERIFY2(!one.filled, qPrintable(one.name));
            names.append(one.name);
        }
        QCOMPARE(QSet<QString>(names.begin(), names.end()).size(), names.size()); // each name once

        const Result<QList<FormField>> after = m_template->fields(filled(name), {});

        QVERIFY(after);
        QCOMPARE(after->size(), before->size());
        for (const FormField &one : *after)
            QCOMPARE(one.value, wordFor(one));
        const Result<Document> document = m_format->read(filled(name), {});
        QVERIFY(document && document->diagnostics.isEmpty()); // every table tiles
    }

    void hasTheFieldsOfItsKind_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("fields");
        QTest::newRow("일반기안문") << u"일반기안문"_s
                                    << u"행정기관명 수신자 경유 제목 본문 붙임 발신명의 수신자명단 기안자 검토자 결재권자 협조자 시행번호 시행일 접수번호 접수일 "
                                       "우편번호 주소 홈페이지 전화번호 팩스번호 전자우편 공개구분"_s;
        QTest::newRow("간이기안문") << u"간이기안문"_s << u"생산등록번호 등록일 결재일 공개구분 기안자 검토자 결재권자 협조자 제목 작성일 행정기관명 본문"_s;
        QTest::newRow("인사발령통지서") << u"인사발령통지서"_s << u"발령일자 발령.소속 발령.직급 발령.성명 발령.발령사항 발령권자"_s;
        QTest::newRow("업무인계인수서") << u"업무인계인수서"_s << u"담당업무 주요업무계획 현안사항 미결사항 관련문서 물품예산 참고사항 인계자성명 인수자성명 입회자성명"_s;
        QTest::newRow("직무편람") << u"직무편람"_s << u"업무현황 처리절차 보존문서.기록물철 참고사항"_s;
        QTest::newRow("회의록") << u"회의록"_s << u"회의명 개최기관 일시 장소 참석자 배석자 진행순서 상정안건 발언요지 결정사항.내용 표결내용"_s;
        QTest::newRow("주간업무보고") << u"주간업무보고"_s << u"시작일 종료일 업무.구분 업무.금주실적 업무.차주계획 특이사항"_s;
    }

    void hasTheFieldsOfItsKind()
    {
        QFETCH(const QString, name);
        QFETCH(const QString, fields);
        QStringList names;
        const Result<QList<FormField>> found = m_template->fields(formOf(name), {});
        QVERIFY(found);
        for (const FormField &one : *found)
            names.append(one.name);

        for (const QString &field : fields.split(u' '))
            QVERIFY2(names.contains(field), qPrintable(field));
    }

    void repeatsTheLinesOfAnOrder()
    {
        FormFilling::Repetition lines{u"발령"_s, {}};
        for (int i = 1; i <= 60; ++i)
            lines.rows.append({{u"연번"_s, {QString::number(i)}}, {u"성명"_s, {u"사람%1"_s.arg(i)}}, {u"소속"_s, {u"총무과"_s}}});
        FormFilling filling;
        filling.repetitions = {lines};

        const Result<FilledForm> form = m_template->fill(formOf(u"인사발령통지서"_s), filling, {});

        QVERIFY(form);
        for (const auto &[what, rule] : rules) {
            const QString wrong = rule(partsOf(form->bytes), form->bytes);
            QVERIFY2(wrong.isEmpty(), qPrintable(QString::fromLatin1(what) + u": "_s + wrong));
        }
        const Result<Document> document = m_format->read(form->bytes, {});
        QVERIFY(document && document->diagnostics.isEmpty());
        QVERIFY(plainText(*document).contains(u"60\t총무과\t\t사람60"_s));
    }

private:
    void addForms() const
    {
        QTest::addColumn<QString>("name");
        const QStringList names = officeForms().keys();
        for (const QString &name : names)
            QTest::newRow(qPrintable(name)) << name;
    }
    QByteArray filled(const QString &name)
    {
        QByteArray &form = m_filled[name];
        if (!form.isEmpty())
            return form;
        const Result<QList<FormField>> fields = m_template->fields(formOf(name), {});
        if (!fields)
            return {};
        FormFilling filling;
        for (const FormField &one : *fields)
            filling.entries.append({one.name, {wordFor(one)}});
        const Result<FilledForm> result = m_template->fill(formOf(name), filling, {});
        form = result ? result->bytes : QByteArray();
        return form;
    }

    Formats m_formats;
    const Format *m_format = nullptr;
    const FormTemplate *m_template = nullptr;
    QHash<QString, QByteArray> m_filled;
};

QTEST_GUILESS_MAIN(TestOfficeForms)
#include "tst_office_forms.moc"
